package org.appel.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.appel.launcher.http.Answer;
import org.appel.launcher.http.Api;
import org.appel.launcher.process.Service;

import static org.awaitility.Awaitility.await;

/**
 * A posting of OMCT in the running system, made of the notice "Chargé·e protection de l’espace civique".
 *
 * @param id of the posting
 * @param title unique in this run
 */
public record Vacancy(String id, String title) {

    public static final String ORGANISATION = "omct";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    /** Writes a draft whose deadline is the end of the given minute. */
    public static Vacancy draft(String title, Instant deadline) {
        var answer = hr().post("/postings", body(title, deadline)).orThrow("writing a draft");
        return new Vacancy(answer.json().path("id").asText(), title);
    }

    /** Opens a posting and returns when applications are taken for it. */
    public static Vacancy open(String title, Instant deadline) {
        var vacancy = draft(title, deadline);
        vacancy.publish().orThrow("publishing " + title);
        vacancy.awaitIntake();
        return vacancy;
    }

    /** Opens a posting that also takes mails with this subject line; no other may be open with the same. */
    public static Vacancy openForMail(String title, String subject, Instant deadline) {
        return openForMail(body(title, deadline), title, subject);
    }

    /** The same with the organisation's own number. */
    public static Vacancy openForMail(String title, String subject, String reference) {
        var body = body(title, RunningAppel.appel().now().plus(30, ChronoUnit.DAYS));
        body.put("reference", reference);
        return openForMail(body, title, subject);
    }

    private static Vacancy openForMail(ObjectNode body, String title, String subject) {
        ((ObjectNode) body.path("apply"))
                .putObject("email")
                .put("address", MailClient.MAILBOX)
                .put("subject", subject);
        var answer = hr().post("/postings", body).orThrow("writing a draft");
        var vacancy = new Vacancy(answer.json().path("id").asText(), title);
        vacancy.publish().orThrow("publishing " + title);
        vacancy.awaitIntake();
        return vacancy;
    }

    /** Opens a posting that also takes mails, and is due in a month. */
    public static Vacancy openForMail(String title, String subject) {
        return openForMail(title, subject, RunningAppel.appel().now().plus(30, ChronoUnit.DAYS));
    }

    /** Opens a posting that is due in a month. */
    public static Vacancy open(String title) {
        return open(title, RunningAppel.appel().now().plus(30, ChronoUnit.DAYS));
    }

    public Answer publish() {
        return hr().put("/postings/" + id + "/publication", JSON.createObjectNode(), ifMatch());
    }

    /** Changes the title, which makes a new version. */
    public Answer amend(String newTitle) {
        var current = get();
        var body = body(newTitle, closesAt().minus(1, ChronoUnit.MINUTES));
        return hr().put("/postings/" + id, body, Map.of("If-Match", current.etag()));
    }

    /** Moves the deadline to the end of the given minute. */
    public Answer extendTo(Instant deadline) {
        return hr().put("/postings/" + id + "/deadline", deadline(deadline), ifMatch());
    }

    public Answer withdraw(String reason) {
        return hr().delete(
                        "/postings/" + id + "/publication",
                        JSON.createObjectNode().put("reason", reason),
                        ifMatch());
    }

    /** The posting as HR sees it. */
    public Answer get() {
        return hr().get("/postings/" + id).orThrow("reading " + title);
    }

    /** The first instant at which it is too late. */
    public Instant closesAt() {
        return OffsetDateTime.parse(get().json().path("closesAt").asText()).toInstant();
    }

    public void awaitIntake() {
        await("the intake for " + title)
                .until(() -> applications("hr").get("/postings/" + id + "/form").isDone());
    }

    /** The applications' counts, as the ledger has them. */
    public JsonNode ledger() {
        return applications("hr")
                .get("/postings/" + id + "/ledger")
                .orThrow("the ledger")
                .json();
    }

    /** The API of the applications as somebody of OMCT with the role. */
    public static Api applications(String role) {
        return RunningAppel.appel().api(Service.APPLICATIONS, role, ORGANISATION);
    }

    static Api hr() {
        return RunningAppel.appel().api(Service.POSTINGS, "hr", ORGANISATION);
    }

    private Map<String, String> ifMatch() {
        return Map.of("If-Match", get().etag());
    }

    /** The notice as HR writes it, with this title and deadline; it takes applications by the API alone. */
    public static ObjectNode body(String title, Instant deadline) {
        try (var sample = Vacancy.class.getResourceAsStream("/samples/notices/omct-charge-espace-civique.json")) {
            var body = (ObjectNode) JSON.readTree(sample);
            body.putNull("reference");
            ((ObjectNode) body.path("apply")).putNull("email");
            ((ObjectNode) body.path("texts").path("fr")).put("title", title);
            body.set("start", JSON.createObjectNode().put("asap", true));
            body.set("deadline", deadline(deadline));
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode deadline(Instant deadline) {
        var local = deadline.atZone(ZONE).truncatedTo(ChronoUnit.MINUTES);
        return JSON.createObjectNode()
                .put("date", local.toLocalDate().toString())
                .put("time", local.toLocalTime().toString())
                .put("zone", ZONE.getId())
                .put("wording", "au plus tard le " + local.toLocalDate() + " à " + local.toLocalTime());
    }
}
