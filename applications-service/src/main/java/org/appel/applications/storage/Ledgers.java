package org.appel.applications.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jspecify.annotations.Nullable;

import org.appel.applications.config.LedgerConfig;
import org.appel.applications.model.Ledger;
import org.appel.applications.model.MailboxLedger;
import org.appel.applications.model.Outcome;
import org.appel.applications.model.PostingId;

/** What the lines of the ledger add up to, beside what applications, mails and answers say themselves. */
@ApplicationScoped
public class Ledgers {
    private static final String POSTINGS = """
            SELECT id, organisation FROM known_posting
            WHERE (?::uuid IS NULL OR id = ?) AND (?::text[] IS NULL OR organisation = ANY (?)) ORDER BY id""";

    private static final String OF_POSTINGS = """
            posting_id = ANY (ARRAY(SELECT id FROM known_posting
                WHERE (?::uuid IS NULL OR id = ?) AND (?::text[] IS NULL OR organisation = ANY (?))))""";

    private static final String ARRIVALS = """
            SELECT posting_id, outcome, reason, door = 'mail' AS by_mail, sum(number) AS number
            FROM arrival WHERE %s GROUP BY posting_id, outcome, reason, door""".formatted(OF_POSTINGS);

    private static final String APPLICATIONS = """
            SELECT posting_id, count(*) AS number, sum(revision) AS revisions
            FROM application WHERE %s GROUP BY posting_id""".formatted(OF_POSTINGS);

    private static final String ACKNOWLEDGEMENTS = """
            SELECT posting_id, sent, reason, count(*) AS number
            FROM acknowledgement WHERE %s GROUP BY posting_id, sent, reason""".formatted(OF_POSTINGS);

    /** Since when acknowledgements have been owed of which nothing was heard. */
    private static final String UNHEARD_OF = """
            SELECT a.posting_id, min(coalesce(m.sorted_at, m.judged_at, a.arrived_at)) AS owed_since
            FROM (SELECT * FROM arrival WHERE outcome IN ('accepted', 'updated') AND %s) a
                LEFT JOIN message m ON m.id = a.message_id
            WHERE NOT EXISTS (SELECT 1 FROM acknowledgement k
                WHERE k.application_id = a.application_id AND k.revision = a.revision)
            GROUP BY a.posting_id""".formatted(OF_POSTINGS);

    private static final String DECLINES = """
            SELECT posting_id, answered, failure, unanswered, count(*) AS number,
                   min(coalesce(sorted_at, judged_at)) AS owed_since
            FROM message WHERE outcome = 'refused' AND %s
            GROUP BY posting_id, answered, failure, unanswered""".formatted(OF_POSTINGS);

    private static final String MAILBOXES = """
            SELECT mailbox, max(organisation) AS organisation FROM message
            WHERE (?::text IS NULL OR mailbox = ?) AND (?::text[] IS NULL OR organisation = ANY (?))
            GROUP BY mailbox ORDER BY mailbox""";

    private static final String MAIL_ARRIVALS = """
            SELECT mailbox, outcome, reason, sum(number) AS number
            FROM arrival WHERE mailbox IS NOT NULL AND (?::text IS NULL OR mailbox = ?)
            GROUP BY mailbox, outcome, reason""";

    private static final String MAILS = """
            SELECT m.mailbox, m.outcome, CASE m.outcome WHEN 'refused' THEN m.reason END AS reason, m.unanswered,
                   coalesce(m.answered, k.sent) AS answered, coalesce(m.failure, k.reason) AS failure,
                   count(*) AS number, min(coalesce(m.sorted_at, m.judged_at)) AS owed_since
            FROM message m LEFT JOIN acknowledgement k ON k.application_id = m.application_id
                AND k.revision = m.revision AND m.outcome IN ('accepted', 'updated')
            WHERE ?::text IS NULL OR m.mailbox = ?
            GROUP BY 1, 2, 3, 4, 5, 6""";

    private static final String ONE_MOMENT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY";

    private final Sql sql;
    private final LedgerConfig config;
    private final Clock clock;

    Ledgers(Sql sql, LedgerConfig config, Clock clock) {
        this.sql = sql;
        this.config = config;
        this.clock = clock;
    }

    /** All accounts of one moment. */
    public record Books(List<Ledger> postings, List<MailboxLedger> mailboxes) {
        public Books {
            postings = List.copyOf(postings);
            mailboxes = List.copyOf(mailboxes);
        }

        /** Since when the answer has been owed that was owed first of those of which nothing was heard yet. */
        public Optional<Instant> pendingSince() {
            return Stream.concat(
                            postings.stream()
                                    .flatMap(ledger -> Stream.of(ledger.acknowledgements(), ledger.declines())),
                            mailboxes.stream().map(MailboxLedger::answers))
                    .flatMap(answers -> Stream.ofNullable(answers.pendingSince()))
                    .min(Instant::compareTo);
        }

        /** How many accounts do not balance. */
        public long unbalanced() {
            return postings.stream().filter(ledger -> !ledger.balanced()).count()
                    + mailboxes.stream().filter(ledger -> !ledger.balanced()).count();
        }
    }

    /** The account of a known posting. All its numbers are of one moment, so that they agree. */
    public Ledger posting(PostingId posting) {
        return atOneMoment(
                () -> postings(new Scope(posting.value(), null, null)).getFirst());
    }

    /** The account of a mailbox, in which nothing may have arrived yet. */
    public MailboxLedger mailbox(String mailbox, String organisation) {
        return atOneMoment(() -> mailboxes(new Scope(null, mailbox, null), Map.of(mailbox, organisation))
                .getFirst());
    }

    /** Whose mails were judged under that name; empty if none was. */
    public Optional<String> organisation(String mailbox) {
        return sql.first(
                "SELECT organisation FROM message WHERE mailbox = ? ORDER BY id DESC LIMIT 1",
                q -> q.setString(1, mailbox),
                row -> row.getString(1));
    }

    /**
     * The accounts of all postings and mailboxes of those organisations.
     *
     * @param organisations null for everybody's
     * @param mailboxes the configured ones of those organisations, with the organisation of each
     */
    public Books books(@Nullable Set<String> organisations, Map<String, String> mailboxes) {
        var scope = new Scope(null, null, organisations);
        return atOneMoment(() -> new Books(postings(scope), mailboxes(scope, mailboxes)));
    }

    private <T> T atOneMoment(java.util.concurrent.Callable<T> reading) {
        return QuarkusTransaction.requiringNew().call(() -> {
            sql.update(ONE_MOMENT, _ -> {});
            return reading.call();
        });
    }

    private List<Ledger> postings(Scope scope) {
        var accounts = new LinkedHashMap<UUID, PostingAccount>();
        sql.list(POSTINGS, scope::bindPostings, row -> {
            var id = row.getObject("id", UUID.class);
            return accounts.put(id, new PostingAccount(new PostingId(id), row.getString("organisation")));
        });
        each(
                ARRIVALS,
                scope,
                accounts,
                (account, row) -> account.arrived(
                        Outcome.of(row.getString("outcome")),
                        row.getString("reason"),
                        row.getBoolean("by_mail"),
                        number(row)));
        each(APPLICATIONS, scope, accounts, (account, row) -> account.applied(number(row), row.getLong("revisions")));
        each(ACKNOWLEDGEMENTS, scope, accounts, (account, row) -> account.acknowledgements()
                .add(null, row.getBoolean("sent"), row.getString("reason"), number(row), null));
        each(UNHEARD_OF, scope, accounts, (account, row) -> account.acknowledgements()
                .pending(owedSince(row)));
        each(DECLINES, scope, accounts, (account, row) -> account.declines()
                .add(
                        row.getString("unanswered"),
                        row.getObject("answered", Boolean.class),
                        row.getString("failure"),
                        number(row),
                        owedSince(row)));
        var due = due();
        return accounts.values().stream().map(account -> account.ledger(due)).toList();
    }

    private List<MailboxLedger> mailboxes(Scope scope, Map<String, String> configured) {
        var accounts = new java.util.TreeMap<String, MailboxAccount>();
        configured.forEach((name, organisation) -> accounts.put(name, new MailboxAccount(name, organisation)));
        sql.list(MAILBOXES, scope::bindMailboxes, row -> {
            var name = row.getString("mailbox");
            return accounts.putIfAbsent(name, new MailboxAccount(name, row.getString("organisation")));
        });
        each(MAIL_ARRIVALS, scope, accounts, (account, row) -> account.lines()
                .add(Outcome.of(row.getString("outcome")), row.getString("reason"), number(row)));
        each(
                MAILS,
                scope,
                accounts,
                (account, row) -> account.mail(
                        Outcome.of(row.getString("outcome")),
                        row.getString("reason"),
                        row.getString("unanswered"),
                        row.getObject("answered", Boolean.class),
                        row.getString("failure"),
                        number(row),
                        owedSince(row)));
        var due = due();
        return accounts.values().stream().map(account -> account.ledger(due)).toList();
    }

    private void each(String query, Scope scope, Map<UUID, PostingAccount> accounts, Entry<PostingAccount> entry) {
        sql.list(query, scope::bindPostings, row -> {
            var account = accounts.get(row.getObject("posting_id", UUID.class));
            if (account != null) {
                entry.make(account, row);
            }
            return true;
        });
    }

    private void each(
            String query,
            Scope scope,
            java.util.SortedMap<String, MailboxAccount> accounts,
            Entry<MailboxAccount> entry) {
        sql.list(query, q -> scope.bindMailbox(q, 1), row -> {
            var account = accounts.get(row.getString("mailbox"));
            if (account != null) {
                entry.make(account, row);
            }
            return true;
        });
    }

    private Instant due() {
        return clock.instant().minus(config.answerWithin());
    }

    private static @Nullable Instant owedSince(ResultSet row) throws SQLException {
        return Sql.instant(row, "owed_since");
    }

    private static long number(ResultSet row) throws SQLException {
        return row.getLong("number");
    }

    /** Puts the row on which the result set stands into an account. */
    private interface Entry<A> {
        void make(A account, ResultSet row) throws SQLException;
    }

    /** Which accounts; null leaves a condition out. */
    private record Scope(
            @Nullable UUID posting,
            @Nullable String mailbox,
            @Nullable Set<String> organisations) {
        void bindPostings(PreparedStatement q) throws SQLException {
            q.setObject(1, posting);
            q.setObject(2, posting);
            bindOrganisations(q, 3);
        }

        void bindMailboxes(PreparedStatement q) throws SQLException {
            bindMailbox(q, 1);
            bindOrganisations(q, 3);
        }

        void bindMailbox(PreparedStatement q, int first) throws SQLException {
            q.setString(first, mailbox);
            q.setString(first + 1, mailbox);
        }

        private void bindOrganisations(PreparedStatement q, int first) throws SQLException {
            var names = organisations == null ? null : organisations.toArray(String[]::new);
            q.setObject(first, names);
            q.setObject(first + 1, names);
        }
    }
}
