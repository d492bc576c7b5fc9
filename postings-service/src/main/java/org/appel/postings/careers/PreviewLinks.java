package org.appel.postings.careers;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import org.appel.postings.config.PostingsConfig;
import org.appel.postings.model.PostingId;

/**
 * Links by which somebody without a token sees one posting for a while, and nothing else: which posting and how long
 * stand in the link, and only this service can have written it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2104">RFC 2104, HMAC</a>
 */
@ApplicationScoped
class PreviewLinks {

    private static final String ALGORITHM = "HmacSHA256";

    /** What a signature is for: one for something else never fits, be the key the same. */
    private static final byte[] PURPOSE = "appel.postings.preview.1\n".getBytes(StandardCharsets.US_ASCII);

    /** An id of 16 bytes and a moment of 8, then the signature. */
    private static final int SIGNED = 24;

    private static final int WHOLE = SIGNED + 32;

    private final SecretKeySpec key;
    private final Duration life;
    private final Clock clock;

    PreviewLinks(PostingsConfig config, Clock clock) {
        key = new SecretKeySpec(config.careers().previewSecret().getBytes(StandardCharsets.UTF_8), ALGORITHM);
        life = config.careers().previewLife();
        this.clock = clock;
    }

    /** @param endsAt in whole seconds */
    record Link(String token, Instant endsAt) {}

    Link make(PostingId id) {
        var endsAt = Instant.ofEpochSecond(clock.instant().plus(life).getEpochSecond());
        var signed = ByteBuffer.allocate(SIGNED)
                .putLong(id.value().getMostSignificantBits())
                .putLong(id.value().getLeastSignificantBits())
                .putLong(endsAt.getEpochSecond())
                .array();
        var token =
                ByteBuffer.allocate(WHOLE).put(signed).put(signature(signed)).array();
        return new Link(Base64.getUrlEncoder().withoutPadding().encodeToString(token), endsAt);
    }

    /** Which posting the link shows; empty if it is none of ours, or has ended. */
    Optional<PostingId> read(String token) {
        return bytes(token)
                .filter(bytes -> bytes.length == WHOLE)
                .filter(this::isOurs)
                .map(ByteBuffer::wrap)
                .flatMap(this::posting);
    }

    /** The address of a preview; {@code token} as it was made. */
    static String path(String token, PageLanguage language) {
        return "/careers/" + language.code() + "/previews/" + token;
    }

    private Optional<PostingId> posting(ByteBuffer token) {
        var id = new PostingId(new UUID(token.getLong(), token.getLong()));
        var endsAt = Instant.ofEpochSecond(token.getLong());
        return clock.instant().isBefore(endsAt) ? Optional.of(id) : Optional.empty();
    }

    private boolean isOurs(byte[] token) {
        return MessageDigest.isEqual(signature(Arrays.copyOf(token, SIGNED)), Arrays.copyOfRange(token, SIGNED, WHOLE));
    }

    private byte[] signature(byte[] signed) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(PURPOSE);
            return mac.doFinal(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
        }
    }

    private static Optional<byte[]> bytes(String token) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(token));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
