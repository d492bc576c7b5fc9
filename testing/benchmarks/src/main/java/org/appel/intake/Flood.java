package org.appel.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

import org.appel.load.AnswerReader;

/**
 * Applications that begin at a rate, whatever becomes of those before. One thread sends what is due and reads what has come,
 * a thousand times a second: thousands of clients that are each woken by their answer would take the time of the core that
 * answers them, by an interrupt for each.
 */
final class Flood implements AutoCloseable {

    /** Of those who wait for an answer. Below what a process may have open, since the broker is in this one and ends without. */
    private static final int MOST_CONNECTIONS = 5000;
    /** The service closes connections that are idle for a minute. */
    private static final Duration KEPT = Duration.ofSeconds(30);

    private static final Duration TICK = Duration.ofMillis(1);
    /** So long after the last was sent nobody can be waiting for a turn any more. */
    private static final Duration GIVEN_UP = Duration.ofSeconds(60);

    private static final int BUFFER = 4096;

    private final InetSocketAddress service;
    private final ApplicationRequest request;
    private final Selector selector = Selector.open();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    private final Deque<Connection> free = new ArrayDeque<>();
    private final List<Answered> answers = new ArrayList<>();
    private final Map<String, Integer> faults = new TreeMap<>();
    private int waiting;

    Flood(URI service, ApplicationRequest request) throws IOException {
        this.service = new InetSocketAddress(service.getHost(), service.getPort());
        this.request = request;
    }

    /**
     * @param status of the answer; 0 if there was none
     * @param nanos since it was due to be sent
     * @param at when it was there, as {@link System#nanoTime} has it
     */
    record Answered(int status, long nanos, long at) {}

    /**
     * @param begin of the sending, as {@link System#nanoTime} has it
     * @param end of the sending; who waited then was answered later
     * @param faults why there was no answer, and how often
     */
    record Result(List<Answered> answers, long begin, long end, Map<String, Integer> faults) {}

    /** Sends for that time, and returns when everybody has an answer or can have none any more. */
    Result run(double perSecond, Duration time) throws IOException {
        double pause = 1e9 / perSecond;
        long begin = System.nanoTime();
        long sent = 0;
        long now = begin;
        for (; now - begin < time.toNanos(); now = System.nanoTime()) {
            for (long due = begin + (long) (sent * pause); due <= now; due = begin + (long) (sent * pause)) {
                send(due);
                sent++;
            }
            read();
            LockSupport.parkNanos(TICK.toNanos());
        }
        long end = now;
        while (waiting > 0 && System.nanoTime() - end < GIVEN_UP.toNanos()) {
            read();
            LockSupport.parkNanos(TICK.toNanos());
        }
        for (; waiting > 0; waiting--) {
            failed(end, "no answer");
        }
        return new Result(answers, begin, end, faults);
    }

    @Override
    public void close() throws IOException {
        for (var key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }

    private void send(long due) throws IOException {
        if (waiting == MOST_CONNECTIONS) {
            failed(due, "no connection left");
            return;
        }
        var connection = connected();
        waiting++;
        connection.due = due;
        connection.rest = ByteBuffer.wrap(request.next());
        write(connection);
    }

    private Connection connected() throws IOException {
        while (true) {
            var connection = free.pollFirst();
            if (connection == null) {
                return new Connection(SocketChannel.open(service));
            }
            if (connection.channel.isOpen() && System.nanoTime() - connection.answeredAt < KEPT.toNanos()) {
                return connection;
            }
            connection.channel.close();
        }
    }

    private void write(Connection connection) {
        try {
            connection.channel.write(connection.rest);
            boolean all = !connection.rest.hasRemaining();
            if (!all) {
                // The next one's is made in the same array.
                var own = new byte[connection.rest.remaining()];
                connection.rest.get(own);
                connection.rest = ByteBuffer.wrap(own);
            }
            connection.key.interestOps(all ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
            if (all && connection.due == 0) {
                free.addFirst(connection);
            }
        } catch (IOException e) {
            broken(connection, e);
        }
    }

    private void read() throws IOException {
        selector.selectNow(key -> {
            var connection = (Connection) key.attachment();
            if (key.isWritable()) {
                write(connection);
            }
            if (key.isValid() && key.isReadable()) {
                read(connection);
            }
        });
    }

    private void read(Connection connection) {
        try {
            buffer.clear();
            int read = connection.channel.read(buffer);
            if (read < 0) {
                throw new EOFException("closed");
            }
            var bytes = new byte[read];
            buffer.flip().get(bytes);
            connection.answer.write(bytes);
            var status = status(connection.answer.toByteArray());
            if (status != 0) {
                connection.answer.reset();
                connection.answeredAt = System.nanoTime();
                waiting--;
                answers.add(new Answered(status, connection.answeredAt - connection.due, connection.answeredAt));
                connection.due = 0;
                // Who is told to come again may be told so before all is sent.
                if (!connection.rest.hasRemaining()) {
                    free.addFirst(connection);
                }
            }
        } catch (IOException e) {
            broken(connection, e);
        }
    }

    /** Zero while there is more to come. */
    private static int status(byte[] answer) throws IOException {
        try {
            return new AnswerReader(new ByteArrayInputStream(answer), BUFFER).skip();
        } catch (EOFException incomplete) {
            return 0;
        }
    }

    private void broken(Connection connection, IOException cause) {
        if (connection.due != 0) {
            waiting--;
            failed(connection.due, String.valueOf(cause.getMessage()));
        }
        try {
            connection.channel.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void failed(long due, String fault) {
        long now = System.nanoTime();
        answers.add(new Answered(0, now - due, now));
        faults.merge(fault, 1, Integer::sum);
    }

    private final class Connection {
        private final SocketChannel channel;
        private final SelectionKey key;
        private final ByteArrayOutputStream answer = new ByteArrayOutputStream();
        private ByteBuffer rest = ByteBuffer.allocate(0);
        /** When what it waits for was to be sent; zero if it waits for nothing. */
        private long due;

        private long answeredAt;

        private Connection(SocketChannel channel) throws IOException {
            this.channel = channel;
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            key = channel.register(selector, SelectionKey.OP_READ, this);
        }
    }
}
