package org.appel.applications.mailbox.imap;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The first bytes of a stream, after which it seems to end. */
final class Beginning extends FilterInputStream {
    private int left;

    Beginning(InputStream in, int most) {
        super(in);
        left = most;
    }

    @Override
    public int read() throws IOException {
        return left-- > 0 ? in.read() : -1;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (left <= 0) {
            return -1;
        }
        int read = in.read(bytes, from, Math.min(length, left));
        left -= Math.max(read, 0);
        return read;
    }
}
