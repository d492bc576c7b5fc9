package org.appel.inspection.process;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.appel.inspection.CandidateFiles;
import org.appel.inspection.Inspection;
import org.appel.inspection.Inspection.Unfit;
import org.appel.inspection.Inspection.Unready;
import org.appel.inspection.InspectorSettings;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever a process says, the service's side believes no length and no number in it. */
@Timeout(120)
class MisbehaviourTest {
    private static final Duration SHORT = Duration.ofSeconds(2);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(classes = {Misbehaving.Noise.class, Misbehaving.Boaster.class, Misbehaving.Confused.class})
    void an_answer_that_is_none_ends_its_process_and_is_no_verdict(Class<?> program) throws Exception {
        // Given
        try (var pool = poolOf(program)) {
            // When
            var inspection = pool.ask(question());

            // Then
            assertThat(inspection).isInstanceOfSatisfying(Unfit.class, unfit -> assertThat(unfit.why())
                    .contains("cannot be read"));
            assertThat(Children.running()).isEmpty();
        }
    }

    @Test
    void answers_without_a_question_cost_no_memory_here() throws Exception {
        // Given
        try (var pool = poolOf(Misbehaving.Chatterbox.class)) {
            var before = usedMemory();

            // When
            var inspection = pool.ask(question());

            // Then
            assertThat(inspection).isInstanceOf(Unfit.class);
            assertThat(usedMemory() - before).isLessThan(8L << 20);
            assertThat(Children.running()).isEmpty();
        }
    }

    @Test
    void one_that_says_nothing_is_given_up_after_two_time_limits() throws Exception {
        // Given
        try (var pool = poolOf(Misbehaving.Deaf.class)) {
            // When
            var inspection = pool.ask(question());

            // Then
            assertThat(inspection).isInstanceOfSatisfying(Unfit.class, unfit -> assertThat(unfit.why())
                    .contains("far longer"));
            assertThat(Children.running()).isEmpty();
        }
    }

    @Test
    void one_that_falls_twice_is_the_documents_fault() throws Exception {
        // Given
        try (var pool = poolOf(Misbehaving.Faller.class)) {
            // When
            var inspection = pool.ask(question());

            // Then
            assertThat(inspection).isInstanceOf(Unfit.class);
        }
    }

    @Test
    void one_that_does_not_start_says_nothing_of_the_document() throws Exception {
        // Given
        try (var pool = poolOf(Misbehaving.Stranger.class)) {
            // When
            Inspection inspection = pool.ask(question());

            // Then
            assertThat(inspection).isInstanceOfSatisfying(Unready.class, unready -> assertThat(unready.why())
                    .contains("could be started"));
        }
    }

    private Request question() throws IOException {
        var file = Files.write(folder.resolve("document"), CandidateFiles.pdf("Amina"));
        return new Request(file, null, Set.of());
    }

    private static ChildPool poolOf(Class<?> program) throws Exception {
        var tests = Path.of(MisbehaviourTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return new ChildPool(
                new InspectorSettings(1, 32, SHORT, 10, SHORT),
                new ChildCommand(32, ChildClassPath.find() + File.pathSeparator + tests, program.getName()));
    }

    private static long usedMemory() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
