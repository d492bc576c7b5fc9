package org.appel.postings.careers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

/** What the pages load beside themselves. The name of each says its content, so that it may be kept for ever. */
@ApplicationScoped
class Files {

    private static final int HASH_DIGITS = 16;

    private final Kept style = Kept.of("site", "css", "text/css;charset=UTF-8");
    private final Kept icon = Kept.of("icon", "svg", "image/svg+xml");

    Files() {}

    /** @param name as in {@code site.0123456789abcdef.css} */
    record Kept(String name, String type, byte[] content) {

        static Kept of(String name, String ending, String type) {
            var content = read("/pages/" + name + "." + ending);
            return new Kept(name + "." + hash(content) + "." + ending, type, content);
        }
    }

    String style() {
        return style.name();
    }

    String icon() {
        return icon.name();
    }

    Optional<Kept> find(String name) {
        return List.of(style, icon).stream()
                .filter(kept -> kept.name().equals(name))
                .findFirst();
    }

    /** The beginning of the content's SHA-256, in hexadecimal digits. */
    static String hash(byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static byte[] read(String resource) {
        try (var file = Objects.requireNonNull(Files.class.getResourceAsStream(resource), resource)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
