package org.appel.applications.mailbox.mime;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AuthenticationTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dmarc=fail (p=reject) header.from=mail.example | true",
                "spf=pass; dkim=pass; dmarc=fail | true",
                "spf=fail smtp.mailfrom=x; dkim=fail (bad signature; really) header.d=x | true",
                "spf=softfail; dkim=fail; dmarc=none | true",
                "spf=fail; dkim=pass; dkim=fail | false",
                "spf=fail; dkim=none | false",
                "spf=fail | false",
                "spf=fail; dkim=fail; dmarc=pass | false",
                "spf=pass; dkim=pass; dmarc=pass (dmarc=fail) | false",
                "spf=temperror; dkim=fail | false",
                "none | false"
            })
    void what_the_trusted_server_found_counts(String results, boolean failed) {
        assertThat(parse("Authentication-Results: mx.omct.example; " + results)).isEqualTo(failed);
        assertThat(parse("Authentication-Results: MX.OMCT.example 1;\n\t" + results))
                .isEqualTo(failed);
    }

    @Test
    void what_others_found_does_not_count() {
        assertThat(parse("Authentication-Results: mx.mail.example; dmarc=fail")).isFalse();
        assertThat(Eml.withField("Authentication-Results: mx.omct.example; dmarc=fail")
                        .authenticationFailed())
                .isFalse();
    }

    @Test
    void what_a_sender_wrote_in_the_servers_name_stands_below_and_does_not_count() {
        // When
        var failed = parse("""
                Authentication-Results: mx.omct.example; dmarc=pass
                Received: from x by mx.omct.example; Mon, 7 Jul 2025 09:00:00 +0000
                Authentication-Results: mx.omct.example; dmarc=fail""");

        // Then
        assertThat(failed).isFalse();
    }

    @Test
    void a_server_may_write_a_field_for_each_method() {
        // When
        var failed = parse("""
                Authentication-Results: mx.omct.example; dkim=pass
                Authentication-Results: mx.omct.example; dmarc=fail
                Received: from x by mx.omct.example; Mon, 7 Jul 2025 09:00:00 +0000""");

        // Then
        assertThat(failed).isTrue();
    }

    @Test
    void a_server_may_write_no_name() {
        // Given
        var nameless = new MailParser(Optional.of("-"), List.of());
        var field = "Authentication-Results: spf=fail (sender IP is 192.0.2.1) smtp.mailfrom=x; dkim=none;dmarc=fail";

        // When
        var mail = Eml.parse("From: a@mail.example\n" + field + "\n\nx\n", nameless);

        // Then
        assertThat(mail.authenticationFailed()).isTrue();
        assertThat(parse(field)).isFalse();
    }

    private static boolean parse(String fields) {
        var parser = new MailParser(Optional.of("mx.omct.example"), List.of());
        return Eml.parse("From: a@mail.example\n" + fields + "\n\nx\n", parser).authenticationFailed();
    }
}
