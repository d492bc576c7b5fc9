package org.appel.applications.mailbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import com.fasterxml.jackson.databind.JsonNode;

import org.appel.applications.Client;
import org.appel.applications.PostingFixture;
import org.appel.applications.mailbox.imap.MessageHandler.Disposition;
import org.appel.applications.mailbox.imap.StoredMessage;
import org.appel.applications.mailbox.imap.StoredMessage.Condition;
import org.appel.inspection.CandidateFiles;
import org.appel.testing.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

/** A mailbox of one test, its organisation, and HR of it. */
final class Postbox {
    /** What the posting is called, and what mails to it must be called. */
    static final String SUBJECT = "Responsable de la boulangerie de nuit";

    private static final Map<String, byte[]> PDFS = new ConcurrentHashMap<>();
    private static final AtomicLong UIDS = new AtomicLong(1);

    private final MailIntake intake;
    private final String name = ManyMailboxes.next();

    Postbox(MailIntake intake) {
        this.intake = intake;
    }

    String name() {
        return name;
    }

    String hr() {
        return Tokens.hr(name);
    }

    /** The mailbox's address. */
    String address() {
        return "jobs@" + name + ".example";
    }

    /** An open posting of the organisation that takes mail, known to the service. */
    UUID posting() {
        return open(aPosting());
    }

    PostingFixture aPosting() {
        return aPosting(SUBJECT);
    }

    PostingFixture aPosting(String subject) {
        return PostingFixture.anOpenPosting().of(name).titled("fr", subject).byMail(address(), subject);
    }

    /** A mail with a CV, under the subject of the posting. */
    static Eml application(Someone someone) {
        return application(someone, "Curriculum vitae");
    }

    static Eml application(Someone someone, String cv) {
        return Eml.from(someone).subject(SUBJECT).attach("CV.pdf", pdf(cv));
    }

    /** The same bytes for the same text. */
    static byte[] pdf(String text) {
        return PDFS.computeIfAbsent(text, CandidateFiles::pdf);
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

    /** Only its header was fetched. */
    Disposition receiveCut(Eml mail) {
        var whole = new String(mail.bytes(), StandardCharsets.UTF_8);
        var header = whole.substring(0, whole.indexOf("\r\n\r\n") + 4);
        return receive(
                header.getBytes(StandardCharsets.UTF_8), UIDS.getAndIncrement(), Instant.now(), Condition.TOO_LARGE);
    }

    /** It was tried often enough. */
    Disposition receiveUnreadable(byte[] mail) {
        return receive(mail, UIDS.getAndIncrement(), Instant.now(), Condition.UNREADABLE);
    }

    Disposition receive(byte[] mail, long uid, Instant at) {
        return receive(mail, uid, at, Condition.WHOLE);
    }

    private Disposition receive(byte[] mail, long uid, Instant at, Condition condition) {
        try {
            var directory = Files.createTempDirectory("appel-test-mail");
            var raw = Files.write(directory.resolve("mail.eml"), mail);
            try {
                return intake.handle(new StoredMessage(name, "INBOX", 1, uid, at, raw, condition));
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
    UUID theId(UUID posting) {
        var all = applications(posting);
        assertThat(all).hasSize(1);
        return UUID.fromString(all.path(0).path("id").asText());
    }

    JsonNode theFile(UUID posting) {
        return file(theId(posting));
    }

    /** The first document of that kind. */
    UUID document(JsonNode file, String kind) {
        for (var document : file.path("documents")) {
            if (document.path("kind").asText().equals(kind)) {
                return UUID.fromString(document.path("id").asText());
            }
        }
        throw new AssertionError("no document of kind " + kind);
    }

    /** Whom a letter about a revision of the one application goes to. */
    JsonNode recipient(UUID posting, int revision) {
        return Client.get("/applications/" + theId(posting) + "/recipient?revision=" + revision, Tokens.service())
                .json();
    }

    /** Whom the answer to a declined mail goes to. */
    JsonNode sender(JsonNode message) {
        return Client.get("/mailbox/messages/" + message.path("id").asText() + "/recipient", Tokens.service())
                .json();
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
