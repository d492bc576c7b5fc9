package org.appel.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** The manifests in {@code deploy/kubernetes}, as far as reading can tell. */
class KubernetesFilesTest {

    private static final String ROOT = "deploy/kubernetes";
    private static final String PRODUCTION = ROOT + "/overlays/production/kustomization.yaml";

    /** Made by the operators and by the ingress's certificate issuer. */
    private static final List<String> MADE_BY_OTHERS = List.of(
            "postings-service", "applications-service", "notification-service", "kafka-lag", "kafka-cluster-ca-cert");

    private static final List<JsonNode> RESOURCES =
            Repository.files(
                            ROOT,
                            file -> !file.endsWith("kustomization.yaml")
                                    && file.toString().endsWith(".yaml"))
                    .stream()
                    .flatMap(file -> Repository.yamls(file).stream())
                    .toList();

    @TempDir
    private Path folder;

    @Test
    void every_manifest_is_listed_and_every_listed_manifest_exists() {
        for (var kustomization : Repository.files(ROOT, "kustomization.yaml")) {
            // When
            var listed = Repository.texts(
                            Repository.yamls(kustomization).getFirst().path("resources"))
                    .stream()
                    .filter(name -> !name.startsWith(".."))
                    .collect(Collectors.toCollection(TreeSet::new));
            var present =
                    Repository.files(
                                    Repository.path("")
                                            .relativize(kustomization.getParent())
                                            .toString(),
                                    ".yaml")
                            .stream()
                            .map(file -> file.getFileName().toString())
                            .filter(name -> !name.equals("kustomization.yaml"))
                            .collect(Collectors.toCollection(TreeSet::new));

            // Then
            assertThat(listed).as(kustomization.toString()).isEqualTo(present);
        }
    }

    @Test
    void every_folder_that_an_overlay_builds_on_exists() {
        // Given
        var overlay = Repository.path(PRODUCTION).getParent();
        var production = Repository.yaml(PRODUCTION);

        // When
        var folders = Stream.of("resources", "components")
                .flatMap(part -> Repository.texts(production.path(part)).stream())
                .filter(name -> name.startsWith(".."))
                .map(overlay::resolve);

        // Then
        assertThat(folders).hasSize(3).allMatch(part -> Files.exists(part.resolve("kustomization.yaml")));
    }

    @Test
    void every_resource_is_named_and_none_twice() {
        // When
        var names = RESOURCES.stream()
                .map(resource -> resource.path("kind").asText() + "/"
                        + resource.at("/metadata/name").asText());

        // Then
        assertThat(RESOURCES).allMatch(resource -> resource.path("apiVersion").isTextual());
        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[A-Za-z]+/[a-z0-9.-]+"));
    }

    @Test
    void every_service_is_probed_bounded_and_without_privileges() {
        for (var deployment : kind("Deployment").toList()) {
            var pod = deployment.at("/spec/template/spec");
            var container = pod.at("/containers/0");

            // Then
            assertThat(container.at("/startupProbe/httpGet/path").asText()).isEqualTo("/health/started");
            assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/health/live");
            assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/health/ready");
            assertThat(container.at("/resources/requests/memory").isTextual()).isTrue();
            assertThat(container.at("/resources/limits/memory").isTextual()).isTrue();
            assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                    .isTrue();
            assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true))
                    .isFalse();
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
        }
        assertThat(kind("Deployment")).hasSize(3);
    }

    @Test
    void every_selector_finds_the_pods_of_a_deployment() {
        // Given
        var labels = kind("Deployment")
                .map(deployment -> deployment.at("/spec/template/metadata/labels"))
                .toList();

        // When
        var selectors = Stream.of(
                        kind("Deployment").map(d -> d.at("/spec/selector/matchLabels")),
                        kind("Service").map(s -> s.at("/spec/selector")),
                        kind("PodDisruptionBudget").map(b -> b.at("/spec/selector/matchLabels")),
                        kind("PodMonitor").map(m -> m.at("/spec/selector/matchLabels")))
                .flatMap(selector -> selector);

        // Then
        assertThat(selectors).hasSize(10).allMatch(selector -> labels.stream()
                .anyMatch(pod -> selector.properties().stream()
                        .allMatch(label -> label.getValue().equals(pod.get(label.getKey())))));
    }

    @Test
    void no_secret_is_in_a_file_and_every_secret_that_is_used_is_explained() {
        // Given
        var explanation = Repository.text(PRODUCTION);

        // When
        var used = RESOURCES.stream()
                .flatMap(resource -> Stream.of("secretKeyRef", "passwordSecret")
                        .flatMap(reference -> resource.findValues(reference).stream()))
                .map(reference -> reference.path("name").asText())
                .collect(Collectors.toCollection(TreeSet::new));

        // Then
        assertThat(kind("Secret")).isEmpty();
        assertThat(used).isNotEmpty().allMatch(name -> MADE_BY_OTHERS.contains(name) || explanation.contains(name));
    }

    @Test
    void the_topics_are_those_of_the_contracts() {
        // When
        Map<String, Repository.Topic> topics = new TreeMap<>();
        kind("KafkaTopic")
                .forEach(topic -> topics.put(
                        topic.at("/metadata/name").asText(),
                        new Repository.Topic(
                                topic.at("/spec/partitions").asInt(),
                                topic.at("/spec/config/retention.ms").asLong())));

        // Then
        assertThat(topics).isEqualTo(Repository.promisedTopics());
        assertThat(kind("KafkaTopic"))
                .allMatch(topic -> topic.at("/spec/replicas").asInt() == 3
                        && topic.at("/spec/config/min.insync.replicas").asInt() == 2);
    }

    @Test
    void each_service_may_read_and_write_what_the_contracts_say_it_does() {
        // Given
        var promised = new TreeMap<String, TreeSet<String>>();
        for (var operation : Repository.yaml("contracts/asyncapi.yaml").path("operations")) {
            var verb = operation.path("action").asText().equals("send") ? "Write " : "Read ";
            promised.computeIfAbsent(operation.at("/tags/0/name").asText(), service -> new TreeSet<>())
                    .add(verb + operation.at("/channel/$ref").asText().replace("#/channels/", ""));
        }
        // Where a service reads no topic, nothing writes its dead letters; it may.
        promised.get("postings-service").add("Write postings-service.dead-letters");

        // When
        var granted = new TreeMap<String, TreeSet<String>>();
        kind("KafkaUser")
                .filter(user -> !user.at("/metadata/name").asText().equals("kafka-lag"))
                .forEach(user -> Repository.elements(user.at("/spec/authorization/acls"))
                        .filter(acl -> acl.at("/resource/type").asText().equals("topic"))
                        .forEach(acl -> Repository.texts(acl.path("operations")).stream()
                                .filter(operation -> !operation.equals("Describe"))
                                .forEach(operation -> granted.computeIfAbsent(
                                                user.at("/metadata/name").asText(), service -> new TreeSet<>())
                                        .add(operation + " "
                                                + acl.at("/resource/name").asText()))));

        // Then
        assertThat(granted).isEqualTo(promised);
    }

    @Test
    void no_more_replicas_are_asked_for_than_there_are_partitions() {
        // Given
        var deployments = kind("Deployment")
                .map(deployment -> deployment.at("/metadata/name").asText())
                .toList();

        for (var scaled : kind("ScaledObject").toList()) {
            var topic = scaled.at("/spec/triggers/0/metadata/topic").asText();

            // Then
            assertThat(deployments)
                    .contains(scaled.at("/spec/scaleTargetRef/name").asText());
            assertThat(scaled.at("/spec/maxReplicaCount").asInt())
                    .isEqualTo(Repository.promisedTopics().get(topic).partitions());
        }
        assertThat(kind("HorizontalPodAutoscaler"))
                .allMatch(scaler -> deployments.contains(
                        scaler.at("/spec/scaleTargetRef/name").asText()));
    }

    @Test
    void the_settings_are_those_of_the_compose_file() {
        // Given
        var compose = Repository.yaml("docker-compose.yml").path("services");

        for (var deployment : kind("Deployment").toList()) {
            var name = deployment.at("/metadata/name").asText();

            // When
            var here = Stream.concat(
                            Repository.elements(deployment.at("/spec/template/spec/containers/0/env"))
                                    .map(setting -> setting.path("name").asText()),
                            Repository.all(
                                    Pattern.compile("(?m)^ +- ([A-Z_]+)="),
                                    Repository.text(ROOT + "/base/kustomization.yaml") + Repository.text(PRODUCTION))
                                    .stream())
                    .collect(Collectors.toSet());

            // Then
            assertThat(here)
                    .as(name)
                    .containsAll(Repository.names(compose.at("/" + name + "/environment")).stream()
                            // One for each mailbox, from a secret as a whole.
                            .filter(setting -> !setting.matches("APPEL_MAILBOXES_.*_PASSWORD"))
                            .toList());
        }
    }

    @Test
    void kustomize_builds_the_production_overlay_where_it_is_installed() throws IOException, InterruptedException {
        // Given
        var kubectl = Stream.of(System.getenv("PATH").split(":"))
                .map(directory -> Path.of(directory, "kubectl"))
                .filter(Files::isExecutable)
                .findFirst();
        assumeThat(kubectl).isPresent();
        var built = folder.resolve("production.yaml");

        // When
        var kustomize = new ProcessBuilder(
                        kubectl.get().toString(),
                        "kustomize",
                        Repository.path(PRODUCTION).getParent().toString())
                .redirectOutput(built.toFile())
                .redirectError(folder.resolve("errors").toFile())
                .start();

        // Then
        assertThat(kustomize.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Repository.text(folder.resolve("errors"))).isEmpty();
        assertThat(Repository.yamls(built)).hasSizeGreaterThan(RESOURCES.size());
    }

    private static Stream<JsonNode> kind(String kind) {
        return RESOURCES.stream()
                .filter(resource -> resource.path("kind").asText().equals(kind));
    }
}
