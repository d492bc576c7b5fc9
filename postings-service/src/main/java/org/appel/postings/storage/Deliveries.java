package org.appel.postings.storage;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import org.appel.messaging.QueuePlans;
import org.appel.postings.model.ChangeKind;
import org.appel.postings.model.DeliveryState;
import org.appel.postings.model.WebhookAnswer;
import org.appel.postings.storage.DueDelivery.Told;
import org.appel.postings.storage.LoggedDelivery.Attempt;
import org.appel.service.OneColumn;

/** The messages to webhooks. Every method runs in the caller's transaction; the database's clock decides what is due. */
@ApplicationScoped
public class Deliveries {

    /** One webhook at a time, whoever is free; those with much that waits have to wait. */
    private static final String BEHIND = """
            SELECT id FROM webhook
            WHERE state = 'ACTIVE' AND place < (SELECT seq FROM posting_change_head)
              AND (SELECT count(*) FROM webhook_delivery pending
                   WHERE pending.webhook = webhook.id AND pending.state = 'PENDING') < :backlog
            ORDER BY place LIMIT 1
            FOR UPDATE SKIP LOCKED""";

    private static final String FAN_OUT = """
            WITH hook AS (
                SELECT * FROM webhook WHERE id = :webhook),
            seen AS (
                SELECT change.* FROM posting_change change, hook WHERE change.seq > hook.place
                ORDER BY change.seq LIMIT :limit),
            made AS (
                INSERT INTO webhook_delivery (id, webhook, seq, type, state, attempts, tries, due_at, created_at)
                SELECT gen_random_uuid(), hook.id, seen.seq, 'posting.' || lower(seen.kind), 'PENDING', 0, 0,
                       appel_now(), appel_now()
                FROM seen, hook WHERE %s
                ON CONFLICT DO NOTHING)
            UPDATE webhook SET place = (SELECT max(seq) FROM seen)
            WHERE id = :webhook AND EXISTS (SELECT 1 FROM seen)""".formatted(wanted("seen"));

    /**
     * Of each webhook as many as may be sent to it at once, less those that are; so that one that is slow holds nobody
     * else's. Whoever locks the row looks at its lease again.
     */
    private static final String CLAIM = """
            WITH clock AS MATERIALIZED (
                SELECT appel_now() AS now),
            free AS (
                SELECT webhook.id, :each - (
                    SELECT count(*) FROM webhook_delivery busy
                    WHERE busy.webhook = webhook.id AND busy.leased_until > clock.now) AS hands
                FROM webhook, clock
                WHERE webhook.state = 'ACTIVE' AND (webhook.resting_until IS NULL OR webhook.resting_until <= clock.now)),
            turn AS (
                SELECT next.id FROM free, clock, LATERAL (
                    SELECT id, due_at, seq FROM webhook_delivery
                    WHERE webhook = free.id AND state = 'PENDING' AND due_at <= clock.now
                      AND (leased_until IS NULL OR leased_until <= clock.now)
                    ORDER BY due_at, seq LIMIT greatest(free.hands, 0)) AS next
                ORDER BY next.due_at, next.seq LIMIT :limit),
            mine AS (
                SELECT webhook_delivery.id FROM webhook_delivery, clock
                WHERE webhook_delivery.id IN (SELECT id FROM turn) AND state = 'PENDING'
                  AND (leased_until IS NULL OR leased_until <= clock.now)
                FOR UPDATE OF webhook_delivery SKIP LOCKED),
            leased AS (
                UPDATE webhook_delivery SET attempts = attempts + 1,
                    leased_until = clock.now + CAST(:lease AS interval)
                FROM clock WHERE id IN (SELECT id FROM mine)
                RETURNING webhook_delivery.*)
            SELECT leased.id, leased.webhook, webhook.url, leased.type, leased.attempts, leased.tries + 1 AS tries,
                   leased.created_at, change.seq, change.posting, change.version, change.kind, change.at
            FROM leased JOIN webhook ON webhook.id = leased.webhook
            LEFT JOIN posting_change change ON change.seq = leased.seq
            ORDER BY leased.due_at, leased.seq""";

    /** Only the attempt that is the last one begun: one whose lease had ended was taken over. */
    private static final String END = """
            UPDATE webhook_delivery SET state = :state, tries = tries + 1, leased_until = NULL, ended_at = appel_now()
            WHERE id = :id AND attempts = :attempt AND state = 'PENDING'""";

    private static final String POSTPONE = """
            UPDATE webhook_delivery SET tries = tries + 1, leased_until = NULL, due_at = appel_now() + CAST(:delay AS interval)
            WHERE id = :id AND attempts = :attempt AND state = 'PENDING'""";

    private static final String NOTE = """
            INSERT INTO webhook_attempt (delivery, number, at, status, millis, problem)
            SELECT id, :number, appel_now(), CAST(:status AS integer), :millis, CAST(:problem AS text)
            FROM webhook_delivery WHERE id = :delivery
            ON CONFLICT DO NOTHING""";

    private static final String AGAIN = """
            UPDATE webhook_delivery SET state = 'PENDING', tries = 0, due_at = appel_now(), leased_until = NULL,
                ended_at = NULL
            WHERE webhook = :webhook AND (leased_until IS NULL OR leased_until <= appel_now())""";

    /** What waits, and what ended in vain since the webhook fails. */
    private static final String RESUME = AGAIN + """
             AND (state = 'PENDING'
                OR (state = 'FAILED' AND seq IS NOT NULL AND ended_at >= CAST(:since AS timestamptz)))""";

    private static final String RANGE = """
            (CAST(:fromSeq AS bigint) IS NULL OR change.seq >= CAST(:fromSeq AS bigint))
            AND (CAST(:toSeq AS bigint) IS NULL OR change.seq <= CAST(:toSeq AS bigint))
            AND (CAST(:fromTime AS timestamptz) IS NULL OR change.at >= CAST(:fromTime AS timestamptz))
            AND (CAST(:toTime AS timestamptz) IS NULL OR change.at < CAST(:toTime AS timestamptz))""";

    private static final String MISSING = """
            INSERT INTO webhook_delivery (id, webhook, seq, type, state, attempts, tries, due_at, created_at)
            SELECT gen_random_uuid(), hook.id, change.seq, 'posting.' || lower(change.kind), 'PENDING', 0, 0,
                   appel_now(), appel_now()
            FROM posting_change change, webhook hook
            WHERE hook.id = :webhook AND change.seq <= hook.place AND %s AND %s
            ON CONFLICT DO NOTHING""".formatted(wanted("change"), RANGE);

    /** Made before, or never made and wanted. */
    private static final String COUNT = """
            SELECT count(*) AS number FROM (
                SELECT change.seq FROM posting_change change, webhook hook
                WHERE hook.id = :webhook AND change.seq <= hook.place AND %s AND (
                    EXISTS (SELECT 1 FROM webhook_delivery known
                            WHERE known.webhook = hook.id AND known.seq = change.seq)
                    OR (%s))
                LIMIT :most) AS counted""".formatted(RANGE, wanted("change"));

    private static final String LOG = """
            SELECT id, seq, type, state, created_at, due_at, ended_at FROM webhook_delivery
            WHERE webhook = :webhook AND (CAST(:before AS timestamptz) IS NULL
                OR (created_at, id) < (CAST(:before AS timestamptz), CAST(:beforeId AS uuid)))
            ORDER BY created_at DESC, id DESC LIMIT :limit""";

    private static final String ATTEMPTS = """
            SELECT delivery, number, at, status, millis, problem FROM webhook_attempt
            WHERE delivery = ANY (CAST(:deliveries AS uuid[])) ORDER BY delivery, number""";

    private final Session session;

    Deliveries(Session session) {
        this.session = session;
    }

    /** Whether the webhook {@code hook} wants to hear of an entry. */
    private static String wanted(String entry) {
        return """
                (cardinality(hook.events) = 0 OR %1$s.kind = ANY (hook.events))
                AND (cardinality(hook.organisations) = 0 OR %1$s.organisation = ANY (hook.organisations))""".formatted(entry);
    }

    /**
     * Makes the messages of the next entries of the log for one webhook that is behind, and notes how far it has come.
     *
     * @param limit how many entries at most
     * @param backlog a webhook for which so many messages wait gets no more
     * @return whether there was such a webhook
     */
    public boolean fanOut(int limit, int backlog) {
        var behind = OneColumn.query(session, BEHIND, "id", UUID.class)
                .setParameter("backlog", backlog)
                .getResultList();
        behind.forEach(webhook -> session.createNativeMutationQuery(FAN_OUT)
                .setParameter("webhook", webhook)
                .setParameter("limit", limit)
                .executeUpdate());
        return !behind.isEmpty();
    }

    /**
     * Takes messages that are due, for as long as {@code lease}: whoever dies meanwhile loses them to others.
     *
     * @param limit how many at most
     * @param each how many to one webhook at once
     */
    public List<DueDelivery> claim(int limit, int each, Duration lease) {
        OneColumn.query(session, QueuePlans.BY_INDEXES, "settings", Long.class).getSingleResult();
        return session.createNativeQuery(CLAIM, Tuple.class)
                .setParameter("limit", limit)
                .setParameter("each", each)
                .setParameter("lease", lease.toString())
                .addScalar("id", UUID.class)
                .addScalar("webhook", UUID.class)
                .addScalar("url", String.class)
                .addScalar("type", String.class)
                .addScalar("attempts", Integer.class)
                .addScalar("tries", Integer.class)
                .addScalar("created_at", Instant.class)
                .addScalar("seq", Long.class)
                .addScalar("posting", UUID.class)
                .addScalar("version", Integer.class)
                .addScalar("kind", String.class)
                .addScalar("at", Instant.class)
                .getResultStream()
                .map(Deliveries::due)
                .toList();
    }

    /** Notes what came of an attempt. */
    public void note(DueDelivery delivery, WebhookAnswer answer) {
        session.createNativeMutationQuery(NOTE)
                .setParameter("delivery", delivery.id())
                .setParameter("number", delivery.attempt())
                .setParameter("status", answer.status())
                .setParameter("millis", Math.toIntExact(answer.took().toMillis()))
                .setParameter("problem", answer.problem())
                .executeUpdate();
    }

    /** Ends a message, delivered or failed. */
    public void end(DueDelivery delivery, DeliveryState state) {
        session.createNativeMutationQuery(END)
                .setParameter("id", delivery.id())
                .setParameter("attempt", delivery.attempt())
                .setParameter("state", state.name())
                .executeUpdate();
    }

    /** Lets a message be sent again after a while. */
    public void postpone(DueDelivery delivery, Duration delay) {
        session.createNativeMutationQuery(POSTPONE)
                .setParameter("id", delivery.id())
                .setParameter("attempt", delivery.attempt())
                .setParameter("delay", delay.toString())
                .executeUpdate();
    }

    /** Makes a message that only tells that the webhook works. */
    public UUID test(UUID webhook, UUID id) {
        session.createNativeMutationQuery("""
                        INSERT INTO webhook_delivery (id, webhook, type, state, attempts, tries, due_at, created_at)
                        VALUES (:id, :webhook, 'webhook.test', 'PENDING', 0, 0, appel_now(), appel_now())""")
                .setParameter("id", id)
                .setParameter("webhook", webhook)
                .executeUpdate();
        return id;
    }

    /** Sends one message again, with its id; one that is just being sent is left alone. */
    public void again(UUID webhook, UUID id) {
        session.createNativeMutationQuery(AGAIN + " AND id = :id")
                .setParameter("webhook", webhook)
                .setParameter("id", id)
                .executeUpdate();
    }

    /**
     * Lets what waits for a webhook that is called again be sent at once, as if it had never been tried.
     *
     * @param failingSince since when none has reached it; null if that is not known
     */
    public void resume(UUID webhook, @Nullable Instant failingSince) {
        session.createNativeMutationQuery(RESUME)
                .setParameter("webhook", webhook)
                .setParameter("since", failingSince)
                .executeUpdate();
    }

    /** How many messages a part of the log is to a webhook, counted up to {@code most}. */
    public long count(UUID webhook, Redelivery range, int most) {
        return OneColumn.query(session, COUNT, "number", Long.class)
                .setParameter("webhook", webhook)
                .setParameter("fromSeq", range.fromSeq())
                .setParameter("toSeq", range.toSeq())
                .setParameter("fromTime", range.fromTime())
                .setParameter("toTime", range.toTime())
                .setParameter("most", most)
                .getSingleResult();
    }

    /**
     * Sends what the webhook wants of a part of the log again, also what was sent so long ago that nobody remembers it.
     *
     * @return how many messages
     */
    public int again(UUID webhook, Redelivery range) {
        int remembered = bounded(
                AGAIN + " AND seq IN (SELECT change.seq FROM posting_change change WHERE " + RANGE + ")",
                webhook,
                range);
        return remembered + bounded(MISSING, webhook, range);
    }

    /** Newest first, before one of them. */
    public List<LoggedDelivery> log(UUID webhook, @Nullable Instant before, @Nullable UUID beforeId, int limit) {
        var found = session.createNativeQuery(LOG, Tuple.class)
                .setParameter("webhook", webhook)
                .setParameter("before", before)
                .setParameter("beforeId", beforeId)
                .setParameter("limit", limit)
                .addScalar("id", UUID.class)
                .addScalar("seq", Long.class)
                .addScalar("type", String.class)
                .addScalar("state", String.class)
                .addScalar("created_at", Instant.class)
                .addScalar("due_at", Instant.class)
                .addScalar("ended_at", Instant.class)
                .getResultList();
        var attempts =
                attempts(found.stream().map(row -> row.get(0, UUID.class)).toList());
        return found.stream()
                .map(row -> logged(row, attempts.getOrDefault(row.get(0, UUID.class), List.of())))
                .toList();
    }

    public Optional<UUID> find(UUID webhook, UUID id) {
        return OneColumn.query(
                        session,
                        "SELECT id FROM webhook_delivery WHERE webhook = :webhook AND id = :id",
                        "id",
                        UUID.class)
                .setParameter("webhook", webhook)
                .setParameter("id", id)
                .uniqueResultOptional();
    }

    /** Forgets messages that ended so long ago. */
    public int purge(Duration keep) {
        return session.createNativeMutationQuery(
                        "DELETE FROM webhook_delivery WHERE ended_at < appel_now() - CAST(:keep AS interval)")
                .setParameter("keep", keep.toString())
                .executeUpdate();
    }

    private int bounded(String sql, UUID webhook, Redelivery range) {
        return session.createNativeMutationQuery(sql)
                .setParameter("webhook", webhook)
                .setParameter("fromSeq", range.fromSeq())
                .setParameter("toSeq", range.toSeq())
                .setParameter("fromTime", range.fromTime())
                .setParameter("toTime", range.toTime())
                .executeUpdate();
    }

    private Map<UUID, List<Attempt>> attempts(List<UUID> deliveries) {
        var found = new HashMap<UUID, List<Attempt>>();
        session.createNativeQuery(ATTEMPTS, Tuple.class)
                .setParameter(
                        "deliveries", deliveries.stream().map(UUID::toString).toArray(String[]::new))
                .addScalar("delivery", UUID.class)
                .addScalar("number", Integer.class)
                .addScalar("at", Instant.class)
                .addScalar("status", Integer.class)
                .addScalar("millis", Integer.class)
                .addScalar("problem", String.class)
                .getResultList()
                .forEach(row -> found.computeIfAbsent(row.get(0, UUID.class), _ -> new ArrayList<>())
                        .add(new Attempt(
                                row.get(1, Integer.class),
                                row.get(2, Instant.class),
                                row.get(3, Integer.class),
                                row.get(4, Integer.class),
                                row.get(5, String.class))));
        return found;
    }

    private static LoggedDelivery logged(Tuple row, List<Attempt> attempts) {
        return new LoggedDelivery(
                row.get(0, UUID.class),
                row.get(1, Long.class),
                row.get(2, String.class),
                DeliveryState.valueOf(row.get(3, String.class)),
                row.get(4, Instant.class),
                row.get(5, Instant.class),
                row.get(6, Instant.class),
                attempts);
    }

    private static DueDelivery due(Tuple row) {
        var seq = row.get(7, Long.class);
        return new DueDelivery(
                row.get(0, UUID.class),
                row.get(1, UUID.class),
                URI.create(row.get(2, String.class)),
                row.get(3, String.class),
                row.get(4, Integer.class),
                row.get(5, Integer.class),
                row.get(6, Instant.class),
                seq == null
                        ? null
                        : new Told(
                                seq,
                                row.get(8, UUID.class),
                                row.get(9, Integer.class),
                                ChangeKind.valueOf(row.get(10, String.class)),
                                row.get(11, Instant.class)));
    }
}
