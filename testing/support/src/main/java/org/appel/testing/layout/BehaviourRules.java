package org.appel.testing.layout;

import java.time.Clock;
import java.util.Date;
import java.util.List;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaFieldAccess;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

/** What main code does not do. */
public final class BehaviourRules {

    private static final String INJECTION =
            "jakarta\\.inject\\.Inject|org\\.eclipse\\.microprofile\\.config\\.inject\\.ConfigProperty"
                    + "|org\\.eclipse\\.microprofile\\.rest\\.client\\.inject\\.RestClient"
                    + "|org\\.eclipse\\.microprofile\\.reactive\\.messaging\\.Channel|jakarta\\.persistence\\.PersistenceContext";

    private BehaviourRules() {}

    /** The rules for the service whose packages are below {@code root}. */
    public static List<Rule> of(String root) {
        return List.of(oneClock(root), constructorInjection(root), noSleep(root), noConsole(root));
    }

    private static Rule oneClock(String root) {
        return Rule.of(noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .callMethodWhere(readingTheMachinesTime())
                .orShould()
                .callConstructorWhere(DescribedPredicate.describe(
                        "makes a Date of now",
                        call -> call.getTargetOwner().isEquivalentTo(Date.class)
                                && call.getTarget().getRawParameterTypes().isEmpty()))
                .as("time comes from the injected Clock")
                .because("one clock decides, and it is the database's"));
    }

    private static DescribedPredicate<JavaCall<?>> readingTheMachinesTime() {
        return DescribedPredicate.describe("reads the machine's time", call -> {
            var owner = call.getTargetOwner();
            var name = call.getName();
            var withoutClock = call.getTarget().getRawParameterTypes().stream()
                    .noneMatch(type -> type.isEquivalentTo(Clock.class));
            return (owner.getPackageName().equals("java.time") && name.equals("now") && withoutClock)
                    || (owner.isEquivalentTo(Clock.class) && name.startsWith("system"))
                    || (owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis"));
        });
    }

    private static Rule constructorInjection(String root) {
        return Rule.of(noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(root + "..")
                .should(new BeAnnotatedByName(INJECTION))
                .as("what a class needs comes by its constructor")
                .because("a class can then be made in a test, and its needs are counted"));
    }

    private static Rule noSleep(String root) {
        return Rule.of(noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "sleeps",
                        call -> call.getTargetOwner().isEquivalentTo(Thread.class)
                                && call.getName().equals("sleep")))
                .as("nothing sleeps")
                .because("work waits for an event or a schedule"));
    }

    private static Rule noConsole(String root) {
        return Rule.of(noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .accessFieldWhere(DescribedPredicate.describe(
                        "writes to the console",
                        (JavaFieldAccess access) -> access.getTargetOwner().isEquivalentTo(System.class)
                                && access.getName().matches("out|err")))
                .as("nothing is printed")
                .because("a log line has a level and keys"));
    }
}
