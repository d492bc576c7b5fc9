package org.appel.applications.storage;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.appel.applications.model.ApplicationId;

/** What else is kept of an application: nobody works with it, and whoever asks for all that is held is told of it. */
@ApplicationScoped
public class OwnRecords {
    private final Sql sql;

    OwnRecords(Sql sql) {
        this.sql = sql;
    }

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

    /** The oldest first. */
    public List<ArrivalEntry> arrivals(ApplicationId application) {
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
    public List<AcknowledgementEntry> acknowledgements(ApplicationId application) {
        return sql.list(
                "SELECT told_at, revision, sent, reason FROM acknowledgement WHERE application_id = ? ORDER BY revision",
                q -> q.setObject(1, application.value()),
                row -> new AcknowledgementEntry(
                        Objects.requireNonNull(Sql.instant(row, "told_at")),
                        row.getInt("revision"),
                        row.getBoolean("sent"),
                        row.getString("reason")));
    }

    /** When somebody last asked for a new link; empty if nobody did. */
    public Optional<Instant> linkRequestedAt(ApplicationId application) {
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
