package org.appel.intake;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The request of who applies, in HTTP/1.1. Made only once, though it is somebody else's each time: the cores belong to what
 * is measured, and a client library would take a good part of them.
 */
final class ApplicationRequest {

    private static final String BOUNDARY = "appel-benchmark-boundary";

    /** Stands where something is another in each request, and is as long as that. */
    private static final String UNIQUE = new UUID(0, 0).toString();

    private static final Pattern UNIQUES = Pattern.compile(UNIQUE, Pattern.LITERAL);

    private final byte[] request;
    private final int[] uniques;

    /** @param cv empty for an application without documents */
    ApplicationRequest(URI service, String posting, byte[] cv) {
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

    /** Somebody else's again, in the same array. */
    byte[] next() {
        var unique = ascii(UUID.randomUUID().toString());
        for (int at : uniques) {
            System.arraycopy(unique, 0, request, at, unique.length);
        }
        return request;
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
}
