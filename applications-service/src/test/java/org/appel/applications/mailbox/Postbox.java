package org.appel.applications.mailbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import com.fasterxml.jackson.databind.JsonNode;

import org.appel.applications.Client;
import org.appel.applications.PostingFixture;
import org.appel.applications.mailbox.imap.MessageHandler.Disposition;
import org.appel.applications.mailbox.imap.StoredMessage;
import org.appel.testing.Tokens;

/** A mailbox of one test, its organisation, and HR of it. */
final class Postbox {
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final AtomicLong UIDS = new AtomicLong(1);

    private final MailIntake intake;
    private final String name = ManyMailboxes.name(NEXT.getAndIncrement() % ManyMailboxes.NUMBER);

    Postbox(MailIntake intake) {
        this.intake = intake;
    }

    String name() {
        return name;
    }

    String hr() {
        return Tokens.hr(name);
    }

    /** An open posting of the organisation that takes mail under that subject, known to the service. */
    UUID posting(String subject) {
        return open(aPosting(subject));
    }

    PostingFixture aPosting(String subject) {
        return PostingFixture.anOpenPosting()
                .of(name)
                .titled("fr", subject)
                .byMail("jobs@" + name + ".example", subject);
    }

    UUID open(PostingFixture posting) {
        return Client.open(posting);
    }

    Disposition receive(Eml mail) {
        return receive(mail, UIDS.getAndIncrement());
    }

    Disposition receive(Eml mail, long uid) {
        return receive(mail, uid, Instant.now());
    }

    Disposition receive(Eml mail, Instant at) {
        return receive(mail, UIDS.getAndIncrement(), at);
    }

    Disposition receive(Eml mail, long uid, Instant at) {
        return receive(mail.bytes(), uid, at);
    }

    Disposition receive(byte[] mail, long uid, Instant at) {
        try {
            var directory = Files.createTempDirectory("appel-test-mail");
            var raw = Files.write(directory.resolve("mail.eml"), mail);
            try {
                return intake.handle(new StoredMessage(name, "INBOX", 1, uid, at, raw));
            } finally {
                delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static long freshUid() {
        return UIDS.getAndIncrement();
    }

    JsonNode ledger() {
        return Client.get("/mailboxes/" + name + "/ledger", hr()).json();
    }

    JsonNode ledger(UUID posting) {
        return Client.get("/postings/" + posting + "/ledger", hr()).json();
    }

    /** Judged last first. */
    JsonNode messages() {
        return Client.get("/mailbox/messages?limit=200&mailbox=" + name, hr())
                .json()
                .path("items");
    }

    /** The mail that was judged last. */
    JsonNode last() {
        return messages().path(0);
    }

    JsonNode unsorted() {
        return Client.get("/mailbox/unsorted?limit=200&mailbox=" + name, hr())
                .json()
                .path("items");
    }

    JsonNode applications(UUID posting) {
        return Client.get("/applications?limit=200&posting=" + posting, hr())
                .json()
                .path("items");
    }

    JsonNode file(UUID application) {
        return Client.get("/applications/" + application, hr()).json();
    }

    /** The one application of the posting. */
    JsonNode file(JsonNode applications) {
        return file(UUID.fromString(applications.path(0).path("id").asText()));
    }

    private static void delete(java.nio.file.Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
