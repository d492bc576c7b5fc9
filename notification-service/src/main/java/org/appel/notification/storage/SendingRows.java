package org.appel.notification.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

import org.appel.messaging.QueuePlans;
import org.appel.notification.model.Attempt;
import org.appel.notification.model.Decision;
import org.appel.notification.model.Delivered;
import org.appel.notification.model.Kind;
import org.appel.notification.model.OwedMail;
import org.appel.notification.model.Reason;
import org.appel.service.OneColumn;

/**
 * The queue as its senders see it. A sender claims a mail for the length of a lease; whatever it writes about it later
 * counts only while that claim is the latest, so that a sender that was frozen cannot undo what another one did.
 */
@ApplicationScoped
public class SendingRows {

    /**
     * Each kind is looked up for itself: those whose recipients cannot be asked for at the moment may be many, and are not
     * read. A link for which somebody waits goes before all others. The earlier mails of the same application and kind go first, so that an update does not overtake; their state is
     * asked for such that they are looked up by their application, and not in the index of what is due.
     */
    static final String CLAIM = """
            WITH due AS MATERIALIZED (
                SELECT next.id FROM unnest(cast(:kinds AS text[])) AS sendable (kind) CROSS JOIN LATERAL (
                    SELECT id, next_attempt_at FROM notification n
                    WHERE state IN ('waiting', 'sending') AND n.kind = sendable.kind
                      AND next_attempt_at <= appel_now() AND (state = 'waiting' OR lease_until < appel_now())
                      AND NOT EXISTS (SELECT FROM notification earlier
                            WHERE earlier.application_id = n.application_id AND earlier.kind = n.kind
                              AND earlier.application_revision < n.application_revision
                              AND earlier.state NOT IN ('sent', 'failed', 'suppressed'))
                    ORDER BY next_attempt_at, id LIMIT :most FOR UPDATE OF n SKIP LOCKED) next
                ORDER BY sendable.kind <> 'access-link', next.next_attempt_at, next.id LIMIT :most)
            UPDATE notification n
            SET state = 'sending', claims = claims + 1, lease_until = appel_now() + make_interval(secs => :lease)
            FROM due WHERE n.id = due.id
            RETURNING n.*""";

    private static final String SENT = """
            UPDATE notification SET state = 'sent', sent_at = appel_now(), language = :language,
                last_problem = cast(:problem AS text), attempts = attempts + 1, postponements = 0, lease_until = NULL,
                delivered = NULL
            WHERE id = :id AND state = 'sending' AND claims = :claim
            RETURNING sent_at AS at""";

    private static final String LATER = """
            UPDATE notification SET state = 'waiting', last_problem = :problem, lease_until = NULL,
                delivered = cast(:delivered AS jsonb),
                next_attempt_at = appel_now() + make_interval(secs => :pause),
                attempts = attempts + :counted, refusals = refusals + :counted,
                refused_since = CASE WHEN :counted = 1 THEN coalesce(refused_since, appel_now()) ELSE refused_since END,
                postponements = CASE WHEN :counted = 1 THEN 0 ELSE postponements + 1 END
            WHERE id = :id AND state = 'sending' AND claims = :claim
            RETURNING next_attempt_at AS at""";

    private static final String FAILED = """
            UPDATE notification SET state = 'failed', reason = :reason, last_problem = :problem,
                attempts = attempts + 1, lease_until = NULL
            WHERE id = :id AND state = 'sending' AND claims = :claim
            RETURNING appel_now() AS at""";

    private static final String SUPPRESSED = """
            UPDATE notification SET state = 'suppressed', reason = :reason, erased = true, lease_until = NULL
            WHERE id = :id AND state = 'sending' AND claims = :claim
            RETURNING appel_now() AS at""";

    private static final String ERASE = """
            UPDATE notification SET erased = true WHERE application_id = :application AND NOT erased""";

    private static final String SUPPRESS_QUEUED = """
            UPDATE notification SET state = 'suppressed', reason = :reason, lease_until = NULL
            WHERE application_id = :application
              AND CASE state WHEN 'waiting' THEN true WHEN 'sending' THEN lease_until < appel_now() ELSE false END
            RETURNING *""";

    private static final String WAITING = """
            SELECT CAST(count(*) AS double precision),
                   CAST(coalesce(extract(epoch FROM appel_now() - min(created_at)), 0) AS double precision)
            FROM notification WHERE state IN ('waiting', 'sending')""";

    private final EntityManager database;
    private final ObjectMapper json;

    SendingRows(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Claims due mails of these kinds, links first and then the longest due; commit before sending. */
    public List<Attempt> claim(Set<Kind> kinds, int most, Duration lease) {
        OneColumn.query(database, QueuePlans.BY_INDEXES, "settings", Long.class).getSingleResult();
        return rows(database.createNativeQuery(CLAIM, NotificationRow.class)
                        .setParameter("kinds", kinds.stream().map(Kind::wire).toArray(String[]::new))
                        .setParameter("most", most)
                        .setParameter("lease", seconds(lease)))
                .map(NotificationRow::attempt)
                .toList();
    }

    /**
     * Writes down what becomes of a claimed mail.
     *
     * @return when, by the database's clock (for a mail that is tried again: when it is); empty if the claim is not the
     *     latest any more, and so nothing was written
     */
    public Optional<Instant> settle(Attempt attempt, Decision decision) {
        var update =
                switch (decision) {
                    case Decision.Sent(var language, var partly) ->
                        update(SENT, attempt)
                                .setParameter("language", language.code())
                                .setParameter("problem", partly == null ? null : partly.value());
                    case Decision.TryAgain(var pause, var problem, var counts, var delivered) ->
                        update(LATER, attempt)
                                .setParameter("pause", seconds(pause))
                                .setParameter("problem", problem.value())
                                .setParameter("delivered", written(delivered))
                                .setParameter("counted", counts ? 1 : 0);
                    case Decision.Fail(var reason, var problem) ->
                        update(FAILED, attempt)
                                .setParameter("reason", reason.wire())
                                .setParameter("problem", problem.value());
                    case Decision.Suppress(var reason) ->
                        update(SUPPRESSED, attempt).setParameter("reason", reason.wire());
                };
        return update.getResultStream().findFirst();
    }

    /** Marks all mails of the application as not to be sent any more and takes the queued ones out. */
    public List<OwedMail> erase(UUID application) {
        database.createNativeQuery(ERASE)
                .setParameter("application", application)
                .executeUpdate();
        return rows(database.createNativeQuery(SUPPRESS_QUEUED, NotificationRow.class)
                        .setParameter("application", application)
                        .setParameter("reason", Reason.RECIPIENT_ERASED.wire()))
                .map(NotificationRow::mail)
                .toList();
    }

    /** How much is waiting. */
    public Backlog backlog() {
        var row = (Object[]) database.createNativeQuery(WAITING, Object[].class).getSingleResult();
        return new Backlog((Double) row[0], Math.max(0, (Double) row[1]));
    }

    /**
     * What is still to be sent.
     *
     * @param mails how many
     * @param oldestInSeconds age of the oldest; 0 if there is none
     */
    public record Backlog(double mails, double oldestInSeconds) {}

    private NativeQuery<Instant> update(String sql, Attempt attempt) {
        return OneColumn.query(database, sql, "at", Instant.class)
                .setParameter("id", attempt.mail().id().value())
                .setParameter("claim", attempt.claim());
    }

    private @Nullable String written(Delivered delivered) {
        try {
            return delivered.isBegun() ? json.writeValueAsString(NotificationRow.Handed.of(delivered)) : null;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Positions cannot be written as JSON", e);
        }
    }

    private static java.util.stream.Stream<NotificationRow> rows(Query query) {
        List<?> found = query.getResultList();
        return found.stream().map(NotificationRow.class::cast);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
