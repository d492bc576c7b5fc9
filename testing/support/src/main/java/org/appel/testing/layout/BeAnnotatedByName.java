package org.appel.testing.layout;

import java.util.regex.Pattern;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** By name, because the annotations need not be on this module's class path. */
final class BeAnnotatedByName extends ArchCondition<JavaField> {

    private final Pattern names;

    BeAnnotatedByName(String names) {
        super("be annotated with one of " + names);
        this.names = Pattern.compile(names);
    }

    @Override
    public void check(JavaField field, ConditionEvents events) {
        var found = field.getAnnotations().stream()
                .map(annotation -> annotation.getRawType().getName())
                .filter(name -> names.matcher(name).matches())
                .toList();
        events.add(
                new SimpleConditionEvent(field, !found.isEmpty(), field.getFullName() + " is annotated with " + found));
    }
}
