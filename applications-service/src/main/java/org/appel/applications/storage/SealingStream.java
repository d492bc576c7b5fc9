package org.appel.applications.storage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;

/** Seals what it reads, a little at a time, for those who want to read what is sealed instead of being written to. */
final class SealingStream extends InputStream {
    private static final int AT_ONCE = 1 << 14;
    /** What becomes of it at the most: what an earlier one left in the last segment, a header and the tags come along. */
    private static final int SEALED_AT_ONCE = AT_ONCE + (1 << 13);

    private final InputStream clear;
    private final byte[] chunk = new byte[AT_ONCE];
    private final Ready ready = new Ready();
    private final OutputStream sealer;
    private boolean ended;

    SealingStream(InputStream clear, Sealer sealer) throws IOException, GeneralSecurityException {
        this.clear = clear;
        this.sealer = sealer.into(ready);
    }

    /** Makes the stream that seals what is written to it. */
    interface Sealer {
        OutputStream into(OutputStream sealed) throws IOException, GeneralSecurityException;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (ready.isEmpty() && !ended) {
            sealMore();
        }
        return ready.isEmpty() ? -1 : ready.take(into, offset, length);
    }

    @Override
    public void close() throws IOException {
        clear.close();
    }

    private void sealMore() throws IOException {
        int n = clear.read(chunk);
        if (n < 0) {
            ended = true;
            sealer.close();
        } else {
            sealer.write(chunk, 0, n);
        }
    }

    /** What is sealed and not yet read. */
    private static final class Ready extends ByteArrayOutputStream {
        private int taken;

        Ready() {
            super(SEALED_AT_ONCE);
        }

        boolean isEmpty() {
            return taken == count;
        }

        int take(byte[] into, int offset, int length) {
            int n = Math.min(length, count - taken);
            System.arraycopy(buf, taken, into, offset, n);
            taken += n;
            if (isEmpty()) {
                reset();
                taken = 0;
            }
            return n;
        }
    }
}
