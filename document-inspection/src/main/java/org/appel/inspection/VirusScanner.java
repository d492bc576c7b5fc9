package org.appel.inspection;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;
import xyz.capybara.clamav.ClamavClient;
import xyz.capybara.clamav.ClamavException;
import xyz.capybara.clamav.commands.scan.result.ScanResult;

/** Asks clamd, by its own protocol over TCP. The content is passed on as it is read and never held whole. */
public final class VirusScanner {
    private static final Duration END_LIMIT = Duration.ofSeconds(5);

    private final String host;
    private final int port;
    private final Duration timeout;
    private final long mostBytes;
    private volatile @Nullable ClamavClient client;

    /**
     * Nothing is connected yet.
     *
     * @param timeout the longest that one scan may take from connecting to the verdict
     * @param mostBytes clamd's own {@code StreamMaxLength}: more is not sent to it
     */
    public VirusScanner(String host, int port, Duration timeout, long mostBytes) {
        this.host = host;
        this.port = port;
        this.timeout = timeout;
        this.mostBytes = mostBytes;
    }

    /**
     * @param content is read to its end and not closed
     * @throws TooLargeToScan if the content has more bytes than clamd takes
     * @throws IOException if clamd is away, too slow or not to be understood, or the content cannot be read: nothing is known
     *     of the content, later may be better
     * @throws InterruptedException if the thread was interrupted while it waited
     */
    public Verdict scan(InputStream content) throws IOException, InterruptedException {
        var measured = new Measured(content);
        return inTime(() -> {
            try {
                return verdict(client().scan(measured));
            } catch (ClamavException e) {
                if (measured.left < 0) {
                    throw new TooLargeToScan(mostBytes);
                }
                throw e;
            }
        });
    }

    /** Whether clamd answers at this moment. */
    public boolean isReady() throws InterruptedException {
        try {
            return inTime(() -> {
                client().ping();
                return true;
            });
        } catch (IOException e) {
            return false;
        }
    }

    /** It asks clamd once what it knows; and it is made anew after a failure, when the host may have another address. */
    private ClamavClient client() {
        var known = client;
        if (known == null) {
            known = new ClamavClient(new InetSocketAddress(host, port));
            client = known;
        }
        return known;
    }

    private static Verdict verdict(ScanResult result) {
        if (result instanceof ScanResult.VirusFound found) {
            return new Verdict.Infected(found.getFoundViruses().values().stream()
                    .flatMap(names -> names.stream())
                    .findFirst()
                    .orElse("unnamed"));
        }
        return new Verdict.Clean();
    }

    /** The library waits for ever, but an interrupt closes its connection. */
    private <T> T inTime(Callable<T> asking) throws IOException, InterruptedException {
        var task = new FutureTask<>(asking);
        // No virtual thread: there a channel may write less than it was given, which the library does not expect.
        var thread = Thread.ofPlatform().daemon().name("virus-scan").start(task);
        try {
            return task.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            client = null;
            throw new IOException("the virus scanner did not answer in time", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TooLargeToScan tooLarge) {
                throw tooLarge;
            }
            client = null;
            throw new IOException("the virus scanner is away or not understood", e.getCause());
        } finally {
            // So that nothing reads the content any more when this has returned.
            task.cancel(true);
            thread.join(END_LIMIT);
        }
    }

    /** Fails when there is more than clamd takes, of which it would close the connection without a word. */
    private final class Measured extends FilterInputStream {
        private long left = mostBytes;

        private Measured(InputStream content) {
            super(content);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            left -= Math.max(0, read);
            if (left < 0) {
                throw new IOException("more than is scanned");
            }
            return read;
        }
    }
}
