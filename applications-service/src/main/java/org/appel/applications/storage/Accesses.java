package org.appel.applications.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.appel.applications.model.Access;
import org.appel.applications.model.MessageId;
import org.appel.applications.model.Purpose;
import org.appel.applications.model.Reader;
import org.appel.applications.model.Sight;
import org.appel.service.Ids;

/** The access log. Rows are only ever added, and deleted when they are old. */
@ApplicationScoped
public class Accesses {
    private static final String INSERT = """
            INSERT INTO file_access (id, accessed_at, what, organisation, posting_id, application_id, message_id,
                                     document_id, part, reader, role, purpose)
            VALUES (?, appel_now(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String PAGE = """
            SELECT id, accessed_at, what, organisation, posting_id, application_id, message_id, document_id, part,
                   reader, role, purpose
            FROM file_access
            WHERE (?::text[] IS NULL OR organisation = ANY (?)) AND (?::uuid IS NULL OR application_id = ?)
                AND (?::text IS NULL OR reader = ?) AND (?::timestamptz IS NULL OR accessed_at >= ?)
                AND (?::timestamptz IS NULL OR accessed_at < ?) AND (?::uuid IS NULL OR id < ?)
            ORDER BY id DESC LIMIT ?""";

    private static final String FORGET = """
            DELETE FROM file_access WHERE id IN (
                SELECT id FROM file_access WHERE accessed_at < ? ORDER BY accessed_at LIMIT ? FOR UPDATE SKIP LOCKED)""";

    private final Sql sql;

    Accesses(Sql sql) {
        this.sql = sql;
    }

    /**
     * Which of them are wanted; null leaves a condition out.
     *
     * @param organisations only to what is theirs
     * @param by only by whom the token names so
     * @param from not before
     * @param to before
     * @param beyond only those before it
     */
    public record Filter(
            @Nullable Set<String> organisations,
            @Nullable UUID application,
            @Nullable String by,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable UUID beyond) {}

    /** With the current transaction, else committed when this returns. */
    @Transactional
    public void note(Reader reader, List<Sight> sights) {
        sql.updateEach(INSERT, sights, (q, sight) -> {
            q.setObject(1, Ids.next());
            q.setString(2, sight.kind().code());
            q.setString(3, sight.organisation());
            q.setObject(4, sight.posting() == null ? null : sight.posting().value(), Types.OTHER);
            q.setObject(
                    5, sight.application() == null ? null : sight.application().value(), Types.OTHER);
            q.setObject(6, sight.message() == null ? null : sight.message().value(), Types.OTHER);
            q.setObject(7, sight.document(), Types.OTHER);
            q.setObject(8, sight.part(), Types.INTEGER);
            q.setString(9, reader.name());
            q.setString(10, reader.role());
            q.setString(11, reader.purpose().code());
        });
    }

    /** The newest first. */
    public List<Access> page(Filter filter, int limit) {
        var organisations =
                filter.organisations() == null ? null : filter.organisations().toArray(String[]::new);
        return sql.list(
                PAGE,
                q -> {
                    q.setObject(1, organisations);
                    q.setObject(2, organisations);
                    q.setObject(3, filter.application());
                    q.setObject(4, filter.application());
                    q.setString(5, filter.by());
                    q.setString(6, filter.by());
                    q.setObject(7, Sql.time(filter.from()));
                    q.setObject(8, Sql.time(filter.from()));
                    q.setObject(9, Sql.time(filter.to()));
                    q.setObject(10, Sql.time(filter.to()));
                    q.setObject(11, filter.beyond());
                    q.setObject(12, filter.beyond());
                    q.setInt(13, limit);
                },
                Accesses::read);
    }

    /** @return how many were forgotten; there may be more if it is the limit */
    @Transactional
    public int forgetBefore(Instant moment, int limit) {
        return sql.update(FORGET, q -> {
            q.setObject(1, Sql.time(moment));
            q.setInt(2, limit);
        });
    }

    private static Access read(ResultSet row) throws SQLException {
        var message = row.getObject("message_id", UUID.class);
        return new Access(
                row.getObject("id", UUID.class),
                Objects.requireNonNull(Sql.instant(row, "accessed_at")),
                new Sight(
                        Sight.Kind.of(row.getString("what")),
                        row.getString("organisation"),
                        Messages.posting(row),
                        Messages.application(row),
                        message == null ? null : new MessageId(message),
                        row.getObject("document_id", UUID.class),
                        row.getObject("part", Integer.class)),
                new Reader(row.getString("reader"), row.getString("role"), Purpose.of(row.getString("purpose"))));
    }
}
