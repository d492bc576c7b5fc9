package org.appel.applications.storage;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.inject.Singleton;

import io.quarkus.runtime.Startup;
import org.jspecify.annotations.Nullable;

import org.appel.applications.config.VaultConfig;
import org.appel.applications.model.EmailAddress;
import org.appel.applications.model.IdempotencyKey;
import org.appel.applications.model.PostingId;

/**
 * Keyed hashes by which a person or a request is recognised without being named: HMAC-SHA-256, each for one purpose
 * and one posting, so that the same person has another one at each posting; for mails that belong to no posting, for one
 * organisation.
 */
@Startup
@Singleton
public class BlindIndex {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    /** With its key and nothing else; an application takes five of them. */
    private final Mac unused;

    /** @throws IllegalStateException if the index key is none: the service does not start */
    BlindIndex(VaultConfig config) {
        unused = keyed(decoded(config.indexKey()));
    }

    /** The same for every spelling of one address at one posting. */
    public byte[] subject(PostingId posting, EmailAddress address) {
        return mac("subject", posting, address.normalised());
    }

    public byte[] request(PostingId posting, IdempotencyKey idempotencyKey) {
        return mac("request", posting, idempotencyKey.text());
    }

    /** The same for addresses that may be one person's, at one posting: a hint and no more. */
    public byte[] kin(PostingId posting, EmailAddress address) {
        return mac("kin", posting, address.kin());
    }

    /**
     * The same for two deliveries of one mail to one mailbox.
     *
     * @param messageId null if it has none
     * @param content digest of its content
     */
    public byte[] mail(String mailbox, @Nullable String messageId, byte[] content) {
        var mac = begin("mail\0");
        mac.update((mailbox + "\0" + (messageId == null ? "" : messageId) + "\0").getBytes(StandardCharsets.UTF_8));
        return mac.doFinal(content);
    }

    /** The same for one message of a mailbox, whenever it is looked at. */
    public byte[] header(String mailbox, byte[] distinction) {
        return begin("header\0" + mailbox + "\0").doFinal(distinction);
    }

    /** The same for two mails of one content that are filed at one posting. */
    public byte[] content(PostingId posting, byte[] content) {
        return begin("content\0" + posting + "\0").doFinal(content);
    }

    /** The same for all mails of one author to one organisation. */
    public byte[] author(String organisation, EmailAddress address) {
        return begin("author\0" + organisation + "\0")
                .doFinal(address.normalised().getBytes(StandardCharsets.UTF_8));
    }

    /** The same for every answer to one address about one posting. */
    public byte[] answer(PostingId posting, EmailAddress address) {
        return mac("answer", posting, address.normalised());
    }

    /** The same for every answer to one address about no posting, from one mailbox. */
    public byte[] answer(String mailbox, EmailAddress address) {
        return begin("answer\0" + mailbox + "\0").doFinal(address.normalised().getBytes(StandardCharsets.UTF_8));
    }

    /** The same for every answer to one author's mails about one posting that goes to that domain. */
    public byte[] answer(PostingId posting, EmailAddress author, String domain) {
        return mac("answer-by-way", posting, author.normalised() + "\0" + domain);
    }

    /** The same for every answer to one author's mails about no posting, from one mailbox to that domain. */
    public byte[] answer(String mailbox, EmailAddress author, String domain) {
        return begin("answer-by-way\0" + mailbox + "\0")
                .doFinal((author.normalised() + "\0" + domain).getBytes(StandardCharsets.UTF_8));
    }

    /** A keyed hash for a purpose of its own, such as signing a link. */
    byte[] derived(String purpose, String text) {
        return begin(purpose + "\0").doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Begins the fingerprint of a request's payload. */
    public Mac fingerprint() {
        return begin("payload\0");
    }

    private byte[] mac(String purpose, PostingId posting, String text) {
        return begin(purpose + "\0" + posting + "\0").doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private Mac begin(String purpose) {
        try {
            var mac = (Mac) unused.clone();
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            return mac;
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("That of every Java can be cloned", e);
        }
    }

    private static Mac keyed(byte[] key) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }

    private static byte[] decoded(String text) {
        try {
            var bytes = Base64.getDecoder().decode(text);
            if (bytes.length == KEY_BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            // Refused below, in the same words.
        }
        throw new IllegalStateException("appel.vault.index-key is not the base64 of " + KEY_BYTES + " bytes");
    }
}
