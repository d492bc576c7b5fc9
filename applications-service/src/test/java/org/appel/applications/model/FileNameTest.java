package org.appel.applications.model;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FileNameTest {
    @ParameterizedTest
    @CsvSource({
        "CV.pdf, CV.pdf",
        "CV.PDF, CV.pdf",
        "CV.docx, CV.docx.pdf",
        "../../etc/passwd, passwd.pdf",
        "'C:\\Users\\amina\\CV.pdf', CV.pdf",
        "Résumé.pdf, Résumé.pdf",
        "cv\u202Efdp.exe, cvfdp.exe.pdf",
        "'a\"b*.pdf', ab.pdf",
        "..., cv.pdf",
        "'', cv.pdf",
        ".pdf, pdf.pdf"
    })
    void a_name_is_kept_as_far_as_it_is_harmless(String given, String expected) {
        // When
        var name = FileName.of(given, DocumentKind.CV, DocumentType.PDF);

        // Then
        assertThat(name.text()).isEqualTo(expected);
    }

    @Test
    void a_name_that_is_too_long_keeps_its_ending() {
        // When
        var name = FileName.of("é".repeat(400) + ".pdf", DocumentKind.CV, DocumentType.PDF);

        // Then
        assertThat(name.text()).hasSize(150).endsWith("é.pdf");
    }

    @Test
    void a_document_without_a_name_is_named_by_its_kind() {
        // When
        var name = FileName.of(null, DocumentKind.COVER_LETTER, DocumentType.TEXT);

        // Then
        assertThat(name.text()).isEqualTo("cover_letter.txt");
    }
}
