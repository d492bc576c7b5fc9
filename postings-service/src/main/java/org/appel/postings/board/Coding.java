package org.appel.postings.board;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.BrotliOutputStream;
import com.aayushatharva.brotli4j.encoder.Encoder;
import org.jspecify.annotations.Nullable;

/**
 * How the bytes of an answer may be packed, the best last.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-accept-encoding">RFC 9110, 12.5.3</a>
 */
enum Coding {
    IDENTITY(""),
    GZIP("+gzip"),
    /** Only where its native library is: without it nobody is offered it. */
    BROTLI("+br");

    /** Below this the packed bytes and their header are hardly fewer. */
    static final int WORTH_IT_IN_BYTES = 1000;

    /** A tenth more bytes than with 11, in a hundredth of the time. */
    private static final int BROTLI_QUALITY = 5;

    private static final boolean BROTLI_IS_THERE = Brotli4jLoader.isAvailable();

    private final String suffix;

    Coding(String suffix) {
        this.suffix = suffix;
    }

    /**
     * What it adds to an entity tag: a strong one names bytes, and these are others. It begins with a sign that no tag has
     * in it: behind a hyphen stands the language of a text, and br is Breton, too.
     */
    String suffix() {
        return suffix;
    }

    /** As in the header {@code Content-Encoding}; null where none is needed. */
    @Nullable
    String code() {
        return switch (this) {
            case IDENTITY -> null;
            case GZIP -> "gzip";
            case BROTLI -> "br";
        };
    }

    private boolean isThere() {
        return this != BROTLI || BROTLI_IS_THERE;
    }

    /**
     * The coding that the client likes best, and of those it likes alike the one with the fewest bytes.
     *
     * @param accepted the header {@code Accept-Encoding}; what cannot be understood in it is passed over
     */
    static Coding wanted(@Nullable String accepted) {
        if (accepted == null) {
            return IDENTITY;
        }
        var best = IDENTITY;
        // Whoever does not name "identity" prefers every coding that they name.
        double weight = weight(accepted, "identity", 0);
        for (var coding : values()) {
            var code = coding.code();
            double its = code == null ? 0 : weight(accepted, code, weight(accepted, "*", 0));
            if (its > 0 && its >= weight && coding.isThere()) {
                best = coding;
                weight = its;
            }
        }
        return best;
    }

    /** Whether the client said that it can read it; bytes as they are need no saying. */
    boolean isTaken(@Nullable String accepted) {
        var code = code();
        if (accepted == null) {
            return code == null;
        }
        return code == null
                ? weight(accepted, "identity", weight(accepted, "*", 1)) > 0
                : weight(accepted, code, weight(accepted, "*", 0)) > 0;
    }

    byte[] pack(byte[] plain) {
        var packed = new ByteArrayOutputStream(plain.length / 3 + 64);
        try (var out = packer(packed)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private OutputStream packer(OutputStream packed) throws IOException {
        return switch (this) {
            case IDENTITY -> packed;
            case GZIP -> new Gzip(packed);
            case BROTLI -> new BrotliOutputStream(packed, new Encoder.Parameters().setQuality(BROTLI_QUALITY));
        };
    }

    /** The weight that the header gives a coding; {@code otherwise} if it does not name it. */
    private static double weight(String accepted, String code, double otherwise) {
        for (var part : accepted.split(",")) {
            var pieces = part.split(";", -1);
            var name = pieces[0].strip();
            if (name.equalsIgnoreCase(code) || code.equals("gzip") && name.equalsIgnoreCase("x-gzip")) {
                return pieces.length == 1 ? 1 : weight(pieces[1].strip());
            }
        }
        return otherwise;
    }

    private static double weight(String parameter) {
        try {
            return parameter.regionMatches(true, 0, "q=", 0, 2) ? Double.parseDouble(parameter.substring(2)) : 1;
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    private static final class Gzip extends GZIPOutputStream {

        Gzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.DEFAULT_COMPRESSION);
        }
    }
}
