package org.appel.applications.storage;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.appel.applications.model.ApplicationId;
import org.appel.applications.model.MailHead;
import org.appel.applications.model.MailPlace;
import org.appel.applications.model.MessageId;
import org.appel.service.Ids;

/**
 * Mails that have to go from the folders of their mailbox: since what was made of them was erased, their author's
 * application was, or they became nothing and their time is over.
 */
@ApplicationScoped
public class ErasedMails {
    private static final String QUEUE = """
            INSERT INTO mail_removal (id, mailbox, folder, uid_validity, uid, wrapped_key, sealed_message_id, message_id,
                                      due_at, queued_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, coalesce(?, appel_now()), appel_now())""";

    private static final String NEXT = """
            SELECT id, mailbox, folder, uid_validity, uid, wrapped_key, sealed_message_id FROM mail_removal
            WHERE mailbox = ? AND due_at <= appel_now() ORDER BY due_at, id LIMIT ?""";

    /** What is known of its author is forgotten with it, unless an answer is still to be given. */
    private static final String DONE = """
            WITH done AS (DELETE FROM mail_removal WHERE id = ? RETURNING message_id)
            UPDATE message SET author_index = NULL
            WHERE id IN (SELECT message_id FROM done) AND wrapped_key IS NULL""";

    private static final String MISSED = """
            UPDATE mail_removal SET misses = misses + 1,
                due_at = appel_now() + CASE misses WHEN 0 THEN interval '1 hour' ELSE interval '1 day' END
            WHERE id = ? RETURNING misses""";

    /** Over four days and an hour. */
    private static final int MOST_MISSES = 6;

    private static final String OF_APPLICATION = """
            SELECT m.id, m.mailbox, coalesce(m.lies_in, m.folder) AS folder,
                   coalesce(m.lies_validity, m.uid_validity) AS uid_validity, coalesce(m.lies_uid, m.uid) AS uid,
                   m.application_id, m.sealed, m.wrapped_key, a.wrapped_key AS application_key
            FROM message m JOIN application a ON a.id = m.application_id WHERE m.application_id = ? FOR UPDATE OF m""";

    private static final String FORGET = """
            WITH forgotten AS (
                DELETE FROM mail_answered WHERE answer_index IN (
                    SELECT answer_index FROM message WHERE application_id = ?))
            UPDATE message SET sealed = NULL, content_index = NULL, answer_index = NULL WHERE application_id = ?""";

    private static final String MOVED = """
            WITH queued AS (
                UPDATE mail_removal SET folder = ?, uid_validity = ?, uid = ?
                WHERE mailbox = ? AND folder = ? AND uid_validity = ? AND uid = ?)
            UPDATE message SET lies_in = ?, lies_validity = ?, lies_uid = ?
            WHERE mailbox = ? AND folder = ? AND uid_validity = ? AND uid = ?""";

    private static final String PURPOSE = "message-id";

    private final Sql sql;
    private final Vault vault;
    private final Messages messages;

    ErasedMails(Sql sql, Vault vault, Messages messages) {
        this.sql = sql;
        this.vault = vault;
        this.messages = messages;
    }

    /**
     * A mail that has to go.
     *
     * @param place where it was last, as far as the server said
     * @param messageId with its angle brackets, to find it wherever it is now; null if it has none
     */
    public record Removal(
            UUID id, MailPlace place, @Nullable String messageId) {
        @Override
        public String toString() {
            return "Removal[" + id + "]";
        }
    }

    /** Those that are due, the first ones first. */
    public List<Removal> next(String mailbox, int limit) {
        return sql.list(
                NEXT,
                q -> {
                    q.setString(1, mailbox);
                    q.setInt(2, limit);
                },
                this::removal);
    }

    /** It is gone. */
    public void done(UUID removal) {
        sql.update(DONE, q -> q.setObject(1, removal));
    }

    /**
     * It was found nowhere.
     *
     * @return whether it is looked for again
     */
    public boolean missed(UUID removal) {
        int misses = sql.first(MISSED, q -> q.setObject(1, removal), row -> row.getInt(1))
                .orElse(MOST_MISSES);
        if (misses < MOST_MISSES) {
            return true;
        }
        done(removal);
        return false;
    }

    /** Notes that a judged mail lies somewhere else in its mailbox now. */
    public void moved(MailPlace from, MailPlace to) {
        sql.update(MOVED, q -> {
            int next = 1;
            for (int i = 0; i < 2; i++) {
                q.setString(next, to.folder());
                q.setLong(next + 1, to.uidValidity());
                q.setLong(next + 2, to.uid());
                next = Messages.bind(q, next + 3, from);
            }
        });
    }

    /**
     * Queues a judged mail that became no application, with the current transaction.
     *
     * @param dueAt when it has to go; null: now
     */
    public void queue(ArrivedMail mail, @Nullable Instant dueAt) {
        queue(mail.place(), mail.head().ownId(), mail.id(), dueAt);
    }

    private void queue(
            MailPlace place, @Nullable String messageId, @Nullable MessageId message, @Nullable Instant dueAt) {
        var id = Ids.next();
        var key = vault.newKey(id);
        sql.update(QUEUE, q -> {
            q.setObject(1, id);
            int next = Messages.bind(q, 2, place);
            q.setBytes(next, key.wrapped());
            q.setBytes(
                    next + 1, messageId == null ? null : key.seal(messageId.getBytes(StandardCharsets.UTF_8), PURPOSE));
            q.setObject(next + 2, message == null ? null : message.value(), Types.OTHER);
            q.setObject(next + 3, Sql.time(dueAt));
        });
    }

    /**
     * Queues a mail that repeats one whose application was erased since; does nothing while the application stands. It
     * is not erased before the transaction ends: whoever erases it then finds this mail, too.
     */
    public void queueIfErased(ApplicationId application, MailPlace place, @Nullable String messageId) {
        boolean erased = sql.first(
                        "SELECT erased_at IS NOT NULL FROM application WHERE id = ? FOR SHARE",
                        q -> q.setObject(1, application.value()),
                        row -> row.getBoolean(1))
                .orElse(false);
        if (erased) {
            queue(place, messageId, null, null);
        }
    }

    /**
     * Queues the mails of an application whose key is still there, and forgets what is personal in their rows.
     *
     * @return which they are
     */
    List<MessageId> erase(ApplicationId application) {
        var lying = sql.list(
                OF_APPLICATION,
                q -> q.setObject(1, application.value()),
                row -> new Lying(
                        new MessageId(row.getObject("id", UUID.class)),
                        place(row),
                        messages.head(row).map(MailHead::ownId)));
        lying.forEach(mail -> queue(mail.place(), mail.messageId().orElse(null), mail.id(), null));
        sql.update(FORGET, q -> {
            q.setObject(1, application.value());
            q.setObject(2, application.value());
        });
        return lying.stream().map(Lying::id).toList();
    }

    private Removal removal(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var sealed = row.getBytes("sealed_message_id");
        var messageId = sealed == null
                ? null
                : new String(
                        vault.unwrap(id, row.getBytes("wrapped_key")).open(sealed, PURPOSE), StandardCharsets.UTF_8);
        return new Removal(id, place(row), messageId);
    }

    private static MailPlace place(ResultSet row) throws SQLException {
        return new MailPlace(
                row.getString("mailbox"), row.getString("folder"), row.getLong("uid_validity"), row.getLong("uid"));
    }

    private record Lying(MessageId id, MailPlace place, Optional<String> messageId) {}
}
