package org.appel.applications.storage;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.appel.applications.config.VaultConfig;
import org.appel.applications.model.EmailAddress;
import org.appel.applications.model.PostingId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class VaultTest {
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final byte[] CLEAR = "Amina Ben Salah".getBytes(StandardCharsets.UTF_8);

    private final Vault vault = new Vault(config(masterKeyset(), indexKey()));

    @Test
    void what_was_sealed_is_opened_with_the_stored_key() {
        // Given
        var key = vault.newKey(ONE);
        var sealed = key.seal(CLEAR, "person");

        // When
        var opened = vault.unwrap(ONE, key.wrapped()).open(sealed, "person");

        // Then
        assertThat(opened).isEqualTo(CLEAR);
    }

    @Test
    void a_key_put_to_another_application_opens_nothing() {
        // Given
        var key = vault.newKey(ONE);

        // When
        var refused = assertThatThrownBy(() -> vault.unwrap(OTHER, key.wrapped()));

        // Then
        refused.isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_was_sealed_for_one_purpose_is_not_opened_for_another() {
        // Given
        var key = vault.newKey(ONE);
        var sealed = key.seal(CLEAR, "name/1");

        // When
        var refused = assertThatThrownBy(() -> key.open(sealed, "name/2"));

        // Then
        refused.isInstanceOf(IllegalStateException.class);
    }

    @Test
    void another_master_keyset_opens_no_key() {
        // Given
        var key = vault.newKey(ONE);
        var stranger = new Vault(config(masterKeyset(), indexKey()));

        // When
        var refused = assertThatThrownBy(() -> stranger.unwrap(ONE, key.wrapped()));

        // Then
        refused.isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_an_older_master_key_wrapped_is_still_unwrapped_and_wrapped_anew_by_the_newer_one() {
        // Given
        var first = MasterKeysets.fresh();
        var key = new Vault(MasterKeysets.config(first)).newKey(ONE);
        var sealed = key.seal(CLEAR, "person");
        var both = MasterKeysets.rotated(first);

        // When
        var rewrapped = new Vault(MasterKeysets.config(both)).rewrap(ONE, key.wrapped());

        // Then
        assertThat(new Vault(MasterKeysets.config(both))
                        .unwrap(ONE, key.wrapped())
                        .open(sealed, "person"))
                .isEqualTo(CLEAR);
        assertThat(new Vault(MasterKeysets.config(MasterKeysets.withoutOldKeys(both)))
                        .unwrap(ONE, rewrapped)
                        .open(sealed, "person"))
                .isEqualTo(CLEAR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no base64!", "bm8ga2V5c2V0", "e30="})
    void without_a_keyset_the_service_does_not_start(String setting) {
        // When
        var refused = assertThatThrownBy(() -> new Vault(config(setting, indexKey())));

        // Then
        refused.isInstanceOf(IllegalStateException.class).hasMessageContaining("appel.vault.master-keyset");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no base64!", "c2hvcnQ="})
    void without_an_index_key_of_32_bytes_the_service_does_not_start(String setting) {
        // When
        var refused = assertThatThrownBy(() -> new BlindIndex(config(masterKeyset(), setting)));

        // Then
        refused.isInstanceOf(IllegalStateException.class).hasMessageContaining("appel.vault.index-key");
    }

    @Test
    void one_person_has_one_index_at_a_posting_and_another_at_the_next() {
        // Given
        var index = new BlindIndex(config(masterKeyset(), indexKey()));
        var posting = new PostingId(new UUID(0, 3));
        var next = new PostingId(new UUID(0, 4));

        // When
        var first = index.subject(posting, new EmailAddress("Amina@Example.org"));

        // Then
        assertThat(index.subject(posting, new EmailAddress("amina@example.org")))
                .isEqualTo(first);
        assertThat(index.subject(posting, new EmailAddress("amina@example.com")))
                .isNotEqualTo(first);
        assertThat(index.subject(next, new EmailAddress("amina@example.org"))).isNotEqualTo(first);
    }

    private static VaultConfig config(String masterKeyset, String indexKey) {
        return MasterKeysets.config(masterKeyset, indexKey);
    }

    private static String masterKeyset() {
        return MasterKeysets.text(MasterKeysets.fresh());
    }

    private static String indexKey() {
        return Base64.getEncoder().encodeToString(new byte[32]);
    }
}
