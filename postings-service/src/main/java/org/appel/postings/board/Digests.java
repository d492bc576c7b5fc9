package org.appel.postings.board;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** Names for bytes: equal for equal ones, and for no others. */
final class Digests {

    /** Of 32: nobody finds two pages with the same 16. */
    private static final int BYTES_OF_A_TAG = 16;

    private Digests() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** What was digested as an entity tag, without its quotation marks. */
    static String tag(MessageDigest digest) {
        var bytes = Arrays.copyOf(digest.digest(), BYTES_OF_A_TAG);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
