package org.appel.applications.storage;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

import org.postgresql.ds.PGSimpleDataSource;

/** Seals, stores, reads and opens one content that no memory holds; a program, so that it can have a small heap. */
public final class OneLargeContent {
    private static final int MEBIBYTES = 256;
    private static final long SIZE = (long) MEBIBYTES << 20;

    private OneLargeContent() {}

    public static void main(String[] arguments) throws Exception {
        var store = store(arguments);
        var key = ContentKey.fresh(UUID.randomUUID());
        store.put(List.of(SealedContent.of(key, SIZE, Endless::new)));
        try (var opened = key.open(store.get(key.content()))) {
            System.out.println(checked(opened) == SIZE ? MEBIBYTES + " MiB came back" : "something else came back");
        }
        System.exit(0);
    }

    private static DocumentStore store(String[] arguments) throws Exception {
        return switch (arguments[0]) {
            case "folder" -> new FolderDocumentStore(Path.of(arguments[1]), () -> ObjectStoreContract.HOME);
            case "s3" ->
                S3DocumentStore.of(
                        S3Server.config(URI.create(arguments[1]), S3Server.BUCKET),
                        S3Server.BUCKET,
                        () -> ObjectStoreContract.HOME);
            default -> database(arguments[1], arguments[2], arguments[3]);
        };
    }

    private static DocumentStore database(String url, String user, String password) throws Exception {
        var source = new PGSimpleDataSource();
        source.setURL(url);
        source.setUser(user);
        source.setPassword(password);
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE content_part (content_id uuid, part integer, sealed bytea, PRIMARY KEY (content_id, part))");
        }
        return new DatabaseDocumentStore(new Sql(source));
    }

    /** @return how many bytes were as they were put; -1 if one was not */
    private static long checked(InputStream in) throws IOException {
        var buffer = new byte[1 << 16];
        long at = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            for (int i = 0; i < n; i++) {
                if (buffer[i] != Endless.at(at++)) {
                    return -1;
                }
            }
        }
        return at;
    }

    /** As many bytes as that, told by their place. */
    private static final class Endless extends InputStream {
        private long next;

        static byte at(long place) {
            return (byte) (place * 31 + (place >> 12));
        }

        @Override
        public int read() {
            return next == SIZE ? -1 : at(next++) & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (next == SIZE) {
                return -1;
            }
            int n = (int) Math.min(length, SIZE - next);
            for (int i = 0; i < n; i++) {
                into[offset + i] = at(next++);
            }
            return n;
        }
    }
}
