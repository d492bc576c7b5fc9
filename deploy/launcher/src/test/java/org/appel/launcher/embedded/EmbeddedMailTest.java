package org.appel.launcher.embedded;

import java.util.Properties;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EmbeddedMailTest {

    private final EmbeddedMail mail = new EmbeddedMail(0, 0);

    @BeforeEach
    void start() {
        mail.start();
    }

    @AfterEach
    void stop() {
        mail.stop();
    }

    @Test
    void a_mail_to_anybody_is_taken_and_shown_with_both_its_parts() throws Exception {
        // When
        send("Accusé de réception");

        // Then
        assertThat(mail.messages()).singleElement().satisfies(received -> {
            assertThat(received.to()).containsExactly("candidate@example.org");
            assertThat(received.subject()).isEqualTo("Accusé de réception");
            assertThat(received.text()).contains("reçue");
            assertThat(received.html()).contains("<b>reçue</b>");
            assertThat(received.headers()).containsEntry("Auto-Submitted", "auto-generated");
        });
    }

    @Test
    void a_mail_without_a_sender_is_taken_as_one() throws Exception {
        // When
        send("an answer", "<>");

        // Then
        assertThat(mail.messages()).singleElement().satisfies(received -> assertThat(received.headers())
                .containsEntry("Return-Path", "<>"));
    }

    @Test
    void mails_outlast_a_stop_and_a_start_on_the_same_ports() throws Exception {
        // Given
        send("before");

        // When
        mail.stop();
        mail.start();
        send("after");

        // Then
        assertThat(mail.messages()).extracting(ReceivedMail::subject).containsExactly("before", "after");
    }

    @Test
    void a_mailbox_is_read_by_imap_with_the_address_as_user() throws Exception {
        // Given
        send("to be read");
        var settings = new Properties();
        settings.setProperty("mail.imap.host", "127.0.0.1");
        settings.setProperty("mail.imap.port", Integer.toString(mail.imapPort()));

        // When
        try (var store = Session.getInstance(settings).getStore("imap")) {
            store.connect("candidate@example.org", "any");

            // Then
            try (var inbox = store.getFolder("INBOX")) {
                inbox.open(jakarta.mail.Folder.READ_ONLY);
                assertThat(inbox.getMessageCount()).isEqualTo(1);
            }
        }
    }

    private void send(String subject) throws Exception {
        send(subject, "appel@example.org");
    }

    private void send(String subject, String sender) throws Exception {
        var settings = new Properties();
        settings.setProperty("mail.smtp.host", "127.0.0.1");
        settings.setProperty("mail.smtp.port", Integer.toString(mail.port()));
        settings.setProperty("mail.smtp.from", sender);
        var message = new MimeMessage(Session.getInstance(settings));
        message.setFrom("appel@example.org");
        message.setRecipients(RecipientType.TO, "candidate@example.org");
        message.setSubject(subject, "UTF-8");
        message.setHeader("Auto-Submitted", "auto-generated");
        var text = new MimeBodyPart();
        text.setText("Votre candidature est reçue.", "UTF-8", "plain");
        var html = new MimeBodyPart();
        html.setText("Votre candidature est <b>reçue</b>.", "UTF-8", "html");
        message.setContent(new MimeMultipart("alternative", text, html));
        Transport.send(message);
    }
}
