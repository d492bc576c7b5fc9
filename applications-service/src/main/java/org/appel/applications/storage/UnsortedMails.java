package org.appel.applications.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.appel.applications.model.Language;
import org.appel.applications.model.MailPlace;
import org.appel.applications.model.MessageId;
import org.appel.applications.model.PostingId;

/** The tray: mails that HR has to sort, the oldest first. */
@ApplicationScoped
public class UnsortedMails {
    private static final String SELECT = """
            SELECT id, mailbox, coalesce(lies_in, folder) AS folder,
                   coalesce(lies_validity, uid_validity) AS uid_validity, coalesce(lies_uid, uid) AS uid, organisation, identity, received_at, language, reason,
                   posting_id, guesses::text AS guesses, application_id, sealed, wrapped_key,
                   NULL::bytea AS application_key
            FROM message WHERE outcome = 'unsorted'
            """;

    private static final String PAGE = SELECT + """
            AND (?::text[] IS NULL OR organisation = ANY (?)) AND (?::text IS NULL OR mailbox = ?)
            AND (?::uuid IS NULL OR posting_id = ? OR guesses @> ?::jsonb) AND (?::uuid IS NULL OR id > ?)
            ORDER BY id LIMIT ?""";

    private static final String LEFT_BEFORE = SELECT + "AND judged_at < ? ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED";

    private final Sql sql;
    private final Messages messages;
    private final Guesses guesses;

    UnsortedMails(Sql sql, Messages messages, Guesses guesses) {
        this.sql = sql;
        this.messages = messages;
        this.guesses = guesses;
    }

    /**
     * Which of them are wanted; null leaves a condition out.
     *
     * @param organisations only theirs
     * @param posting that they name or may be meant for
     * @param beyond only those after it
     */
    public record Filter(
            @Nullable Set<String> organisations,
            @Nullable String mailbox,
            @Nullable PostingId posting,
            @Nullable UUID beyond) {}

    public List<UnsortedMail> page(Filter filter, int limit) {
        var organisations =
                filter.organisations() == null ? null : filter.organisations().toArray(String[]::new);
        var posting = filter.posting() == null ? null : filter.posting().value();
        return sql.list(
                PAGE,
                q -> {
                    q.setObject(1, organisations);
                    q.setObject(2, organisations);
                    q.setString(3, filter.mailbox());
                    q.setString(4, filter.mailbox());
                    q.setObject(5, posting);
                    q.setObject(6, posting);
                    q.setString(7, filter.posting() == null ? null : guesses.naming(filter.posting()));
                    q.setObject(8, filter.beyond());
                    q.setObject(9, filter.beyond());
                    q.setInt(10, limit);
                },
                this::read);
    }

    /** Empty if there is none of that id, or no more. */
    public Optional<UnsortedMail> find(MessageId id) {
        return sql.first(SELECT + "AND id = ?", q -> q.setObject(1, id.value()), this::read);
    }

    /** As {@link #find}, and nobody else sorts it until the transaction ends. */
    public Optional<UnsortedMail> lock(MessageId id) {
        return sql.first(SELECT + "AND id = ? FOR UPDATE", q -> q.setObject(1, id.value()), this::read);
    }

    /** One that has waited since before that time, locked until the transaction ends. */
    public Optional<UnsortedMail> lockLeftBefore(Instant time) {
        return sql.first(LEFT_BEFORE, q -> q.setObject(1, Sql.time(time)), this::read);
    }

    /** How many there are by mailbox; a mailbox without any is left out. */
    public java.util.Map<String, Long> numbers() {
        var numbers = new java.util.TreeMap<String, Long>();
        sql.list(
                "SELECT mailbox, count(*) FROM message WHERE outcome = 'unsorted' GROUP BY mailbox",
                _ -> {},
                row -> numbers.put(row.getString(1), row.getLong(2)));
        return numbers;
    }

    private UnsortedMail read(ResultSet row) throws SQLException {
        return new UnsortedMail(
                new MessageId(row.getObject("id", UUID.class)),
                new MailPlace(
                        row.getString("mailbox"),
                        row.getString("folder"),
                        row.getLong("uid_validity"),
                        row.getLong("uid")),
                row.getString("organisation"),
                row.getBytes("identity"),
                Objects.requireNonNull(Sql.instant(row, "received_at")),
                Language.of(row.getString("language")).orElseThrow(),
                row.getString("reason"),
                Messages.posting(row),
                guesses.read(row.getString("guesses")),
                messages.head(row).orElseThrow());
    }
}
