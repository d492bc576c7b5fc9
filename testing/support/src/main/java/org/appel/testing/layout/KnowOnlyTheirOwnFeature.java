package org.appel.testing.layout;

import java.util.Set;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** A package directly below the root is a room or a feature; a class outside a feature must not depend on it. */
final class KnowOnlyTheirOwnFeature extends ArchCondition<JavaClass> {

    private static final Set<String> ROOMS = Set.of("model", "storage", "messaging", "config");

    private final String prefix;

    KnowOnlyTheirOwnFeature(String root) {
        super("know no other feature");
        this.prefix = root + ".";
    }

    @Override
    public void check(JavaClass origin, ConditionEvents events) {
        origin.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> isForeignFeature(origin, dependency.getTargetClass()))
                .map(Dependency::getDescription)
                .forEach(description -> events.add(SimpleConditionEvent.violated(origin, description)));
    }

    private boolean isForeignFeature(JavaClass origin, JavaClass target) {
        var feature = folder(target.getPackageName());
        return !feature.isEmpty() && !ROOMS.contains(feature) && !feature.equals(folder(origin.getPackageName()));
    }

    /** The first folder below the root; empty outside the service and for the root itself. */
    private String folder(String name) {
        return name.startsWith(prefix) ? name.substring(prefix.length()).split("\\.", 2)[0] : "";
    }
}
