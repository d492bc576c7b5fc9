package org.appel.files;

import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code docker-compose.yml} and the files it names, as far as reading can tell. */
class ComposeFileTest {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)");
    private static final Pattern SECRET = Pattern.compile("PASSWORD|SECRET|_KEY|KEYSET");
    private static final String REQUIRED = "\\$\\{[A-Z_]+:\\?.+}";
    private static final Pattern CREATED = Pattern.compile("(?m)^create (\\S+) (\\d+) \"\\$(forever|ninety_days)\"$");

    private static final JsonNode COMPOSE = Repository.yaml("docker-compose.yml");
    private static final String DOCKERFILE = Repository.text("deploy/images/Dockerfile");

    @Test
    void every_secret_is_required_from_the_environment_and_has_no_default() {
        for (var service : COMPOSE.path("services")) {
            for (var setting : service.path("environment").properties()) {
                if (SECRET.matcher(setting.getKey()).find()) {
                    // Then
                    assertThat(setting.getValue().asText()).as(setting.getKey()).matches(REQUIRED);
                }
            }
        }
    }

    @Test
    void the_example_of_the_environment_names_every_variable_and_no_other() {
        // When
        var used = Repository.all(VARIABLE, Repository.text("docker-compose.yml"));
        var explained = Repository.all(Pattern.compile("(?m)^#? ?([A-Z_]+)="), Repository.text(".env.example"));

        // Then
        assertThat(used)
                .filteredOn(name -> !name.matches("APPEL_(POSTINGS|APPLICATIONS|NOTIFICATION)_IMAGE"))
                .containsExactlyInAnyOrderElementsOf(explained);
    }

    @Test
    void the_example_of_the_environment_holds_no_secret() {
        // When
        var secrets = Repository.text(".env.example").lines().filter(line -> line.matches("[A-Z].*"));

        // Then
        assertThat(secrets).isNotEmpty().allMatch(line -> line.endsWith("="));
    }

    @Test
    void every_published_port_is_on_the_local_machine() {
        for (var service : COMPOSE.path("services")) {
            // Then
            assertThat(Repository.texts(service.path("ports"))).allMatch(port -> port.startsWith("127.0.0.1:"));
        }
    }

    @Test
    void every_lasting_service_has_a_health_check_and_others_wait_for_it() {
        for (var service : COMPOSE.path("services").properties()) {
            // Then
            var checked = service.getValue().has("healthcheck")
                    || service.getValue().has("build") && DOCKERFILE.contains("HEALTHCHECK");
            assertThat(checked || service.getKey().equals("topics"))
                    .as(service.getKey())
                    .isTrue();
            for (var dependency : service.getValue().path("depends_on").properties()) {
                assertThat(dependency.getValue().path("condition").asText())
                        .as("%s waits for %s", service.getKey(), dependency.getKey())
                        .isEqualTo(
                                dependency.getKey().equals("topics")
                                        ? "service_completed_successfully"
                                        : "service_healthy");
            }
        }
    }

    @Test
    void every_image_can_be_replaced() {
        for (var service : COMPOSE.path("services")) {
            // Then
            assertThat(service.path("image").asText()).matches("\\$\\{APPEL_[A-Z]+_IMAGE:-.+}");
            if (service.has("build")) {
                assertThat(service.at("/build/args/BASE_IMAGE").asText()).matches("\\$\\{APPEL_BASE_IMAGE:-.+}");
            }
        }
    }

    @Test
    void every_file_that_is_mounted_or_built_from_exists() {
        for (var service : COMPOSE.path("services")) {
            for (var volume : Repository.texts(service.path("volumes"))) {
                if (volume.startsWith("./")) {
                    // Then
                    assertThat(Repository.path(volume.split(":")[0])).isRegularFile();
                }
            }
            if (service.has("build")) {
                var context = Repository.path(service.at("/build/context").asText());
                assertThat(context.resolve(service.at("/build/dockerfile").asText())
                                .normalize())
                        .isRegularFile();
                assertThat(context.getParent().resolveSibling("pom.xml")).isRegularFile();
            }
        }
    }

    @Test
    void the_scripts_can_be_run() {
        // When
        var scripts = Repository.files("deploy/compose", ".sh");

        // Then
        assertThat(scripts).hasSize(3).allMatch(Files::isExecutable);
    }

    @Test
    void the_topics_are_those_of_the_contracts() {
        // When
        Map<String, Repository.Topic> created = new TreeMap<>();
        CREATED.matcher(Repository.text("deploy/compose/topics.sh"))
                .results()
                .forEach(topic -> created.put(
                        topic.group(1),
                        new Repository.Topic(
                                Integer.parseInt(topic.group(2)),
                                topic.group(3).equals("forever") ? -1 : 90L * 24 * 60 * 60 * 1000)));

        // Then
        assertThat(created).isEqualTo(Repository.promisedTopics());
    }

    @Test
    void the_image_is_built_on_any_base_and_does_not_run_as_root() {
        // Then
        assertThat(DOCKERFILE.lines().filter(line -> !line.startsWith("#")))
                .startsWith("ARG BASE_IMAGE=eclipse-temurin:25-jre", "FROM ${BASE_IMAGE}")
                .anyMatch(line -> line.matches("USER [1-9]\\d*(:\\d+)?"));
        assertThat(DOCKERFILE).doesNotContain("# syntax=");
    }
}
