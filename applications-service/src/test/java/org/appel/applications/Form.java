package org.appel.applications;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A multipart form as a client writes it, byte by byte. */
public final class Form {
    private final String boundary = "----" + UUID.randomUUID();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    /** A complete application of that person, without documents. */
    public static Form of(String name, String email) {
        return new Form().application(json(name, email));
    }

    public static String json(String name, String email) {
        return """
                {"name": "%s", "email": "%s", "language": "fr", "consent": {"processing": true}}""".formatted(name, email);
    }

    public Form application(String json) {
        return part("application", null, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    public Form document(String kind, String fileName, byte[] content) {
        return part(kind, fileName, "application/octet-stream", content);
    }

    public Form part(String name, @Nullable String fileName, String type, byte[] content) {
        text("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"");
        text(fileName == null ? "\r\n" : "; filename=\"" + fileName + "\"\r\n");
        text("Content-Type: " + type + "\r\n\r\n");
        body.writeBytes(content);
        text("\r\n");
        return this;
    }

    public String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    public byte[] bytes() {
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(body.toByteArray());
        whole.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return whole.toByteArray();
    }

    private void text(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
