package org.appel.postings.authoring;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A body that waits on disk, in a file that is gone with it: when it is closed, when nobody needs it any more, and when
 * the process dies.
 */
final class KeptBody implements AutoCloseable {

    private final FileChannel file;

    private KeptBody(FileChannel file) {
        this.file = file;
    }

    /** @param directory where it waits; by default where the JVM keeps such files */
    static KeptBody of(InputStream body, Optional<Path> directory) throws IOException {
        var path = directory.isPresent()
                ? Files.createTempFile(directory.get(), "import-", ".jsonl")
                : Files.createTempFile("import-", ".jsonl");
        var kept = new KeptBody(FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
        try {
            body.transferTo(Channels.newOutputStream(kept.file));
            return kept;
        } catch (IOException | RuntimeException e) {
            kept.close();
            throw e;
        }
    }

    /** From its beginning. */
    InputStream read() throws IOException {
        file.position(0);
        return Channels.newInputStream(file);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
