package org.appel.applications;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.appel.testing.Topics;

/** A posting as the postings-service tells of it; {@link #publish()} tells it and returns its id. */
public record PostingFixture(
        UUID id,
        int version,
        int deadlineVersion,
        String organisation,
        Instant publishedAt,
        @Nullable Instant closesAt,
        List<String> documents,
        boolean api) {
    public static PostingFixture anOpenPosting() {
        return new PostingFixture(
                UUID.randomUUID(), 1, 1, "omct", Instant.parse("2020-01-01T00:00:00Z"), null, List.of(), true);
    }

    public PostingFixture of(String other) {
        return new PostingFixture(id, version, deadlineVersion, other, publishedAt, closesAt, documents, api);
    }

    public PostingFixture publishedAt(Instant at) {
        return new PostingFixture(id, version, deadlineVersion, organisation, at, closesAt, documents, api);
    }

    public PostingFixture closing(@Nullable Instant at) {
        return new PostingFixture(id, version, deadlineVersion, organisation, publishedAt, at, documents, api);
    }

    public PostingFixture requiring(String... kinds) {
        return new PostingFixture(
                id, version, deadlineVersion, organisation, publishedAt, closesAt, List.of(kinds), api);
    }

    public PostingFixture appliedElsewhere() {
        return new PostingFixture(id, version, deadlineVersion, organisation, publishedAt, closesAt, documents, false);
    }

    /** The next version with a new deadline. */
    public PostingFixture extendedTo(Instant at) {
        return new PostingFixture(id, version + 1, deadlineVersion + 1, organisation, publishedAt, at, documents, api);
    }

    public PostingFixture publish() {
        Topics.sendEvent("postings", id.toString(), "org.appel.PostingPublished.v1", json(""));
        return this;
    }

    public PostingFixture amend(String change) {
        Topics.sendEvent(
                "postings",
                id.toString(),
                "org.appel.PostingAmended.v1",
                json(", \"change\": \"" + change + "\", \"amendedAt\": \"2020-01-02T00:00:00Z\""));
        return this;
    }

    public PostingFixture withdraw() {
        Topics.sendEvent("postings", id.toString(), "org.appel.PostingWithdrawn.v1", """
                {"postingId": "%s", "version": %d, "organisation": "%s", "reason": "none",
                 "withdrawnAt": "2020-01-02T00:00:00Z"}""".formatted(
                        id, version + 1, organisation));
        return this;
    }

    public PostingFixture deadlinePasses() {
        Topics.sendEvent("postings", id.toString(), "org.appel.DeadlinePassed.v1", """
                {"postingId": "%s", "version": %d, "organisation": "%s", "deadlineVersion": %d,
                 "closesAt": "%s", "closedAt": "%s"}""".formatted(
                        id, version, organisation, deadlineVersion, closesAt, closesAt));
        return this;
    }

    private String json(String more) {
        return """
                {"postingId": "%s", "version": %d, "deadlineVersion": %d, "organisation": "%s",
                 "organisationName": "Organisation", "reference": null, "originalLanguage": "fr",
                 "texts": {"fr": {"title": "Chargé·e de mission", "sections": []}}, "workloadPercent": 100,
                 "places": [], "contract": null, "grade": null, "start": null, "pay": null,
                 "payForThisWorkload": null, "languages": [], "experienceYears": null, "workPermit": null,
                 "deadline": %s, "closesAt": %s,
                 "apply": {"api": %s, "email": null, "url": null, "documents": [%s]},
                 "selection": [], "retentionMonths": null, "publishedAt": "%s"%s}""".formatted(
                        id,
                        version,
                        deadlineVersion,
                        organisation,
                        closesAt == null
                                ? "{\"none\": true}"
                                : "{\"date\": \"2025-08-03\", \"time\": null, \"zone\": \"Europe/Brussels\", \"wording\": null}",
                        closesAt == null ? "null" : "\"" + closesAt + "\"",
                        api,
                        documents.stream().map(kind -> "\"" + kind + "\"").collect(Collectors.joining(",")),
                        publishedAt,
                        more);
    }
}
