package org.appel.applications.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.appel.applications.model.DocumentKind;
import org.appel.applications.model.KnownPosting;
import org.appel.applications.model.PostingId;

/** The copy of the postings. Every change moves forward only: an older state never replaces a newer one. */
@ApplicationScoped
public class KnownPostings {
    static final String COLUMNS = """
            p.id, p.organisation, p.version, p.withdrawn, p.takes_applications, p.titles, p.published_at, p.closes_at,
            p.zone, p.deadline_version, p.closed_deadline, p.required_documents""";

    private static final String LEARN = """
            INSERT INTO known_posting (id, organisation, version, takes_applications, titles, published_at, closes_at,
                                       zone, deadline_version, required_documents)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET
                organisation = excluded.organisation, version = excluded.version,
                takes_applications = excluded.takes_applications, titles = excluded.titles,
                published_at = excluded.published_at, closes_at = excluded.closes_at, zone = excluded.zone,
                deadline_version = excluded.deadline_version, required_documents = excluded.required_documents
            WHERE known_posting.version < excluded.version""";

    private static final String WITHDRAW = """
            INSERT INTO known_posting (id, organisation, withdrawn) VALUES (?, ?, true)
            ON CONFLICT (id) DO UPDATE SET withdrawn = true""";

    private static final String HEARD_OF =
            "INSERT INTO known_posting (id, organisation) VALUES (?, ?) ON CONFLICT DO NOTHING";

    private static final String DEADLINE_PASSED = """
            INSERT INTO intake_closing (posting_id, deadline_version, closes_at) VALUES (?, ?, ?)
            ON CONFLICT DO NOTHING""";

    private final Sql sql;
    private final ObjectMapper json;

    KnownPostings(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Empty if no event about that posting was read. */
    public Optional<KnownPosting> find(PostingId id) {
        return sql.first(
                "SELECT " + COLUMNS + " FROM known_posting p WHERE p.id = ?",
                q -> q.setObject(1, id.value()),
                this::read);
    }

    /** As {@link #find}; the intake of the posting is not closed before the transaction ends. */
    public Optional<KnownPosting> hold(PostingId id) {
        return sql.first(
                "SELECT " + COLUMNS + " FROM known_posting p WHERE p.id = ? FOR KEY SHARE OF p",
                q -> q.setObject(1, id.value()),
                this::read);
    }

    /** Takes over that content, unless the same or a newer one is there. */
    public void learn(KnownPosting posting) {
        sql.update(LEARN, q -> bind(q, posting));
    }

    public void withdraw(PostingId id, String organisation) {
        sql.update(WITHDRAW, q -> {
            q.setObject(1, id.value());
            q.setString(2, organisation);
        });
    }

    /** Notes that the intake of that deadline is to be closed; once for each deadline version. */
    public void deadlinePassed(PostingId id, String organisation, int deadlineVersion, Instant closesAt) {
        sql.update(HEARD_OF, q -> {
            q.setObject(1, id.value());
            q.setString(2, organisation);
        });
        sql.update(DEADLINE_PASSED, q -> {
            q.setObject(1, id.value());
            q.setInt(2, deadlineVersion);
            q.setObject(3, Sql.time(closesAt));
        });
    }

    KnownPosting read(ResultSet row) throws SQLException {
        return new KnownPosting(
                new PostingId(row.getObject("id", UUID.class)),
                row.getString("organisation"),
                row.getInt("version"),
                row.getBoolean("withdrawn"),
                row.getBoolean("takes_applications"),
                titles(row.getString("titles")),
                Sql.instant(row, "published_at"),
                Sql.instant(row, "closes_at"),
                row.getString("zone"),
                row.getInt("deadline_version"),
                row.getInt("closed_deadline"),
                Arrays.stream((String[]) row.getArray("required_documents").getArray())
                        .map(DocumentKind::new)
                        .toList());
    }

    private void bind(PreparedStatement q, KnownPosting posting) throws SQLException {
        q.setObject(1, posting.id().value());
        q.setString(2, posting.organisation());
        q.setInt(3, posting.version());
        q.setBoolean(4, posting.takesApplications());
        q.setObject(5, text(posting.titles()), Types.OTHER);
        q.setObject(6, Sql.time(posting.publishedAt()));
        q.setObject(7, Sql.time(posting.closesAt()));
        q.setString(8, posting.zone());
        q.setInt(9, posting.deadlineVersion());
        q.setObject(
                10, posting.requiredDocuments().stream().map(DocumentKind::name).toArray(String[]::new));
    }

    private String text(Map<String, String> titles) {
        try {
            return json.writeValueAsString(titles);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> titles(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("known_posting.titles is no JSON object", e);
        }
    }
}
