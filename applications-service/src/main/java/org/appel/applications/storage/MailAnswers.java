package org.appel.applications.storage;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.appel.applications.model.ApplicationId;
import org.appel.applications.model.Decline;
import org.appel.applications.model.EmailAddress;
import org.appel.applications.model.Language;
import org.appel.applications.model.MailHead;
import org.appel.applications.model.MessageId;
import org.appel.applications.model.PostingId;
import org.appel.applications.model.UnusableDocument;

/** How mails are answered, and what became of the answers. */
@ApplicationScoped
public class MailAnswers {
    private static final String OF_REVISION = """
            SELECT m.id, m.application_id, m.sealed, m.wrapped_key, a.wrapped_key AS application_key
            FROM message m JOIN application a ON a.id = m.application_id
            WHERE m.application_id = ? AND m.revision = ? AND m.outcome IN ('accepted', 'updated')""";

    private static final String OF_DECLINED = """
            SELECT id, language, posting_id, declined, received_at, application_id, sealed, wrapped_key,
                   NULL::bytea AS application_key
            FROM message WHERE id = ? AND declined IS NOT NULL""";

    private static final String TOLD = """
            UPDATE message SET answered = ?, failure = ?, told_at = ?
            WHERE id = ? AND declined IS NOT NULL AND answered IS NOT TRUE
                AND (? OR told_at IS NULL OR told_at < ?)""";

    private static final String FORGET = """
            UPDATE message m SET sealed = NULL, wrapped_key = NULL,
                author_index = CASE WHEN EXISTS (SELECT FROM mail_removal r WHERE r.message_id = m.id)
                    THEN author_index END
            WHERE wrapped_key IS NOT NULL AND declined IS NOT NULL
                AND (told_at < ? OR told_at IS NULL AND judged_at < ?)""";

    private final Sql sql;
    private final Messages messages;

    MailAnswers(Sql sql, Messages messages) {
        this.sql = sql;
        this.messages = messages;
    }

    /**
     * What the acknowledgement of a revision that came by mail has to heed.
     *
     * @param messageId of the mail, with its angle brackets; null if it has none
     * @param references the oldest first, {@code messageId} last
     * @param address where it goes if it must hold no name, no link and no list; null if it goes to the candidate
     * @param unusable documents of the mail that were not taken
     */
    public record MailAnswer(
            @Nullable String messageId,
            List<String> references,
            @Nullable EmailAddress address,
            List<UnusableDocument> unusable) {
        static MailAnswer of(MailHead head) {
            return new MailAnswer(
                    head.messageId(), head.references(), head.addressOnly() ? head.answerTo() : null, head.unusable());
        }

        @Override
        public String toString() {
            return "MailAnswer[…]";
        }
    }

    /**
     * A mail that became no application, as its answer needs it.
     *
     * @param head empty if it was forgotten
     */
    public record Declined(
            MessageId id,
            Language language,
            @Nullable PostingId posting,
            Decline reason,
            Instant receivedAt,
            Optional<MailHead> head) {}

    /** Empty if the revision did not come by mail. */
    public Optional<MailAnswer> of(ApplicationId application, int revision) {
        return sql.first(
                        OF_REVISION,
                        q -> {
                            q.setObject(1, application.value());
                            q.setInt(2, revision);
                        },
                        messages::head)
                .flatMap(head -> head)
                .map(MailAnswer::of);
    }

    /** Empty if there is no such mail, or none that is to be answered so. */
    public Optional<Declined> declined(MessageId id) {
        return sql.first(
                OF_DECLINED,
                q -> q.setObject(1, id.value()),
                row -> new Declined(
                        id,
                        Language.of(row.getString("language")).orElseThrow(),
                        Messages.posting(row),
                        Decline.of(row.getString("declined")).orElseThrow(),
                        Objects.requireNonNull(Sql.instant(row, "received_at")),
                        messages.head(row)));
    }

    /**
     * Notes the fate of the answer to a declined mail. One that was sent stays sent, whatever is read later.
     *
     * @param reason a code, if it failed; null if it was sent
     */
    public void told(UUID message, @Nullable String reason, Instant at) {
        sql.update(TOLD, q -> {
            q.setBoolean(1, reason == null);
            q.setString(2, reason);
            q.setObject(3, Sql.time(at));
            q.setObject(4, message);
            q.setBoolean(5, reason == null);
            q.setObject(6, Sql.time(at));
        });
    }

    /**
     * Forgets who sent mails that were declined.
     *
     * @param answered those whose answer was heard of before that time
     * @param judged those of whose answer nothing was heard, and that were declined before that time
     */
    public int forget(Instant answered, Instant judged) {
        return sql.update(FORGET, q -> {
            q.setObject(1, Sql.time(answered));
            q.setObject(2, Sql.time(judged));
        });
    }
}
