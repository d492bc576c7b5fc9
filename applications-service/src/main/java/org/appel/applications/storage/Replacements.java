package org.appel.applications.storage;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.appel.applications.model.Admission;
import org.appel.applications.model.Application;
import org.appel.applications.model.Outcome;

/** Stores documents that take the place of others in an application that stands. */
@ApplicationScoped
public class Replacements {
    private static final String REVISE = """
            WITH revised AS (
                UPDATE application SET admission = ?, revision = revision + 1, version = version + 1, updated_at = ?
                WHERE id = ?
                RETURNING id, posting_id, revision)
            INSERT INTO arrival (posting_id, arrived_at, door, outcome, application_id, revision)
            SELECT posting_id, ?, 'api', ?, id, revision FROM revised
            RETURNING revision""";

    private static final String SAME_AGAIN = """
            INSERT INTO arrival (posting_id, arrived_at, door, outcome, application_id, revision)
            VALUES (?, ?, 'api', ?, ?, ?)""";

    private final Sql sql;
    private final Vault vault;
    private final Documents documents;
    private final ApplicationRows rows;

    Replacements(Sql sql, Vault vault, Documents documents, ApplicationRows rows) {
        this.sql = sql;
        this.vault = vault;
        this.documents = documents;
        this.rows = rows;
    }

    /**
     * Replaces the documents of the kinds that were staged.
     *
     * @param application locked
     * @param admission how what comes now stands to the deadline; of the two the better one stays
     * @return its new revision
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int replace(Application.Live application, StagedDocuments staged, Admission admission, Instant arrivedAt) {
        var id = application.id();
        var key = rows.findById(id.value()).key(vault);
        int revision = sql.first(
                        REVISE,
                        q -> {
                            q.setString(
                                    1,
                                    application.admission().orBetter(admission).code());
                            q.setObject(2, Sql.time(arrivedAt));
                            q.setObject(3, id.value());
                            q.setObject(4, Sql.time(arrivedAt));
                            q.setString(5, Outcome.UPDATED.code());
                        },
                        row -> row.getInt(1))
                .orElseThrow();
        documents.replace(id, staged);
        documents.add(key, id, staged, arrivedAt);
        return revision;
    }

    /** Notes that what is there was sent again. */
    public void sameAgain(Application.Live application, Instant arrivedAt) {
        sql.update(SAME_AGAIN, q -> {
            q.setObject(1, application.posting().value());
            q.setObject(2, Sql.time(arrivedAt));
            q.setString(3, Outcome.DUPLICATE.code());
            q.setObject(4, application.id().value());
            q.setInt(5, application.revision());
        });
    }
}
