package org.appel.applications.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.jspecify.annotations.Nullable;

/** What comes from a store, and remembers what went wrong with it: decryption tells of any fault as of a wrong content. */
final class StoreStream extends FilterInputStream {
    private @Nullable IOException fault;

    StoreStream(InputStream in) {
        super(in);
    }

    /** What the store threw; null if it gave all that it has. */
    @Nullable
    IOException fault() {
        return fault;
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException e) {
            fault = e;
            throw e;
        }
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        try {
            return super.read(into, from, most);
        } catch (IOException e) {
            fault = e;
            throw e;
        }
    }
}
