package org.appel.files;

import java.io.IOException;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.appel.launcher.process.Service;
import org.appel.running.Repository;
import org.appel.running.RunningAppel;

import static org.assertj.core.api.Assertions.assertThat;

/** The stored API documents are those that the services serve. */
@ExtendWith(RunningAppel.class)
class OpenApiFilesTest {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    @ParameterizedTest
    @EnumSource(Service.class)
    void the_stored_document_is_the_one_that_the_service_serves(Service service) throws IOException {
        // Given
        var stored = Repository.root().resolve(Path.of("contracts", "http", file(service)));

        // When
        var served = RunningAppel.appel()
                .api(service, "hr")
                .anonymous()
                .get("/openapi")
                .orThrow("the API document");

        // Then
        assertThat(YAML.readTree(served.text()))
                .as("To refresh it: curl -s %s/openapi > contracts/http/%s", service.id(), file(service))
                .isEqualTo(YAML.readTree(stored.toFile()));
        assertThat(YAML.readTree(served.text()).path("openapi").asText()).startsWith("3.1");
    }

    private static String file(Service service) {
        return service.id().replace("-service", "") + ".openapi.yaml";
    }
}
