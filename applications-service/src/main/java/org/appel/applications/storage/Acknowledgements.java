package org.appel.applications.storage;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.appel.applications.model.ApplicationId;
import org.appel.applications.model.PostingId;

/** What became of each acknowledgement. One that was sent stays sent, whatever is read later. */
@ApplicationScoped
public class Acknowledgements {
    private static final String TOLD = """
            INSERT INTO acknowledgement (application_id, revision, posting_id, sent, reason, told_at)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (application_id, revision) DO UPDATE SET
                sent = excluded.sent, reason = excluded.reason, told_at = excluded.told_at
            WHERE NOT acknowledgement.sent AND (excluded.sent OR acknowledgement.told_at < excluded.told_at)""";

    private final Sql sql;

    Acknowledgements(Sql sql) {
        this.sql = sql;
    }

    /**
     * Notes the fate of one acknowledgement.
     *
     * @param revision of the application, which was acknowledged
     * @param reason a code, if it failed; null if it was sent
     */
    public void told(ApplicationId application, int revision, PostingId posting, @Nullable String reason, Instant at) {
        sql.update(TOLD, q -> {
            q.setObject(1, application.value());
            q.setInt(2, revision);
            q.setObject(3, posting.value());
            q.setBoolean(4, reason == null);
            q.setString(5, reason);
            q.setObject(6, Sql.time(at));
        });
    }
}
