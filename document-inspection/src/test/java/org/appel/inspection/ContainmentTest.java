package org.appel.inspection;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.appel.inspection.Inspection.Sound;
import org.appel.inspection.Inspection.Unfit;
import org.appel.inspection.Inspection.Unready;
import org.appel.inspection.process.Children;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

/** A document may end its process, and nothing else. */
@Timeout(180)
class ContainmentTest {
    private static final Duration WAIT = Duration.ofSeconds(30);
    private static final Duration LONG = Duration.ofSeconds(60);
    /** Long enough for a process that shares its machine to have worked for a fourth of it. */
    private static final Duration SHORT = Duration.ofSeconds(3);
    /** Whole years of drawings. */
    private static final int ENDLESS = 40;

    @TempDir
    private Path folder;

    private DocumentInspector inspector = new DocumentInspector(InspectorSettings.defaults());

    @AfterEach
    void close() {
        inspector.close();
        assertThat(Children.running()).isEmpty();
    }

    @Test
    void a_document_that_fills_the_memory_is_unfit_while_others_go_on() throws Exception {
        // Given
        setUp(2, 64, LONG);
        var small = small();
        var hungry = HostileFiles.pdfOfNumbers(folder.resolve("hungry"), 3_000_000);
        inspector.inspect(small);
        var before = usedMemory();

        // When
        var inspection = started(() -> inspector.inspect(hungry));
        int meanwhile = 0;
        while (!inspection.isDone()) {
            assertThat(inspector.inspect(small, Wish.TEXT)).isInstanceOf(Sound.class);
            meanwhile++;
        }

        // Then
        assertThat(inspection.get()).isInstanceOfSatisfying(Unfit.class, unfit -> assertThat(unfit.why())
                .contains("more memory"));
        assertThat(meanwhile).isGreaterThan(3);
        assertThat(usedMemory() - before).isLessThan(16L << 20);
        assertThat(inspector.inspect(small, Wish.TEXT)).isInstanceOf(Sound.class);
    }

    @Test
    void the_same_document_is_sound_where_there_is_memory_for_it() throws Exception {
        // Given
        setUp(1, 900, LONG);
        var large = HostileFiles.pdfOfNumbers(folder.resolve("large"), 3_000_000);

        // When
        var inspection = inspector.inspect(large);

        // Then
        assertThat(inspection).isInstanceOf(Sound.class);
    }

    @Test
    void memory_that_others_left_full_is_not_held_against_a_document() throws Exception {
        // Given
        setUp(1, 64, LONG);
        var small = small();
        inspector.inspect(small);
        var used = Children.running().getFirst().pid();

        // When
        var inspection = inspector.inspect(HostileFiles.pdfOfNumbers(folder.resolve("hungry"), 3_000_000));

        // Then
        assertThat(inspection).isInstanceOf(Unfit.class);
        assertThat(Children.running()).noneMatch(child -> child.pid() == used);
    }

    @Test
    void a_document_without_an_end_is_unfit_when_its_time_is_over() throws Exception {
        // Given
        setUp(1, 64, SHORT);
        var endless = HostileFiles.pdfOfDrawings(folder.resolve("endless"), ENDLESS);
        var begin = System.nanoTime();

        // When
        var inspection = inspector.inspect(endless, Wish.TEXT);

        // Then
        assertThat(inspection).isInstanceOfSatisfying(Unfit.class, unfit -> assertThat(unfit.why())
                .contains("far longer"));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isBetween(SHORT, SHORT.multipliedBy(10));
        assertThat(inspector.inspect(small(), Wish.TEXT)).isInstanceOf(Sound.class);
    }

    @Test
    void pages_in_a_circle_end_the_look_and_not_the_process() throws Exception {
        // Given
        setUp(1, 64, LONG);
        var circle = HostileFiles.pdfOfPagesInACircle(folder.resolve("circle"));
        inspector.inspect(small());
        var process = Children.running().getFirst().pid();

        // When
        var inspection = inspector.inspect(circle, Wish.TEXT);

        // Then
        assertThat(inspection).isInstanceOf(Unfit.class);
        assertThat(Children.running()).extracting(ProcessHandle::pid).containsExactly(process);
    }

    @Test
    void lists_in_lists_without_an_end_are_unfit() throws Exception {
        // Given
        setUp(1, 64, LONG);
        var nested = HostileFiles.pdfOfNestedLists(folder.resolve("nested"), 3_000_000);

        // When
        var inspection = inspector.inspect(nested, Wish.TEXT);

        // Then
        assertThat(inspection).isInstanceOf(Unfit.class);
        assertThat(inspector.inspect(small(), Wish.TEXT)).isInstanceOf(Sound.class);
    }

    @Test
    void a_sound_document_whose_process_is_killed_is_looked_at_by_another() throws Exception {
        // Given
        setUp(1, 64, LONG);
        var slow = HostileFiles.pdfOfDrawings(folder.resolve("slow"), 17);
        inspector.inspect(small(), Wish.TEXT);
        var process = Children.running().getFirst();

        // When
        var inspection = started(() -> inspector.inspect(slow, Wish.TEXT));
        awaitWork(process);
        Children.kill(process);

        // Then
        assertThat(inspection.get()).isInstanceOf(Sound.class);
        assertThat(Children.running()).hasSize(1).noneMatch(process::equals);
    }

    @Test
    void a_document_whose_process_is_killed_twice_is_unfit() throws Exception {
        // Given
        setUp(1, 64, LONG);
        var endless = HostileFiles.pdfOfDrawings(folder.resolve("endless"), ENDLESS);
        inspector.inspect(small(), Wish.TEXT);
        var first = Children.running().getFirst();

        // When
        var inspection = started(() -> inspector.inspect(endless, Wish.TEXT));
        awaitWork(first);
        Children.kill(first);
        await().atMost(WAIT).until(() -> Children.running().stream().anyMatch(child -> !child.equals(first)));
        var second = Children.running().getFirst();
        awaitDocument(second);
        Children.kill(second);

        // Then
        assertThat(inspection.get()).isInstanceOf(Unfit.class);
        assertThat(inspector.inspect(small(), Wish.TEXT)).isInstanceOf(Sound.class);
    }

    @Test
    void a_process_that_was_killed_while_it_was_idle_is_replaced_unnoticed() throws Exception {
        // Given
        setUp(1, 64, LONG);
        inspector.inspect(small());
        Children.kill(Children.running().getFirst());

        // When
        var inspection = inspector.inspect(small(), Wish.TEXT);

        // Then
        assertThat(inspection).isInstanceOf(Sound.class);
    }

    @Test
    void a_process_is_replaced_after_its_number_of_documents() throws Exception {
        // Given
        inspector = new DocumentInspector(new InspectorSettings(1, 64, LONG, 2, LONG));
        inspector.inspect(small());
        var first = Children.running().getFirst();
        inspector.inspect(small());

        // When
        inspector.inspect(small());

        // Then
        assertThat(Children.running()).hasSize(1).noneMatch(first::equals);
    }

    @Test
    void who_waits_too_long_for_a_process_is_told_to_come_later() throws Exception {
        // Given
        inspector = new DocumentInspector(new InspectorSettings(1, 64, LONG, 500, Duration.ofMillis(200)));
        inspector.inspect(small());
        var endless = HostileFiles.pdfOfDrawings(folder.resolve("endless"), ENDLESS);
        var first = started(() -> inspector.inspect(endless, Wish.TEXT));
        awaitWork(Children.running().getFirst());

        // When
        var second = inspector.inspect(small());

        // Then
        assertThat(second).isEqualTo(new Unready("all processes for documents are busy"));
        inspector.close();
        assertThat(first.get()).isInstanceOf(Unready.class);
    }

    @Test
    void whoever_is_interrupted_leaves_no_process_that_goes_on_with_it() throws Exception {
        // Given
        setUp(1, 64, LONG);
        inspector.inspect(small());
        var process = Children.running().getFirst();
        var endless = HostileFiles.pdfOfDrawings(folder.resolve("endless"), ENDLESS);
        var thrown = new FutureTask<>(() -> catchThrowable(() -> inspector.inspect(endless, Wish.TEXT)));
        var thread = Thread.ofVirtual().start(thrown);
        awaitWork(process);

        // When
        thread.interrupt();

        // Then
        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        await().atMost(WAIT).until(() -> !process.isAlive());
        assertThat(inspector.inspect(small(), Wish.TEXT)).isInstanceOf(Sound.class);
    }

    @Test
    void closing_ends_what_is_under_way_and_says_nothing_of_it() throws Exception {
        // Given
        setUp(2, 64, LONG);
        inspector.inspect(small());
        var endless = HostileFiles.pdfOfDrawings(folder.resolve("endless"), ENDLESS);
        var inspection = started(() -> inspector.inspect(endless, Wish.TEXT));
        awaitWork(Children.running().getFirst());

        // When
        inspector.close();

        // Then
        assertThat(inspection.get()).isInstanceOf(Unready.class);
        assertThat(inspector.inspect(small())).isInstanceOf(Unready.class);
        assertThat(Children.running()).isEmpty();
    }

    @Test
    void a_process_that_ends_leaves_no_files() throws Exception {
        // Given
        setUp(1, 64, SHORT);
        inspector.inspect(HostileFiles.pdfOfDrawings(folder.resolve("endless"), ENDLESS), Wish.TEXT);
        inspector.inspect(small(), Wish.TEXT);
        var scratch = scratchOf(Children.running().getFirst());
        assertThat(scratch).isDirectory();

        // When
        inspector.close();

        // Then
        assertThat(scratch).doesNotExist();
    }

    @Test
    void a_process_knows_nothing_of_the_environment_and_has_little_memory() throws Exception {
        // Given
        setUp(1, 64, LONG);

        // When
        inspector.inspect(small());

        // Then
        var process = Children.running().getFirst();
        assertThat(System.getenv()).isNotEmpty();
        assertThat(Files.readString(Path.of("/proc/" + process.pid() + "/environ")))
                .isEqualTo("LC_ALL=C.UTF-8\0");
        assertThat(process.info().commandLine()).get().asString().contains("-Xmx64m", "-XX:+ExitOnOutOfMemoryError");
    }

    @Test
    void a_dead_service_leaves_no_process_and_no_files_not_even_in_the_middle_of_a_document() throws Exception {
        // Given
        var endless = HostileFiles.pdfOfDrawings(folder.resolve("endless"), ENDLESS);
        var service = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LonelyService.class.getName(),
                        endless.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        await().atMost(WAIT).until(() -> !Children.of(service.toHandle()).isEmpty());
        var process = Children.of(service.toHandle()).getFirst();
        awaitDocument(process);
        var scratch = scratchOf(process);

        // When
        Children.kill(service.toHandle());

        // Then
        await().atMost(WAIT).until(() -> !process.isAlive());
        assertThat(scratch).doesNotExist();
    }

    /** A service that does nothing but look into one document. */
    static final class LonelyService {
        public static void main(String[] document) throws Exception {
            try (var inspector = new DocumentInspector(InspectorSettings.defaults())) {
                inspector.inspect(Path.of(document[0]), Wish.TEXT);
            }
        }
    }

    private void setUp(int processes, int heapMiB, Duration timeLimit) {
        inspector = new DocumentInspector(new InspectorSettings(processes, heapMiB, timeLimit, 500, LONG));
    }

    private Path small() throws Exception {
        return Files.write(folder.resolve("small"), CandidateFiles.pdf("Amina"));
    }

    private static FutureTask<Inspection> started(Callable<Inspection> asking) {
        var task = new FutureTask<>(asking);
        Thread.ofVirtual().start(task);
        return task;
    }

    /** Until a new one has been busy for longer than it takes to start. */
    private static void awaitDocument(ProcessHandle process) {
        await().atMost(WAIT)
                .pollInterval(50, TimeUnit.MILLISECONDS)
                .until(() -> worked(process).compareTo(Duration.ofSeconds(3)) > 0);
    }

    /** Until one that was idle has been busy for a while, which it is only in the middle of a document. */
    private static void awaitWork(ProcessHandle process) {
        var begin = worked(process);
        await().atMost(WAIT)
                .pollInterval(20, TimeUnit.MILLISECONDS)
                .until(() -> worked(process).minus(begin).compareTo(Duration.ofMillis(150)) > 0);
    }

    private static Duration worked(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static Path scratchOf(ProcessHandle process) {
        var line = process.info().commandLine().orElseThrow();
        return Path.of(line.substring(line.lastIndexOf(' ') + 1));
    }

    private static long usedMemory() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
