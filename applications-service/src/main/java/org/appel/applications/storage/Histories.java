package org.appel.applications.storage;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.appel.applications.model.ApplicationId;
import org.appel.applications.model.Stage;

/** What happened to an application: the candidate's part is in the ledger, HR's in the stage changes. */
@ApplicationScoped
public class Histories {
    private static final String SELECT = """
            SELECT arrived_at AS at, CASE outcome WHEN 'accepted' THEN 'received' ELSE outcome END AS what,
                   NULL AS previous_stage, CASE outcome WHEN 'accepted' THEN 'received' END AS stage, revision,
                   NULL AS changed_by
            FROM arrival WHERE application_id = ? AND outcome IN ('accepted', 'updated')
            UNION ALL
            SELECT changed_at, 'advanced', previous_stage, stage, NULL, changed_by
            FROM stage_change WHERE application_id = ?
            ORDER BY at""";

    private static final String ADVANCED = """
            INSERT INTO stage_change (application_id, previous_stage, stage, changed_at, changed_by)
            VALUES (?, ?, ?, ?, ?)""";

    private final Sql sql;

    Histories(Sql sql) {
        this.sql = sql;
    }

    /**
     * One thing that happened.
     *
     * @param what received, updated or advanced
     * @param revision set if the candidate did it
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

    /** Notes a move of HR. */
    public void advanced(ApplicationId application, Stage from, Stage to, Instant at, String by) {
        sql.update(ADVANCED, q -> {
            q.setObject(1, application.value());
            q.setString(2, from.code());
            q.setString(3, to.code());
            q.setObject(4, Sql.time(at));
            q.setString(5, by);
        });
    }
}
