package org.appel.postings.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs messages so that a board knows who they are from, that they are whole, and how old they are.
 *
 * @see <a href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">Standard
 *     Webhooks</a>
 */
final class Signature {

    /** Of the 24 to 64 bytes that are allowed. */
    private static final int SECRET_BYTES = 32;

    private static final String SECRET_PREFIX = "whsec_";
    private static final String SCHEME = "v1,";
    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    static byte[] newSecret() {
        var secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return secret;
    }

    /** A secret as its owner is shown it. */
    static String written(byte[] secret) {
        return SECRET_PREFIX + Base64.getEncoder().encodeToString(secret);
    }

    /**
     * Header {@code webhook-signature}: one signature for each secret that is valid now.
     *
     * @param id header {@code webhook-id}
     * @param sentAt header {@code webhook-timestamp}, in whole seconds
     */
    static String of(List<byte[]> secrets, String id, Instant sentAt, byte[] body) {
        var start = (id + "." + sentAt.getEpochSecond() + ".").getBytes(StandardCharsets.US_ASCII);
        return secrets.stream()
                .map(secret -> SCHEME + hmac(secret, start, body))
                .collect(Collectors.joining(" "));
    }

    private static String hmac(byte[] secret, byte[] start, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            mac.update(start);
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
