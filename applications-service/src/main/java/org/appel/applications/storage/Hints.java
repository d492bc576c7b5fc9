package org.appel.applications.storage;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.appel.applications.model.ApplicationId;
import org.appel.applications.model.UnusableDocument;

/** What HR should know of an application beside what is in it. */
@ApplicationScoped
public class Hints {
    private static final String KIN = """
            SELECT o.id FROM application a
            JOIN application o ON o.posting_id = a.posting_id AND o.kin_index = a.kin_index AND o.id <> a.id
            WHERE a.id = ? AND o.erased_at IS NULL ORDER BY o.id""";

    private static final String MAILS = """
            SELECT m.id, m.application_id, m.sealed, m.wrapped_key, a.wrapped_key AS application_key
            FROM message m JOIN application a ON a.id = m.application_id
            WHERE m.application_id = ? AND m.outcome IN ('accepted', 'updated') ORDER BY m.id""";

    private final Sql sql;
    private final Messages messages;

    Hints(Sql sql, Messages messages) {
        this.sql = sql;
        this.messages = messages;
    }

    /**
     * @param kin applications to the same posting whose addresses may be the same person's; nobody merges them but HR
     * @param unusable documents that came by mail and were not taken, the oldest first
     */
    public record Hint(List<ApplicationId> kin, List<UnusableDocument> unusable) {
        public Hint {
            kin = List.copyOf(kin);
            unusable = List.copyOf(unusable);
        }
    }

    @Transactional
    public Hint of(ApplicationId application) {
        var kin = sql.list(
                KIN, q -> q.setObject(1, application.value()), row -> new ApplicationId(row.getObject(1, UUID.class)));
        var unusable = sql.list(MAILS, q -> q.setObject(1, application.value()), messages::head).stream()
                .flatMap(Optional::stream)
                .flatMap(head -> head.unusable().stream())
                .toList();
        return new Hint(kin, unusable);
    }
}
