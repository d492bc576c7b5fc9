package org.appel.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

import org.appel.testing.Contracts;

/** The files of the repository, read as text and as trees. */
final class Repository {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Set<String> BUILT = Set.of("target", ".git", ".appel", "node_modules");

    private Repository() {}

    static Path path(String relative) {
        return Contracts.root().resolve(relative);
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("file " + file + " cannot be read", e);
        }
    }

    static String text(String relative) {
        return text(path(relative));
    }

    static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("file " + file + " is no JSON", e);
        }
    }

    /** The one document of a YAML file, its anchors and merge keys resolved. */
    static JsonNode yaml(String relative) {
        return JSON.valueToTree(new Yaml(new LoaderOptions()).<Object>load(text(relative)));
    }

    /** Every document of a YAML file. */
    static List<JsonNode> yamls(Path file) {
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(file.toFile())) {
            return documents.readAll().stream()
                    .filter(document -> !(document instanceof MissingNode) && !document.isNull())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("file " + file + " is no YAML", e);
        }
    }

    /** The files below a folder, without what was built, in the order of their names. */
    static List<Path> files(String folder, Predicate<Path> wanted) {
        var found = new TreeSet<Path>();
        try {
            Files.walkFileTree(path(folder), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    var isBuilt = BUILT.contains(directory.getFileName().toString());
                    return isBuilt ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (wanted.test(file)) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("folder " + folder + " cannot be read", e);
        }
        return List.copyOf(found);
    }

    static List<Path> files(String folder, String ending) {
        return files(folder, file -> file.toString().endsWith(ending));
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static List<String> texts(JsonNode array) {
        return elements(array).map(JsonNode::asText).toList();
    }

    /** Every match of the pattern's first group, sorted. */
    static Set<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A Kafka topic as a file describes it. */
    record Topic(int partitions, long retentionMs) {}

    /** The topics that the contracts promise, by name. */
    static Map<String, Topic> promisedTopics() {
        var asyncApi = yaml("contracts/asyncapi.yaml");
        var topics = new TreeMap<String, Topic>();
        for (var channel : asyncApi.path("channels")) {
            var bindings = channel.path("bindings");
            var kafka =
                    (bindings.has("$ref") ? at(asyncApi, bindings.get("$ref").asText()) : bindings).path("kafka");
            topics.put(
                    channel.path("address").asText(),
                    new Topic(
                            kafka.path("partitions").asInt(),
                            kafka.at("/topicConfiguration/retention.ms").asLong()));
        }
        return topics;
    }

    /** Follows a reference within a document: {@code #/components/x}. */
    static JsonNode at(JsonNode document, String reference) {
        return document.at(reference.substring(1));
    }

    static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
