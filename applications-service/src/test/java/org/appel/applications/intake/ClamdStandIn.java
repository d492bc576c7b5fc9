package org.appel.applications.intake;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Speaks clamd's protocol on a port that is chosen before it starts, and knows one virus: the test file of EICAR.
 *
 * @see <a href="https://docs.clamav.net/manual/Usage/Scanning.html#clamd">ClamAV: clamd</a>
 */
public final class ClamdStandIn implements AutoCloseable {
    /** In two pieces, so that no scanner takes this file for one. */
    public static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

    private final ServerSocket server;

    public ClamdStandIn(int port) {
        try {
            server = new ServerSocket(port, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    public static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                var caller = server.accept();
                Thread.ofVirtual().start(() -> answer(caller));
            } catch (IOException e) {
                // Closed: the loop ends.
            }
        }
    }

    private static void answer(Socket caller) {
        try (caller;
                var in = new DataInputStream(caller.getInputStream())) {
            int mark = in.read();
            int end = mark == 'z' ? 0 : '\n';
            var command = new StringBuilder();
            for (int c = in.read(); c != end && c >= 0; c = in.read()) {
                command.append((char) c);
            }
            var answer =
                    switch (command.toString()) {
                        case "PING" -> "PONG";
                        case "VERSIONCOMMANDS" -> "ClamAV 1.4.3| COMMANDS: PING VERSIONCOMMANDS INSTREAM";
                        case "INSTREAM" -> scanned(in);
                        default -> "UNKNOWN COMMAND";
                    };
            caller.getOutputStream().write((answer + (char) end).getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // The caller is gone.
        }
    }

    private static String scanned(DataInputStream in) throws IOException {
        var content = new ByteArrayOutputStream();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            content.writeBytes(in.readNBytes(length));
        }
        return content.toString(StandardCharsets.ISO_8859_1).contains(EICAR)
                ? "stream: Eicar-Test-Signature FOUND"
                : "stream: OK";
    }
}
