package org.appel.applications.storage;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.appel.applications.model.Admission;
import org.appel.applications.model.ApplicationId;
import org.appel.applications.model.DocumentKind;
import org.appel.applications.model.PostingId;
import org.appel.applications.model.Receipt;
import org.appel.applications.model.Stage;

/** Reads in one round trip what the intake needs to know of posting, request and person. */
@ApplicationScoped
public class Desks {
    private static final String LOOK = """
            SELECT %s, %%s AS request_free,
                   k.application_id AS answered_id, k.fingerprint, k.received_at, k.stage, k.revision, e.erased_at,
                   a.id AS standing_id, a.admission AS standing_admission,
                   ARRAY(SELECT DISTINCT unnest(kind || also_holds) FROM document WHERE application_id = a.id)
                       AS standing_documents
            FROM known_posting p
            LEFT JOIN answered_request k ON k.key_index = ?
            LEFT JOIN application e ON e.id = k.application_id
            LEFT JOIN application a ON a.posting_id = p.id AND a.subject_index = ?
            WHERE p.id = ?""".formatted(KnownPostings.COLUMNS);

    private static final String GLANCE = LOOK.formatted("true");

    /** The key share lets intakes pass each other and makes the closing of the intake wait for them. */
    private static final String HOLD = LOOK.formatted("pg_try_advisory_xact_lock(?)") + " FOR KEY SHARE OF p";

    private final Sql sql;
    private final KnownPostings postings;

    Desks(Sql sql, KnownPostings postings) {
        this.sql = sql;
        this.postings = postings;
    }

    /** How things stand at this moment, without holding anything; empty if the posting is unknown. */
    public Optional<Desk> glance(PostingId posting, byte[] request, byte @Nullable [] subject) {
        return sql.first(
                GLANCE,
                q -> {
                    q.setBytes(1, request);
                    q.setBytes(2, subject);
                    q.setObject(3, posting.value());
                },
                this::read);
    }

    /**
     * How things stand, to be held until the transaction ends: nobody else works on the same request, and the intake
     * of the posting is not closed before. Empty if the posting is unknown.
     */
    public Optional<Desk> hold(PostingId posting, byte[] request, byte @Nullable [] subject) {
        return sql.first(
                HOLD,
                q -> {
                    q.setLong(1, ByteBuffer.wrap(request).getLong());
                    q.setBytes(2, request);
                    q.setBytes(3, subject);
                    q.setObject(4, posting.value());
                },
                this::read);
    }

    private Desk read(ResultSet row) throws SQLException {
        var posting = postings.read(row);
        return new Desk(posting, row.getBoolean("request_free"), answered(row, posting.id()), standing(row));
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
