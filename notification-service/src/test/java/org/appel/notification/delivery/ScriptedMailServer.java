package org.appel.notification.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A mail server that misbehaves as it is told: by recipient, one turn after the other, and then takes everything. */
final class ScriptedMailServer implements AutoCloseable {

    /** What happens to one mail. */
    sealed interface Turn {
        /** This answer to RCPT. */
        record ToRecipient(String reply) implements Turn {}

        /** The answer to RCPT comes so slowly that it never ends. */
        record DribbleToRecipient() implements Turn {}

        /** The mail is taken in whole, and then this is the answer. */
        record AfterData(String reply) implements Turn {}

        /** The mail is taken in whole and kept, and then the line drops. */
        record DropAfterData() implements Turn {}

        /** The mail is taken in whole and kept, and then there is silence. */
        record SilenceAfterData() implements Turn {}

        /** The mail is taken in whole and kept; while the client waits for the answer, this happens. */
        record MeanwhileAfterData(Runnable happens) implements Turn {}

        /** The mail is taken in whole, and the answer comes so slowly that it never ends. */
        record DribbleAfterData() implements Turn {}
    }

    record Mail(String from, List<String> to, String source) {
        String messageId() {
            return source.lines()
                    .filter(line -> line.startsWith("Message-ID: "))
                    .findFirst()
                    .orElse("");
        }
    }

    private final ServerSocket server;
    private final Map<String, Queue<Turn>> turns = new ConcurrentHashMap<>();
    private final List<Mail> kept = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger dribbling = new AtomicInteger();
    private volatile String greeting = "220 scripted ESMTP";
    private volatile Speech speech = new Speech.Prompt();
    private volatile StartTls startTls = new StartTls.NotOffered();

    /** How a connection is greeted. */
    sealed interface Speech {
        /** At once. */
        record Prompt() implements Speech {}

        /** When this is over, and not before. */
        record Silent(CountDownLatch until) implements Speech {}

        /** A byte now and then, never a whole line. */
        record Dribbling() implements Speech {}
    }

    /** What becomes of a wish for TLS. */
    sealed interface StartTls {
        /** There is none to be had. */
        record NotOffered() implements StartTls {}

        /** It is promised, and then comes something else. */
        record Broken() implements StartTls {}

        /** It is had, with this. */
        record Offered(SSLContext context) implements StartTls {}
    }

    ScriptedMailServer(int port) {
        try {
            server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    void plan(String recipient, Turn... what) {
        turns.computeIfAbsent(recipient, _ -> new ConcurrentLinkedQueue<>()).addAll(List.of(what));
    }

    void greetWith(String line) {
        greeting = line;
    }

    void speak(Speech how) {
        speech = how;
    }

    void startTls(StartTls how) {
        startTls = how;
    }

    /** Every command that came in the clear. */
    List<String> saidInTheClear() {
        return List.copyOf(said);
    }

    /** How often the recipient was named to it. */
    long asked(String recipient) {
        return asked.stream().filter(recipient::equals).count();
    }

    /** Clients who are listening to a dribble at this moment. */
    int dribbling() {
        return dribbling.get();
    }

    /** The mails that were taken in whole, whatever the answer was. */
    List<Mail> keptFor(String recipient) {
        return kept.stream().filter(mail -> mail.to().contains(recipient)).toList();
    }

    int connections() {
        return sockets.size();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                sockets.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            if (new Conversation(socket, true).run() && startTls instanceof StartTls.Offered(var context)) {
                var secured = (SSLSocket) context.getSocketFactory().createSocket(socket, null, true);
                secured.setUseClientMode(false);
                new Conversation(secured, false).run();
            }
        } catch (IOException e) {
            // The client hung up.
        }
    }

    private final class Conversation {

        private final BufferedReader in;
        private final OutputStream out;
        private String from = "";
        private final List<String> to = new CopyOnWriteArrayList<>();

        private final boolean inTheClear;

        Conversation(Socket socket, boolean inTheClear) throws IOException {
            this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            this.out = socket.getOutputStream();
            this.inTheClear = inTheClear;
        }

        /** Whether the client is to be spoken with by TLS now. */
        boolean run() throws IOException {
            if (inTheClear) {
                greet();
            }
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (inTheClear) {
                    said.add(line);
                }
                var verb = line.split("[ :]", 2)[0].toUpperCase(java.util.Locale.ROOT);
                switch (verb) {
                    case "EHLO" ->
                        say("250-scripted\r\n"
                                + (startTls instanceof StartTls.NotOffered || !inTheClear ? "" : "250-STARTTLS\r\n")
                                + "250-AUTH PLAIN LOGIN\r\n250 ENHANCEDSTATUSCODES");
                    case "STARTTLS" -> {
                        say("220 go on");
                        if (startTls instanceof StartTls.Offered) {
                            return true;
                        }
                        say("this is no TLS at all");
                    }
                    case "AUTH" -> say("235 2.7.0 welcome");
                    case "MAIL" -> {
                        from = between(line);
                        to.clear();
                        say("250 2.1.0 ok");
                    }
                    case "RCPT" -> recipient(between(line));
                    case "DATA" -> {
                        say("354 go");
                        if (!data()) {
                            return false;
                        }
                    }
                    case "QUIT" -> {
                        say("221 bye");
                        return false;
                    }
                    default -> say("250 2.0.0 ok");
                }
            }
            return false;
        }

        private void greet() throws IOException {
            switch (speech) {
                case Speech.Prompt _ -> say(greeting);
                case Speech.Dribbling _ -> dribble();
                case Speech.Silent(var until) -> {
                    try {
                        until.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    say(greeting);
                }
            }
        }

        private void recipient(String address) throws IOException {
            asked.add(address);
            var plan = turns.get(address);
            switch (plan == null ? null : plan.peek()) {
                case Turn.ToRecipient(var reply) -> {
                    plan.poll();
                    say(reply);
                }
                case Turn.DribbleToRecipient _ -> {
                    plan.poll();
                    dribble();
                }
                case null, default -> {
                    to.add(address);
                    say("250 2.1.5 ok");
                }
            }
        }

        private boolean data() throws IOException {
            var source = new StringBuilder();
            for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
                source.append(line).append("\r\n");
            }
            kept.add(new Mail(from, List.copyOf(to), source.toString()));
            var plan = turns.get(to.getFirst());
            var turn = plan == null ? null : plan.poll();
            return switch (turn) {
                case Turn.AfterData(var reply) -> {
                    say(reply);
                    yield true;
                }
                case Turn.DropAfterData _ -> false;
                case Turn.SilenceAfterData _ -> in.readLine() != null;
                case Turn.MeanwhileAfterData(var happens) -> {
                    happens.run();
                    yield taken();
                }
                case Turn.DribbleAfterData _ -> {
                    dribble();
                    yield false;
                }
                case Turn.ToRecipient _, Turn.DribbleToRecipient _ -> taken();
                case null -> taken();
            };
        }

        private boolean taken() throws IOException {
            say("250 2.0.0 taken");
            return true;
        }

        /** A byte each 200 ms: no single wait is long, and the line is never complete. */
        private void dribble() throws IOException {
            dribbling.incrementAndGet();
            try {
                while (true) {
                    out.write('2');
                    out.flush();
                    java.util.concurrent.locks.LockSupport.parkNanos(200_000_000L);
                }
            } finally {
                dribbling.decrementAndGet();
            }
        }

        private void say(String line) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }

        private static String between(String line) {
            return line.substring(line.indexOf('<') + 1, line.indexOf('>'));
        }
    }
}
