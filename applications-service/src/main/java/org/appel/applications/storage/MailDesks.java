package org.appel.applications.storage;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.appel.applications.model.Admission;
import org.appel.applications.model.KnownPosting;
import org.appel.applications.model.MessageId;
import org.appel.applications.model.PostingId;

/** Reads what has to be known to file a mail, and holds it until the transaction ends. */
@ApplicationScoped
public class MailDesks {
    /** The key share lets intakes pass each other and makes the closing of the intake wait for them. */
    private static final String HOLD = """
            SELECT %s, a.id AS application_id, a.revision AS standing_revision, a.admission,
                   m.id AS same_id
            FROM known_posting p
            LEFT JOIN application a ON a.subject_index = ?
            LEFT JOIN message m ON m.application_id = a.id AND m.revision = a.revision AND m.content_index = ?
                AND m.outcome IN ('accepted', 'updated') AND a.stage <> 'withdrawn'
            WHERE p.id = ? FOR KEY SHARE OF p""".formatted(KnownPostings.COLUMNS);

    private static final String HOLD_POSTING =
            "SELECT " + KnownPostings.COLUMNS + " FROM known_posting p WHERE p.id = ? FOR KEY SHARE OF p";

    private final Sql sql;
    private final KnownPostings postings;
    private final BlindIndex index;

    MailDesks(Sql sql, KnownPostings postings, BlindIndex index) {
        this.sql = sql;
        this.postings = postings;
        this.index = index;
    }

    /**
     * How things stand, to be held until the transaction ends: nobody else files a mail of the same person at that
     * posting, and its intake is not closed before. Empty if the posting is unknown.
     *
     * @param subject blind index of the person at the posting
     * @param content digest of the mail
     */
    public Optional<MailDesk> hold(PostingId posting, byte[] subject, byte[] content) {
        // Its own statement: the next one then sees what whoever held the lock has committed.
        sql.first(
                "SELECT pg_advisory_xact_lock(?)",
                q -> q.setLong(1, ByteBuffer.wrap(subject).getLong()),
                _ -> true);
        return sql.first(
                HOLD,
                q -> {
                    q.setBytes(1, subject);
                    q.setBytes(2, index.content(posting, content));
                    q.setObject(3, posting.value());
                },
                row -> {
                    var same = row.getObject("same_id", UUID.class);
                    var admission = row.getString("admission");
                    return new MailDesk(
                            postings.read(row),
                            Messages.application(row),
                            same == null ? null : new MessageId(same),
                            row.getInt("standing_revision"),
                            admission == null ? null : Admission.of(admission));
                });
    }

    /** The posting, whose intake is not closed until the transaction ends. */
    public Optional<KnownPosting> hold(PostingId posting) {
        return sql.first(HOLD_POSTING, q -> q.setObject(1, posting.value()), postings::read);
    }
}
