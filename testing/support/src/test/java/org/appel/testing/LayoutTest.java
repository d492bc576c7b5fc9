package org.appel.testing;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.appel.testing.layout.Rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LayoutTest {

    private static final String WRONG = "org.appel.testing.wrong";
    private static final String RIGHT = "org.appel.testing.right";

    private static final JavaClasses WRONG_CLASSES = new ClassFileImporter().importPackages(WRONG);
    private static final JavaClasses RIGHT_CLASSES = new ClassFileImporter().importPackages(RIGHT);

    private static final Map<String, List<String>> OBJECTIONS = Map.ofEntries(
            Map.entry("the model knows Java and itself, nothing else", List.of("KnowsAFramework")),
            Map.entry("a feature and a room know no other feature", List.of("KnowsAnotherFeature")),
            Map.entry("storage does not know messaging", List.of("KnowsMessaging")),
            Map.entry("messaging does not know storage", List.of("KnowsStorage")),
            Map.entry("Panache and Jakarta Persistence stay in storage", List.of("KeepsRows")),
            Map.entry("no class is a Dto, Impl, Manager, Helper or Util", List.of("PostingHelper")),
            Map.entry("no record ends with Event or Command", List.of("PostingPublishedEvent")),
            Map.entry("what answers HTTP is a Resource", List.of("Answers")),
            Map.entry("a record on the wire is in messaging and ends with its version", List.of("PongV1")),
            Map.entry("each package has a package-info.java with @NullMarked", List.of("unmarked")),
            Map.entry("time comes from the injected Clock", List.of("LooksAtTheWatch", "MakesADate")),
            Map.entry("what a class needs comes by its constructor", List.of("InjectsAField")),
            Map.entry("nothing sleeps", List.of("Sleeps")),
            Map.entry("nothing is printed", List.of("Prints")));

    static Stream<Rule> wrongRules() {
        return Layout.rules(WRONG);
    }

    static Stream<Rule> rightRules() {
        return Layout.rules(RIGHT);
    }

    @ParameterizedTest
    @MethodSource("wrongRules")
    void each_rule_objects_to_its_wrong_class(Rule rule) {
        // Given
        var guilty = OBJECTIONS.get(sentence(rule));

        // When
        var check = assertThatThrownBy(() -> rule.check(WRONG_CLASSES));

        // Then
        check.isInstanceOf(AssertionError.class)
                .satisfies(error -> assertThat(error.getMessage()).contains(guilty));
    }

    @ParameterizedTest
    @MethodSource("rightRules")
    void no_rule_objects_to_a_class_that_keeps_it(Rule rule) {
        // When
        var check = assertThatCode(() -> rule.check(RIGHT_CLASSES));

        // Then
        check.doesNotThrowAnyException();
    }

    @Test
    void a_service_gets_one_test_for_each_rule() {
        // When
        var tests = Layout.of("org.appel.testing.layout");

        // Then
        assertThat(tests).hasSameSizeAs(OBJECTIONS.keySet());
    }

    private static String sentence(Rule rule) {
        return rule.name().split(", because")[0];
    }
}
