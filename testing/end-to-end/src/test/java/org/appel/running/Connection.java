package org.appel.running;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.appel.launcher.process.Service;

/** A connection to a service on which somebody writes HTTP/1.1 by hand, as no client library would. */
public final class Connection implements AutoCloseable {

    private final Socket socket;

    private Connection(Socket socket) {
        this.socket = socket;
    }

    public static Connection to(Service service) throws IOException {
        var url = RunningAppel.appel().service(service).url();
        return new Connection(new Socket(url.getHost(), url.getPort()));
    }

    /** Writes this, and returns false if the other side has closed. */
    public boolean write(String text) {
        return write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Writes these, and returns false if the other side has closed. */
    public boolean write(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    /** The first line that is answered; empty if the other side closes without a word, or the time is over. */
    public String firstLine(Duration patience) throws IOException {
        socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
        var line = new StringBuilder();
        try {
            for (int c = socket.getInputStream().read();
                    c >= 0 && c != '\r';
                    c = socket.getInputStream().read()) {
                line.append((char) c);
            }
        } catch (SocketTimeoutException | java.net.SocketException silent) {
            // What was said so far is the answer.
        }
        return line.toString();
    }

    /** Takes one byte of what has come; nothing if the other side has closed. */
    public void read() {
        try {
            socket.setSoTimeout(1_000);
            socket.getInputStream().read();
        } catch (IOException nothing) {
            // The next write tells.
        }
    }

    /** Whether the other side has closed by now, or does so within the time. */
    public boolean closes(Duration patience) throws IOException {
        socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
        try {
            while (socket.getInputStream().read() >= 0) {
                // An answer before the end is no matter.
            }
            return true;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
