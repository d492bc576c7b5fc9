package org.appel.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.appel.testing.Contracts;

import static org.assertj.core.api.Assertions.assertThat;

/** The contracts agree with themselves; that the services agree with the contracts is tested in each service. */
class ContractsTest {

    private static final String EVENTS = "contracts/events";

    @TempDir
    private Path copy;

    @ParameterizedTest
    @MethodSource("schemas")
    void every_example_is_as_its_schema_says(Path schema) {
        for (var example : examples(schema)) {
            // When
            var violations = Contracts.violations(schema, Repository.text(example));

            // Then
            assertThat(violations).as(example.toString()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void an_example_has_no_field_that_its_schema_does_not_declare(Path schema) {
        // Given
        var closed = closed(schema);

        for (var example : examples(schema)) {
            // When
            var violations = Contracts.violations(closed, Repository.text(example));

            // Then
            assertThat(violations).as(example.toString()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void a_field_of_every_example_is_required_so_that_null_is_said_and_not_implied(Path schema) {
        // Given
        var all = examples(schema).stream().map(Repository::json).toList();
        var example = (ObjectNode) all.getFirst();
        var everywhere = Repository.names(example).stream()
                .filter(field -> all.stream().allMatch(other -> other.has(field)))
                .toList();

        for (var field : everywhere) {
            // When
            var without = example.deepCopy().without(field);

            // Then
            assertThat(Contracts.violations(schema, without.toString()))
                    .as("without %s", field)
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void every_event_has_a_smallest_and_a_fullest_example(Path schema) {
        // When
        var names = examples(schema).stream().map(file -> file.getFileName().toString());

        // Then
        assertThat(names).contains("smallest.json", "fullest.json");
    }

    @Test
    void a_field_that_no_schema_declares_is_noticed() {
        // Given
        var schema = Repository.path(EVENTS + "/posting-published/v1/schema.json");
        var example = Repository.json(examples(schema).getFirst());
        ((ObjectNode) example.at("/apply")).put("phone", "unknown");

        // When
        var violations = Contracts.violations(closed(schema), example.toString());

        // Then
        assertThat(violations).singleElement().asString().contains("phone");
    }

    @Test
    void the_asyncapi_document_has_exactly_the_events_that_have_a_schema() {
        // Given
        var documented = new TreeMap<String, String>();
        messages().properties().forEach(message -> {
            if (message.getValue().at("/payload/$ref").isTextual()) {
                documented.put(
                        message.getValue().path("name").asText(),
                        message.getValue().at("/payload/$ref").asText());
            }
        });

        // When
        var schemas = schemas()
                .collect(Collectors.toMap(
                        schema -> "org.appel.%s.%s"
                                .formatted(
                                        Repository.json(schema).path("title").asText(),
                                        schema.getParent().getFileName()),
                        schema -> "./"
                                + Repository.path("contracts")
                                        .relativize(schema)
                                        .toString()));

        // Then
        assertThat(documented).containsExactlyInAnyOrderEntriesOf(schemas);
    }

    @Test
    void every_message_is_sent_by_one_service_and_received_only_where_it_is_sent_to() {
        // Given
        var asyncApi = Repository.yaml("contracts/asyncapi.yaml");
        var sent = new TreeMap<String, Set<String>>();

        // When
        for (var operation : asyncApi.path("operations")) {
            var channel = operation.at("/channel/$ref").asText();
            for (var message : operation.path("messages")) {
                var reference = message.path("$ref").asText();
                assertThat(reference).startsWith(channel + "/messages/");
                assertThat(Repository.at(asyncApi, reference).isMissingNode())
                        .as(reference)
                        .isFalse();
                if (operation.path("action").asText().equals("send")) {
                    sent.computeIfAbsent(reference, r -> new TreeSet<>())
                            .add(operation.at("/tags/0/name").asText());
                }
            }
        }

        // Then
        assertThat(sent.keySet())
                .filteredOn(message -> !message.endsWith("DeadLetter"))
                .hasSize((int) schemas().count());
        assertThat(sent.values()).allMatch(services -> services.size() == 1);
    }

    @Test
    void a_released_example_has_not_changed() {
        // Given
        var released = released();

        // When
        var today = released.keySet().stream()
                .collect(Collectors.toMap(
                        name -> name,
                        name -> sha256(Repository.path("contracts").resolve(name))));

        // Then
        assertThat(today).isEqualTo(released);
    }

    @Test
    void every_example_is_released() {
        // When
        var examples = schemas()
                .flatMap(schema -> examples(schema).stream())
                .map(example -> Repository.path("contracts").relativize(example).toString());

        // Then
        assertThat(examples).containsExactlyInAnyOrderElementsOf(released().keySet());
    }

    static Stream<Path> schemas() {
        return Repository.files(EVENTS, "/schema.json").stream();
    }

    private static List<Path> examples(Path schema) {
        return Repository.files(
                Repository.path("")
                        .relativize(schema.resolveSibling("examples"))
                        .toString(),
                ".json");
    }

    private static JsonNode messages() {
        return Repository.yaml("contracts/asyncapi.yaml").at("/components/messages");
    }

    private static Map<String, String> released() {
        return Repository.text("contracts/RELEASED.sha256")
                .lines()
                .map(line -> line.split("  ", 2))
                .collect(Collectors.toMap(parts -> parts[1], parts -> parts[0]));
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A copy of the schemas that allows no field beyond those declared: readers are lenient, examples are not. */
    private Path closed(Path schema) {
        for (var file : Repository.files(EVENTS, ".json")) {
            var tree = Repository.json(file);
            if (!file.toString().contains("/examples/")) {
                close(tree);
            }
            var target = copy.resolve(Repository.path(EVENTS).relativize(file).toString());
            try {
                Files.createDirectories(target.getParent());
                Files.writeString(target, tree.toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return copy.resolve(Repository.path(EVENTS).relativize(schema).toString());
    }

    private static void close(JsonNode node) {
        node.forEach(ContractsTest::close);
        if (node instanceof ObjectNode object && object.path("properties").isObject() && object.has("type")) {
            object.put("additionalProperties", false);
        }
    }
}
