package org.appel.applications.mailbox;

import java.util.List;

import org.appel.applications.model.Document;
import org.appel.applications.model.UnusableDocument;

/**
 * What came with a mail.
 *
 * @param sound documents that can be used, each with its kind
 * @param unusable those that cannot
 */
record MailDocuments(List<Document> sound, List<UnusableDocument> unusable) {
    MailDocuments {
        sound = List.copyOf(sound);
        unusable = List.copyOf(unusable);
    }

    @Override
    public String toString() {
        return "MailDocuments[" + sound.size() + ", unusable=" + unusable.size() + "]";
    }
}
