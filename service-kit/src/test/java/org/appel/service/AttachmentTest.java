package org.appel.service;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AttachmentTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CV.pdf|attachment; filename=\"CV.pdf\"; filename*=UTF-8''CV.pdf",
                "Résumé d'été.pdf|attachment; filename=\"Resume d'ete.pdf\";"
                        + " filename*=UTF-8''R%C3%A9sum%C3%A9%20d%27%C3%A9t%C3%A9.pdf",
                "سيرة.pdf|attachment; filename=\"____.pdf\"; filename*=UTF-8''%D8%B3%D9%8A%D8%B1%D8%A9.pdf"
            })
    void a_file_name_is_told_to_old_and_new_clients(String fileName, String expected) {
        // When
        var header = Attachment.disposition(fileName);

        // Then
        assertThat(header).isEqualTo(expected);
    }
}
