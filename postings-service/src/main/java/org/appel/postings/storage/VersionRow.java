package org.appel.postings.storage;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

import org.appel.postings.model.Change;
import org.appel.postings.model.Hands;
import org.appel.postings.model.JobAd;
import org.appel.postings.model.Posting.Published;

/** Table {@code posting_version}; a row is never changed. */
@Entity
@Table(name = "posting_version")
class VersionRow {

    @EmbeddedId
    Key key;

    @Enumerated(EnumType.STRING)
    Change change;

    @Convert(converter = AdColumn.class)
    @ColumnTransformer(write = "?::jsonb")
    JobAd ad;

    int deadlineVersion;

    @Nullable
    Instant closesAt;

    Instant changedAt;

    String[] writtenBy;

    @Nullable
    String approvedBy;

    @Nullable
    String publishedBy;

    /** For Hibernate only. */
    protected VersionRow() {}

    static VersionRow of(Published posting, Change change, Instant now, Hands hands) {
        var publication = posting.publication();
        var row = new VersionRow();
        row.key = new Key(posting.id().value(), publication.version());
        row.change = change;
        row.ad = posting.ad();
        row.deadlineVersion = publication.deadlineVersion();
        row.closesAt = publication.closesAt();
        row.changedAt = now;
        row.writtenBy = hands.writtenBy().toArray(String[]::new);
        row.approvedBy = hands.approvedBy();
        row.publishedBy = hands.publishedBy();
        return row;
    }

    PostingVersion toVersion() {
        return new PostingVersion(
                key.version(),
                change,
                changedAt,
                deadlineVersion,
                closesAt,
                ad,
                new Hands(List.of(writtenBy), approvedBy, publishedBy));
    }

    @Embeddable
    record Key(UUID posting, int version) implements Serializable {}
}
