package org.appel.applications.storage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.appel.applications.model.ApplicationId;
import org.appel.applications.model.EmailAddress;
import org.appel.applications.model.MailHead;
import org.appel.applications.model.UnusableDocument;

/** What else is kept of an application: nobody works with it, and whoever asks for all that is held is told of it. */
@ApplicationScoped
public class OwnRecords {
    private static final String MAILS = """
            SELECT m.id, m.received_at, m.outcome, m.revision, m.application_id, m.sealed, m.wrapped_key,
                   a.wrapped_key AS application_key
            FROM message m JOIN application a ON a.id = m.application_id
            WHERE m.application_id = ? ORDER BY m.id""";

    private final Sql sql;
    private final Messages messages;

    OwnRecords(Sql sql, Messages messages) {
        this.sql = sql;
        this.messages = messages;
    }

    /**
     * All of it.
     *
     * @param retention null as long as its end was not announced
     * @param linkRequestedAt when somebody last asked for a new link; null if nobody did
     */
    public record Held(
            List<ArrivalEntry> arrivals,
            List<AcknowledgementEntry> acknowledgements,
            List<MailEntry> mails,
            @Nullable RetentionEntry retention,
            List<AccessEntry> accesses,
            @Nullable Instant linkRequestedAt) {}

    /**
     * Something that came in.
     *
     * @param door {@code api} or {@code mail}
     * @param outcome {@code accepted}, {@code updated} or {@code duplicate}
     */
    public record ArrivalEntry(Instant at, String door, String outcome, int revision) {}

    /**
     * What became of the acknowledgement of a revision.
     *
     * @param reason why it was not sent; null if it was
     */
    public record AcknowledgementEntry(
            Instant at,
            int revision,
            boolean sent,
            @Nullable String reason) {}

    /**
     * A mail that became part of it.
     *
     * @param from its author; null if that was unclear
     * @param answerTo where an answer goes; null if nowhere
     * @param files names of what came with it
     * @param unusable of those, what was not taken, and why
     */
    public record MailEntry(
            Instant receivedAt,
            String outcome,
            @Nullable String from,
            @Nullable String name,
            @Nullable String answerTo,
            String subject,
            List<String> files,
            List<UnusableDocument> unusable) {
        private static MailEntry of(Instant receivedAt, String outcome, MailHead head) {
            return new MailEntry(
                    receivedAt,
                    outcome,
                    text(head.from()),
                    head.name(),
                    text(head.answerTo()),
                    head.subject(),
                    head.parts(),
                    head.unusable());
        }

        private static @Nullable String text(@Nullable EmailAddress address) {
            return address == null ? null : address.text();
        }

        @Override
        public String toString() {
            return "MailEntry[…]";
        }
    }

    /**
     * What was announced of the end of its retention.
     *
     * @param toldAt when the letter was sent, or given up; null if it is on its way
     * @param failure why it was given up; null if it was not
     */
    public record RetentionEntry(
            LocalDate erasedOn,
            Instant announcedAt,
            @Nullable Instant toldAt,
            @Nullable String failure) {}

    /**
     * That somebody looked at it: not who, but as what.
     *
     * @param document set if it was one of its documents
     */
    public record AccessEntry(
            Instant at, String what, @Nullable UUID document, String role, String purpose) {}

    public Held of(ApplicationId application) {
        return new Held(
                arrivals(application),
                acknowledgements(application),
                mails(application),
                retention(application).orElse(null),
                accesses(application),
                linkRequestedAt(application).orElse(null));
    }

    private List<MailEntry> mails(ApplicationId application) {
        return sql
                .list(MAILS, q -> q.setObject(1, application.value()), row -> {
                    var receivedAt = Objects.requireNonNull(Sql.instant(row, "received_at"));
                    var outcome = row.getString("outcome");
                    return messages.head(row).map(head -> MailEntry.of(receivedAt, outcome, head));
                })
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<RetentionEntry> retention(ApplicationId application) {
        return sql.first(
                "SELECT erased_on, announced_at, told_at, failure FROM retention_notice WHERE application_id = ?",
                q -> q.setObject(1, application.value()),
                row -> new RetentionEntry(
                        row.getObject("erased_on", LocalDate.class),
                        Objects.requireNonNull(Sql.instant(row, "announced_at")),
                        Sql.instant(row, "told_at"),
                        row.getString("failure")));
    }

    /** The oldest first. */
    private List<AccessEntry> accesses(ApplicationId application) {
        return sql.list(
                "SELECT accessed_at, what, document_id, role, purpose FROM file_access WHERE application_id = ? ORDER BY id",
                q -> q.setObject(1, application.value()),
                row -> new AccessEntry(
                        Objects.requireNonNull(Sql.instant(row, "accessed_at")),
                        row.getString("what"),
                        row.getObject("document_id", UUID.class),
                        row.getString("role"),
                        row.getString("purpose")));
    }

    /** The oldest first. */
    private List<ArrivalEntry> arrivals(ApplicationId application) {
        return sql.list(
                "SELECT arrived_at, door, outcome, revision FROM arrival WHERE application_id = ? ORDER BY id",
                q -> q.setObject(1, application.value()),
                row -> new ArrivalEntry(
                        Objects.requireNonNull(Sql.instant(row, "arrived_at")),
                        row.getString("door"),
                        row.getString("outcome"),
                        row.getInt("revision")));
    }

    /** In the order of the revisions. */
    private List<AcknowledgementEntry> acknowledgements(ApplicationId application) {
        return sql.list(
                "SELECT told_at, revision, sent, reason FROM acknowledgement WHERE application_id = ? ORDER BY revision",
                q -> q.setObject(1, application.value()),
                row -> new AcknowledgementEntry(
                        Objects.requireNonNull(Sql.instant(row, "told_at")),
                        row.getInt("revision"),
                        row.getBoolean("sent"),
                        row.getString("reason")));
    }

    private Optional<Instant> linkRequestedAt(ApplicationId application) {
        return sql
                .list(
                        "SELECT link_requested_at FROM application WHERE id = ?",
                        q -> q.setObject(1, application.value()),
                        row -> Optional.ofNullable(Sql.instant(row, "link_requested_at")))
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }
}
