package org.appel.notification.storage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import org.appel.notification.model.Attempt;
import org.appel.notification.model.Decline;
import org.appel.notification.model.Delivered;
import org.appel.notification.model.IntakeCounts;
import org.appel.notification.model.Kind;
import org.appel.notification.model.MessageId;
import org.appel.notification.model.Notification;
import org.appel.notification.model.NotificationId;
import org.appel.notification.model.Occasion;
import org.appel.notification.model.OwedMail;
import org.appel.notification.model.ProblemCode;
import org.appel.notification.model.State;
import org.appel.notification.model.WebhookEnd;

/** A row of {@code notification}, to be read only: every move is one statement of {@link NotificationRows}. */
@Entity
@Immutable
@Table(name = "notification")
class NotificationRow {

    @Id
    UUID id;

    String kind;
    UUID eventId;

    @Nullable
    UUID postingId;

    @Nullable
    String organisation;

    @Nullable
    UUID applicationId;

    @Nullable
    Integer applicationRevision;

    @Nullable
    Integer applicationNumber;

    @Nullable
    UUID incomingId;

    @Nullable
    String decline;

    @Nullable
    LocalDate erasedOn;

    @Nullable
    UUID webhookId;

    @Nullable
    String webhookEnd;

    @Nullable
    Instant failingSince;

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

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    Handed delivered;

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

    /** Which of several recipients have it, as it stands in the row: positions in a version of a list, and a code. */
    record Handed(
            long list,
            Set<Integer> taken,
            Set<Integer> refused,
            @Nullable String partly) {

        static Handed of(Delivered d) {
            return new Handed(
                    d.list(),
                    d.taken(),
                    d.refused(),
                    d.partly() == null ? null : d.partly().value());
        }

        Delivered delivered() {
            return new Delivered(list, taken, refused, partly == null ? null : new ProblemCode(partly));
        }
    }

    OwedMail mail() {
        return new OwedMail(
                new NotificationId(id), Kind.of(kind).orElseThrow(), eventId, postingId, organisation, occasion());
    }

    Attempt attempt() {
        return new Attempt(
                mail(),
                new MessageId(messageId),
                claims,
                erased,
                refusals,
                postponements,
                refusedSince,
                delivered == null ? Delivered.NONE : delivered.delivered());
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
        return switch (Kind.of(kind).orElseThrow()) {
            case ACKNOWLEDGEMENT, HR_NOTICE ->
                new Occasion.ApplicationArrived(
                        Objects.requireNonNull(applicationId),
                        Objects.requireNonNull(applicationRevision),
                        Objects.requireNonNull(applicationNumber),
                        language(),
                        Objects.requireNonNullElse(door, ""),
                        occurredAt);
            case HR_SUMMARY -> intakeOver(Objects.requireNonNull(counts));
            case MAIL_ANSWER ->
                new Occasion.MessageDeclined(
                        Objects.requireNonNull(incomingId),
                        Decline.of(Objects.requireNonNull(decline)).orElseThrow(),
                        language(),
                        occurredAt);
            case WITHDRAWAL ->
                new Occasion.ApplicationWithdrawn(Objects.requireNonNull(applicationId), language(), occurredAt);
            case ACCESS_LINK ->
                new Occasion.LinkRequested(Objects.requireNonNull(applicationId), language(), occurredAt);
            case RETENTION_NOTICE ->
                new Occasion.RetentionEnding(
                        Objects.requireNonNull(applicationId),
                        language(),
                        Objects.requireNonNull(erasedOn),
                        occurredAt);
            case WEBHOOK_DISABLED ->
                new Occasion.WebhookDisabled(
                        Objects.requireNonNull(webhookId),
                        WebhookEnd.of(Objects.requireNonNull(webhookEnd)).orElseThrow(),
                        failingSince,
                        occurredAt);
        };
    }

    private Occasion.IntakeOver intakeOver(Counts c) {
        return new Occasion.IntakeOver(
                occurredAt,
                Objects.requireNonNull(applications),
                new IntakeCounts(c.arrived, c.accepted, c.updated, c.duplicate, c.refused, c.unsorted));
    }

    private String language() {
        return Objects.requireNonNullElse(language, "");
    }
}
