package org.appel.running;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.appel.launcher.embedded.ReceivedMail;

/**
 * What has arrived by mail, read once.
 *
 * @param byRecipient the mails by the address they went to
 */
public record Mails(Map<String, List<ReceivedMail>> byRecipient) {

    public Mails {
        byRecipient = Map.copyOf(byRecipient);
    }

    /** Everything that is in the mailboxes at this moment. */
    public static Mails now() {
        var mails = new HashMap<String, List<ReceivedMail>>();
        RunningAppel.appel().mail().messages().forEach(mail -> mail.to()
                .forEach(address ->
                        mails.computeIfAbsent(address, a -> new ArrayList<>()).add(mail)));
        return new Mails(mails);
    }

    /** The mails to the applicant at this moment. */
    public static List<ReceivedMail> to(Applicant applicant) {
        return now().of(applicant);
    }

    /** The mails to the applicant among these. */
    public List<ReceivedMail> of(Applicant applicant) {
        return byRecipient.getOrDefault(applicant.email(), List.of());
    }

    /** The distinct Message-IDs of the mails. */
    public static Set<String> ids(List<ReceivedMail> mails) {
        return mails.stream().map(ReceivedMail::messageId).collect(Collectors.toSet());
    }
}
