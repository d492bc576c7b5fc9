package org.appel.inspection.stripping;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.appel.inspection.check.UnfitDocument;

/** The file that a copy is written to. It remembers why it failed, whatever a library in between makes of that. */
final class Copy extends OutputStream {
    /** The archives that are read unpack to no more, and a PDF is written about as long as it was. */
    private static final long MOST_BYTES = 64L << 20;

    private final OutputStream file;
    private long left = MOST_BYTES;
    private @Nullable CannotWrite failure;

    Copy(Path target) throws CannotWrite {
        try {
            file = new BufferedOutputStream(Files.newOutputStream(target));
        } catch (IOException e) {
            throw new CannotWrite(e);
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        left -= length;
        if (left < 0) {
            throw new IOException("longer than any document");
        }
        attempt(() -> file.write(bytes, offset, length));
    }

    @Override
    public void flush() throws IOException {
        attempt(file::flush);
    }

    @Override
    public void close() throws IOException {
        attempt(file::close);
    }

    /**
     * @throws CannotWrite if that was why the copy failed
     * @throws UnfitDocument if the copy has become too long
     */
    void requireSound() throws CannotWrite, UnfitDocument {
        if (failure != null) {
            throw failure;
        }
        if (left < 0) {
            throw new UnfitDocument("The file would unpack to far more than a document has");
        }
    }

    private interface Writing {
        void run() throws IOException;
    }

    private void attempt(Writing writing) throws CannotWrite {
        try {
            writing.run();
        } catch (IOException e) {
            failure = failure == null ? new CannotWrite(e) : failure;
            throw failure;
        }
    }
}
