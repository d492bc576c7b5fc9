package org.appel.postings.storage;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

import org.appel.postings.model.PostingId;
import org.appel.postings.model.ReliefWebSettings;
import org.appel.postings.model.ReliefWebState;

/** Table {@code reliefweb_posting}. */
@Entity
@Table(name = "reliefweb_posting")
class ReliefWebRow {

    @Id
    UUID posting;

    @Convert(converter = ReliefWebSettingsColumn.class)
    @ColumnTransformer(write = "?::jsonb")
    ReliefWebSettings settings;

    int settingsVersion;
    boolean listed;

    @Column(updatable = false)
    String url;

    @Enumerated(EnumType.STRING)
    ReliefWebState state;

    @Nullable
    String acceptedHash;

    boolean maybeThere;

    @Nullable
    String document;

    boolean pending;
    long postingRevision;
    long organisationRevision;
    int attempts;
    Instant nextAttemptAt;

    @Nullable
    Instant leaseUntil;

    @Nullable
    Integer lastStatus;

    @Nullable
    String lastAnswer;

    @Nullable
    Instant lastSentAt;

    /** For Hibernate only. */
    protected ReliefWebRow() {}

    static ReliefWebRow of(PostingId id, String url) {
        var row = new ReliefWebRow();
        row.posting = id.value();
        row.url = url;
        row.state = ReliefWebState.WAITING;
        return row;
    }

    /** What its team wants; it is looked at anew, whatever was answered before. */
    void want(ReliefWebSettings wanted, boolean isListed, Instant now) {
        settings = wanted;
        settingsVersion++;
        listed = isListed;
        state = ReliefWebState.WAITING;
        pending = true;
        attempts = 0;
        nextAttemptAt = now;
    }

    ReliefWebListing toListing() {
        return new ReliefWebListing(
                new PostingId(posting),
                settings,
                settingsVersion,
                listed,
                url,
                state,
                acceptedHash,
                maybeThere,
                document,
                attempts,
                nextAttemptAt,
                lastStatus,
                lastAnswer,
                lastSentAt);
    }
}
