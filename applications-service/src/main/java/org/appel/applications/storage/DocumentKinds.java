package org.appel.applications.storage;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.appel.applications.model.ApplicationId;
import org.appel.applications.model.DocumentKind;

/** Which documents are of what kind, where the candidate did not say: HR is asked, and says. */
@ApplicationScoped
public class DocumentKinds {
    private static final String SET =
            "UPDATE document SET kind = ?, unclear = false WHERE id = ? AND application_id = ?";

    private static final String CHANGED = "UPDATE application SET version = version + 1, updated_at = ? WHERE id = ?";

    private final Sql sql;

    DocumentKinds(Sql sql) {
        this.sql = sql;
    }

    /**
     * Says what a document of a locked application is; that changes the application.
     *
     * @return false if the application has no such document
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean set(ApplicationId application, UUID document, DocumentKind kind, Instant at) {
        var found = sql.update(SET, q -> {
            q.setString(1, kind.name());
            q.setObject(2, document);
            q.setObject(3, application.value());
        });
        sql.update(CHANGED, q -> {
            q.setObject(1, Sql.time(at));
            q.setObject(2, application.value());
        });
        return found == 1;
    }
}
