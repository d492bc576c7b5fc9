package org.appel.load;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads the answers of one connection as cheaply as it can: neither side of a comparison may pay for the number of headers
 * that the other has. Knows what the services here send, a {@code Content-Length} or a status that has no body; anything else
 * is an error.
 */
public final class AnswerReader {

    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final int STATUS = "HTTP/1.1 ".length();
    private static final int NOT_MODIFIED = 304;
    private static final int LOWER_CASE = 0x20;

    private final InputStream in;
    private final byte[] buffer;

    private int from;
    private int to;

    /**
     * @param in of the connection; nobody else may read from it
     * @param bufferSize in bytes; at least as many as a head has
     */
    public AnswerReader(InputStream in, int bufferSize) {
        this.in = in;
        this.buffer = new byte[bufferSize];
    }

    /**
     * Reads to the end of the next answer.
     *
     * @return its status
     * @throws EOFException if the service closed the connection before
     */
    public int skip() throws IOException {
        int end = endOfHead();
        int status = number(from + STATUS);
        long rest = status == NOT_MODIFIED ? 0 : number(length(end));
        from = end;
        while (rest > to - from) {
            rest -= to - from;
            from = 0;
            to = 0;
            fill();
        }
        from += (int) rest;
        return status;
    }

    private int endOfHead() throws IOException {
        int at = from;
        while (true) {
            for (; at + 3 < to; at++) {
                if (buffer[at] == '\r' && buffer[at + 2] == '\r' && buffer[at + 1] == '\n' && buffer[at + 3] == '\n') {
                    return at + 4;
                }
            }
            int looked = at - from;
            System.arraycopy(buffer, from, buffer, 0, to - from);
            to -= from;
            from = 0;
            at = looked;
            fill();
        }
    }

    private void fill() throws IOException {
        int read = in.read(buffer, to, buffer.length - to);
        if (read <= 0) {
            throw new EOFException(read < 0 ? "The service closed the connection" : "A head of over " + to + " bytes");
        }
        to += read;
    }

    /** Where the number after the header begins. */
    private int length(int end) throws IOException {
        for (int at = from; at < end; at++) {
            if (buffer[at] == '\n' && isLength(at + 1)) {
                int value = at + 1 + LENGTH.length;
                return buffer[value] == ' ' ? value + 1 : value;
            }
        }
        throw new IOException("No Content-Length: " + new String(buffer, from, end - from, StandardCharsets.US_ASCII));
    }

    private boolean isLength(int at) {
        for (int i = 0; i < LENGTH.length; i++) {
            if ((buffer[at + i] | LOWER_CASE) != (LENGTH[i] | LOWER_CASE)) {
                return false;
            }
        }
        return true;
    }

    private int number(int at) {
        int number = 0;
        for (int i = at; buffer[i] >= '0' && buffer[i] <= '9'; i++) {
            number = 10 * number + buffer[i] - '0';
        }
        return number;
    }
}
