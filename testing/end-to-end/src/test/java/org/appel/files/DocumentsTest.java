package org.appel.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the documents name is there: files, headings, commands, topics, settings, metrics, endpoints, test classes. */
class DocumentsTest {

    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern COMMAND = Pattern.compile("\\./appel ([a-z]+)");
    private static final Pattern METRIC = Pattern.compile("\\bappel_([a-z_]+?)(?:_total)?\\b(?=[`{])");
    private static final Pattern TOPIC = Pattern.compile("[Tt]opics? `([a-z.-]+)`");
    private static final Pattern TEST_CLASS = Pattern.compile("\\b([A-Z][A-Za-z0-9]*Test)\\b");
    private static final Pattern ENDPOINT = Pattern.compile("`(?:GET|PUT|POST|DELETE) (/[^ `?]*)");

    private static final String SOURCES = Sources.text();
    private static final Set<String> SETTINGS = Sources.settings();
    private static final Set<String> ENDPOINTS = Sources.endpoints();

    @ParameterizedTest
    @MethodSource("documents")
    void every_link_leads_to_a_file_and_its_heading(Path document) {
        for (var link : Repository.all(LINK, Repository.text(document))) {
            if (!link.matches("[a-z]+:.*")) {
                // When
                var parts = link.split("#", 2);
                var target = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]);

                // Then
                assertThat(target).as("link %s", link).exists();
                if (parts.length == 2) {
                    assertThat(headings(target)).as("headings of %s", target).contains(parts[1]);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_path_that_is_named_exists(Path document) {
        // Given
        var tops = topFolders();

        for (var code : Repository.all(CODE, Repository.text(document))) {
            if (code.matches("[\\w.-]+/[\\w./-]+") && tops.contains(code.split("/")[0])) {
                // Then
                assertThat(Stream.of(Repository.path(code), document.resolveSibling(code)))
                        .as("path %s", code)
                        .anyMatch(Files::exists);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_command_is_explained_by_help(Path document) {
        // Given
        var help = Repository.all(Pattern.compile("(?m)^  \\./appel ([a-z]+)"), Repository.text("appel"));

        // When
        var commands = Repository.all(COMMAND, Repository.text(document));

        // Then
        assertThat(help).containsAll(commands);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_topic_is_in_the_contracts(Path document) {
        // When
        var topics = Repository.all(TOPIC, Repository.text(document));

        // Then
        assertThat(Repository.promisedTopics().keySet()).containsAll(topics);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_setting_is_read_somewhere(Path document) {
        // When
        var named = Repository.all(Sources.SETTING, Repository.text(document));

        // Then
        assertThat(SETTINGS).containsAll(named);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_metric_is_measured(Path document) {
        for (var metric : Repository.all(METRIC, Repository.text(document))) {
            // Then
            assertThat(SOURCES).contains("\"appel." + metric.replace('_', '.') + "\"");
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_test_class_exists(Path document) {
        // Given
        var classes = Repository.files("", "Test.java").stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());

        // When
        var named = Repository.all(TEST_CLASS, Repository.text(document));

        // Then
        assertThat(classes).containsAll(named);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_endpoint_is_in_the_sources(Path document) {
        for (var endpoint : Repository.all(ENDPOINT, Repository.text(document))) {
            // When
            var shape = Sources.shape(endpoint);

            // Then
            assertThat(ENDPOINTS).contains(shape);
        }
    }

    @Test
    void the_decisions_are_numbered_without_a_gap_and_listed() {
        // Given
        var decisions = Repository.files("docs/decisions", ".md").stream()
                .map(file -> file.getFileName().toString())
                .toList();
        var listed = Repository.all(
                Pattern.compile("(?m)^\\d+\\. .*\\(decisions/([^)]+)\\)"), Repository.text("docs/architecture.md"));

        // When
        var numbers = decisions.stream().map(name -> Integer.parseInt(name.substring(0, 4)));

        // Then
        assertThat(numbers)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, decisions.size()).boxed().toList());
        assertThat(listed).containsExactlyElementsOf(decisions);
    }

    @Test
    void a_name_that_is_nowhere_is_noticed() {
        // Then
        assertThat(SETTINGS).doesNotContain("APPEL_NOWHERE").contains("APPEL_VAULT_INDEX_KEY");
        assertThat(ENDPOINTS).doesNotContain("/nowhere").contains("/dead-letters/{}/replay");
        assertThat(Repository.all(METRIC, "`appel_outbox_unsent` and `appel_nowhere_total{a}`"))
                .containsExactly("nowhere", "outbox_unsent");
    }

    static Stream<Path> documents() {
        return Repository.files("", ".md").stream();
    }

    private static Set<String> topFolders() {
        return Repository.files("", _ -> true).stream()
                .map(file -> Repository.path("").relativize(file).getName(0).toString())
                .collect(Collectors.toSet());
    }

    /** The anchors that GitHub and others make of a document's headings. */
    private static Set<String> headings(Path document) {
        return Repository.all(Pattern.compile("(?m)^#+ (.+)$"), Repository.text(document)).stream()
                .map(heading -> heading.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }
}
