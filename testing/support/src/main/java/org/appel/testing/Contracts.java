package org.appel.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The events' contracts in {@code contracts/events/<name>/v<n>/}: {@code schema.json} and {@code examples/*.json}. Sender and readers are held against
 * the same files.
 */
public final class Contracts {

    private static final Pattern TYPE = Pattern.compile("org\\.appel\\.(?<name>[A-Za-z]+)\\.(?<version>v\\d+)");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Contracts() {}

    /**
     * The repository's root, found from the working directory upwards.
     *
     * @throws IllegalStateException when this runs outside the repository
     */
    public static Path root() {
        var start = Path.of("").toAbsolutePath();
        for (var directory = start; directory != null; directory = directory.getParent()) {
            if (Files.isDirectory(directory.resolve("contracts")) && Files.exists(directory.resolve("pom.xml"))) {
                return directory;
            }
        }
        throw new IllegalStateException("no folder contracts/ beside a pom.xml above " + start);
    }

    /** The folder of an event type: {@code org.appel.PostingPublished.v1} is in {@code contracts/events/posting-published/v1}. */
    public static Path folder(String type) {
        var parts = TYPE.matcher(type);
        if (!parts.matches()) {
            throw new IllegalArgumentException(type + " is no event type of Appel");
        }
        var name = parts.group("name").replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        return root().resolve("contracts/events").resolve(name).resolve(parts.group("version"));
    }

    /** The examples of an event type by file name without ending: {@code smallest}, {@code fullest} and any more. */
    public static Map<String, String> examples(String type) {
        try (var files = Files.list(folder(type).resolve("examples"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".json", ""), Contracts::content));
        } catch (IOException e) {
            throw new UncheckedIOException("no examples of " + type, e);
        }
    }

    /** One example of an event type. */
    public static String example(String type, String name) {
        return content(folder(type).resolve("examples").resolve(name + ".json"));
    }

    /** Fails with every violation unless the event's data is as its schema says. */
    public static void assertValid(String type, String json) {
        assertThat(violations(folder(type).resolve("schema.json"), json))
                .as("violations of %s in %s", type, json)
                .isEmpty();
    }

    /** Fails unless the data equals the example: same fields, values and nulls; the order of fields is free. */
    public static void assertEqualsExample(String type, String example, String json) {
        assertThat(tree(json)).as("%s, example %s", type, example).isEqualTo(tree(example(type, example)));
    }

    /** What a JSON text violates of a JSON Schema (draft 2020-12, formats included); empty when nothing. */
    public static List<String> violations(Path schema, String json) {
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, registry -> registry.schemas(Contracts::referred))
                .getSchema(SchemaLocation.of(schema.toUri().toString()))
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    /** A schema file names others by relative paths; nothing is fetched from elsewhere. */
    private static @Nullable String referred(String location) {
        return location.startsWith("file:") ? content(Path.of(URI.create(location))) : null;
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + json, e);
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("file " + file + " cannot be read", e);
        }
    }
}
