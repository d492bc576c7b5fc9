package org.appel.intake;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Somebody else applies each time, over one connection. Writes HTTP/1.1 by hand: the two cores belong to what is
 * measured, and a client library would take a good part of them.
 */
final class ApplyingClient implements Load.Client {

    private static final String BOUNDARY = "appel-benchmark-boundary";
    private static final int CREATED = 201;

    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;
    private final String path;
    private final String host;
    private final byte[] cv;

    /** @param cv empty for an application without documents */
    ApplyingClient(URI service, String posting, byte[] cv) throws IOException {
        this.socket = new Socket(service.getHost(), service.getPort());
        socket.setTcpNoDelay(true);
        this.out = new BufferedOutputStream(socket.getOutputStream(), 1 << 17);
        this.in = new BufferedInputStream(socket.getInputStream());
        this.path = "/postings/" + posting + "/applications";
        this.host = service.getHost() + ":" + service.getPort();
        this.cv = cv;
    }

    @Override
    public void once() throws IOException {
        var status = apply();
        if (status != CREATED) {
            throw new IOException("Not taken: " + status);
        }
    }

    /** Applies as somebody else again, and returns the status of the answer. */
    int apply() throws IOException {
        var unique = UUID.randomUUID().toString();
        var body = body(unique);
        var head = """
                POST %s HTTP/1.1\r
                Host: %s\r
                Idempotency-Key: "%s"\r
                Content-Type: multipart/form-data; boundary=%s\r
                Content-Length: %d\r
                \r
                """.formatted(path, host, unique, BOUNDARY, body.length);
        out.write(ascii(head));
        out.write(body);
        out.flush();
        return readAnswer();
    }

    private byte[] body(String unique) throws IOException {
        var body = new ByteArrayOutputStream(cv.length + 1024);
        body.write(ascii("""
                --%s\r
                Content-Disposition: form-data; name="application"\r
                Content-Type: application/json\r
                \r
                {"name": "Candidate %s", "email": "%s@applicant.example", "language": "fr", "consent": {"processing": true}}\r
                """.formatted(BOUNDARY, unique, unique)));
        if (cv.length > 0) {
            body.write(ascii("""
                    --%s\r
                    Content-Disposition: form-data; name="cv"; filename="cv.pdf"\r
                    Content-Type: application/pdf\r
                    \r
                    """.formatted(BOUNDARY)));
            body.write(cv);
            body.write(ascii("\r\n"));
        }
        body.write(ascii("--" + BOUNDARY + "--\r\n"));
        return body.toByteArray();
    }

    private int readAnswer() throws IOException {
        var status = line();
        int length = 0;
        for (var header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        in.skipNBytes(length);
        return Integer.parseInt(status.split(" ")[1]);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The service closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
