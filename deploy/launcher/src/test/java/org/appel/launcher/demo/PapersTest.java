package org.appel.launcher.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PapersTest {

    private static final Candidate NOE = new Candidate("Noé Imaginaire", "fr");

    @Test
    void a_cv_is_a_pdf_that_names_its_candidate() throws IOException {
        // When
        var cv = Papers.cv(NOE, "");

        // Then
        try (var document = Loader.loadPDF(cv)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Noé Imaginaire", "noe.imaginaire@candidate.example");
        }
    }

    @Test
    void the_disguised_one_is_no_pdf() {
        // When
        var bytes = Papers.disguised();

        // Then
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                .doesNotContain("%PDF")
                .contains("PNG");
    }
}
