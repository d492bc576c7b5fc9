package org.appel.postings.storage;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

import org.appel.postings.model.Contract;
import org.appel.postings.model.JobAd;
import org.appel.postings.model.Place;
import org.appel.postings.model.Posting;
import org.appel.postings.model.Posting.Closed;
import org.appel.postings.model.Posting.Draft;
import org.appel.postings.model.Posting.Open;
import org.appel.postings.model.Posting.Published;
import org.appel.postings.model.Posting.Withdrawn;
import org.appel.postings.model.PostingId;
import org.appel.postings.model.PostingState;
import org.appel.postings.model.Publication;
import org.appel.postings.model.WorkingLanguage;

/** Table {@code posting}. */
@Entity
@Table(name = "posting")
class PostingRow {

    @Id
    UUID id;

    String organisation;

    @Nullable
    String reference;

    @Enumerated(EnumType.STRING)
    PostingState state;

    @Convert(converter = AdColumn.class)
    @ColumnTransformer(write = "?::jsonb")
    JobAd ad;

    int version;
    int deadlineVersion;
    Instant createdAt;

    @Nullable
    Instant publishedAt;

    @Nullable
    Instant closesAt;

    @Nullable
    Instant closedAt;

    @Nullable
    Instant withdrawnAt;

    @Nullable
    String withdrawalReason;

    @Column(name = "workload_percent")
    @Nullable
    Integer workloadPercent;

    @Nullable
    String contract;

    String[] countries;
    String[] cities;
    String[] languages;
    String words;
    int wordsVersion;

    /** Kept by the database. */
    @Column(insertable = false, updatable = false)
    @Nullable
    Instant changedAt;

    @Version
    long revision;

    /** For Hibernate only. */
    protected PostingRow() {}

    static PostingRow of(Draft draft, String organisationName, Instant now) {
        var row = new PostingRow();
        row.id = draft.id().value();
        row.organisation = draft.ad().organisation();
        row.createdAt = now;
        row.write(draft, organisationName);
        return row;
    }

    /** Takes over everything that the posting says now. */
    void write(Posting posting, String organisationName) {
        if (!posting.ad().equals(ad)) {
            writeAd(posting.ad(), organisationName);
        }
        writeState(posting);
    }

    /** Takes over everything but what the notice says. */
    void writeState(Posting posting) {
        state = posting.state();
        if (posting instanceof Published published) {
            writePublication(published.publication());
        }
        closedAt = posting instanceof Closed closed ? closed.closedAt() : null;
        if (posting instanceof Withdrawn withdrawn) {
            withdrawnAt = withdrawn.withdrawnAt();
            withdrawalReason = withdrawn.reason();
        }
    }

    private void writePublication(Publication publication) {
        version = publication.version();
        deadlineVersion = publication.deadlineVersion();
        publishedAt = publication.publishedAt();
        closesAt = publication.closesAt();
    }

    private void writeAd(JobAd newAd, String organisationName) {
        ad = newAd;
        reference = newAd.reference();
        var workload = newAd.workload();
        workloadPercent = workload == null ? null : workload.percent();
        contract = code(newAd.contract());
        countries = newAd.places().stream()
                .map(Place::country)
                .filter(Objects::nonNull)
                .distinct()
                .toArray(String[]::new);
        cities = newAd.places().stream()
                .map(Place::city)
                .filter(Objects::nonNull)
                .map(SearchWords::name)
                .distinct()
                .toArray(String[]::new);
        languages =
                newAd.languages().stream().map(WorkingLanguage::code).distinct().toArray(String[]::new);
        words = SearchWords.of(newAd, organisationName);
        wordsVersion = SearchWords.VERSION;
    }

    StoredPosting toStored() {
        return new StoredPosting(toPosting(), revision);
    }

    private Posting toPosting() {
        var postingId = new PostingId(id);
        return switch (state) {
            case DRAFT -> new Draft(postingId, ad);
            case OPEN -> new Open(postingId, ad, publication());
            case CLOSED -> new Closed(postingId, ad, publication(), there(closedAt));
            case WITHDRAWN -> new Withdrawn(postingId, ad, publication(), there(withdrawalReason), there(withdrawnAt));
        };
    }

    private Publication publication() {
        return new Publication(version, deadlineVersion, there(publishedAt), closesAt);
    }

    private static <T> T there(@Nullable T column) {
        return Objects.requireNonNull(column, "a column that this state always has");
    }

    private static @Nullable String code(@Nullable Contract contract) {
        return contract == null || contract.type() == null
                ? null
                : contract.type().code();
    }
}
