package org.appel.applications.mailbox;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.appel.applications.model.EmailAddress;

import static org.assertj.core.api.Assertions.assertThat;

class SenderNameTest {
    private static final EmailAddress ADDRESS = new EmailAddress("amina.ben-salah@example.org");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Amina Ben Salah           | Amina Ben Salah
                    "Amina Ben Salah"         | Amina Ben Salah
                    ' Amina   Ben Salah '     | Amina Ben Salah
                    أمينة بن صالح             | أمينة بن صالح
                    """)
    void a_name_is_kept_as_it_is_written(String written, String name) {
        // Then
        assertThat(SenderName.of(written, ADDRESS)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "amina.ben-salah@example.org, Amina Ben Salah",
        "amina_b+jobs@example.org, Amina B",
        "amina1987@example.org, Amina",
        "+216@example.org, +",
        "12345@example.org, 12345"
    })
    void without_one_the_address_says_it(String address, String name) {
        // Then
        assertThat(SenderName.of(null, new EmailAddress(address))).isEqualTo(name);
        assertThat(SenderName.of(address, new EmailAddress(address))).isEqualTo(name);
    }

    @Test
    void a_name_has_no_marks_that_turn_the_line_and_no_more_than_200_characters() {
        // When
        var name = SenderName.of("Amina\u202E\u0000\n" + "x".repeat(500), ADDRESS);

        // Then
        assertThat(name).startsWith("Amina x").hasSize(200).doesNotContain("\u202E", "\n");
    }
}
