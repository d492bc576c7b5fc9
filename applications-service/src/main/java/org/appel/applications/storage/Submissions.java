package org.appel.applications.storage;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

import jakarta.enterprise.context.ApplicationScoped;

import org.appel.applications.model.Admission;
import org.appel.applications.model.ApplicationId;
import org.appel.applications.model.Candidacy;
import org.appel.applications.model.KnownPosting;
import org.appel.applications.model.Outcome;
import org.appel.applications.model.PostingId;
import org.appel.applications.model.Receipt;
import org.appel.applications.model.Stage;
import org.appel.service.Ids;

/** Stores what comes in: applications, ledger rows and answers in one statement, since round trips decide the speed. */
@ApplicationScoped
public class Submissions {
    /** Any number of them, since most of what one costs is not its rows. */
    private static final String INSERT = """
            WITH coming AS (
                SELECT * FROM unnest(?::uuid[], ?::bytea[], ?::bytea[], ?::bytea[], ?::text[], ?::timestamptz[], ?::bytea[],
                                     ?::bytea[], ?::bytea[])
                    AS c (id, subject_index, wrapped_key, sealed_person, admission, received_at, kin_index, key_index,
                          fingerprint)),
            taken AS (
                INSERT INTO application (id, posting_id, organisation, subject_index, wrapped_key, sealed_person, stage,
                                         admission, revision, version, received_at, updated_at, kin_index)
                SELECT id, ?, ?, subject_index, wrapped_key, sealed_person, ?, admission, 1, 1, received_at, received_at,
                       kin_index
                FROM coming),
            answer AS (
                INSERT INTO answered_request (key_index, fingerprint, application_id, received_at, stage, revision,
                                              answered_at)
                SELECT key_index, fingerprint, id, received_at, ?, 1, appel_now() FROM coming)
            INSERT INTO arrival (posting_id, arrived_at, door, outcome, application_id, revision)
            SELECT ?, received_at, 'api', ?, id, 1 FROM coming""";

    private static final String ANSWER_AND_ARRIVAL = """
            answer AS (
                INSERT INTO answered_request (key_index, fingerprint, application_id, received_at, stage, revision,
                                              answered_at)
                VALUES (?, ?, ?, ?, ?, ?, appel_now()))
            INSERT INTO arrival (posting_id, arrived_at, door, outcome, application_id, revision)
            VALUES (?, ?, 'api', ?, ?, ?)""";

    private static final String UPDATE = """
            WITH taken AS (
                UPDATE application SET sealed_person = ?, admission = ?, revision = ?, stage = ?,
                                       version = version + 1, updated_at = ?
                WHERE id = ?),
            """ + ANSWER_AND_ARRIVAL;

    private static final String DUPLICATE = """
            INSERT INTO arrival (posting_id, arrived_at, door, outcome, application_id, revision)
            VALUES (?, ?, 'api', 'duplicate', ?, ?)""";

    private final Sql sql;
    private final Vault vault;
    private final SealedPersons persons;
    private final Documents documents;
    private final Histories histories;

    Submissions(Sql sql, Vault vault, SealedPersons persons, Documents documents, Histories histories) {
        this.sql = sql;
        this.vault = vault;
        this.persons = persons;
        this.documents = documents;
        this.histories = histories;
    }

    /**
     * Stores new applications to one posting, each with its own key.
     *
     * @return their receipts, in the same order
     * @throws TakenMeanwhile if one of these persons or requests was stored by somebody else since the desks were looked at
     */
    public List<Receipt> insert(KnownPosting posting, List<Submission> submissions) {
        if (submissions.isEmpty()) {
            return List.of();
        }
        var coming = submissions.stream().map(this::prepared).toList();
        // In one order for all who store several: else two of them could each wait for a person whom the other has
        // stored.
        var inOrder = coming.stream()
                .sorted(Comparator.comparing(one -> one.submission().subject(), Arrays::compareUnsigned))
                .toList();
        sql.update(INSERT, q -> bind(q, posting, inOrder));
        for (var one : coming) {
            documents.add(
                    one.key(),
                    one.receipt().id(),
                    one.submission().documents(),
                    one.submission().arrivedAt());
        }
        return coming.stream().map(Coming::receipt).toList();
    }

    private Coming prepared(Submission submission) {
        var id = new ApplicationId(Ids.next());
        var receipt = new Receipt(id, submission.posting().id(), submission.arrivedAt(), Stage.RECEIVED, 1);
        return new Coming(submission, receipt, vault.newKey(id.value()));
    }

    private void bind(PreparedStatement q, KnownPosting posting, List<Coming> coming) throws SQLException {
        q.setObject(1, column(coming, c -> c.receipt().id().value(), UUID[]::new));
        q.setObject(2, column(coming, c -> c.submission().subject(), byte[][]::new));
        q.setObject(3, column(coming, c -> c.key().wrapped(), byte[][]::new));
        q.setObject(4, column(coming, c -> persons.seal(c.submission().person(), c.key()), byte[][]::new));
        q.setObject(5, column(coming, c -> c.submission().admission().code(), String[]::new));
        q.setObject(6, column(coming, c -> c.submission().arrivedAt().toString(), String[]::new));
        q.setObject(7, column(coming, c -> c.submission().kin(), byte[][]::new));
        q.setObject(8, column(coming, c -> c.submission().request(), byte[][]::new));
        q.setObject(9, column(coming, c -> c.submission().fingerprint(), byte[][]::new));
        q.setObject(10, posting.id().value());
        q.setString(11, posting.organisation());
        q.setString(12, Stage.RECEIVED.code());
        q.setString(13, Stage.RECEIVED.code());
        q.setObject(14, posting.id().value());
        q.setString(15, Outcome.ACCEPTED.code());
    }

    private static <T> T[] column(List<Coming> coming, Function<Coming, T> value, IntFunction<T[]> array) {
        return coming.stream().map(value).toArray(array);
    }

    /**
     * Brings the application that the person has already up to date: who they are is replaced, and of the documents
     * those kinds that came now. Of the two admissions the better one stays, and one that was withdrawn is taken up
     * again.
     *
     * @throws TakenMeanwhile if it was erased since the desk was looked at
     */
    public Receipt update(ApplicationId id, Submission submission) {
        var locked = lock(id);
        var stage = Candidacy.at(locked.stage()).appliedAgain().stage();
        var receipt = new Receipt(id, submission.posting().id(), submission.arrivedAt(), stage, locked.revision() + 1);
        sql.update(UPDATE, q -> {
            q.setBytes(1, persons.seal(submission.person(), locked.key()));
            q.setString(2, locked.admission().orBetter(submission.admission()).code());
            q.setInt(3, receipt.revision());
            q.setString(4, stage.code());
            q.setObject(5, Sql.time(submission.arrivedAt()));
            q.setObject(6, id.value());
            bindAnswer(q, 7, submission, receipt, Outcome.UPDATED);
        });
        if (stage != locked.stage()) {
            histories.moved(id, locked.stage(), stage, submission.arrivedAt(), null);
        }
        documents.replace(id, submission.documents());
        documents.add(locked.key(), id, submission.documents(), submission.arrivedAt());
        return receipt;
    }

    /** Notes that an answered request came again. */
    public void duplicate(PostingId posting, Instant arrivedAt, Receipt answer) {
        sql.update(DUPLICATE, q -> {
            q.setObject(1, posting.value());
            q.setObject(2, Sql.time(arrivedAt));
            q.setObject(3, answer.id().value());
            q.setInt(4, answer.revision());
        });
    }

    /** Forgets answers that were given before that time. */
    public int forgetAnswersBefore(Instant time) {
        return sql.update("DELETE FROM answered_request WHERE answered_at < ?", q -> q.setObject(1, Sql.time(time)));
    }

    private Locked lock(ApplicationId id) {
        return sql.first(
                        """
                        SELECT wrapped_key, stage, admission, revision FROM application
                        WHERE id = ? AND erased_at IS NULL FOR UPDATE""",
                        q -> q.setObject(1, id.value()),
                        row -> new Locked(
                                vault.unwrap(id.value(), Objects.requireNonNull(row.getBytes("wrapped_key"))),
                                Stage.of(row.getString("stage")).orElseThrow(),
                                Admission.of(row.getString("admission")),
                                row.getInt("revision")))
                .orElseThrow(TakenMeanwhile::new);
    }

    private static void bindAnswer(
            PreparedStatement q, int first, Submission submission, Receipt receipt, Outcome outcome)
            throws SQLException {
        q.setBytes(first, submission.request());
        q.setBytes(first + 1, submission.fingerprint());
        q.setObject(first + 2, receipt.id().value());
        q.setObject(first + 3, Sql.time(receipt.receivedAt()));
        q.setString(first + 4, receipt.stage().code());
        q.setInt(first + 5, receipt.revision());
        q.setObject(first + 6, submission.posting().id().value());
        q.setObject(first + 7, Sql.time(submission.arrivedAt()));
        q.setString(first + 8, outcome.code());
        q.setObject(first + 9, receipt.id().value());
        q.setInt(first + 10, receipt.revision());
    }

    private record Coming(Submission submission, Receipt receipt, SealingKey key) {
        @Override
        public String toString() {
            return "Coming[" + receipt.id() + "]";
        }
    }

    private record Locked(SealingKey key, Stage stage, Admission admission, int revision) {}
}
