package org.appel.postings.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;

import org.jspecify.annotations.Nullable;

import org.appel.postings.model.Coded;
import org.appel.postings.storage.BoardQuery.Filters;

/**
 * Which open postings are in a list, and how many there are of each kind. One statement each, in no transaction: begin and
 * commit would cost two more round trips for nothing.
 */
@ApplicationScoped
public class BoardLists {

    private final DataSource dataSource;

    BoardLists(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The items of one page of the board, and one more if the query's limit leaves room for it. */
    public List<BoardItem> page(BoardQuery query) {
        return read(BoardSql.page(query), rows -> {
            var items = new ArrayList<BoardItem>();
            while (rows.next()) {
                items.add(new BoardItem(
                        rows.getObject(1, UUID.class),
                        rows.getLong(2),
                        rows.getObject(3, OffsetDateTime.class).toInstant(),
                        instant(rows, 4)));
            }
            return items;
        });
    }

    /** Counts what the filters let through, over all pages. */
    public FacetCounts facets(Filters filters, Set<Facet> facets) {
        return read(BoardSql.facets(filters, facets), rows -> {
            var counts = new EnumMap<Facet, List<FacetCounts.Count>>(Facet.class);
            facets.forEach(facet -> counts.put(facet, new ArrayList<>()));
            long total = 0;
            Instant until = null;
            while (rows.next()) {
                var facet = rows.getString(1);
                if (facet == null) {
                    total = rows.getLong(3);
                    until = instant(rows, 4);
                } else {
                    counts.get(Coded.of(Facet.class, facet))
                            .add(new FacetCounts.Count(rows.getString(2), rows.getLong(3)));
                }
            }
            return new FacetCounts(total, counts, until);
        });
    }

    private <T> T read(BoardSql sql, Reader<T> reader) {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(sql.text())) {
            bind(connection, query, sql.values());
            try (var rows = query.executeQuery()) {
                return reader.read(rows);
            }
        } catch (SQLException e) {
            throw new PersistenceException("The board could not be read: " + e.getMessage(), e);
        }
    }

    private static void bind(Connection connection, PreparedStatement query, List<Object> values) throws SQLException {
        int place = 1;
        for (var value : values) {
            if (value instanceof String[] texts) {
                query.setArray(place++, connection.createArrayOf("text", texts));
            } else {
                query.setObject(place++, value);
            }
        }
    }

    private static @Nullable Instant instant(ResultSet rows, int column) throws SQLException {
        var moment = rows.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private interface Reader<T> {
        T read(ResultSet rows) throws SQLException;
    }
}
