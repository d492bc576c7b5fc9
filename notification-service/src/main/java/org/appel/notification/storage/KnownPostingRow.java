package org.appel.notification.storage;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import org.appel.notification.model.Posting;

/** A row of {@code known_posting}. */
@Entity
@Table(name = "known_posting")
class KnownPostingRow {

    @Id
    UUID id;

    int version;
    int deadlineVersion;
    String organisation;
    String organisationName;

    @Nullable
    String reference;

    String originalLanguage;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> titles;

    @Nullable
    Instant closesAt;

    @Nullable
    String zone;

    @Nullable
    String wording;

    @Nullable
    String applyAddress;

    List<String> selection;
    String progress;

    void take(Posting posting) {
        id = posting.id();
        version = posting.version();
        deadlineVersion = posting.deadlineVersion();
        organisation = posting.organisation();
        organisationName = posting.organisationName();
        reference = posting.reference();
        originalLanguage = posting.originalLanguage();
        titles = posting.titles();
        var deadline = posting.deadline();
        closesAt = deadline == null ? null : deadline.closesAt();
        zone = deadline == null ? null : deadline.zone().getId();
        wording = deadline == null ? null : deadline.wording();
        applyAddress = posting.applyAddress();
        selection = posting.selection();
        progress = posting.progress().name().toLowerCase(Locale.ROOT);
    }

    Posting posting() {
        return new Posting(
                id,
                version,
                deadlineVersion,
                organisation,
                organisationName,
                reference,
                originalLanguage,
                titles,
                deadline(),
                applyAddress,
                selection,
                Posting.Progress.valueOf(progress.toUpperCase(Locale.ROOT)));
    }

    private Posting.@Nullable Deadline deadline() {
        return closesAt == null || zone == null ? null : new Posting.Deadline(closesAt, ZoneId.of(zone), wording);
    }
}
