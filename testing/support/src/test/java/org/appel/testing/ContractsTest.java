package org.appel.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ContractsTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PostingPublished",
                "PostingAmended",
                "PostingWithdrawn",
                "DeadlinePassed",
                "ApplicationReceived",
                "ApplicationAdvanced",
                "ApplicationErased",
                "IntakeClosed",
                "NotificationSent",
                "NotificationFailed"
            })
    void every_example_keeps_the_schema_of_its_event(String name) {
        // Given
        var type = "org.appel." + name + ".v1";

        // When
        var examples = Contracts.examples(type);

        // Then
        assertThat(examples)
                .containsKeys("smallest", "fullest")
                .allSatisfy((example, json) -> Contracts.assertValid(type, json));
    }

    @Test
    void every_violation_is_named_and_formats_are_checked() throws IOException {
        // Given
        var schema = Files.writeString(directory.resolve("schema.json"), """
                {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "required": ["id", "at"],
                 "properties": {"id": {"type": "string", "format": "uuid"}, "at": {"type": "string", "format": "date-time"}}}
                """);

        // When
        var violations = Contracts.violations(schema, "{\"id\": \"none\"}");

        // Then
        assertThat(violations).hasSize(2);
    }

    @Test
    void the_folder_follows_from_the_type_and_a_foreign_type_has_none() {
        // When
        var folder = Contracts.folder("org.appel.PostingPublished.v1");

        // Then
        assertThat(folder).isEqualTo(Contracts.root().resolve("contracts/events/posting-published/v1"));
        assertThatThrownBy(() -> Contracts.folder("org.other.Thing.v1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_root_holds_the_contracts() {
        // When
        var root = Contracts.root();

        // Then
        assertThat(Stream.of("contracts", "pom.xml").map(root::resolve)).allMatch(Files::exists);
    }
}
