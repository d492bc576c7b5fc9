package org.appel.applications.mailbox.imap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReceivingTimeTest {
    private static final Instant NOW = Instant.parse("2025-07-10T12:00:00Z");
    private static final Optional<Instant> INTERNAL = Optional.of(Instant.parse("2025-07-10T09:00:00Z"));
    private static final Instant AT_BORDER = Instant.parse("2025-07-10T07:12:44Z");

    private static final String MAIL = """
            Received: from relay.omct.example (relay.omct.example [192.0.2.5])
            \tby store.omct.example with LMTP id x; Thu, 10 Jul 2025 09:00:02 +0000
            Received: from mx.mail.example (mx.mail.example [192.0.2.10])
            \tby MX.omct.example (Postfix) with ESMTPS id 4F2A1
            \tfor <candidatures@omct.example>; Thu, 10 Jul 2025 09:12:44 +0200 (CEST)
            Received: by mx.omct.example with SMTP id forged; Thu, 10 Jul 2025 00:00:00 +0000
            Date: Wed, 9 Jul 2025 00:00:00 +0000
            Subject: Received: by mx.omct.example; Thu, 10 Jul 2025 01:00:00 +0000

            Received: by mx.omct.example; Thu, 10 Jul 2025 02:00:00 +0000
            """;

    @TempDir
    Path directory;

    @Test
    void the_topmost_line_of_a_trusted_server_counts() throws IOException {
        assertThat(received(MAIL, List.of("mx.omct.example", "backup.omct.example"), Duration.ZERO, INTERNAL))
                .isEqualTo(AT_BORDER);
    }

    @Test
    void without_a_trusted_server_the_internal_date_counts() throws IOException {
        assertThat(received(MAIL, List.of(), Duration.ZERO, INTERNAL)).isEqualTo(INTERNAL.orElseThrow());
        assertThat(received(MAIL, List.of("elsewhere.example"), Duration.ZERO, INTERNAL))
                .isEqualTo(INTERNAL.orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Received: by mx.omct.example with SMTP; nonsense\n\n",
                "Received: by mx.omct.example\n\n",
                "Received: from by mx.omct.example.mail.example; Thu, 10 Jul 2025 07:00:00 +0000\n\n",
                "Subject: none\n\n",
                ""
            })
    void where_no_line_says_it_the_internal_date_counts(String mail) throws IOException {
        assertThat(received(mail, List.of("mx.omct.example"), Duration.ZERO, INTERNAL))
                .isEqualTo(INTERNAL.orElseThrow());
    }

    @Test
    void where_nothing_says_it_a_message_arrives_now() throws IOException {
        assertThat(received("", List.of(), Duration.ZERO, Optional.empty())).isEqualTo(NOW);
    }

    @Test
    void nothing_arrives_later_than_now() throws IOException {
        assertThat(received("", List.of(), Duration.ZERO, Optional.of(NOW.plusSeconds(3))))
                .isEqualTo(NOW);
    }

    @Test
    void a_mail_servers_time_becomes_appels() throws IOException {
        // Given
        var shift = Duration.ofDays(-90);

        // Then
        assertThat(received(MAIL, List.of("mx.omct.example"), shift, INTERNAL)).isEqualTo(AT_BORDER.plus(shift));
        assertThat(received(MAIL, List.of(), shift, INTERNAL))
                .isEqualTo(INTERNAL.orElseThrow().plus(shift));
    }

    private Instant received(String mail, List<String> trusted, Duration shift, Optional<Instant> internal)
            throws IOException {
        var raw = Files.writeString(directory.resolve("raw"), mail.replace("\n", "\r\n"));
        return new ReceivingTime(trusted, Clock.fixed(NOW, ZoneOffset.UTC), () -> shift).of(internal, raw);
    }
}
