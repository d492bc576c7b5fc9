package org.appel.service;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Answers with a file that is to be saved and never shown in the place where it came from. */
public final class Attachment {
    private Attachment() {}

    /** @param content whatever the framework can write: bytes, a stream, or who writes to one */
    public static Response of(String fileName, String mediaType, Object content) {
        return Response.ok(content)
                .header(HttpHeaders.CONTENT_TYPE, mediaType)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(fileName))
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .build();
    }

    /**
     * RFC 6266: the name in ASCII for old clients, then in UTF-8 for all others.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6266#section-5">RFC 6266, 5</a>
     */
    static String disposition(String fileName) {
        var ascii = Normalizer.normalize(fileName, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^\\x20-\\x7E]|[\"\\\\%]", "_");
        var utf8 = URLEncoder.encode(fileName, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + utf8;
    }
}
