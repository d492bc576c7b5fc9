package org.appel.applications.storage;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.appel.applications.model.ApplicationId;
import org.appel.applications.model.Stage;

/** What happened to an application: what arrived is in the ledger, every move of the stage beside it. */
@ApplicationScoped
public class Histories {
    private static final String SELECT = """
            SELECT arrived_at AS at, CASE outcome WHEN 'accepted' THEN 'received' ELSE outcome END AS what,
                   NULL AS previous_stage, CASE outcome WHEN 'accepted' THEN 'received' END AS stage, revision,
                   NULL AS changed_by
            FROM arrival WHERE application_id = ? AND outcome IN ('accepted', 'updated')
            UNION ALL
            SELECT changed_at, CASE WHEN changed_by IS NOT NULL THEN 'advanced'
                                    WHEN stage = 'withdrawn' THEN 'withdrawn' ELSE 'revived' END,
                   previous_stage, stage, NULL, changed_by
            FROM stage_change WHERE application_id = ?
            ORDER BY at, revision NULLS LAST""";

    private static final String MOVED = """
            INSERT INTO stage_change (application_id, previous_stage, stage, changed_at, changed_by)
            VALUES (?, ?, ?, ?, ?)""";

    private final Sql sql;

    Histories(Sql sql) {
        this.sql = sql;
    }

    /**
     * One thing that happened.
     *
     * @param what received, updated, advanced, withdrawn or revived
     * @param revision set if the candidate sent something
     * @param by set if somebody of HR did it
     */
    public record Entry(
            Instant at,
            String what,
            @Nullable String previousStage,
            @Nullable String stage,
            @Nullable Integer revision,
            @Nullable String by) {}

    /** The oldest first. */
    public List<Entry> of(ApplicationId application) {
        return sql.list(
                SELECT,
                q -> {
                    q.setObject(1, application.value());
                    q.setObject(2, application.value());
                },
                row -> new Entry(
                        Objects.requireNonNull(Sql.instant(row, "at")),
                        row.getString("what"),
                        row.getString("previous_stage"),
                        row.getString("stage"),
                        row.getObject("revision", Integer.class),
                        row.getString("changed_by")));
    }

    /**
     * Notes a move.
     *
     * @param by who of HR made it; null if the candidate did
     */
    public void moved(ApplicationId application, Stage from, Stage to, Instant at, @Nullable String by) {
        sql.update(MOVED, q -> {
            q.setObject(1, application.value());
            q.setString(2, from.code());
            q.setString(3, to.code());
            q.setObject(4, Sql.time(at));
            q.setString(5, by);
        });
    }
}
