package org.appel.testing.layout;

import java.util.List;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** Who may know whom: the four rooms model, storage, messaging and config, and the features around them. */
public final class RoomRules {

    private RoomRules() {}

    /** The rules for the service whose packages are below {@code root}. */
    public static List<Rule> of(String root) {
        return List.of(
                pureModel(root),
                featuresApart(root),
                storageApart(root),
                messagingApart(root),
                persistenceInStorage(root));
    }

    private static Rule pureModel(String root) {
        var model = root + ".model..";
        return Rule.of(classes()
                .that()
                .resideInAPackage(model)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify.annotations..", model))
                .as("the model knows Java and itself, nothing else")
                .because("its rules are read and tested without a framework"));
    }

    private static Rule featuresApart(String root) {
        return Rule.of(classes()
                .that()
                .resideInAPackage(root + "..")
                .should(new KnowOnlyTheirOwnFeature(root))
                .as("a feature and a room know no other feature")
                .because("a feature is read, changed and removed alone"));
    }

    private static Rule storageApart(String root) {
        return Rule.of(noClasses()
                .that()
                .resideInAPackage(root + ".storage..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + ".messaging..")
                .as("storage does not know messaging")
                .because("a row and a record on the wire change for different reasons"));
    }

    private static Rule messagingApart(String root) {
        return Rule.of(noClasses()
                .that()
                .resideInAPackage(root + ".messaging..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + ".storage..")
                .as("messaging does not know storage")
                .because("a row and a record on the wire change for different reasons"));
    }

    private static Rule persistenceInStorage(String root) {
        return Rule.of(noClasses()
                .that(resideInAnyPackage(root + "..").and(not(resideInAnyPackage(root + ".storage.."))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.persistence..", "org.hibernate..", "io.quarkus.hibernate..", "io.quarkus.panache..")
                .as("Panache and Jakarta Persistence stay in storage")
                .because("a feature says what it needs, not how it is stored"));
    }
}
