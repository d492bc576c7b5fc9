package org.appel.applications.storage;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

/** Keeps contents in the service's own database, in rows of 1 MiB and in the transaction of what they belong to. */
@ApplicationScoped
class DatabaseDocumentStore implements DocumentStore {
    static final String NAME = "database";

    private static final int PART = 1 << 20;
    /** In one round trip; so much of each application that comes in is in memory. */
    private static final int PARTS_AT_ONCE = 4;

    private static final String INSERT = "INSERT INTO content_part (content_id, part, sealed) VALUES (?, ?, ?)";

    private final Sql sql;

    DatabaseDocumentStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void put(List<SealedContent> contents) throws IOException {
        try (var batch = sql.batch(INSERT, PARTS_AT_ONCE)) {
            for (var content : contents) {
                put(content, batch);
            }
            batch.flush();
        }
    }

    @Override
    public InputStream get(UUID content) throws IOException {
        return new Parts(content);
    }

    @Override
    public void remove(Collection<UUID> contents) {
        if (!contents.isEmpty()) {
            sql.update(
                    "DELETE FROM content_part WHERE content_id = ANY (?)",
                    q -> q.setObject(1, contents.toArray(UUID[]::new)));
        }
    }

    private static void put(SealedContent content, Sql.Batch batch) throws IOException {
        try (var sealed = content.sealed().open()) {
            int number = 0;
            long left = content.size();
            do {
                var part = new byte[(int) Math.min(PART, left)];
                left -= sealed.readNBytes(part, 0, part.length);
                add(batch, content.id(), number++, part);
            } while (left > 0 && left == content.size() - (long) number * PART);
            if (left != 0 || sealed.read() >= 0) {
                throw new IllegalStateException(
                        "Content " + content.id() + " has not as many bytes as it was said to have");
            }
        }
    }

    private static void add(Sql.Batch batch, UUID content, int number, byte[] part) {
        batch.add(q -> {
            q.setObject(1, content);
            q.setInt(2, number);
            q.setBytes(3, part);
        });
    }

    private Optional<ByteArrayInputStream> part(UUID content, int number) {
        return sql.first(
                "SELECT sealed FROM content_part WHERE content_id = ? AND part = ?",
                q -> {
                    q.setObject(1, content);
                    q.setInt(2, number);
                },
                row -> new ByteArrayInputStream(row.getBytes(1)));
    }

    /** Reads one part after the other, each when it is needed. Whoever opens the content notices if it was cut off. */
    private final class Parts extends InputStream {
        private final UUID content;
        private ByteArrayInputStream part;
        private int number;

        private Parts(UUID content) throws IOException {
            this.content = content;
            part = part(content, 0)
                    .orElseThrow(() -> new FileNotFoundException("Content " + content + " is not there"));
        }

        @Override
        public int read() {
            return isThereMore() ? part.read() : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return isThereMore() ? part.read(into, offset, length) : -1;
        }

        private boolean isThereMore() {
            if (part.available() == 0) {
                part = part(content, ++number).orElse(part);
            }
            return part.available() > 0;
        }
    }
}
