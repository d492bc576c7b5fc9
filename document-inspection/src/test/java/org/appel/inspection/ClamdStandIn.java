package org.appel.inspection;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Speaks clamd's protocol on a port of this machine: PING, VERSION, VERSIONCOMMANDS and INSTREAM, in the forms that end with a line feed (n)
 * and with a zero (z). It finds the harmless file that all scanners find for tests, wherever it is in the content, and closes
 * the connection on more than it takes, as clamd does.
 */
public final class ClamdStandIn implements AutoCloseable {
    /** Taken apart, so that no scanner takes these sources for the file itself. */
    public static final byte[] EICAR = ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!"
                    + "$H+H*")
            .getBytes(StandardCharsets.US_ASCII);

    public static final String SIGNATURE = "Eicar-Test-Signature";

    private static final String SEEN = new String(EICAR, StandardCharsets.ISO_8859_1);

    private static final String VERSION = "ClamAV 1.4.3/27800/Thu Oct  2 08:00:00 2025";

    private static final long AS_INSTALLED = 25 << 20;

    private final ServerSocket server;
    private final Thread serving;
    private final long mostBytes;
    private final Duration delay;
    private final AtomicInteger scans = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    private ClamdStandIn(int port, long mostBytes, Duration delay) throws IOException {
        this.server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        this.mostBytes = mostBytes;
        this.delay = delay;
        this.serving = Thread.ofVirtual().start(this::serve);
    }

    /** One that takes as much as clamd does as it is installed. */
    public static ClamdStandIn started() throws IOException {
        return at(0);
    }

    /** The same at that port. */
    public static ClamdStandIn at(int port) throws IOException {
        return new ClamdStandIn(port, AS_INSTALLED, Duration.ZERO);
    }

    /** @param mostBytes clamd's {@code StreamMaxLength} */
    public static ClamdStandIn taking(long mostBytes) throws IOException {
        return new ClamdStandIn(0, mostBytes, Duration.ZERO);
    }

    /** @param delay before each answer */
    public static ClamdStandIn slow(Duration delay) throws IOException {
        return new ClamdStandIn(0, AS_INSTALLED, delay);
    }

    public String host() {
        return server.getInetAddress().getHostAddress();
    }

    public int port() {
        return server.getLocalPort();
    }

    /** How many files were scanned to their ends. */
    public int scans() {
        return scans.get();
    }

    /** How many bytes came in all files. */
    public long bytes() {
        return bytes.get();
    }

    /** From now on nobody answers at the port. */
    @Override
    public void close() throws IOException {
        server.close();
        try {
            // Only then is the port free for the next one.
            serving.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                // Closed; whoever asks next is told so by the machine.
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                var in = new DataInputStream(client.getInputStream());
                var out = client.getOutputStream()) {
            int end = in.read() == 'z' ? 0 : '\n';
            var command = new StringBuilder();
            for (int b = in.read(); b >= 0 && b != end; b = in.read()) {
                command.append((char) b);
            }
            switch (command.toString()) {
                case "PING" -> answer(out, "PONG", end);
                case "VERSION" -> answer(out, VERSION, end);
                // Clients ask what is known before they ask for it.
                case "VERSIONCOMMANDS" ->
                    answer(out, VERSION + "| COMMANDS: PING VERSION VERSIONCOMMANDS INSTREAM", end);
                case "INSTREAM" -> answer(out, scan(in), end);
                default -> answer(out, "UNKNOWN COMMAND", end);
            }
        } catch (IOException e) {
            // The client has gone.
        }
    }

    private String scan(DataInputStream in) throws IOException {
        var tail = "";
        boolean found = false;
        long size = 0;
        for (int length = in.readInt(); length != 0; length = in.readInt()) {
            size += length;
            if (length < 0 || size > mostBytes) {
                return "INSTREAM size limit exceeded. ERROR";
            }
            var window = tail + new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
            found |= window.contains(SEEN);
            tail = window.substring(Math.max(0, window.length() - SEEN.length()));
        }
        scans.incrementAndGet();
        bytes.addAndGet(size);
        return found ? "stream: " + SIGNATURE + " FOUND" : "stream: OK";
    }

    private void answer(OutputStream out, String text, int end) throws IOException {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.write(end);
        out.flush();
    }
}
