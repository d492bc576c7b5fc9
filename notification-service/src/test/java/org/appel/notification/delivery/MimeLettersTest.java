package org.appel.notification.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import jakarta.mail.MessagingException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.appel.notification.ShippedSettings;
import org.appel.notification.config.MailConfig;
import org.appel.notification.model.InReplyTo;
import org.appel.notification.model.Kind;
import org.appel.notification.model.Language;
import org.appel.notification.model.Letter;
import org.appel.notification.model.MessageId;

import static org.appel.notification.NotificationFixtures.EVENT;
import static org.appel.notification.NotificationFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

class MimeLettersTest {

    private static final Letter LETTER = new Letter(Language.FR, "Candidature reçue", "Bonjour", "<p>Bonjour</p>");

    private final MimeLetters letters =
            new MimeLetters(ShippedSettings.of(MailConfig.class), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void a_long_thread_is_folded_into_lines_that_every_server_takes() throws MessagingException, IOException {
        // Given
        var ids = IntStream.range(0, 20).mapToObj(i -> "<" + "x".repeat(380) + i + "@mail.example>");

        // When
        var written = written(InReplyTo.of("<own@mail.example>", ids.toList()));

        // Then
        assertThat(written.lines()).allMatch(line -> line.length() <= 998);
        assertThat(written.lines().filter(line -> line.startsWith(" <x"))).hasSize(18);
        assertThat(written).contains("\r\n <own@mail.example>\r\n").contains("In-Reply-To: <own@mail.example>\r\n");
    }

    @Test
    void an_answer_has_no_return_path_and_another_letter_that_of_the_settings() throws MessagingException {
        // When
        var answer = letter(InReplyTo.UNKNOWN);
        var other = letter(null);

        // Then
        assertThat(answer.getEnvelopeFrom()).isEqualTo("<>");
        assertThat(answer.getHeader("Auto-Submitted")).containsExactly("auto-replied");
        assertThat(answer.getHeader("In-Reply-To")).isNull();
        assertThat(other.getEnvelopeFrom()).isNull();
        assertThat(other.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void where_a_mail_server_wants_one_an_answer_has_a_return_path_of_its_own() throws MessagingException {
        // Given
        var settings = ShippedSettings.of(MailConfig.class, "appel.mail.answer-return-path", "never@appel.example");
        var strict = new MimeLetters(settings, Clock.fixed(NOW, ZoneOffset.UTC));

        // When
        var answer = letter(strict, InReplyTo.UNKNOWN);

        // Then
        assertThat(answer.getEnvelopeFrom()).isEqualTo("never@appel.example");
    }

    @Test
    void only_an_address_that_can_stand_in_a_mail_is_one() {
        // When
        var sound = MimeLetters.recipient("amel@bücher.example", "Amel");
        var strange = List.of("", "amel", "a@b@c", "amél@x.example", "a@x.example>\r\nBcc: v@evil.example");

        // Then
        assertThat(sound.orElseThrow().getAddress()).isEqualTo("amel@xn--bcher-kva.example");
        assertThat(strange).allSatisfy(address -> assertThat(MimeLetters.recipient(address, null))
                .isEmpty());
    }

    private MimeLetter letter(@Nullable InReplyTo answers) throws MessagingException {
        return letter(letters, answers);
    }

    private static MimeLetter letter(MimeLetters letters, @Nullable InReplyTo answers) throws MessagingException {
        var mail = Addressed.toOne(LETTER, "amel@candidats.example", "Amel", "OMCT", null, answers);
        var recipient = Optional.of(mail.addresses().getFirst())
                .flatMap(address -> MimeLetters.recipient(address, "Amel"))
                .orElseThrow();
        return letters.write(mail, List.of(recipient), MessageId.of(EVENT, Kind.MAIL_ANSWER, "appel.example"));
    }

    private String written(InReplyTo answers) throws MessagingException, IOException {
        var bytes = new ByteArrayOutputStream();
        letter(answers).writeTo(bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
