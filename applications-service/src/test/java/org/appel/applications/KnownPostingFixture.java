package org.appel.applications;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.appel.applications.model.DocumentKind;
import org.appel.applications.model.EmailAddress;
import org.appel.applications.model.KnownPosting;
import org.appel.applications.model.LatePolicy;
import org.appel.applications.model.PostingId;

/** A posting as this service knows it, for tests of the rules: complete, and a test changes what it is about. */
public final class KnownPostingFixture {
    public static final PostingId ID = new PostingId(UUID.fromString("0197edea-a3b8-767c-9c11-386ef552ddd0"));
    public static final Instant OPENS = Instant.parse("2025-07-09T07:00:00Z");
    public static final Instant CLOSES = Instant.parse("2025-08-03T22:00:00Z");

    private PostingId id = ID;
    private int version = 1;
    private boolean withdrawn;
    private @Nullable String reference;
    private Map<String, String> titles = Map.of("fr", "Chargé·e de mission");
    private boolean takesByApi = true;
    private @Nullable String mandatedSubject;
    private @Nullable EmailAddress applyAddress;
    private @Nullable Instant publishedAt = OPENS;
    private @Nullable Instant closesAt = CLOSES;
    private int deadlineVersion = 1;
    private int closedDeadline;
    private LatePolicy late = new LatePolicy.Refuse();

    private KnownPostingFixture() {}

    public static KnownPostingFixture aKnownPosting() {
        return new KnownPostingFixture();
    }

    public KnownPostingFixture id(UUID other) {
        id = new PostingId(other);
        return this;
    }

    public KnownPostingFixture version(int other) {
        version = other;
        return this;
    }

    public KnownPostingFixture deadlineVersion(int other) {
        deadlineVersion = other;
        return this;
    }

    public KnownPostingFixture publishedAt(Instant other) {
        publishedAt = other;
        return this;
    }

    public KnownPostingFixture withdrawn() {
        withdrawn = true;
        return this;
    }

    /** Only heard of: its content was not read yet. */
    public KnownPostingFixture neverRead() {
        publishedAt = null;
        return this;
    }

    public KnownPostingFixture numbered(String other) {
        reference = other;
        return this;
    }

    public KnownPostingFixture titled(Map<String, String> others) {
        titles = others;
        return this;
    }

    public KnownPostingFixture notByApi() {
        takesByApi = false;
        return this;
    }

    public KnownPostingFixture byMail(String address, String subject) {
        applyAddress = new EmailAddress(address);
        mandatedSubject = subject;
        return this;
    }

    public KnownPostingFixture closing(@Nullable Instant at) {
        closesAt = at;
        return this;
    }

    /** The intake of its deadline was closed and counted. */
    public KnownPostingFixture counted() {
        closedDeadline = 1;
        return this;
    }

    public KnownPostingFixture late(LatePolicy policy) {
        late = policy;
        return this;
    }

    public KnownPosting build() {
        return new KnownPosting(
                id,
                "omct",
                version,
                withdrawn,
                reference,
                titles,
                takesByApi,
                applyAddress != null,
                applyAddress != null,
                applyAddress,
                mandatedSubject,
                publishedAt,
                closesAt,
                closesAt == null ? null : "Europe/Brussels",
                deadlineVersion,
                closedDeadline,
                late,
                List.of(new DocumentKind("motivation"), DocumentKind.CV),
                false,
                null);
    }
}
