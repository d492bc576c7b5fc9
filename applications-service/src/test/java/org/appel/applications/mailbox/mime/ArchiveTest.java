package org.appel.applications.mailbox.mime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ArchiveTest {
    private static final byte[] PDF = "%PDF-1.7".getBytes(StandardCharsets.UTF_8);

    @Test
    void the_files_in_an_archive_take_its_place() {
        // When
        var mail = withArchive(
                "dossier.zip",
                zip(Map.of("dossier/CV Renée.pdf", PDF, "__MACOSX/._CV.pdf", PDF, "dossier/.DS_Store", PDF)));

        // Then
        assertThat(mail.parts()).singleElement().satisfies(part -> {
            assertThat(part.name()).isEqualTo("CV Renée.pdf");
            assertThat(part.declaredType()).isEqualTo("application/pdf");
            assertThat(Eml.content(part)).isEqualTo(PDF);
        });
        assertThat(mail.left()).isEmpty();
    }

    @Test
    void names_in_the_charset_of_old_windows_are_read() {
        // When
        var mail = withArchive("x.zip", zip(Map.of("Diplôme Renée.pdf", PDF), Charset.forName("IBM850")));

        // Then
        assertThat(mail.parts()).extracting(MailPart::name).containsExactly("Diplôme Renée.pdf");
    }

    @Test
    void folders_in_names_lead_nowhere() {
        // When
        var mail = withArchive("x.zip", zip(Map.of("../../../../evil.pdf", PDF, "..\\\\worse.pdf", PDF)));

        // Then
        assertThat(mail.parts()).extracting(MailPart::name).containsExactlyInAnyOrder("evil.pdf", "worse.pdf");
        assertThat(mail.parts())
                .allSatisfy(part ->
                        assertThat(part.content().getFileName().toString()).matches("part-\\d+"));
    }

    @Test
    void a_document_in_the_shape_of_an_archive_is_a_document() {
        // Given
        var docx = zip(Map.of("word/document.xml", PDF, "[Content_Types].xml", PDF));

        // When
        var named = withArchive("cv.docx", docx);
        var unnamed = withArchive("cv", docx);

        // Then
        assertThat(named.parts()).extracting(MailPart::name).containsExactly("cv.docx");
        assertThat(unnamed.parts()).extracting(MailPart::name).containsExactly("cv");
    }

    @Test
    void an_archive_in_an_archive_is_left_and_named() {
        // When
        var mail = withArchive("x.zip", zip(Map.of("inner.zip", zip(Map.of("cv.pdf", PDF)))));

        // Then
        assertThat(mail.parts()).isEmpty();
        assertThat(mail.left()).singleElement().asString().contains("x.zip").contains("inner.zip");
    }

    @Test
    void of_a_bomb_nothing_is_taken() {
        // When
        var mail = withArchive("x.zip", zip(Map.of("a.pdf", new byte[60 << 20])));

        // Then
        assertThat(mail.parts()).isEmpty();
        assertThat(mail.left()).singleElement().asString().contains("x.zip");
    }

    @Test
    void after_fifty_files_the_rest_is_left_and_said() {
        // Given
        var files = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < 60; i++) {
            files.put("%02d.pdf".formatted(i), PDF);
        }

        // When
        var mail = withArchive("x.zip", zip(files));

        // Then
        assertThat(mail.parts()).hasSize(50);
        assertThat(mail.left()).singleElement().asString().contains("50 files");
    }

    @Test
    void a_file_under_a_password_is_left_and_named() {
        // Given
        var zip = zip(Map.of("cv.pdf", PDF));
        zip[6] |= 1;

        // When
        var mail = withArchive("x.zip", zip);

        // Then
        assertThat(mail.parts()).isEmpty();
        assertThat(mail.left().getFirst()).contains("cv.pdf").contains("password");
    }

    @Test
    void a_damaged_archive_is_named() {
        // Given
        var zip = zip(Map.of("cv.pdf", new byte[100_000]));

        // When
        var mail = withArchive("x.zip", java.util.Arrays.copyOf(zip, zip.length / 3));

        // Then
        assertThat(mail.left()).singleElement().asString().contains("x.zip").contains("damaged");
    }

    private static IncomingMail withArchive(String name, byte[] archive) {
        return Eml.parse("From: a@mail.example\nContent-Type: application/zip; name=\"" + name + "\"\n"
                + "Content-Transfer-Encoding: base64\n\n" + Eml.base64(archive));
    }

    private static byte[] zip(Map<String, byte[]> files) {
        return zip(files, StandardCharsets.UTF_8);
    }

    private static byte[] zip(Map<String, byte[]> files, Charset names) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, names)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
