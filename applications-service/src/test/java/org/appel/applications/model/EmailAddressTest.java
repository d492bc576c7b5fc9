package org.appel.applications.model;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EmailAddressTest {
    @ParameterizedTest
    @CsvSource({
        "amina@example.org, amina@example.org",
        "' Amina@Example.ORG ', amina@example.org",
        "zoe@müller.example.ch, zoe@xn--mller-kva.example.ch",
        "zoe@xn--mller-kva.example.ch, zoe@xn--mller-kva.example.ch",
        "a.b+omct@example.co.uk, a.b+omct@example.co.uk",
        "élodie@example.org, élodie@example.org",
        "e\u0301lodie@example.org, élodie@example.org"
    })
    void spellings_of_one_address_are_the_same(String written, String expected) {
        // When
        var address = EmailAddress.of(written).orElseThrow();

        // Then
        assertThat(address.normalised()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Amina+OMCT@example.org, amina@example.org",
        "ami.na@example.org, ami.na@example.org",
        "+216@example.org, +216@example.org",
        "A.Mi.Na+x@gmail.com, amina@gmail.com",
        "amina@googlemail.com, amina@gmail.com",
        "a.mina@gmail.example, a.mina@gmail.example"
    })
    void what_one_persons_addresses_have_in_common_is_told(String written, String expected) {
        // When
        var address = EmailAddress.of(written).orElseThrow();

        // Then
        assertThat(address.kin()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nobody",
                "@example.org",
                "a@b",
                "a@localhost",
                "a b@example.org",
                "a@exa mple.org",
                "a@example.org\r\nBcc: all@example.org",
                "a@@example.org",
                "<a@example.org>",
                ".a@example.org",
                "a..b@example.org",
                "a@-example.org",
                "a@example.123",
                "a@example..org",
                "\"a b\"@example.org"
            })
    void what_cannot_be_written_to_is_no_address(String written) {
        // When
        var address = EmailAddress.of(written);

        // Then
        assertThat(address).isEmpty();
    }

    @Test
    void a_part_before_the_at_of_more_than_64_characters_is_no_address() {
        // When
        var address = EmailAddress.of("a".repeat(65) + "@example.org");

        // Then
        assertThat(address).isEmpty();
    }

    @Test
    void an_address_does_not_show_in_logs() {
        // When
        var shown = EmailAddress.of("amina@example.org").orElseThrow().toString();

        // Then
        assertThat(shown).doesNotContain("amina");
    }
}
