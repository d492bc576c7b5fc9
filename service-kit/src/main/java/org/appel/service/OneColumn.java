package org.appel.service;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * Native queries whose answer is one column.
 *
 * <p>Hibernate keeps what it makes of a query for the next time, and finds it again by the statement and by the shape of its
 * answer. A shape that is only a class, as {@code createNativeQuery(sql, UUID.class)} has it, is never the same as that of the
 * time before (Hibernate 7.2): each call leaves another entry, up to two thousand of one statement, and each next one searches
 * through all of them.
 */
public final class OneColumn {

    private OneColumn() {}

    /**
     * A query for values of a type.
     *
     * @param column its name in the answer
     */
    public static <T> NativeQuery<T> query(EntityManager database, String sql, String column, Class<T> type) {
        return database.unwrap(Session.class)
                .createNativeQuery(sql, Tuple.class)
                .addScalar(column, type)
                .setTupleTransformer((row, _) -> type.cast(row[0]));
    }
}
