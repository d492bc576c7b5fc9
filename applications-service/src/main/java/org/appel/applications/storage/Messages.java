package org.appel.applications.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.appel.applications.model.ApplicationId;
import org.appel.applications.model.Judgement;
import org.appel.applications.model.MailHead;
import org.appel.applications.model.MailPlace;
import org.appel.applications.model.MessageId;
import org.appel.applications.model.Outcome;
import org.appel.applications.model.PostingId;
import org.appel.applications.model.Unanswered;

/** Mails as they were judged, each with its line in the ledger; the two are never written apart. */
@ApplicationScoped
public class Messages {
    private static final String JUDGED = """
            WITH judged AS (
                INSERT INTO message (id, mailbox, organisation, folder, uid_validity, uid, identity, repeats,
                                     received_at, judged_at, language, outcome, reason, posting_id, application_id,
                                     revision, guesses, content_index, answer_index, wrapped_key, sealed, declined,
                                     unanswered, author_index, header_index)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, appel_now(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))
            INSERT INTO arrival (posting_id, arrived_at, door, outcome, reason, application_id, revision, mailbox,
                                 message_id)
            VALUES (?, ?, 'mail', ?, ?, ?, ?, ?, ?)""";

    private static final String SORTED = """
            WITH sorted AS (
                UPDATE message SET repeats = ?, outcome = ?, reason = ?, posting_id = ?, application_id = ?,
                                   revision = ?, guesses = ?, content_index = ?, answer_index = ?, wrapped_key = ?,
                                   sealed = ?, declined = ?, unanswered = ?, sorted_at = ?, sorted_by = ?,
                                   author_index = CASE WHEN ? THEN author_index END
                WHERE id = ?)
            UPDATE arrival SET posting_id = ?, outcome = ?, reason = ?, application_id = ?, revision = ?
            WHERE message_id = ?""";

    private static final String AT = """
            SELECT application_id IS NOT NULL FROM message WHERE mailbox = ? AND folder = ? AND uid_validity = ? AND uid = ?
                AND (header_index IS NULL OR ?::bytea IS NULL OR header_index = ?)""";

    /** Nor must a removal go by that place: it would take another person's message. */
    private static final String LEAVE = """
            WITH moved_on AS (
                UPDATE message SET uid_validity = NULL, uid = NULL
                WHERE mailbox = ? AND folder = ? AND uid_validity = ? AND uid = ? AND header_index <> ? RETURNING 1)
            UPDATE mail_removal SET uid_validity = 0, uid = 0
            WHERE mailbox = ? AND folder = ? AND uid_validity = ? AND uid = ? AND EXISTS (SELECT FROM moved_on)""";

    private static final String SAME = """
            SELECT coalesce(f.id, m.id) AS id, coalesce(f.posting_id, m.posting_id) AS posting_id,
                   coalesce(f.application_id, m.application_id) AS application_id,
                   coalesce(f.revision, m.revision) AS revision
            FROM message m LEFT JOIN message f ON f.id = m.repeats
            WHERE m.mailbox = ? AND m.identity = ? ORDER BY m.id LIMIT 1""";

    private final Sql sql;
    private final Vault vault;
    private final SealedHeads heads;
    private final BlindIndex index;
    private final Guesses guesses;

    Messages(Sql sql, Vault vault, SealedHeads heads, BlindIndex index, Guesses guesses) {
        this.sql = sql;
        this.vault = vault;
        this.heads = heads;
        this.index = index;
        this.guesses = guesses;
    }

    /**
     * Whether the mail at that place became part of an application; empty if it was not judged yet.
     *
     * @param header blind index of its header; null if that cannot be had: then the place alone tells
     */
    public Optional<Boolean> isTaken(MailPlace place, byte @Nullable [] header) {
        return sql.first(
                AT,
                q -> {
                    int next = bind(q, 1, place);
                    q.setBytes(next, header);
                    q.setBytes(next + 1, header);
                },
                row -> row.getBoolean(1));
    }

    /** Another mail than the one with that header was judged at that place: it lies there no more. */
    public void vacate(MailPlace place, byte[] header) {
        sql.update(LEAVE, q -> {
            int next = bind(q, 1, place);
            q.setBytes(next, header);
            bind(q, next + 1, place);
        });
    }

    /** The same mail as it was judged when it came the first time. */
    public Optional<Judgement.Repeated> same(String mailbox, byte[] identity) {
        return sql.first(
                SAME,
                q -> {
                    q.setString(1, mailbox);
                    q.setBytes(2, identity);
                },
                row -> new Judgement.Repeated(
                        new MessageId(row.getObject("id", UUID.class)),
                        posting(row),
                        application(row),
                        row.getObject("revision", Integer.class)));
    }

    /**
     * Notes what became of a mail.
     *
     * @param answer blind index under which an answer to it was noted; null if there is none
     * @throws TakenMeanwhile if somebody else judged it first
     */
    public void judged(ArrivedMail mail, Judgement judgement, byte @Nullable [] answer) {
        var columns = Columns.of(judgement);
        var sealed = seal(mail, judgement);
        sql.update(JUDGED, q -> {
            q.setObject(1, mail.id().value());
            q.setString(2, mail.place().mailbox());
            q.setString(3, mail.organisation());
            q.setString(4, mail.place().folder());
            q.setLong(5, mail.place().uidValidity());
            q.setLong(6, mail.place().uid());
            q.setBytes(7, mail.identity());
            q.setObject(8, columns.repeats(), Types.OTHER);
            q.setObject(9, Sql.time(mail.receivedAt()));
            q.setString(10, mail.language().code());
            q.setString(11, columns.outcome());
            q.setString(12, columns.reason());
            q.setObject(13, columns.posting(), Types.OTHER);
            q.setObject(14, columns.application(), Types.OTHER);
            q.setObject(15, columns.revision(), Types.INTEGER);
            q.setObject(16, guesses.json(judgement), Types.OTHER);
            q.setBytes(17, content(mail, judgement));
            q.setBytes(18, answer);
            q.setBytes(19, sealed.wrappedKey());
            q.setBytes(20, sealed.head());
            q.setString(21, columns.declined());
            q.setString(22, columns.unanswered());
            q.setBytes(23, author(mail, columns));
            q.setBytes(24, mail.header());
            q.setObject(25, columns.posting(), Types.OTHER);
            q.setObject(26, Sql.time(mail.receivedAt()));
            q.setString(27, columns.outcome());
            q.setString(28, columns.ledgerReason());
            q.setObject(29, columns.application(), Types.OTHER);
            q.setObject(30, columns.revision(), Types.INTEGER);
            q.setString(31, mail.place().mailbox());
            q.setObject(32, mail.id().value());
        });
    }

    /**
     * Notes how an unsorted mail was sorted, by whom and when; its line in the ledger says it from now on.
     *
     * @param mail locked until the transaction ends
     * @param answer as for {@link #judged}
     */
    public void sorted(
            ArrivedMail mail, Judgement judgement, byte @Nullable [] answer, @Nullable String by, Instant at) {
        var columns = Columns.of(judgement);
        var sealed = seal(mail, judgement);
        sql.update(SORTED, q -> {
            q.setObject(1, columns.repeats(), Types.OTHER);
            q.setString(2, columns.outcome());
            q.setString(3, columns.reason());
            q.setObject(4, columns.posting(), Types.OTHER);
            q.setObject(5, columns.application(), Types.OTHER);
            q.setObject(6, columns.revision(), Types.INTEGER);
            q.setObject(7, guesses.json(judgement), Types.OTHER);
            q.setBytes(8, content(mail, judgement));
            q.setBytes(9, answer);
            q.setBytes(10, sealed.wrappedKey());
            q.setBytes(11, sealed.head());
            q.setString(12, columns.declined());
            q.setString(13, columns.unanswered());
            q.setObject(14, Sql.time(at));
            q.setString(15, by);
            q.setBoolean(16, columns.application() == null);
            q.setObject(17, mail.id().value());
            q.setObject(18, columns.posting(), Types.OTHER);
            q.setString(19, columns.outcome());
            q.setString(20, columns.ledgerReason());
            q.setObject(21, columns.application(), Types.OTHER);
            q.setObject(22, columns.revision(), Types.INTEGER);
            q.setObject(23, mail.id().value());
        });
    }

    /** Only what a later answer, or HR, has to know is kept; of a mail that nobody answers, nothing. */
    private Sealed seal(ArrivedMail mail, Judgement judgement) {
        return switch (judgement) {
            case Judgement.Filed filed -> underApplication(mail, filed.receipt().id());
            case Judgement.Repeated repeated
            when repeated.application() != null -> underApplication(mail, repeated.application());
            case Judgement.Refused refused when refused.decline() != null -> underOwnKey(mail);
            case Judgement.Unsorted _ -> underOwnKey(mail);
            case Judgement.Repeated _, Judgement.Refused _, Judgement.Automatic _ -> new Sealed(null, null);
        };
    }

    /** Nothing is kept with an application that was erased. */
    private Sealed underApplication(ArrivedMail mail, ApplicationId application) {
        var key = sql.first(
                "SELECT wrapped_key FROM application WHERE id = ? AND erased_at IS NULL",
                q -> q.setObject(1, application.value()),
                row -> vault.unwrap(application.value(), row.getBytes(1)));
        return new Sealed(
                null, key.map(k -> heads.seal(mail.id(), mail.head(), k)).orElse(null));
    }

    private Sealed underOwnKey(ArrivedMail mail) {
        var key = vault.newKey(mail.id().value());
        return new Sealed(key.wrapped(), heads.seal(mail.id(), mail.head(), key));
    }

    private byte @Nullable [] content(ArrivedMail mail, Judgement judgement) {
        return judgement instanceof Judgement.Filed filed
                ? index.content(filed.receipt().posting(), mail.content())
                : null;
    }

    /** Whoever has an application is found by that. */
    private byte @Nullable [] author(ArrivedMail mail, Columns columns) {
        return mail.author() == null || columns.application() != null
                ? null
                : index.author(mail.organisation(), mail.author());
    }

    /** Reads the head of a mail, with the key of its application or its own; empty if it was forgotten. */
    Optional<MailHead> head(ResultSet row) throws SQLException {
        var id = new MessageId(row.getObject("id", UUID.class));
        var sealed = row.getBytes("sealed");
        var own = row.getBytes("wrapped_key");
        var applications = row.getBytes("application_key");
        if (sealed == null || (own == null && applications == null)) {
            return Optional.empty();
        }
        var key = own == null
                ? vault.unwrap(row.getObject("application_id", UUID.class), Objects.requireNonNull(applications))
                : vault.unwrap(id.value(), own);
        return Optional.of(heads.open(id, sealed, key));
    }

    static int bind(PreparedStatement q, int first, MailPlace place) throws SQLException {
        q.setString(first, place.mailbox());
        q.setString(first + 1, place.folder());
        q.setLong(first + 2, place.uidValidity());
        q.setLong(first + 3, place.uid());
        return first + 4;
    }

    static @Nullable PostingId posting(ResultSet row) throws SQLException {
        var id = row.getObject("posting_id", UUID.class);
        return id == null ? null : new PostingId(id);
    }

    static @Nullable ApplicationId application(ResultSet row) throws SQLException {
        var id = row.getObject("application_id", UUID.class);
        return id == null ? null : new ApplicationId(id);
    }

    private record Sealed(byte @Nullable [] wrappedKey, byte @Nullable [] head) {}

    /** A judgement as it stands in both tables. */
    private record Columns(
            String outcome,
            @Nullable String reason,
            @Nullable UUID posting,
            @Nullable UUID application,
            @Nullable Integer revision,
            @Nullable UUID repeats,
            @Nullable String declined,
            @Nullable String unanswered) {
        static Columns of(Judgement judgement) {
            var outcome = judgement.outcome().code();
            var posting =
                    judgement.posting() == null ? null : judgement.posting().value();
            return switch (judgement) {
                case Judgement.Filed j ->
                    new Columns(
                            outcome,
                            null,
                            posting,
                            j.receipt().id().value(),
                            j.receipt().revision(),
                            null,
                            null,
                            j.unanswered());
                case Judgement.Repeated j ->
                    new Columns(
                            outcome,
                            null,
                            posting,
                            j.application() == null ? null : j.application().value(),
                            j.revision(),
                            j.first().value(),
                            null,
                            Unanswered.DUPLICATE);
                case Judgement.Refused j ->
                    new Columns(
                            outcome,
                            j.reason(),
                            posting,
                            null,
                            null,
                            null,
                            j.decline() == null ? null : j.decline().code(),
                            j.unanswered());
                case Judgement.Unsorted j -> new Columns(outcome, j.reason(), posting, null, null, null, null, null);
                case Judgement.Automatic j ->
                    new Columns(outcome, j.reason(), null, null, null, null, null, j.reason());
            };
        }

        @Nullable
        String ledgerReason() {
            return outcome.equals(Outcome.REFUSED.code()) ? reason : null;
        }
    }
}
