package org.appel.applications.mailbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A mail as it comes over the wire, written line by line. */
final class Eml {
    private final List<String> headers = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private String from = "";
    private String returnPath = "";
    private @Nullable String messageId = "<" + UUID.randomUUID() + "@mail.example>";
    private String subject = "";
    private String text = "Bonjour, veuillez trouver ma candidature ci-jointe.";

    private record Part(String type, @Nullable String name, byte[] content) {}

    static Eml from(String name, String address) {
        var mail = new Eml();
        mail.from = name.isEmpty()
                ? address
                : "=?UTF-8?B?" + base64(name.getBytes(StandardCharsets.UTF_8)) + "?= <" + address + ">";
        mail.returnPath = "<" + address + ">";
        return mail;
    }

    static Eml from(Someone someone) {
        return from(someone.name(), someone.address());
    }

    Eml subject(String line) {
        subject = line;
        return this;
    }

    Eml text(String body) {
        text = body;
        return this;
    }

    Eml messageId(@Nullable String id) {
        messageId = id;
        return this;
    }

    /** With its angle brackets. */
    String messageId() {
        return String.valueOf(messageId);
    }

    Eml returnPath(String path) {
        returnPath = path;
        return this;
    }

    Eml header(String line) {
        headers.add(line);
        return this;
    }

    Eml attach(String name, byte[] content) {
        parts.add(new Part("application/octet-stream", name, content));
        return this;
    }

    /** The whole mail as an attachment. */
    Eml passingOn(Eml original) {
        parts.add(new Part("message/rfc822", null, original.bytes()));
        return this;
    }

    byte[] bytes() {
        var out = new ByteArrayOutputStream();
        var boundary = "=_" + UUID.nameUUIDFromBytes((from + messageId + subject).getBytes(StandardCharsets.UTF_8));
        line(out, "Return-Path: " + returnPath);
        line(out, "From: " + from);
        line(out, "To: <jobs@example.org>");
        line(out, "Subject: =?UTF-8?B?" + base64(subject.getBytes(StandardCharsets.UTF_8)) + "?=");
        line(out, "Date: Mon, 7 Jul 2025 09:00:00 +0200");
        if (messageId != null) {
            line(out, "Message-ID: " + messageId);
        }
        headers.forEach(header -> line(out, header));
        line(out, "MIME-Version: 1.0");
        line(out, "Content-Type: multipart/mixed; boundary=\"" + boundary + "\"");
        line(out, "");
        line(out, "--" + boundary);
        line(out, "Content-Type: text/plain; charset=UTF-8");
        line(out, "Content-Transfer-Encoding: 8bit");
        line(out, "");
        line(out, text);
        for (var part : parts) {
            line(out, "--" + boundary);
            part(out, part);
        }
        line(out, "--" + boundary + "--");
        return out.toByteArray();
    }

    private static void part(ByteArrayOutputStream out, Part part) {
        line(out, "Content-Type: " + part.type());
        if (part.name() == null) {
            line(out, "");
            out.writeBytes(part.content());
            line(out, "");
            return;
        }
        line(out, "Content-Disposition: attachment; filename=\"" + part.name() + "\"");
        line(out, "Content-Transfer-Encoding: base64");
        line(out, "");
        line(out, Base64.getMimeEncoder().encodeToString(part.content()));
    }

    private static void line(ByteArrayOutputStream out, String line) {
        out.writeBytes((line.replace("\n", "\r\n") + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
