package org.appel.applications.storage;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.appel.applications.model.Admission;
import org.appel.applications.model.ApplicationId;
import org.appel.applications.model.DocumentKind;
import org.appel.applications.model.KnownPosting;
import org.appel.applications.model.PostingId;
import org.appel.applications.model.Receipt;
import org.appel.applications.model.Stage;

/** Reads what the intake needs to know of posting, requests and persons. */
@ApplicationScoped
public class Desks {
    /** Each by the one index that there is for it, whatever the planner thinks of tables that have just begun to grow. */
    private static final String HOLD = """
            SELECT pg_try_advisory_xact_lock(q.lock) AS request_free, k.*, e.erased_at,
                   a.id AS standing_id, a.admission AS standing_admission,
                   ARRAY(SELECT DISTINCT unnest(kind || also_holds) FROM document WHERE application_id = a.id)
                       AS standing_documents
            FROM unnest(?::bigint[], ?::bytea[], ?::bytea[]) WITH ORDINALITY AS q (lock, request, subject, number)
            LEFT JOIN LATERAL (SELECT application_id AS answered_id, fingerprint, received_at, stage, revision
                               FROM answered_request WHERE key_index = q.request LIMIT 1) k ON true
            LEFT JOIN LATERAL (SELECT erased_at FROM application WHERE id = k.answered_id LIMIT 1) e ON true
            LEFT JOIN LATERAL (SELECT id, admission FROM application
                               WHERE subject_index = q.subject LIMIT 1) a ON true
            ORDER BY q.number""";

    private static final String GLANCE = """
            SELECT k.application_id AS answered_id, k.fingerprint, k.received_at, k.stage, k.revision, e.erased_at
            FROM answered_request k LEFT JOIN application e ON e.id = k.application_id WHERE k.key_index = ?""";

    /**
     * The planner thinks that one of an array is planned anew sooner than done, and spends longer planning. Of this
     * transaction alone: lists with filters need the plans that it makes for them.
     */
    private static final String KEEP_PLANS = "SET LOCAL plan_cache_mode = force_generic_plan";

    private final Sql sql;
    private final KnownPostings postings;

    Desks(Sql sql, KnownPostings postings) {
        this.sql = sql;
        this.postings = postings;
    }

    /**
     * One request to a posting.
     *
     * @param request blind index of its idempotency key
     * @param subject blind index of the person; null if it does not say who that is
     */
    public record Question(byte[] request, byte @Nullable [] subject) {}

    /**
     * The posting and what the request was answered before, at this moment and without holding anything; empty if the
     * posting is unknown.
     */
    public Optional<Desk> glance(PostingId posting, byte[] request) {
        return postings.find(posting).map(known -> {
            var answered = sql.first(GLANCE, q -> q.setBytes(1, request), row -> answered(row, posting));
            return new Desk(known, true, answered.orElse(null), null);
        });
    }

    /**
     * How things stand, to be held until the transaction ends: nobody else works on the same requests, and the intake of
     * the posting is not closed before.
     *
     * @return a desk for each question, in their order; none if the posting is unknown
     */
    public List<Desk> hold(PostingId posting, List<Question> questions) {
        sql.update(KEEP_PLANS, _ -> {});
        return postings.hold(posting).map(known -> read(known, questions)).orElse(List.of());
    }

    private List<Desk> read(KnownPosting posting, List<Question> questions) {
        return sql.list(
                HOLD,
                q -> {
                    q.setObject(1, questions.stream().map(Desks::lock).toArray(Long[]::new));
                    q.setObject(2, questions.stream().map(Question::request).toArray(byte[][]::new));
                    q.setObject(3, questions.stream().map(Question::subject).toArray(byte[][]::new));
                },
                row -> new Desk(posting, row.getBoolean("request_free"), answered(row, posting.id()), standing(row)));
    }

    private static long lock(Question question) {
        return ByteBuffer.wrap(question.request()).getLong();
    }

    private static @Nullable Answered answered(ResultSet row, PostingId posting) throws SQLException {
        var id = row.getObject("answered_id", UUID.class);
        if (id == null) {
            return null;
        }
        var application = new ApplicationId(id);
        return new Answered(
                application,
                row.getBytes("fingerprint"),
                receipt(row, application, posting, Sql.instant(row, "received_at")),
                Sql.instant(row, "erased_at"));
    }

    private static @Nullable Receipt receipt(
            ResultSet row, ApplicationId application, PostingId posting, @Nullable Instant receivedAt)
            throws SQLException {
        if (receivedAt == null) {
            return null;
        }
        var stage = Stage.of(row.getString("stage")).orElseThrow();
        return new Receipt(application, posting, receivedAt, stage, row.getInt("revision"));
    }

    private static @Nullable Standing standing(ResultSet row) throws SQLException {
        var id = row.getObject("standing_id", UUID.class);
        if (id == null) {
            return null;
        }
        var kinds = (String[]) row.getArray("standing_documents").getArray();
        return new Standing(
                new ApplicationId(id),
                Admission.of(row.getString("standing_admission")),
                Arrays.stream(kinds).map(DocumentKind::new).collect(Collectors.toSet()));
    }
}
