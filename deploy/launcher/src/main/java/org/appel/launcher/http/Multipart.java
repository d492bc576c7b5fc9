package org.appel.launcher.http;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A form with files (RFC 7578), built part by part. */
public final class Multipart {

    private static final String END_OF_LINE = "\r\n";

    private final String boundary = "appel-" + UUID.randomUUID();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    /** Adds a part of JSON. */
    public Multipart json(String name, String json) {
        return part("name=\"" + name + "\"", "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a file under its kind, for example {@code cv}. */
    public Multipart file(String name, String fileName, String mediaType, byte[] content) {
        return part("name=\"%s\"; filename=\"%s\"".formatted(name, fileName), mediaType, content);
    }

    private Multipart part(String disposition, String mediaType, byte[] content) {
        write("--" + boundary + END_OF_LINE);
        write("Content-Disposition: form-data; " + disposition + END_OF_LINE);
        write("Content-Type: " + mediaType + END_OF_LINE + END_OF_LINE);
        body.writeBytes(content);
        write(END_OF_LINE);
        return this;
    }

    private void write(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    BodyPublisher publisher() {
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(body.toByteArray());
        whole.writeBytes(("--" + boundary + "--" + END_OF_LINE).getBytes(StandardCharsets.UTF_8));
        return BodyPublishers.ofByteArray(whole.toByteArray());
    }
}
