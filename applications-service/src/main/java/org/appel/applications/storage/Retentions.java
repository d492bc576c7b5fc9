package org.appel.applications.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.appel.applications.config.RetentionConfig;
import org.appel.applications.model.Application;
import org.appel.applications.model.ApplicationId;
import org.appel.applications.model.Candidacy;
import org.appel.applications.model.KnownPosting;
import org.appel.applications.model.PostingId;
import org.appel.applications.model.Retention;
import org.appel.applications.model.Stage;

/** How long applications are kept, and what their candidates were told of it. */
@ApplicationScoped
public class Retentions {
    /** Of a posting whose content is not known, as while the copy is read anew, nothing is known of its retention. */
    private static final String POSTINGS = """
            SELECT p.id FROM known_posting p
            WHERE p.version > 0 AND EXISTS (
                SELECT FROM application a WHERE a.posting_id = p.id AND a.erased_at IS NULL)""";

    private static final String SELECT = "SELECT " + KnownPostings.COLUMNS
            + ", p.withdrawn_at FROM known_posting p WHERE p.id = ? AND p.version > 0";

    private static final String PAGE = """
            SELECT a.id, a.updated_at, a.stage, n.ends_on, n.erased_on, n.told_at
            FROM application a LEFT JOIN retention_notice n ON n.application_id = a.id
            WHERE a.posting_id = ? AND a.erased_at IS NULL AND (?::uuid IS NULL OR a.id > ?)
            ORDER BY a.id LIMIT ?""";

    private static final String LOCK =
            "SELECT 1 FROM application WHERE id = ? AND erased_at IS NULL FOR UPDATE SKIP LOCKED";

    private static final String NOTICE =
            "SELECT ends_on, erased_on, told_at FROM retention_notice WHERE application_id = ?";

    private static final String ANNOUNCED = """
            INSERT INTO retention_notice (application_id, ends_on, erased_on, announced_at)
            VALUES (?, ?, ?, appel_now())
            ON CONFLICT (application_id) DO UPDATE SET
                ends_on = excluded.ends_on, erased_on = excluded.erased_on, announced_at = excluded.announced_at,
                told_at = NULL, failure = NULL""";

    /** The letter goes out after it was announced; that is said by two clocks, which differ by little. */
    private static final String TOLD = """
            UPDATE retention_notice SET told_at = ?, failure = ?
            WHERE application_id = ? AND announced_at - interval '1 minute' <= ?
                AND (told_at IS NULL OR failure IS NOT NULL AND (? OR told_at < ?))""";

    private final Sql sql;
    private final KnownPostings postings;
    private final RetentionConfig config;
    private final Clock clock;

    Retentions(Sql sql, KnownPostings postings, RetentionConfig config, Clock clock) {
        this.sql = sql;
        this.postings = postings;
        this.config = config;
        this.clock = clock;
    }

    /**
     * An application that stands.
     *
     * @param hired whether its candidate was
     */
    public record Kept(ApplicationId id, Instant updatedAt, boolean hired, Retention.@Nullable Notice notice) {}

    /** Those with applications that stand. */
    public List<PostingId> postings() {
        return sql.list(POSTINGS, _ -> {}, row -> new PostingId(row.getObject("id", UUID.class)));
    }

    /** Empty if nothing is known of the posting at this moment. */
    public Optional<Retention> of(PostingId posting) {
        return sql.first(SELECT, q -> q.setObject(1, posting.value()), this::read);
    }

    /** As {@link #of}, and nothing is changed in the posting until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Retention> hold(PostingId posting) {
        return sql.first(SELECT + " FOR SHARE OF p", q -> q.setObject(1, posting.value()), this::read);
    }

    /** Applications to that posting, by their ids. */
    public List<Kept> page(PostingId posting, @Nullable ApplicationId beyond, int limit) {
        return sql.list(
                PAGE,
                q -> {
                    var last = beyond == null ? null : beyond.value();
                    q.setObject(1, posting.value());
                    q.setObject(2, last);
                    q.setObject(3, last);
                    q.setInt(4, limit);
                },
                row -> new Kept(
                        new ApplicationId(row.getObject("id", UUID.class)),
                        Objects.requireNonNull(Sql.instant(row, "updated_at")),
                        Stage.HIRED.code().equals(row.getString("stage")),
                        notice(row)));
    }

    /** Locks it; false if somebody else has it in hand, or it was erased. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean lock(ApplicationId application) {
        return sql.first(LOCK, q -> q.setObject(1, application.value()), _ -> true)
                .isPresent();
    }

    /** What its candidate was told last. */
    public Optional<Retention.Notice> notice(ApplicationId application) {
        return sql.first(NOTICE, q -> q.setObject(1, application.value()), Retentions::notice);
    }

    /** Notes what its candidate is told. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void announced(ApplicationId application, Retention.Notice notice) {
        sql.update(ANNOUNCED, q -> {
            q.setObject(1, application.value());
            q.setObject(2, notice.endsOn());
            q.setObject(3, notice.erasedOn());
        });
    }

    /**
     * Notes what became of the letter that tells it. One that was sent stays sent, whatever is read later.
     *
     * @param reason a code, if it was given up; null if it was sent
     */
    public void told(ApplicationId application, @Nullable String reason, Instant at) {
        sql.update(TOLD, q -> {
            q.setObject(1, Sql.time(at));
            q.setString(2, reason);
            q.setObject(3, application.value());
            q.setObject(4, Sql.time(at));
            q.setBoolean(5, reason == null);
            q.setObject(6, Sql.time(at));
        });
    }

    /** The day on which it will be erased, as things stand; empty if none is known, or it is kept. */
    public Optional<LocalDate> erasedOn(Application.Live application) {
        if (config.keepHired() && application.candidacy() instanceof Candidacy.Hired) {
            return Optional.empty();
        }
        return of(application.posting())
                .map(retention -> retention.erasedOn(
                        application.updatedAt(), notice(application.id()).orElse(null), clock.instant()));
    }

    private Retention read(ResultSet row) throws SQLException {
        KnownPosting posting = postings.read(row);
        return Retention.of(posting, Sql.instant(row, "withdrawn_at"), config.defaultMonths(), config.announceBefore());
    }

    private static Retention.@Nullable Notice notice(ResultSet row) throws SQLException {
        var endsOn = row.getObject("ends_on", LocalDate.class);
        return endsOn == null
                ? null
                : new Retention.Notice(
                        endsOn, row.getObject("erased_on", LocalDate.class), Sql.instant(row, "told_at"));
    }
}
