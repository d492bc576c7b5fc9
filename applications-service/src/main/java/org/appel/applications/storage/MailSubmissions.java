package org.appel.applications.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.appel.applications.model.Admission;
import org.appel.applications.model.ApplicationId;
import org.appel.applications.model.Candidacy;
import org.appel.applications.model.Document;
import org.appel.applications.model.DocumentKind;
import org.appel.applications.model.KnownPosting;
import org.appel.applications.model.Language;
import org.appel.applications.model.Person;
import org.appel.applications.model.Receipt;
import org.appel.applications.model.Stage;
import org.appel.applications.model.StoredDocument;
import org.appel.service.Ids;

/** Stores applications that come by mail; the mail's own row is written by {@link Messages} in the same transaction. */
@ApplicationScoped
public class MailSubmissions {
    private static final String INSERT = """
            INSERT INTO application (id, posting_id, organisation, subject_index, kin_index, wrapped_key, sealed_person,
                                     stage, revision, version, received_at, updated_at, admission)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, 1, ?, ?, ?)""";

    private static final String UPDATE = """
            UPDATE application SET sealed_person = ?, revision = ?, version = version + 1, stage = ?,
                                   updated_at = greatest(updated_at, ?), admission = ?
            WHERE id = ?""";

    private static final String LOCK = """
            SELECT wrapped_key, sealed_person, stage, revision, admission FROM application
            WHERE id = ? AND erased_at IS NULL FOR UPDATE""";

    private static final String WITHDRAWN_AFTER = """
            SELECT 1 FROM stage_change WHERE application_id = ? AND stage = 'withdrawn' AND changed_at > ?""";

    private final Sql sql;
    private final Vault vault;
    private final SealedPersons persons;
    private final Documents documents;
    private final Histories histories;

    MailSubmissions(Sql sql, Vault vault, SealedPersons persons, Documents documents, Histories histories) {
        this.sql = sql;
        this.vault = vault;
        this.persons = persons;
        this.documents = documents;
        this.histories = histories;
    }

    /**
     * What was taken.
     *
     * @param language in which the candidate is to be answered
     */
    public record Taken(Receipt receipt, Language language) {}

    /**
     * Stores a new application with its own key.
     *
     * @throws TakenMeanwhile if the same person applied by the other door since the desk was looked at
     */
    public Taken insert(MailSubmission submission) {
        var id = new ApplicationId(Ids.next());
        var key = vault.newKey(id.value());
        sql.update(INSERT, q -> {
            q.setObject(1, id.value());
            q.setObject(2, submission.posting().id().value());
            q.setString(3, submission.posting().organisation());
            q.setBytes(4, submission.subject());
            q.setBytes(5, submission.kin());
            q.setBytes(6, key.wrapped());
            q.setBytes(7, persons.seal(submission.person(), key));
            q.setString(8, Stage.RECEIVED.code());
            q.setObject(9, Sql.time(submission.arrivedAt()));
            q.setObject(10, Sql.time(submission.arrivedAt()));
            q.setString(11, submission.admission().code());
        });
        add(key, id, submission);
        return new Taken(
                new Receipt(id, submission.posting().id(), submission.arrivedAt(), Stage.RECEIVED, 1),
                submission.person().language());
    }

    /**
     * Brings the application that the person has already up to date, and takes one up again that was withdrawn before the
     * mail arrived. Who they said they are by the API stays. Documents of which an application has one replace it; of the
     * others, those of the same name. What came in time is never replaced by what came late.
     *
     * @throws TakenMeanwhile if it was erased since the desk was looked at
     */
    public Taken update(ApplicationId id, MailSubmission submission) {
        var locked = lock(id);
        var person = locked.person().updatedByMail(submission.person());
        var stage = stage(id, locked, submission);
        sql.update(UPDATE, q -> {
            q.setBytes(1, persons.seal(person, locked.key()));
            q.setInt(2, locked.revision() + 1);
            q.setString(3, stage.code());
            q.setObject(4, Sql.time(submission.arrivedAt()));
            q.setString(5, submission.admission().orBetter(locked.admission()).code());
            q.setObject(6, id.value());
        });
        if (stage != locked.stage()) {
            histories.moved(id, locked.stage(), stage, submission.arrivedAt(), null);
        }
        if (submission.admission().mayChange(locked.admission())) {
            documents.replace(id, replaced(locked.key(), id, submission), submission.documents());
        }
        add(locked.key(), id, submission);
        return new Taken(
                new Receipt(id, submission.posting().id(), submission.arrivedAt(), stage, locked.revision() + 1),
                person.language());
    }

    /** Who stepped back after the mail had arrived has not applied again with it. */
    private Stage stage(ApplicationId id, Locked locked, MailSubmission submission) {
        var withdrawnSince = sql.first(
                WITHDRAWN_AFTER,
                q -> {
                    q.setObject(1, id.value());
                    q.setObject(2, Sql.time(submission.arrivedAt()));
                },
                _ -> true);
        return locked.stage() == Stage.WITHDRAWN && withdrawnSince.isPresent()
                ? Stage.WITHDRAWN
                : Candidacy.at(locked.stage()).appliedAgain().stage();
    }

    private void add(SealingKey key, ApplicationId id, MailSubmission submission) {
        documents.add(key, id, submission.documents(), submission.arrivedAt());
    }

    /** A mail may be filed long after it arrived: what came since then is not replaced by it. */
    private List<UUID> replaced(SealingKey key, ApplicationId id, MailSubmission submission) {
        var coming = submission.documents().documents().stream()
                .map(StagedDocuments.Staged::document)
                .toList();
        return documents.of(key, id).stream()
                .filter(stored -> !stored.receivedAt().isAfter(submission.arrivedAt()))
                .filter(stored -> coming.stream().anyMatch(document -> replaces(submission, document, stored)))
                .map(StoredDocument::id)
                .toList();
    }

    private static boolean replaces(MailSubmission submission, Document document, StoredDocument stored) {
        return document.kind().equals(stored.kind())
                && (isSingle(submission.posting(), document.kind())
                        || document.name().equals(stored.name()));
    }

    /** Of certificates and the like there may be several, which come one after the other. */
    private static boolean isSingle(KnownPosting posting, DocumentKind kind) {
        return kind.equals(DocumentKind.CV)
                || kind.equals(DocumentKind.COVER_LETTER)
                || posting.requiredDocuments().contains(kind);
    }

    private Locked lock(ApplicationId id) {
        return sql.first(LOCK, q -> q.setObject(1, id.value()), row -> locked(row, id))
                .orElseThrow(TakenMeanwhile::new);
    }

    private Locked locked(ResultSet row, ApplicationId id) throws SQLException {
        var key = vault.unwrap(id.value(), Objects.requireNonNull(row.getBytes("wrapped_key")));
        return new Locked(
                key,
                persons.open(Objects.requireNonNull(row.getBytes("sealed_person")), key),
                Stage.of(row.getString("stage")).orElseThrow(),
                row.getInt("revision"),
                Admission.of(row.getString("admission")));
    }

    private record Locked(SealingKey key, Person person, Stage stage, int revision, Admission admission) {}
}
