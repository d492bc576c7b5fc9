package org.appel.launcher.demo;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import org.appel.launcher.http.Answer;
import org.appel.launcher.http.Api;
import org.appel.launcher.http.Multipart;
import org.appel.launcher.local.LocalSystem;
import org.appel.launcher.process.Service;
import org.appel.launcher.samples.Notice;
import org.appel.launcher.samples.Samples.Draft;

/** One posting, as HR and as candidates deal with it over the APIs. */
final class Vacancy {

    private static final JsonNode NO_BODY = JsonNodeFactory.instance.objectNode();

    private final LocalSystem system;
    private final Draft draft;

    Vacancy(LocalSystem system, Draft draft) {
        this.system = system;
        this.draft = draft;
    }

    String id() {
        return draft.id();
    }

    Notice notice() {
        return draft.notice();
    }

    /** How the organisation calls it. */
    String reference() {
        return notice().body().path("reference").asText();
    }

    String title() {
        return notice().title();
    }

    /** HR asks for the draft to be published. */
    Answer publish() {
        var hr = hr(Service.POSTINGS);
        var etag = hr.get("/postings/" + id()).orThrow("reading the draft").etag();
        return hr.put("/postings/" + id() + "/publication", NO_BODY, Map.of("If-Match", etag));
    }

    /** The posting as the public sees it. */
    JsonNode posting() {
        return hr(Service.POSTINGS)
                .anonymous()
                .get("/postings/" + id())
                .orThrow("reading the posting")
                .json();
    }

    Instant closesAt() {
        return OffsetDateTime.parse(posting().path("closesAt").asText()).toInstant();
    }

    /** Whether the applications-service has heard of it. */
    boolean takesApplications() {
        return hr(Service.APPLICATIONS)
                .anonymous()
                .get("/postings/" + id() + "/form")
                .isDone();
    }

    /** A candidate applies with a cover letter and a CV made for this vacancy. */
    Answer apply(Candidate candidate, String key, String edition) {
        return apply(candidate, key, Papers.coverLetter(candidate, title()), Papers.cv(candidate, edition));
    }

    /** The same with the bytes of both documents. */
    Answer apply(Candidate candidate, String key, byte[] coverLetter, byte[] cv) {
        var form = new Multipart()
                .json("application", candidate.application())
                .file("cover_letter", "Lettre.pdf", "application/pdf", coverLetter)
                .file("cv", "CV.pdf", "application/pdf", cv);
        return hr(Service.APPLICATIONS)
                .anonymous()
                .post("/postings/" + id() + "/applications", form, Map.of("Idempotency-Key", '"' + key + '"'));
    }

    /** A candidate writes to the mailbox that the notice names, with the same documents. */
    void mail(Candidate candidate, String subject) {
        new MailClient(system.mail().port())
                .send(
                        candidate,
                        notice().body().at("/apply/email/address").asText(),
                        subject,
                        Papers.coverLetter(candidate, title()),
                        Papers.cv(candidate, ""));
    }

    /** The mails of this organisation that nobody could file without doubt. */
    List<JsonNode> unsorted() {
        return hr(Service.APPLICATIONS)
                .get("/mailbox/unsorted")
                .orThrow("reading the tray")
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    /** HR says that a mail is for this vacancy. */
    Answer assign(String mail) {
        var request = JsonNodeFactory.instance.objectNode().put("posting", id());
        return hr(Service.APPLICATIONS).post("/mailbox/unsorted/" + mail + "/assignment", request);
    }

    /** The account of everything that came into the organisation's mailbox. */
    JsonNode mailboxLedger() {
        return hr(Service.APPLICATIONS)
                .get("/mailboxes/" + notice().organisation() + "/ledger")
                .orThrow("reading the mailbox's ledger")
                .json();
    }

    static String newKey() {
        return UUID.randomUUID().toString();
    }

    /** The account of everything that arrived. */
    JsonNode ledger() {
        return hr(Service.APPLICATIONS)
                .get("/postings/" + id() + "/ledger")
                .orThrow("reading the ledger")
                .json();
    }

    /** How many applications HR has in its list. */
    int listed() {
        return hr(Service.APPLICATIONS)
                .get("/applications?posting=" + id())
                .orThrow("reading the list")
                .json()
                .path("items")
                .size();
    }

    /** How many mails about it are not yet sent. */
    int mailsThatWait() {
        return Stream.of("waiting", "sending").mapToInt(this::mails).sum();
    }

    private int mails(String state) {
        return hr(Service.NOTIFICATION)
                .get("/notifications?posting=%s&state=%s".formatted(id(), state))
                .orThrow("reading the notifications")
                .json()
                .path("items")
                .size();
    }

    private Api hr(Service service) {
        return system.api(service, "hr", notice().organisation());
    }
}
