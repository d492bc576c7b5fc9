package org.appel.applications.mailbox.imap;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/** Stands between reader and server: hides what the server can do, cuts lines at a command, or lets them go silent. */
final class ImapProxy implements AutoCloseable {
    private final ServerSocket listening;
    private final int target;
    private final Set<String> hidden;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final Set<Socket> silent = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable String> cutAt = new AtomicReference<>();
    private final AtomicReference<@Nullable String> refused = new AtomicReference<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();

    /** @param hidden capabilities that the reader is not told of */
    ImapProxy(int target, String... hidden) {
        this.target = target;
        this.hidden = Set.of(hidden);
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Cuts the line when the reader sends that command, before the server hears of it; once. */
    void cutAt(String command) {
        cutAt.set(command);
    }

    /** Commands that hold that text are answered NO, and the server does not hear of them. */
    void refuse(String text) {
        refused.set(text);
    }

    boolean hasCut() {
        return cutAt.get() == null;
    }

    /** Lines that are open now stay open, and nothing passes through them any more. */
    void silence() {
        silent.addAll(sockets);
    }

    void cutAll() {
        sockets.forEach(ImapProxy::close);
    }

    /** What readers asked, without their tags. */
    List<String> commands() {
        return commands;
    }

    private void accept() {
        try {
            while (true) {
                var reader = listening.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.add(reader);
                sockets.add(server);
                Thread.ofVirtual().start(() -> pass(reader, server, true));
                Thread.ofVirtual().start(() -> pass(server, reader, false));
            }
        } catch (IOException closed) {
            // The end.
        }
    }

    private void pass(Socket from, Socket to, boolean isReaders) {
        try (from;
                to;
                var in = new BufferedInputStream(from.getInputStream())) {
            for (var line = line(in); line.length > 0; line = line(in)) {
                if (isReaders && isCut(new String(line, StandardCharsets.ISO_8859_1))) {
                    return;
                }
                if (isReaders && isRefused(new String(line, StandardCharsets.ISO_8859_1))) {
                    var tag = new String(line, StandardCharsets.ISO_8859_1).split(" ", 2)[0];
                    from.getOutputStream().write((tag + " NO not to be had\r\n").getBytes(StandardCharsets.US_ASCII));
                    from.getOutputStream().flush();
                } else if (!silent.contains(from)) {
                    to.getOutputStream().write(isReaders ? line : told(line));
                    to.getOutputStream().flush();
                }
            }
        } catch (IOException closed) {
            // The end of this line.
        }
    }

    private boolean isCut(String line) {
        var command = line.replaceFirst("^\\S+ ", "").strip();
        commands.add(command);
        var at = cutAt.get();
        return at != null && command.startsWith(at) && cutAt.compareAndSet(at, null);
    }

    private boolean isRefused(String line) {
        var text = refused.get();
        return text != null && line.contains(text);
    }

    private byte[] told(byte[] line) {
        var text = new String(line, StandardCharsets.ISO_8859_1);
        if (!text.contains("CAPABILITY")) {
            return line;
        }
        for (String capability : hidden) {
            text = text.replace(" " + capability, "");
        }
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Literals are lines, too: nothing in them is changed. */
    private static byte[] line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int one = in.read(); one >= 0; one = in.read()) {
            line.write(one);
            if (one == '\n') {
                break;
            }
        }
        return line.toByteArray();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone.
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        cutAll();
    }
}
