package org.appel.applications.storage;

import jakarta.enterprise.context.ApplicationScoped;

/** What organisations call themselves, from the postings' events; the name that was read last. */
@ApplicationScoped
public class KnownOrganisations {
    private static final String LEARN = """
            INSERT INTO known_organisation (id, name) VALUES (?, ?)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name WHERE known_organisation.name <> excluded.name""";

    private final Sql sql;

    KnownOrganisations(Sql sql) {
        this.sql = sql;
    }

    public void learn(String id, String name) {
        sql.update(LEARN, q -> {
            q.setString(1, id);
            q.setString(2, name);
        });
    }

    /** The name that people know it by; its id if no event has told. */
    public String name(String id) {
        return sql.first(
                        "SELECT name FROM known_organisation WHERE id = ?",
                        q -> q.setString(1, id),
                        row -> row.getString(1))
                .orElse(id);
    }
}
