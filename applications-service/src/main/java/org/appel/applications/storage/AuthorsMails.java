package org.appel.applications.storage;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.appel.applications.model.Application;
import org.appel.applications.model.ApplicationRefused;
import org.appel.applications.model.EmailAddress;
import org.appel.applications.model.ErasureReason;
import org.appel.applications.model.Judgement;
import org.appel.applications.model.MessageId;
import org.appel.applications.model.PostingId;
import org.appel.applications.model.Refusal;
import org.appel.applications.model.Unanswered;

/** Mails that became no application, or not yet, whose author has one that is erased: they go with it. */
@ApplicationScoped
class AuthorsMails {
    /** Of somebody who has other applications, only what names this posting or may be meant for it. */
    private static final String OF_AUTHOR = """
            FROM message WHERE author_index = ? AND (NOT ? OR posting_id = ? OR guesses @> ?::jsonb)""";

    private static final String LOCK_OF_AUTHOR =
            "SELECT id, outcome = 'unsorted' AS unsorted " + OF_AUTHOR + " ORDER BY id FOR UPDATE SKIP LOCKED";

    private static final String STANDS_AT = """
            SELECT DISTINCT posting_id FROM application
            WHERE organisation = ? AND erased_at IS NULL AND id <> ?""";

    private static final String STANDS = "SELECT 1 FROM application WHERE subject_index = ?";

    private static final String FORGET_OF_AUTHOR = """
            WITH forgotten AS (
                DELETE FROM mail_answered WHERE answer_index IN (
                    SELECT answer_index FROM message WHERE id = ANY (?))),
            brought_forward AS (
                UPDATE mail_removal SET due_at = appel_now() WHERE message_id = ANY (?) AND due_at > appel_now())
            UPDATE message SET sealed = NULL, wrapped_key = NULL, answer_index = NULL, author_index = NULL
            WHERE id = ANY (?)""";

    private static final byte[] NO_CONTENT = {};

    private final Sql sql;
    private final BlindIndex index;
    private final Messages messages;
    private final UnsortedMails unsorted;
    private final Guesses guesses;
    private final SealedBlobs blobs;
    private final ErasedMails removals;

    AuthorsMails(
            Sql sql,
            BlindIndex index,
            Messages messages,
            UnsortedMails unsorted,
            Guesses guesses,
            SealedBlobs blobs,
            ErasedMails removals) {
        this.sql = sql;
        this.index = index;
        this.messages = messages;
        this.unsorted = unsorted;
        this.guesses = guesses;
        this.blobs = blobs;
        this.removals = removals;
    }

    /**
     * Takes them out of the tray and has them removed from the mailbox at once, and forgets what is personal in their rows.
     * At the end of a retention only those for its posting go: the same person may be applying elsewhere.
     *
     * @param application whose key is still there
     * @param at when it is erased
     * @return which they are
     * @throws ApplicationRefused with {@link Refusal.Busy} if somebody sorts one of them at this moment
     */
    List<MessageId> erase(Application.Live application, ErasureReason reason, Instant at) {
        var author =
                index.author(application.organisation(), application.person().email());
        if (number(author, false, application.posting()) == 0) {
            return List.of();
        }
        boolean onlyHere = reason == ErasureReason.RETENTION || standsElsewhere(application);
        var found = sql.list(
                LOCK_OF_AUTHOR,
                q -> bind(q, author, onlyHere, application.posting()),
                row -> new Unfiled(new MessageId(row.getObject("id", UUID.class)), row.getBoolean("unsorted")));
        if (found.size() < number(author, onlyHere, application.posting())) {
            throw new ApplicationRefused(new Refusal.Busy());
        }
        found.stream()
                .filter(Unfiled::unsorted)
                .map(mail -> unsorted.find(mail.id()).orElseThrow())
                .forEach(mail -> takeOut(mail, at));
        var ids = found.stream().map(Unfiled::id).toList();
        var values = ids.stream().map(MessageId::value).toArray(UUID[]::new);
        sql.update(FORGET_OF_AUTHOR, q -> {
            q.setObject(1, values);
            q.setObject(2, values);
            q.setObject(3, values);
        });
        return ids;
    }

    /** Of the tray: nobody can sort it any more. */
    private void takeOut(UnsortedMail mail, Instant at) {
        var arrived = mail.arrived(mail.head(), NO_CONTENT);
        var gone = new Judgement.Refused(mail.posting(), Unanswered.AUTHOR_ERASED, null, Unanswered.AUTHOR_ERASED);
        messages.sorted(arrived, gone, null, null, at);
        blobs.forget(List.of(mail.id().value()));
        removals.queue(arrived, null);
    }

    /** Whether the same person has an application at another posting of the organisation. */
    private boolean standsElsewhere(Application.Live application) {
        return sql
                .list(
                        STANDS_AT,
                        q -> {
                            q.setString(1, application.organisation());
                            q.setObject(2, application.id().value());
                        },
                        row -> new PostingId(row.getObject("posting_id", UUID.class)))
                .stream()
                .filter(posting -> !posting.equals(application.posting()))
                .anyMatch(posting -> stands(posting, application.person().email()));
    }

    private boolean stands(PostingId posting, EmailAddress address) {
        return sql.first(STANDS, q -> q.setBytes(1, index.subject(posting, address)), _ -> true)
                .isPresent();
    }

    private int number(byte[] author, boolean onlyHere, PostingId posting) {
        return sql.first("SELECT count(*) " + OF_AUTHOR, q -> bind(q, author, onlyHere, posting), row -> row.getInt(1))
                .orElseThrow();
    }

    private void bind(PreparedStatement q, byte[] author, boolean onlyHere, PostingId posting) throws SQLException {
        q.setBytes(1, author);
        q.setBoolean(2, onlyHere);
        q.setObject(3, posting.value());
        q.setString(4, guesses.naming(posting));
    }

    private record Unfiled(MessageId id, boolean unsorted) {}
}
