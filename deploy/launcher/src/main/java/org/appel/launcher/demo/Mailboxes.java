package org.appel.launcher.demo;

import java.util.List;

import org.appel.launcher.embedded.EmbeddedMail;
import org.appel.launcher.embedded.ReceivedMail;

/** The mails that arrived, told apart by their Message-ID, which carries their kind. */
final class Mailboxes {

    static final String ACKNOWLEDGEMENT = "acknowledgement";
    static final String HR_NOTICE = "hr-notice";
    static final String HR_SUMMARY = "hr-summary";

    private final EmbeddedMail mail;

    Mailboxes(EmbeddedMail mail) {
        this.mail = mail;
    }

    /** Mails of the kind about the vacancy, every copy. */
    List<ReceivedMail> of(String kind, String title) {
        return mail.messages().stream()
                .filter(message -> message.messageId().contains("." + kind + "@"))
                .filter(message -> message.subject().contains(title))
                .toList();
    }

    /** Returns when as many such mails are there, or after a minute. */
    boolean await(String kind, String title, int number) {
        return Waiting.until(() -> of(kind, title).size() >= number);
    }
}
