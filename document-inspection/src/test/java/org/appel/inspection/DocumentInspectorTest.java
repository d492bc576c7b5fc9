package org.appel.inspection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.appel.inspection.Inspection.Sound;
import org.appel.inspection.Inspection.Unfit;
import org.appel.inspection.Inspection.Unready;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@Timeout(120)
class DocumentInspectorTest {
    private static final String WORDS = "Chargé de mission à Genève";

    private static DocumentInspector inspector;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        inspector = new DocumentInspector(InspectorSettings.defaults());
    }

    @AfterAll
    static void close() {
        inspector.close();
    }

    static Stream<Arguments> documents() {
        return Stream.of(
                arguments(Format.PDF, CandidateFiles.pdf(WORDS)),
                arguments(Format.DOCX, CandidateFiles.docx(WORDS)),
                arguments(Format.ODT, CandidateFiles.odt(WORDS)),
                arguments(Format.RTF, CandidateFiles.rtf("Charg\\'e9 de mission \\'e0 Gen\\'e8ve")),
                arguments(Format.TEXT, WORDS.getBytes(StandardCharsets.UTF_8)),
                arguments(Format.TEXT, WORDS.getBytes(Charset.forName("windows-1252"))),
                arguments(Format.TEXT, WORDS.getBytes(StandardCharsets.UTF_16)));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void a_sound_document_is_told_by_its_content_and_read(Format format, byte[] content) throws Exception {
        // Given
        var file = Files.write(folder.resolve("letter.exe"), content);

        // When
        var inspection = inspector.inspect(file, Wish.TEXT);

        // Then
        assertThat(inspection).isInstanceOfSatisfying(Sound.class, sound -> {
            assertThat(sound.format()).isEqualTo(format);
            assertThat(sound.size()).isEqualTo(content.length);
            assertThat(sound.text()).startsWith(WORDS);
            assertThat(sound.metadata()).isEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("documents")
    void what_is_not_wished_for_is_not_told(Format format, byte[] content) throws Exception {
        // Given
        var file = Files.write(folder.resolve("letter"), content);

        // When
        var inspection = inspector.inspect(file);

        // Then
        assertThat(inspection).isInstanceOfSatisfying(Sound.class, sound -> {
            assertThat(sound.format()).isEqualTo(format);
            assertThat(sound.text()).isNull();
            assertThat(sound.metadata()).isEmpty();
        });
    }

    @Test
    void a_document_says_of_itself_what_it_says() throws Exception {
        // Given
        var file = Files.write(folder.resolve("letter"), CandidateFiles.pdfOf("Amina Ben Salah", "Application"));

        // When
        var inspection = inspector.inspect(file, Wish.METADATA);

        // Then
        assertThat(inspection).isInstanceOfSatisfying(Sound.class, sound -> {
            assertThat(sound.metadata())
                    .containsEntry("author", "Amina Ben Salah")
                    .containsEntry("title", "Application")
                    .containsEntry("pages", "1");
            assertThat(sound.text()).isNull();
            assertThat(sound).asString().doesNotContain("Amina");
        });
    }

    @Test
    void of_a_long_text_the_beginning_is_told() throws Exception {
        // Given
        var file = Files.writeString(folder.resolve("long"), "  " + "\uD83D\uDE00".repeat(2) + "à1".repeat(50_000));

        // When
        var inspection = inspector.inspect(file, Wish.TEXT);

        // Then
        assertThat(inspection).isInstanceOfSatisfying(Sound.class, sound -> assertThat(sound.text())
                .hasSize(20_000)
                .startsWith("\uD83D\uDE00\uD83D\uDE00à1à1")
                .endsWith("à1"));
    }

    static Stream<Arguments> unfit() {
        return Stream.of(
                arguments("a program", CandidateFiles.exe(), "which is not taken"),
                arguments("an empty file", new byte[0], "The file is empty"),
                arguments("a PDF with a password", CandidateFiles.pdf("x", "secret"), "encrypted or protected"),
                arguments("an archive that grows", CandidateFiles.docxWithBomb(), "unpack to far more"),
                arguments("names in names", HostileFiles.docxOfEntities(), "broken"),
                arguments("a file of the machine", CandidateFiles.docxWithEntities(), "broken"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unfit")
    void an_unfit_document_is_refused_with_its_reason(String what, byte[] content, String reason) throws Exception {
        // Given
        var file = Files.write(folder.resolve("cv.pdf"), content);

        // When
        var inspection = inspector.inspect(file, Wish.TEXT, Wish.METADATA);

        // Then
        assertThat(inspection).as(what).isInstanceOfSatisfying(Unfit.class, unfit -> assertThat(unfit.why())
                .contains(reason));
    }

    @Test
    void a_docx_with_ten_gigabytes_in_it_is_refused_before_they_are_there() throws Exception {
        // Given
        var file = HostileFiles.docxOfMebibytes(folder.resolve("cv.docx"), 10 << 10);

        // When
        var inspection = inspector.inspect(file, Wish.TEXT);

        // Then
        assertThat(inspection).isInstanceOfSatisfying(Unfit.class, unfit -> assertThat(unfit.why())
                .contains("unpack to far more"));
    }

    @Test
    void a_name_in_any_script_is_found() throws Exception {
        // Given
        var file = Files.write(folder.resolve("lettre d’Amélie — письмо.pdf"), CandidateFiles.pdf(WORDS));

        // When
        var inspection = inspector.inspect(file);

        // Then
        assertThat(inspection).isInstanceOf(Sound.class);
    }

    @Test
    void a_file_that_is_not_there_is_nobodys_fault() throws Exception {
        // When
        var inspection = inspector.inspect(folder.resolve("gone"), Wish.TEXT, Wish.TEXT);

        // Then
        assertThat(inspection).isEqualTo(new Unready("the file could not be read"));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void a_stripped_copy_is_a_sound_document_of_the_same_format(Format format, byte[] content) throws Exception {
        // Given
        var file = Files.write(folder.resolve("letter"), content);
        var copy = Files.writeString(folder.resolve("copy"), "what was there before");

        // When
        var inspection = inspector.strip(file, copy);

        // Then
        assertThat(inspection).isEqualTo(new Sound(format, Files.size(copy), null, Map.of()));
        assertThat(inspector.inspect(copy, Wish.TEXT))
                .isInstanceOfSatisfying(
                        Sound.class, sound -> assertThat(sound.text()).startsWith(WORDS));
    }

    @Test
    void a_document_that_is_unfit_leaves_no_copy() throws Exception {
        // Given
        var file = Files.write(folder.resolve("cv.pdf"), CandidateFiles.exe());
        var copy = Files.writeString(folder.resolve("copy"), "what was there before");

        // When
        var inspection = inspector.strip(file, copy);

        // Then
        assertThat(inspection).isInstanceOf(Unfit.class);
        assertThat(copy).doesNotExist();
    }

    @Test
    void a_document_is_never_its_own_copy() throws Exception {
        // Given
        var file = Files.write(folder.resolve("cv.pdf"), CandidateFiles.pdf(WORDS));

        // When
        var thrown = catchThrowable(() -> inspector.strip(file, folder.resolve("./cv.pdf")));

        // Then
        assertThat(thrown).isInstanceOf(IllegalArgumentException.class);
        assertThat(file).exists();
    }

    @Test
    void a_copy_that_cannot_be_written_is_nobodys_fault() throws Exception {
        // Given
        var file = Files.write(folder.resolve("cv.pdf"), CandidateFiles.pdf(WORDS));

        // When
        var inspection = inspector.strip(file, folder.resolve("no folder/copy"));

        // Then
        assertThat(inspection).isEqualTo(new Unready("the copy could not be written"));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void a_document_with_a_changed_byte_gets_an_answer_whatever_it_is(Format format, byte[] content) throws Exception {
        // Given
        var random = new Random(11);

        for (int i = 0; i < 60; i++) {
            var changed = content.clone();
            changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            var file = Files.write(folder.resolve("changed"), changed);

            // When
            var inspections = List.of(
                    inspector.inspect(file, Wish.TEXT, Wish.METADATA), inspector.strip(file, folder.resolve("copy")));

            // Then
            assertThat(inspections).as(format.name()).doesNotHaveAnyElementsOfTypes(Unready.class);
        }
    }

    @Test
    void many_documents_at_once_get_each_its_own_answer() throws Exception {
        // Given
        var files = IntStream.range(0, 60).mapToObj(this::numbered).toList();

        // When
        List<Future<Inspection>> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads.invokeAll(files.stream()
                    .map(file -> (Callable<Inspection>) () -> inspector.inspect(file, Wish.TEXT))
                    .toList());
        }

        // Then
        for (int i = 0; i < answers.size(); i++) {
            assertThat(((Sound) answers.get(i).get()).text()).isEqualTo("Number " + i);
        }
    }

    private Path numbered(int number) {
        try {
            var content =
                    number % 2 == 0 ? CandidateFiles.pdf("Number " + number) : CandidateFiles.docx("Number " + number);
            return Files.write(folder.resolve("number-" + number), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
