package org.appel.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Asks clamd, by its own protocol over TCP. The content is passed on as it is read and never held whole. */
public final class VirusScanner {

    /**
     * Nothing is connected yet.
     *
     * @param timeout the longest that one scan may take from connecting to the verdict
     * @param mostBytes clamd's own {@code StreamMaxLength}: more is not sent to it
     */
    public VirusScanner(String host, int port, Duration timeout, long mostBytes) {}

    /**
     * @param content is read to its end and not closed
     * @throws TooLargeToScan if the content has more bytes than clamd takes
     * @throws IOException if clamd is away, too slow or not to be understood, or the content cannot be read: nothing is known
     *     of the content, later may be better
     * @throws InterruptedException if the thread was interrupted while it waited
     */
    public Verdict scan(InputStream content) throws IOException, InterruptedException {
        throw new UnsupportedOperationException("not yet");
    }

    /** Whether clamd answers at this moment. */
    public boolean isReady() throws InterruptedException {
        throw new UnsupportedOperationException("not yet");
    }
}
