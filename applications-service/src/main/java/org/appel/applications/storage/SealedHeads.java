package org.appel.applications.storage;

import java.io.IOException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import org.appel.applications.model.EmailAddress;
import org.appel.applications.model.MailHead;
import org.appel.applications.model.MessageId;
import org.appel.applications.model.UnusableDocument;

/** The head of a mail as one sealed JSON document, bound to the mail. */
@ApplicationScoped
class SealedHeads {
    private final ObjectMapper json;

    SealedHeads(ObjectMapper json) {
        this.json = json;
    }

    byte[] seal(MessageId message, MailHead head, SealingKey key) {
        try {
            return key.seal(json.writeValueAsBytes(HeadJson.of(head)), purpose(message));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The head of mail " + message + " could not be written");
        }
    }

    MailHead open(MessageId message, byte[] sealed, SealingKey key) {
        try {
            return json.readValue(key.open(sealed, purpose(message)), HeadJson.class)
                    .head();
        } catch (IOException e) {
            // The cause may quote what it read: it stays out of the log.
            throw new IllegalStateException("The head of mail " + message + " could not be read");
        }
    }

    private static String purpose(MessageId message) {
        return "head/" + message;
    }

    private record HeadJson(
            @Nullable String from,
            @Nullable String name,
            @Nullable String answerTo,
            boolean addressOnly,
            boolean answerUnwanted,
            String subject,
            @Nullable String messageId,
            List<String> references,
            @Nullable String ownId,
            List<String> parts,
            List<String> left,
            List<UnusableDocument> unusable,
            @Nullable String words) {
        static HeadJson of(MailHead head) {
            return new HeadJson(
                    text(head.from()),
                    head.name(),
                    text(head.answerTo()),
                    head.addressOnly(),
                    head.answerUnwanted(),
                    head.subject(),
                    head.messageId(),
                    head.references(),
                    head.ownId(),
                    head.parts(),
                    head.left(),
                    head.unusable(),
                    head.words());
        }

        MailHead head() {
            return new MailHead(
                    address(from),
                    name,
                    address(answerTo),
                    addressOnly,
                    answerUnwanted,
                    subject,
                    messageId,
                    references,
                    ownId,
                    parts,
                    left,
                    unusable,
                    words);
        }

        private static @Nullable String text(@Nullable EmailAddress address) {
            return address == null ? null : address.text();
        }

        private static @Nullable EmailAddress address(@Nullable String text) {
            return text == null ? null : new EmailAddress(text);
        }

        @Override
        public String toString() {
            return "HeadJson[…]";
        }
    }
}
