package org.appel.testing;

import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DynamicTest;

import org.appel.testing.layout.BehaviourRules;
import org.appel.testing.layout.NameRules;
import org.appel.testing.layout.RoomRules;
import org.appel.testing.layout.Rule;

/**
 * The rules that every service's main classes keep. A service has one test:
 *
 * <pre>{@code
 * class ArchitectureTest {
 *     @TestFactory
 *     Stream<DynamicTest> the_layout_holds() {
 *         return Layout.of("org.appel.postings");
 *     }
 * }
 * }</pre>
 */
public final class Layout {

    private Layout() {}

    /**
     * One test for each rule.
     *
     * @param root the service's package, with the rooms model, storage, messaging and config and its features directly below
     */
    public static Stream<DynamicTest> of(String root) {
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
                .importPackages(root);
        return rules(root).map(rule -> DynamicTest.dynamicTest(rule.name(), () -> rule.check(classes)));
    }

    static Stream<Rule> rules(String root) {
        return Stream.of(RoomRules.of(root), NameRules.of(root), BehaviourRules.of(root))
                .flatMap(List::stream);
    }
}
