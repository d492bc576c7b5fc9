package org.appel.postings.storage;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import org.jspecify.annotations.Nullable;

import org.appel.postings.model.Posting.Open;
import org.appel.postings.storage.BoardState.Stamp;

/**
 * The postings that take applications at this moment, in the order of feeds: newest first. What is due is not among
 * them, even if nobody has closed it yet. Every method runs in the caller's transaction.
 */
@ApplicationScoped
public class OpenPostings {

    private static final String OPEN = """
            p.state = 'OPEN' AND (p.closes_at IS NULL OR p.closes_at > appel_now())""";

    private static final String OF_ORGANISATIONS = "\n  AND p.organisation = ANY (:organisations)";
    private static final String NEWEST_FIRST = "\nORDER BY p.published_at DESC, p.id DESC";

    private static final String CHANGES = """
            SELECT v.posting, v.changed_at FROM posting p
            JOIN posting_version v ON v.posting = p.id AND v.version = p.version
            WHERE p.id = ANY (:ids)""";

    private static final String STATE = """
            SELECT count(*) AS number, min(p.closes_at) AS until,
                coalesce(bit_xor(hashtextextended(p.id || ' ' || p.revision || ' ' || o.revision, 0)), 0) AS fingerprint,
                (SELECT greatest(
                    to_timestamp(0),
                    (SELECT max(changed_at) FROM posting_version),
                    (SELECT max(changed_at) FROM organisation),
                    (SELECT max(closed_at) FROM posting),
                    (SELECT max(closes_at) FROM posting WHERE state = 'OPEN' AND closes_at <= appel_now())))
                    AS changed_at
            FROM posting p JOIN organisation o ON o.id = p.organisation
            WHERE""";

    /** As many organisations have their state kept; one takes some hundred bytes. */
    private static final int MOST_KEPT = 1000;

    private final PostingRows rows;
    private final BoardState board;
    private final Clock clock;
    private final Map<Set<String>, Kept> kept = new ConcurrentHashMap<>();

    OpenPostings(PostingRows rows, BoardState board, Clock clock) {
        this.rows = rows;
        this.board = board;
        this.clock = clock;
    }

    /** @param until when the first of the postings closes by itself; null for none */
    private record Kept(
            Stamp stamp, FeedState state, @Nullable Instant until) {}

    /**
     * @param organisations whose postings; null for everybody's
     * @param after the last posting of the page before; null for the first page
     * @param limit how many at most
     */
    public List<DatedPosting> page(@Nullable Set<String> organisations, @Nullable FeedPosition after, int limit) {
        var parameters = new LinkedHashMap<String, Object>();
        var sql = new StringBuilder("SELECT {p.*} FROM posting p WHERE ").append(OPEN);
        if (organisations != null) {
            sql.append(OF_ORGANISATIONS);
            parameters.put("organisations", organisations.toArray(String[]::new));
        }
        if (after != null) {
            sql.append("\n  AND (p.published_at, p.id) < (:at, :id)");
            parameters.put("at", after.publishedAt());
            parameters.put("id", after.id());
        }
        var query = rows.getSession()
                .createNativeQuery(
                        sql.append(NEWEST_FIRST).append("\nLIMIT :limit").toString(), PostingRow.class, "p")
                .setParameter("limit", limit);
        parameters.forEach(query::setParameter);
        var found = query.getResultList();
        var changes = changes(found.stream().map(row -> row.id).toList());
        return found.stream()
                .map(row -> new DatedPosting(
                        (Open) row.toStored().posting(),
                        changes.getOrDefault(row.id, Objects.requireNonNull(row.publishedAt))))
                .toList();
    }

    /**
     * As it is, without asking the database while nothing has changed.
     *
     * @param organisations whose postings; null for everybody's
     */
    public FeedState state(@Nullable Set<String> organisations) {
        var whose = organisations == null ? Set.<String>of() : Set.copyOf(organisations);
        var known = kept.get(whose);
        if (known != null && isCurrent(known)) {
            return known.state();
        }
        var stamp = board.stamp();
        var counted = count(organisations, stamp);
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        kept.put(whose, counted);
        return counted.state();
    }

    private boolean isCurrent(Kept known) {
        var until = known.until();
        return board.isCurrent(known.stamp())
                && (until == null || clock.instant().isBefore(until));
    }

    private Kept count(@Nullable Set<String> organisations, Stamp stamp) {
        var query = rows.getSession()
                .createNativeQuery(STATE + " " + OPEN + (organisations == null ? "" : OF_ORGANISATIONS), Tuple.class)
                .addScalar("number", Long.class)
                .addScalar("fingerprint", Long.class)
                .addScalar("changed_at", Instant.class)
                .addScalar("until", Instant.class);
        if (organisations != null) {
            query.setParameter("organisations", organisations.toArray(String[]::new));
        }
        var row = query.getSingleResult();
        var state = new FeedState(row.get(0, Long.class), row.get(1, Long.class), row.get(2, Instant.class));
        return new Kept(stamp, state, row.get(3, Instant.class));
    }

    /** The posting with this number in the order of feeds, counted from 1; empty behind the last. */
    public Optional<FeedPosition> position(long number) {
        return rows.getSession()
                .createNativeQuery(
                        "SELECT p.published_at, p.id FROM posting p WHERE " + OPEN + NEWEST_FIRST
                                + "\nLIMIT 1 OFFSET :before",
                        Tuple.class)
                .addScalar("published_at", Instant.class)
                .addScalar("id", UUID.class)
                .setParameter("before", number - 1)
                .getResultStream()
                .map(row -> new FeedPosition(row.get(0, Instant.class), row.get(1, UUID.class)))
                .findFirst();
    }

    private Map<UUID, Instant> changes(List<UUID> ids) {
        return rows.getSession()
                .createNativeQuery(CHANGES, Tuple.class)
                .addScalar("posting", UUID.class)
                .addScalar("changed_at", Instant.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultStream()
                .collect(Collectors.toMap(row -> row.get(0, UUID.class), row -> row.get(1, Instant.class)));
    }
}
