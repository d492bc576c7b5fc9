package org.appel.inspection.process;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ChildClassPathTest {
    /** What only the service's side needs, and what only tests need. */
    private static final Set<String> OF_OTHERS =
            Set.of("clamav-client", "kotlin", "annotations", "junit", "assertj", "awaitility", "byte-buddy");

    @Test
    void a_process_gets_every_jar_that_its_parsers_stand_on() throws Exception {
        // Given
        Set<String> built;
        try (var in = ChildClassPathTest.class.getResourceAsStream("/class-path")) {
            built = names(new String(in.readAllBytes()).strip());
        }

        // When
        var found = names(ChildClassPath.find());

        // Then
        assertThat(found).contains("classes").containsAll(built);
    }

    @ParameterizedTest
    @CsvSource({
        "jar:file:/opt/appel/lib/main/org.apache.tika.tika-core.jar!/, /opt/appel/lib/main/org.apache.tika.tika-core.jar",
        "jar:file:/home/am%C3%A9lie/a%20b/tika.jar!/, /home/amélie/a b/tika.jar",
        "file:/home/x/target/classes/, /home/x/target/classes"
    })
    void the_place_of_a_class_is_its_jar_or_its_folder(String url, String expected) throws Exception {
        // When
        var place = ChildClassPath.place(URI.create(url + "a/B.class").toURL(), "a/B.class");

        // Then
        assertThat(place).isEqualTo(Path.of(expected));
    }

    private static Set<String> names(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator))
                .map(place -> Path.of(place).getFileName().toString())
                .filter(name -> OF_OTHERS.stream().noneMatch(name::startsWith))
                .collect(Collectors.toSet());
    }
}
