package org.appel.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/** Answers with a file that is to be saved and never shown in the place where it came from. */
public final class Attachment {
    private static final int CHUNK = 1 << 16;

    private Attachment() {}

    /** @param content written while it is read: however large it is, little of it is in memory */
    public static Response of(String fileName, String mediaType, StreamingOutput content) {
        return answer(fileName, mediaType, content).build();
    }

    /**
     * Passes a stream on and closes it.
     *
     * @param size in bytes, told beforehand, so that an answer that breaks off is not taken for a whole one
     */
    public static Response of(String fileName, String mediaType, InputStream content, long size) {
        StreamingOutput passedOn = out -> {
            try (content) {
                var chunk = new byte[CHUNK];
                for (int n = read(content, chunk); n >= 0; n = read(content, chunk)) {
                    out.write(chunk, 0, n);
                }
            }
        };
        return answer(fileName, mediaType, passedOn)
                .header(HttpHeaders.CONTENT_LENGTH, size)
                .build();
    }

    /** What cannot be read is our fault, what cannot be written the caller's. */
    private static int read(InputStream content, byte[] into) {
        try {
            return content.read(into);
        } catch (IOException e) {
            throw new UncheckedIOException("A document could not be read to its end", e);
        }
    }

    private static Response.ResponseBuilder answer(String fileName, String mediaType, StreamingOutput content) {
        return Response.ok(WholeAnswer.of(content))
                .header(HttpHeaders.CONTENT_TYPE, mediaType)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(fileName))
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Content-Security-Policy", "default-src 'none'; sandbox");
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
