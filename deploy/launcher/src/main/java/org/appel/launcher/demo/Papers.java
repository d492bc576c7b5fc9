package org.appel.launcher.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** The documents that candidates send: real PDF files, and one that only pretends. */
final class Papers {

    private static final int LEFT = 72;
    private static final int TOP = 760;
    private static final int LEADING = 20;

    private Papers() {}

    static byte[] cv(Candidate candidate, String edition) {
        return pdf(List.of(
                "Curriculum vitae" + edition,
                candidate.name(),
                candidate.email(),
                "",
                "2019-2024  Chargée de mission, Maison des exemples, Bruxelles",
                "2015-2019  Juriste, Association des personnes inventées, Genève"));
    }

    static byte[] coverLetter(Candidate candidate, String title) {
        return pdf(List.of(
                candidate.name(),
                "",
                title.replace('’', '\''),
                "",
                "Madame, Monsieur,",
                "ce poste est fait pour moi."));
    }

    /** A picture that calls itself a PDF. */
    static byte[] disguised() {
        return "\u0089PNG\r\n\u001a\n and nothing that a reader of PDF could open"
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] pdf(List<String> lines) {
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(FontName.HELVETICA), 12);
                content.setLeading(LEADING);
                content.newLineAtOffset(LEFT, TOP);
                for (var line : lines) {
                    content.showText(line.replace('·', '-'));
                    content.newLine();
                }
                content.endText();
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a PDF cannot be made", e);
        }
    }
}
