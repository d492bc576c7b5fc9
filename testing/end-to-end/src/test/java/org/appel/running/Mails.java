package org.appel.running;

import java.util.List;
import java.util.stream.Collectors;

import org.appel.launcher.embedded.ReceivedMail;

/** What arrived by mail. */
public final class Mails {

    private Mails() {}

    /** The mails to the applicant. */
    public static List<ReceivedMail> to(Applicant applicant) {
        return to(applicant.email());
    }

    public static List<ReceivedMail> to(String address) {
        return RunningAppel.appel().mail().messages().stream()
                .filter(mail -> mail.to().stream().anyMatch(address::equalsIgnoreCase))
                .toList();
    }

    /** The distinct Message-IDs of the mails. */
    public static java.util.Set<String> ids(List<ReceivedMail> mails) {
        return mails.stream().map(ReceivedMail::messageId).collect(Collectors.toSet());
    }
}
