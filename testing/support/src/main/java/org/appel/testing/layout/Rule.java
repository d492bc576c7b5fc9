package org.appel.testing.layout;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;

/**
 * A rule of the layout.
 *
 * @param name a sentence
 * @param rule what checks it
 */
public record Rule(String name, ArchRule rule) {

    static Rule of(ArchRule rule) {
        return new Rule(rule.getDescription(), rule.allowEmptyShould(true));
    }

    /** Fails with every violation. */
    public void check(JavaClasses classes) {
        rule.check(classes);
    }
}
