package org.appel.inspection.stripping;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.appel.inspection.Format;
import org.appel.inspection.Wish;
import org.appel.inspection.check.DocumentCheck;
import org.appel.inspection.check.UnfitDocument;
import org.appel.inspection.reading.DocumentReader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class DocumentStripperTest {

    @TempDir
    private Path folder;

    static Stream<Arguments> documents() {
        return Stream.of(
                arguments(Format.PDF, TracedFiles.pdf()),
                arguments(Format.DOCX, TracedFiles.docx()),
                arguments(Format.ODT, TracedFiles.odt()),
                arguments(Format.RTF, TracedFiles.rtf()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void a_copy_has_no_trace_of_who_made_it_and_when(Format format, byte[] document) throws Exception {
        // Given
        assertThat(Traces.in(document)).hasSizeGreaterThan(5);

        // When
        var copy = stripped(format, document);

        // Then
        assertThat(Traces.in(copy)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void a_copy_is_a_sound_document_of_the_same_words(Format format, byte[] document) throws Exception {
        // Given
        var words = text(Files.write(folder.resolve("before"), document), format);
        assertThat(words).contains(Traces.SEEN);

        // When
        var copy = Files.write(folder.resolve("after"), stripped(format, document));

        // Then
        assertThat(new DocumentCheck().formatOf(copy)).isEqualTo(format);
        assertThat(withoutAuthor(text(copy, format))).isEqualTo(withoutAuthor(words));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void a_copy_says_nothing_of_itself(Format format, byte[] document) throws Exception {
        // When
        var copy = Files.write(folder.resolve("after"), stripped(format, document));

        // Then
        var metadata =
                new DocumentReader().read(copy, format, Set.of(Wish.METADATA)).metadata();
        assertThat(metadata).doesNotContainKeys("author", "title", "application", "modified", "created");
    }

    @Test
    void plain_text_is_copied_as_it_is() throws Exception {
        // Given
        var text = "Bonjour à tous,\r\n\tvoilà.".getBytes(StandardCharsets.ISO_8859_1);

        // When
        var copy = stripped(Format.TEXT, text);

        // Then
        assertThat(copy).isEqualTo(text);
    }

    @Test
    void a_pdf_keeps_its_remarks_fields_pictures_and_attachments() throws Exception {
        // When
        try (var copy = Loader.loadPDF(stripped(Format.PDF, TracedFiles.pdf()))) {
            // Then
            var catalog = copy.getDocumentCatalog();
            assertThat(copy.getPage(0).getAnnotations())
                    .anySatisfy(note -> assertThat(note.getContents()).isEqualTo("A remark that stays"));
            assertThat(catalog.getAcroForm().getField("motivation")).isNotNull();
            assertThat(picture(copy).getImage().getRGB(5, 15) >> 16 & 0xFF).isGreaterThan(150);
            assertThat(catalog.getNames()
                            .getEmbeddedFiles()
                            .getNames()
                            .get("letter.docx")
                            .getEmbeddedFile()
                            .toByteArray())
                    .startsWith('P', 'K');
        }
    }

    @Test
    void a_docx_keeps_what_was_changed_and_remarked_and_its_blanks() throws Exception {
        // When
        var parts = entries(stripped(Format.DOCX, TracedFiles.docx()));

        // Then
        assertThat(text(parts, "word/document.xml"))
                .contains("<w:ins w:id=\"1\" w:author=\"Author\">", "<w:delText>taken away</w:delText>")
                .contains("<w:t xml:space=\"preserve\">" + Traces.SEEN + " &amp; more </w:t>", "Bound words")
                .contains("xmlns:w14=", "mc:Ignorable=\"w14\"", "w14:paraId=\"11112222\"")
                .doesNotContain("dataBinding")
                .contains("Shown title", "Shown author", "PAGE")
                .doesNotContain("TITLE", "AUTHOR", "fldSimple");
        assertThat(text(parts, "word/comments.xml")).contains("A remark that stays");
        assertThat(text(parts, "word/settings.xml")).contains("zoom").doesNotContain("attachedTemplate");
        assertThat(text(parts, "word/_rels/document.xml.rels")).contains("file:///photo.jpg", "media/image1.jpeg");
        assertThat(parts).doesNotContainKey("_xmlsignatures/sig1.xml").containsKey("word/embeddings/sheet.xlsx");
        assertThat(text(parts, "[Content_Types].xml")).doesNotContain("_xmlsignatures");
    }

    @Test
    void an_odt_keeps_its_changes_fields_and_settings_and_its_type_stands_first() throws Exception {
        // When
        var copy = stripped(Format.ODT, TracedFiles.odt());

        // Then
        assertThat(new String(copy, 30, 47, StandardCharsets.US_ASCII))
                .isEqualTo("mimetypeapplication/vnd.oasis.opendocument.text");
        var parts = entries(copy);
        assertThat(text(parts, "content.xml"))
                .contains("<text:changed-region text:id=\"c1\">", "A remark that stays", "text:c=\"2\"")
                .contains("Field words", "text:fixed=\"true\"", "file:///cv.odt");
        assertThat(text(parts, "settings.xml")).contains("AddFrameOffsets\">true");
        assertThat(parts).doesNotContainKey("META-INF/documentsignatures.xml");
    }

    @Test
    void an_rtf_keeps_its_words_apart_where_marks_stood_between_them() throws Exception {
        // When
        var copy = new String(stripped(Format.RTF, TracedFiles.rtf()), StandardCharsets.ISO_8859_1);

        // Then
        assertThat(copy)
                .contains("\\pard " + Traces.SEEN + " \\'e0 Gen\\'e8ve \\{braces\\}")
                .contains("\\b bold\\b0  plain")
                .contains("{\\revised\\revauth1 added}", "{\\*\\revtbl {Author;}{Author;}}", "{\\*\\atnauthor Author}")
                .contains("{\\b Shown title}", "PAGE")
                .doesNotContain("TITLE")
                .contains("\\jpegblip\\picw40\\pich20", "\\par the end}");
    }

    @Test
    void an_rtf_with_raw_bytes_beyond_its_end_is_no_copy() {
        // Given
        var document = "{\\rtf1 {\\pict\\pngblip\\bin999 x}}".getBytes(StandardCharsets.US_ASCII);

        // When
        var thrown = catchThrowable(() -> stripped(Format.RTF, document));

        // Then
        assertThat(thrown).isInstanceOf(IOException.class);
    }

    @Test
    void archives_in_archives_in_archives_are_no_document() {
        // Given
        var nested = TracedFiles.docx();
        for (int i = 0; i < 6; i++) {
            nested = TracedFiles.zip(Map.of("word/embeddings/a.docx", nested));
        }
        var document = nested;

        // When
        var thrown = catchThrowable(() -> stripped(Format.DOCX, document));

        // Then
        assertThat(thrown).isInstanceOf(IOException.class);
    }

    @Test
    void a_copy_that_grows_beyond_any_document_is_given_up() {
        // Given
        var noise = new byte[70 << 20];
        new Random(5).nextBytes(noise);
        var document = TracedFiles.zip(Map.of("word/media/noise.bin", noise));

        // When
        var thrown = catchThrowable(() -> stripped(Format.DOCX, document));

        // Then
        assertThat(thrown).isInstanceOf(UnfitDocument.class).hasMessageContaining("far more");
    }

    @Test
    void a_copy_that_cannot_be_written_is_no_fault_of_the_document() throws IOException {
        // Given
        var document = Files.write(folder.resolve("document"), TracedFiles.pdf());

        // When
        var thrown = catchThrowable(
                () -> new DocumentStripper().strip(document, Format.PDF, folder.resolve("no folder/copy")));

        // Then
        assertThat(thrown).isInstanceOf(CannotWrite.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void a_disk_that_is_full_is_no_fault_of_the_document(Format format, byte[] content) throws IOException {
        // Given
        var document = Files.write(folder.resolve("document"), content);

        // When
        var thrown = catchThrowable(() -> new DocumentStripper().strip(document, format, Path.of("/dev/full")));

        // Then
        assertThat(thrown).isInstanceOf(CannotWrite.class);
    }

    private byte[] stripped(Format format, byte[] document) throws Exception {
        var file = Files.write(folder.resolve("document"), document);
        var copy = folder.resolve("copy");
        new DocumentStripper().strip(file, format, copy);
        return Files.readAllBytes(copy);
    }

    private static String text(Path file, Format format) throws Exception {
        return String.valueOf(
                new DocumentReader().read(file, format, Set.of(Wish.TEXT)).text());
    }

    /** The reader tells who made a remark, in lines of its own. */
    private static String withoutAuthor(String text) {
        return text.replaceAll(Traces.AUTHOR + "|Author1?", "")
                .replaceAll("(" + Traces.INITIALS + "|\\bA)\\W+(?=A remark)", "")
                .replaceAll("\\s+", " ");
    }

    private static Map<String, byte[]> entries(byte[] archive) throws IOException {
        var entries = new HashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private static String text(Map<String, byte[]> entries, String name) {
        return new String(entries.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }

    private static PDImageXObject picture(PDDocument document) throws IOException {
        var resources = document.getPage(0).getResources();
        var name = resources.getXObjectNames().iterator().next();
        return (PDImageXObject) resources.getXObject(name);
    }
}
