package org.appel.inspection.check;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.appel.inspection.CandidateFiles;
import org.appel.inspection.Format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class DocumentCheckTest {
    @TempDir
    private Path folder;

    private static final String FRENCH = "Madame, Monsieur, j’ai l’honneur de présenter ma candidature à Genève.";

    private final DocumentCheck check = new DocumentCheck();

    static Stream<Arguments> sound() {
        return Stream.of(
                arguments("a PDF", CandidateFiles.pdf("Amina Ben Salah"), Format.PDF),
                arguments("a DOCX", CandidateFiles.docx(FRENCH), Format.DOCX),
                arguments("an ODT", CandidateFiles.odt(FRENCH), Format.ODT),
                arguments("an RTF", CandidateFiles.rtf("Genève"), Format.RTF),
                arguments("an RTF with raw bytes", utf8("{\\rtf1 {\\pict\\bin4 }}}}} text}\r\n"), Format.RTF),
                arguments("a text in UTF-8", utf8(FRENCH), Format.TEXT),
                arguments("a text with a mark", utf8("\uFEFF" + FRENCH), Format.TEXT),
                arguments("a text in UTF-16", FRENCH.getBytes(StandardCharsets.UTF_16), Format.TEXT),
                arguments("a text in Latin 1", "présenter à Genève".getBytes(StandardCharsets.ISO_8859_1), Format.TEXT),
                arguments("a letter that begins as a mail", utf8("From: Amina\nSubject: post\n\nHello"), Format.TEXT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sound")
    void a_sound_document_is_told_by_its_content(String what, byte[] content, Format expected) throws Exception {
        // When
        var format = formatOf(content);

        // Then
        assertThat(format).as(what).isEqualTo(expected);
    }

    static Stream<Arguments> unfit() {
        var pdf = CandidateFiles.pdf("Amina Ben Salah");
        var docx = CandidateFiles.docx(FRENCH);
        return Stream.of(
                arguments("an empty file", new byte[0], "empty"),
                arguments("a text of blanks", utf8(" \n\t "), "empty"),
                arguments("a PDF with a password", CandidateFiles.pdf("x", "secret"), "encrypted or protected"),
                arguments("a PDF that may not be printed", CandidateFiles.pdf("x", ""), "encrypted or protected"),
                arguments("a PDF cut in the middle", CandidateFiles.cut(pdf, pdf.length / 2), "cut off"),
                arguments("a PDF without its last bytes", CandidateFiles.cut(pdf, pdf.length - 8), "cut off"),
                arguments("a PDF of nothing but marks", utf8("%PDF-1.7\nnothing\n%%EOF\n"), "broken"),
                arguments(
                        "a PDF of pages that are none",
                        utf8("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"),
                        "broken"),
                arguments("HTML", CandidateFiles.html(), "text/html"),
                arguments("a program", CandidateFiles.exe(), "application/x"),
                arguments("a script", utf8("#!/bin/sh\nrm -rf /\n"), "not taken"),
                arguments(
                        "a picture", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13}, "image/png"),
                arguments("random bytes", new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3}, "no text"),
                arguments("an old Word document", CandidateFiles.ole2(false), "old Office format"),
                arguments("a DOCX with a password", CandidateFiles.ole2(true), "password"),
                arguments("a document with macros", CandidateFiles.docm("x"), "without macros"),
                arguments("a plain archive", CandidateFiles.zipOf("cv.txt", utf8(FRENCH)), "ZIP archive"),
                arguments("a DOCX cut off", CandidateFiles.cut(docx, docx.length - 40), "broken"),
                arguments("a DOCX with a changed byte", flipped(docx), "broken"),
                arguments("a DOCX that unpacks to 60 MiB", CandidateFiles.docxWithBomb(), "unpack to far more"),
                arguments("a DOCX with entities", CandidateFiles.docxWithEntities(), "broken"),
                arguments("an ODT with a password", CandidateFiles.encryptedOdt(), "password"),
                arguments("an RTF cut off", utf8("{\\rtf1 {\\b bold"), "cut off"),
                arguments("an RTF with a program behind it", utf8("{\\rtf1 text}MZ"), "broken"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unfit")
    void an_unfit_document_is_refused_with_its_reason(String what, byte[] content, String reason) {
        // When
        var refusal = catchThrowable(() -> formatOf(content));

        // Then
        assertThat(refusal).as(what).isInstanceOf(UnfitDocument.class).hasMessageContaining(reason);
    }

    @Test
    void a_deeply_nested_pdf_ends_the_check_and_not_the_service() {
        // Given
        var nested = utf8("%PDF-1.7\n1 0 obj " + "[".repeat(200_000) + "\n%%EOF\n");

        // When
        var refusal = catchThrowable(() -> formatOf(nested));

        // Then
        assertThat(refusal).isInstanceOf(UnfitDocument.class).hasMessageContaining("broken");
    }

    static Stream<Arguments> bombs() {
        return Stream.of(
                arguments("a PDF whose directory unpacks to 64 MiB", CandidateFiles.pdfWithBomb("", 0)),
                arguments("the same behind a broken header", CandidateFiles.pdfWithBomb("", 0x11)),
                arguments(
                        "a PDF whose rows are said to be long",
                        CandidateFiles.pdfWithBomb("/DecodeParms<</Predictor 12/Columns 50000000>>", 0)),
                arguments("a DOCX with a list of a million parts", CandidateFiles.docxOfManyParts(1_000_000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    void a_file_that_grows_when_it_is_read_is_refused_before_it_has_grown(String what, byte[] content) {
        // Given
        var thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = thread.getCurrentThreadAllocatedBytes();

        // When
        var refusal = catchThrowable(() -> formatOf(content));

        // Then
        assertThat(refusal).as(what).isInstanceOf(UnfitDocument.class).hasMessageContaining("broken");
        assertThat(thread.getCurrentThreadAllocatedBytes() - before)
                .as("bytes taken for one of " + content.length)
                .isLessThan(48L << 20);
    }

    private Format formatOf(byte[] content) throws Exception {
        return check.formatOf(Files.write(folder.resolve("document"), content));
    }

    private static byte[] flipped(byte[] whole) {
        var changed = whole.clone();
        changed[whole.length / 3] ^= 0x55;
        return changed;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
