package org.appel.applications.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.appel.applications.model.MessageId;
import org.appel.applications.model.Outcome;

/** Mails as those who watch them see them: what became of each and of its answer, and nothing personal. */
@ApplicationScoped
public class JudgedMails {
    private static final String SELECT = """
            SELECT m.id, m.mailbox, m.organisation, m.repeats, m.received_at, m.judged_at, m.outcome, m.reason,
                   m.posting_id, m.application_id, m.revision, m.unanswered,
                   coalesce(m.answered, k.sent) AS answered, coalesce(m.failure, k.reason) AS failure
            FROM message m
            LEFT JOIN acknowledgement k ON k.application_id = m.application_id AND k.revision = m.revision
                AND m.outcome IN ('accepted', 'updated')
            WHERE
            """;

    private static final String PAGE = SELECT + """
            (?::text[] IS NULL OR m.organisation = ANY (?)) AND (?::text IS NULL OR m.mailbox = ?)
            AND (?::text IS NULL OR m.outcome = ?) AND (?::uuid IS NULL OR m.id < ?)
            ORDER BY m.id DESC LIMIT ?""";

    private final Sql sql;

    JudgedMails(Sql sql) {
        this.sql = sql;
    }

    /**
     * Which of them are wanted; null leaves a condition out.
     *
     * @param organisations only theirs
     * @param beyond only those judged before it
     */
    public record Filter(
            @Nullable Set<String> organisations,
            @Nullable String mailbox,
            @Nullable Outcome outcome,
            @Nullable UUID beyond) {}

    /** Those that were judged last first. */
    public List<JudgedMail> page(Filter filter, int limit) {
        var organisations =
                filter.organisations() == null ? null : filter.organisations().toArray(String[]::new);
        var outcome = filter.outcome() == null ? null : filter.outcome().code();
        return sql.list(
                PAGE,
                q -> {
                    q.setObject(1, organisations);
                    q.setObject(2, organisations);
                    q.setString(3, filter.mailbox());
                    q.setString(4, filter.mailbox());
                    q.setString(5, outcome);
                    q.setString(6, outcome);
                    q.setObject(7, filter.beyond());
                    q.setObject(8, filter.beyond());
                    q.setInt(9, limit);
                },
                JudgedMails::read);
    }

    public Optional<JudgedMail> find(MessageId id) {
        return sql.first(SELECT + "m.id = ?", q -> q.setObject(1, id.value()), JudgedMails::read);
    }

    private static JudgedMail read(ResultSet row) throws SQLException {
        var repeats = row.getObject("repeats", UUID.class);
        var outcome = Outcome.of(row.getString("outcome"));
        return new JudgedMail(
                new MessageId(row.getObject("id", UUID.class)),
                row.getString("mailbox"),
                row.getString("organisation"),
                repeats == null ? null : new MessageId(repeats),
                Objects.requireNonNull(Sql.instant(row, "received_at")),
                Objects.requireNonNull(Sql.instant(row, "judged_at")),
                outcome,
                row.getString("reason"),
                Messages.posting(row),
                Messages.application(row),
                row.getObject("revision", Integer.class),
                answer(row, outcome));
    }

    private static JudgedMail.Answer answer(ResultSet row, Outcome outcome) throws SQLException {
        if (outcome == Outcome.UNSORTED) {
            return new JudgedMail.Answer(JudgedMail.State.UNSORTED, null);
        }
        var unanswered = row.getString("unanswered");
        if (unanswered != null) {
            return new JudgedMail.Answer(JudgedMail.State.NONE, unanswered);
        }
        var answered = row.getObject("answered", Boolean.class);
        if (answered == null) {
            return new JudgedMail.Answer(JudgedMail.State.PENDING, null);
        }
        return answered
                ? new JudgedMail.Answer(JudgedMail.State.SENT, null)
                : new JudgedMail.Answer(JudgedMail.State.FAILED, row.getString("failure"));
    }
}
