package org.appel.applications;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import org.appel.testing.Topics;

/**
 * A posting as the postings-service tells of it; {@link #publish()} tells it. Each change gives a new fixture of the
 * same posting.
 */
public record PostingFixture(UUID id, ObjectNode state) {
    private static final String STATE = """
            {"postingId": "%s", "version": 1, "deadlineVersion": 1, "organisation": "omct",
             "organisationName": "Organisation", "reference": null, "originalLanguage": "fr",
             "texts": {"fr": {"title": "Chargé·e de mission", "sections": []}}, "workloadPercent": 100,
             "places": [], "contract": null, "grade": null, "start": null, "pay": null,
             "payForThisWorkload": null, "languages": [], "experienceYears": null, "workPermit": null,
             "deadline": {"none": true}, "closesAt": null,
             "apply": {"api": true, "email": null, "url": null, "documents": []},
             "selection": [], "retentionMonths": null, "publishedAt": "2020-01-01T00:00:00Z"}""";

    private static final String DEADLINE = """
            {"date": "2025-08-03", "time": null, "zone": "Europe/Brussels", "wording": null}""";

    public static PostingFixture anOpenPosting() {
        var id = UUID.randomUUID();
        return new PostingFixture(id, (ObjectNode) Client.json(STATE.formatted(id)));
    }

    public PostingFixture of(String organisation) {
        return with(state -> state.put("organisation", organisation));
    }

    public PostingFixture numbered(String reference) {
        return with(state -> state.put("reference", reference));
    }

    public PostingFixture titled(String language, String title) {
        return with(state ->
                state.withObject("/texts/" + language).put("title", title).putArray("sections"));
    }

    public PostingFixture publishedAt(Instant at) {
        return with(state -> state.put("publishedAt", at.toString()));
    }

    public PostingFixture closing(@Nullable Instant at) {
        return with(state -> {
            state.put("closesAt", at == null ? null : at.toString());
            state.set("deadline", Client.json(at == null ? "{\"none\": true}" : DEADLINE));
        });
    }

    public PostingFixture requiring(String... kinds) {
        return with(state -> {
            var documents = apply(state).putArray("documents");
            Arrays.stream(kinds).forEach(documents::add);
        });
    }

    /** Takes applications by mail, too. */
    public PostingFixture byMail(String address, @Nullable String subject) {
        return with(
                state -> apply(state).putObject("email").put("address", address).put("subject", subject));
    }

    /** Takes no applications by mail any more. */
    public PostingFixture notByMail() {
        return with(state -> apply(state).putNull("email"));
    }

    /** Takes no applications by the API. */
    public PostingFixture appliedElsewhere() {
        return with(state -> apply(state).put("api", false));
    }

    /** Takes applications after the deadline and marks them. */
    public PostingFixture flaggingLate() {
        return treatingLate("flag");
    }

    public PostingFixture granting(int graceMinutes) {
        return with(
                state -> apply(state).putObject("late").put("policy", "grace").put("graceMinutes", graceMinutes));
    }

    public PostingFixture refusingLate() {
        return treatingLate("refuse");
    }

    public PostingFixture treatingLate(String policy) {
        return with(state -> apply(state).putObject("late").put("policy", policy));
    }

    public PostingFixture protectingCandidates() {
        return with(state -> apply(state).put("protectCandidates", true));
    }

    public PostingFixture keptFor(int months) {
        return with(state -> state.put("retentionMonths", months));
    }

    /** The next version. */
    public PostingFixture amended() {
        return with(state -> state.put("version", state.path("version").asInt() + 1));
    }

    /** The next version with a new deadline. */
    public PostingFixture extendedTo(Instant at) {
        return amended()
                .closing(at)
                .with(state -> state.put(
                        "deadlineVersion", state.path("deadlineVersion").asInt() + 1));
    }

    public PostingFixture publish() {
        Topics.sendEvent("postings", id.toString(), "org.appel.PostingPublished.v1", state.toString());
        return this;
    }

    public PostingFixture amend(String change) {
        var event = state.deepCopy().put("change", change).put("amendedAt", "2020-01-02T00:00:00Z");
        Topics.sendEvent("postings", id.toString(), "org.appel.PostingAmended.v1", event.toString());
        return this;
    }

    public PostingFixture withdraw() {
        Topics.sendEvent("postings", id.toString(), "org.appel.PostingWithdrawn.v1", """
                {"postingId": "%s", "version": %d, "organisation": "%s", "reason": "none",
                 "withdrawnAt": "2020-01-02T00:00:00Z"}""".formatted(
                        id,
                        state.path("version").asInt() + 1,
                        state.path("organisation").asText()));
        return this;
    }

    public PostingFixture deadlinePasses() {
        var closesAt = state.path("closesAt").asText();
        Topics.sendEvent("postings", id.toString(), "org.appel.DeadlinePassed.v1", """
                {"postingId": "%s", "version": %d, "organisation": "%s", "deadlineVersion": %d,
                 "closesAt": "%s", "closedAt": "%s"}""".formatted(
                        id,
                        state.path("version").asInt(),
                        state.path("organisation").asText(),
                        state.path("deadlineVersion").asInt(),
                        closesAt,
                        closesAt));
        return this;
    }

    private PostingFixture with(Consumer<ObjectNode> change) {
        var changed = state.deepCopy();
        change.accept(changed);
        return new PostingFixture(id, changed);
    }

    private static ObjectNode apply(ObjectNode state) {
        return (ObjectNode) state.path("apply");
    }
}
