package org.appel.notification.storage;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import org.appel.notification.model.Attempt;
import org.appel.notification.model.IntakeCounts;
import org.appel.notification.model.Kind;
import org.appel.notification.model.MessageId;
import org.appel.notification.model.Notification;
import org.appel.notification.model.NotificationId;
import org.appel.notification.model.Occasion;
import org.appel.notification.model.OwedMail;
import org.appel.notification.model.State;

/** A row of {@code notification}, to be read only: every move is one statement of {@link NotificationRows}. */
@Entity
@Immutable
@Table(name = "notification")
class NotificationRow {

    @Id
    UUID id;

    String kind;
    UUID eventId;
    UUID postingId;
    String organisation;

    @Nullable
    UUID applicationId;

    @Nullable
    Integer applicationRevision;

    @Nullable
    Integer applicationNumber;

    @Nullable
    String door;

    @Nullable
    String language;

    Instant occurredAt;

    @Nullable
    Integer applications;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    Counts counts;

    String state;
    boolean erased;
    int claims;
    int attempts;
    int refusals;

    @Nullable
    Instant refusedSince;

    int postponements;
    Instant nextAttemptAt;

    @Nullable
    String lastProblem;

    @Nullable
    String reason;

    String messageId;
    Instant createdAt;

    @Nullable
    Instant sentAt;

    /** The counts of a closed intake, as they stand in the row. */
    record Counts(int arrived, int accepted, int updated, int duplicate, Map<String, Integer> refused, int unsorted) {}

    OwedMail mail() {
        return new OwedMail(
                new NotificationId(id), Kind.of(kind).orElseThrow(), eventId, postingId, organisation, occasion());
    }

    Attempt attempt() {
        return new Attempt(mail(), new MessageId(messageId), claims, erased, refusals, postponements, refusedSince);
    }

    Notification notification() {
        var where = State.of(state).orElseThrow();
        return new Notification(
                mail(),
                where,
                language,
                attempts,
                where == State.WAITING ? nextAttemptAt : null,
                lastProblem,
                reason,
                new MessageId(messageId),
                createdAt,
                sentAt);
    }

    private Occasion occasion() {
        if (counts != null) {
            var told = new IntakeCounts(
                    counts.arrived, counts.accepted, counts.updated, counts.duplicate, counts.refused, counts.unsorted);
            return new Occasion.IntakeOver(occurredAt, Objects.requireNonNull(applications), told);
        }
        return new Occasion.ApplicationArrived(
                Objects.requireNonNull(applicationId),
                Objects.requireNonNull(applicationRevision),
                Objects.requireNonNull(applicationNumber),
                Objects.requireNonNullElse(language, ""),
                Objects.requireNonNullElse(door, ""),
                occurredAt);
    }
}
