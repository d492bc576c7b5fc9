package org.appel.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

import org.appel.load.AnswerReader;
import org.appel.load.Load;

/**
 * Somebody else applies each time, over one connection. Writes HTTP/1.1 by hand, and makes the request only once: the two
 * cores belong to what is measured, and a client library would take a good part of them.
 */
final class ApplyingClient implements Load.Client {

    private static final String BOUNDARY = "appel-benchmark-boundary";
    private static final int CREATED = 201;
    /** Heads have some hundred bytes, and a few thousand clients may be there at one time. */
    private static final int BUFFER = 4096;

    /** Stands where something is another in each request, and is as long as that. */
    private static final String UNIQUE = new UUID(0, 0).toString();

    private static final Pattern UNIQUES = Pattern.compile(UNIQUE, Pattern.LITERAL);

    private final Socket socket;
    private final OutputStream out;
    private final AnswerReader in;
    private final byte[] request;
    private final int[] uniques;

    /** @param cv empty for an application without documents */
    ApplyingClient(URI service, String posting, byte[] cv) throws IOException {
        this.socket = new Socket(service.getHost(), service.getPort());
        socket.setTcpNoDelay(true);
        this.out = socket.getOutputStream();
        this.in = new AnswerReader(socket.getInputStream(), BUFFER);
        var part = applicationPart();
        var body = cv.length == 0
                ? concat(ascii(part + end()))
                : concat(ascii(part + cvPart()), cv, ascii("\r\n" + end()));
        var head = head(service, posting, body.length);
        this.request = concat(ascii(head), body);
        this.uniques = UNIQUES.matcher(head + part)
                .results()
                .mapToInt(found -> found.start())
                .toArray();
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
        var unique = ascii(UUID.randomUUID().toString());
        for (int at : uniques) {
            System.arraycopy(unique, 0, request, at, unique.length);
        }
        out.write(request);
        return in.skip();
    }

    private static String head(URI service, String posting, int length) {
        return """
                POST /postings/%s/applications HTTP/1.1\r
                Host: %s\r
                Idempotency-Key: "%s"\r
                Content-Type: multipart/form-data; boundary=%s\r
                Content-Length: %d\r
                \r
                """.formatted(posting, service.getAuthority(), UNIQUE, BOUNDARY, length);
    }

    private static String applicationPart() {
        return """
                --%s\r
                Content-Disposition: form-data; name="application"\r
                Content-Type: application/json\r
                \r
                {"name": "Candidate %s", "email": "%s@applicant.example", "language": "fr", "consent": {"processing": true}}\r
                """.formatted(BOUNDARY, UNIQUE, UNIQUE);
    }

    private static String cvPart() {
        return """
                --%s\r
                Content-Disposition: form-data; name="cv"; filename="cv.pdf"\r
                Content-Type: application/pdf\r
                \r
                """.formatted(BOUNDARY);
    }

    private static String end() {
        return "--" + BOUNDARY + "--\r\n";
    }

    private static byte[] concat(byte[]... parts) {
        var whole = new ByteArrayOutputStream();
        for (var part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
