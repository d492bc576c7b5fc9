package org.appel.testing.layout;

import java.util.List;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** Grammar tells the kind. */
public final class NameRules {

    private NameRules() {}

    /** The rules for the service whose packages are below {@code root}. */
    public static List<Rule> of(String root) {
        return List.of(speakingNames(root), factsNotEvents(root), resources(root), eventTypes(root), nullMarked(root));
    }

    private static Rule speakingNames(String root) {
        return Rule.of(noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .haveNameMatching(".*(Dto|DTO|Impl|Manager|Helper|Utils?)")
                .as("no class is a Dto, Impl, Manager, Helper or Util")
                .because("such a name says nothing about what it is about"));
    }

    private static Rule factsNotEvents(String root) {
        return Rule.of(noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .areRecords()
                .should()
                .haveNameMatching(".*(Event|Command)")
                .as("no record ends with Event or Command")
                .because("PublishPosting is a command and PostingPublished an event by their grammar"));
    }

    private static Rule resources(String root) {
        return Rule.of(classes()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .areAnnotatedWith("jakarta.ws.rs.Path")
                .and()
                .areNotInterfaces()
                .should()
                .haveSimpleNameEndingWith("Resource")
                .as("what answers HTTP is a Resource"));
    }

    private static Rule eventTypes(String root) {
        return Rule.of(classes()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .areAnnotatedWith("org.appel.messaging.EventType")
                .should()
                .resideInAPackage(root + ".messaging..")
                .andShould()
                .haveNameMatching(".*V\\d+")
                .as("a record on the wire is in messaging and ends with its version")
                .because("a released shape never changes, and whoever touches it must see that"));
    }

    private static Rule nullMarked(String root) {
        return Rule.of(classes()
                .that()
                .resideInAPackage(root + "..")
                .should(new BeInNullMarkedPackage())
                .as("each package has a package-info.java with @NullMarked")
                .because("it says what lives here, and that null is the exception"));
    }

    private static final class BeInNullMarkedPackage extends ArchCondition<JavaClass> {

        BeInNullMarkedPackage() {
            super("be in a package with @NullMarked");
        }

        @Override
        public void check(JavaClass origin, ConditionEvents events) {
            var marked = origin.getPackage()
                    .tryGetPackageInfo()
                    .map(info -> info.isAnnotatedWith(NullMarked.class))
                    .orElse(false);
            if (!marked) {
                events.add(SimpleConditionEvent.violated(origin, origin.getPackageName() + " is not @NullMarked"));
            }
        }
    }
}
