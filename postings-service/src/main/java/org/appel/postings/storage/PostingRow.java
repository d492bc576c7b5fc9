package org.appel.postings.storage;

import java.time.Instant;
import java.util.List;
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

import org.appel.postings.model.Approval;
import org.appel.postings.model.Contract;
import org.appel.postings.model.Gap;
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
import org.appel.postings.model.Schedule;
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

    String[] writtenBy;

    @Nullable
    String approvedBy;

    @Nullable
    Instant approvedAt;

    @Nullable
    Instant publishAt;

    @Nullable
    String scheduledBy;

    @Convert(converter = GapsColumn.class)
    @ColumnTransformer(write = "?::jsonb")
    @Nullable
    List<Gap> scheduleProblem;

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
        writeDesk(posting instanceof Draft draft ? draft : null);
        closedAt = posting instanceof Closed closed ? closed.closedAt() : null;
        if (posting instanceof Withdrawn withdrawn) {
            withdrawnAt = withdrawn.withdrawnAt();
            withdrawalReason = withdrawn.reason();
        }
    }

    /** What only a draft has: with its publication it becomes part of the version. */
    private void writeDesk(@Nullable Draft draft) {
        var approval = draft == null ? null : draft.approval();
        var schedule = draft == null ? null : draft.schedule();
        writtenBy = draft == null ? new String[0] : draft.writtenBy().toArray(String[]::new);
        approvedBy = approval == null ? null : approval.by();
        approvedAt = approval == null ? null : approval.at();
        publishAt = schedule == null ? null : schedule.at();
        scheduledBy = schedule == null ? null : schedule.by();
        scheduleProblem = schedule == null || schedule.problem().isEmpty() ? null : schedule.problem();
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
            case DRAFT -> new Draft(postingId, ad, List.of(writtenBy), approval(), schedule());
            case OPEN -> new Open(postingId, ad, publication());
            case CLOSED -> new Closed(postingId, ad, publication(), there(closedAt));
            case WITHDRAWN -> new Withdrawn(postingId, ad, publication(), there(withdrawalReason), there(withdrawnAt));
        };
    }

    private @Nullable Approval approval() {
        return approvedBy == null ? null : new Approval(approvedBy, there(approvedAt));
    }

    private @Nullable Schedule schedule() {
        return publishAt == null
                ? null
                : new Schedule(publishAt, there(scheduledBy), Objects.requireNonNullElse(scheduleProblem, List.of()));
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
