package org.appel.applications.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.appel.applications.model.Content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ContentKeyTest {
    private final ContentKey key = ContentKey.fresh(UUID.randomUUID());

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4039, 4040, 4041, 4080, 8119, 8120, 8121, 1 << 16, (1 << 20) + 3})
    void the_sealed_size_is_known_beforehand_and_the_content_comes_back(int size) throws IOException {
        // Given
        var clear = DocumentStoreContract.random(size);

        // When
        var sealed = sealed(clear);

        // Then
        assertThat(sealed).hasSize(Math.toIntExact(ContentKey.sealedSize(size)));
        assertThat(opened(key, sealed)).isEqualTo(clear);
    }

    @Test
    void each_time_it_is_sealed_the_bytes_are_others() throws IOException {
        // Given
        var clear = new byte[5000];

        // When
        var once = sealed(clear);
        var again = sealed(clear);

        // Then
        assertThat(once).isNotEqualTo(again);
    }

    @Test
    void a_changed_byte_is_noticed_wherever_it_is() throws IOException {
        // Given
        var sealed = sealed(new byte[20_000]);

        for (int at : new int[] {0, 39, 40, 4096, 10_000, sealed.length - 1}) {
            // When
            var changed = sealed.clone();
            changed[at] ^= 1;

            // Then
            assertThatThrownBy(() -> opened(key, changed)).as("byte " + at).isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 40, 4096, 8192, 19_000})
    void a_content_that_is_cut_off_is_noticed_even_between_segments(int left) throws IOException {
        // Given
        var sealed = sealed(new byte[20_000]);

        // When
        var cut = Arrays.copyOf(sealed, left);

        // Then
        assertThatThrownBy(() -> opened(key, cut)).isInstanceOf(IOException.class);
    }

    @Test
    void segments_put_in_another_order_are_noticed() throws IOException {
        // Given
        var sealed = sealed(new byte[20_000]);

        // When
        var second = Arrays.copyOfRange(sealed, 4096, 8192);
        System.arraycopy(sealed, 8192, sealed, 4096, 4096);
        System.arraycopy(second, 0, sealed, 8192, 4096);

        // Then
        assertThatThrownBy(() -> opened(key, sealed)).isInstanceOf(IOException.class);
    }

    @Test
    void another_contents_key_opens_nothing() throws IOException {
        // Given
        var sealed = sealed(new byte[100]);

        // When
        var other = ContentKey.fresh(key.content());

        // Then
        assertThatThrownBy(() -> opened(other, sealed)).isInstanceOf(IOException.class);
    }

    private byte[] sealed(byte[] clear) throws IOException {
        try (var in = key.seal(Content.of(clear)).open()) {
            return in.readAllBytes();
        }
    }

    private static byte[] opened(ContentKey key, byte[] sealed) throws IOException {
        try (var in = key.open(new ByteArrayInputStream(sealed))) {
            return in.readAllBytes();
        }
    }
}
