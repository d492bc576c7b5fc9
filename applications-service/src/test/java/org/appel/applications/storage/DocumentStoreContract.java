package org.appel.applications.storage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.appel.applications.model.Content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

/** What every store of documents keeps to. */
abstract class DocumentStoreContract {
    private static final int PART = 1 << 20;

    abstract DocumentStore store();

    /** As the service does it, so that it stays. */
    abstract void put(List<SealedContent> contents) throws IOException;

    abstract void remove(List<UUID> contents) throws IOException;

    /** All bytes that the store holds for that content, read past the store. */
    abstract byte[] raw(UUID content) throws IOException;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4095, PART - 1, PART, PART + 1, 5 * PART + 17})
    void what_was_put_is_got_to_the_byte(int size) throws IOException {
        // Given
        var content = new UUID(1, new Random().nextLong());
        var bytes = random(size);

        // When
        put(List.of(plain(content, bytes)));

        // Then
        assertThat(got(content)).isEqualTo(bytes);
        assertThat(raw(content)).isEqualTo(bytes);
    }

    @Test
    void a_sealed_content_is_opened_with_its_key_and_lies_there_unreadable() throws IOException {
        // Given
        var key = ContentKey.fresh(UUID.randomUUID());
        var letter = "I am known for my zither. ".repeat(100_000).getBytes(StandardCharsets.UTF_8);

        // When
        put(List.of(SealedContent.of(key, letter.length, Content.of(letter))));

        // Then
        try (var opened = key.open(store().get(key.content()))) {
            assertThat(opened.readAllBytes()).isEqualTo(letter);
        }
        assertThat(new String(raw(key.content()), StandardCharsets.ISO_8859_1)).doesNotContain("zither");
    }

    @Test
    void several_are_put_together() throws IOException {
        // Given
        var contents = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());

        // When
        put(contents.stream().map(id -> plain(id, bytes(id))).toList());

        // Then
        for (var content : contents) {
            assertThat(got(content)).isEqualTo(bytes(content));
        }
    }

    @Test
    void what_is_removed_is_not_there_and_may_be_removed_again() throws IOException {
        // Given
        var removed = UUID.randomUUID();
        var kept = UUID.randomUUID();
        put(List.of(plain(removed, bytes(removed)), plain(kept, bytes(kept))));

        // When
        remove(List.of(removed));
        remove(List.of(removed, UUID.randomUUID()));

        // Then
        assertThatThrownBy(() -> got(removed)).isInstanceOf(FileNotFoundException.class);
        assertThat(raw(removed)).isEmpty();
        assertThat(got(kept)).isEqualTo(bytes(kept));
    }

    @Test
    void a_content_that_breaks_off_is_not_there_in_part() throws IOException {
        // Given
        var content = UUID.randomUUID();
        var breaking = new SealedContent(content, 3L * PART, () -> new BreakingOff(2 * PART));

        // When
        var failure = catchThrowable(() -> put(List.of(breaking)));

        // Then
        assertThat(failure).isInstanceOf(Exception.class);
        assertThatThrownBy(() -> got(content)).isInstanceOf(FileNotFoundException.class);
        assertThat(raw(content)).isEmpty();
    }

    @Test
    void many_are_removed_at_once() throws IOException {
        // Given
        var there = UUID.randomUUID();
        put(List.of(plain(there, bytes(there))));
        var many = new java.util.ArrayList<UUID>();
        for (int i = 0; i < 1500; i++) {
            many.add(UUID.randomUUID());
        }
        many.add(there);

        // When
        remove(many);

        // Then
        assertThat(raw(there)).isEmpty();
    }

    static SealedContent plain(UUID id, byte[] bytes) {
        return new SealedContent(id, bytes.length, Content.of(bytes));
    }

    static byte[] bytes(UUID id) {
        return id.toString().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] random(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private byte[] got(UUID content) throws IOException {
        try (var in = store().get(content);
                var out = new ByteArrayOutputStream()) {
            in.transferTo(out);
            return out.toByteArray();
        }
    }

    /** A file that cannot be read to its end. */
    private static final class BreakingOff extends InputStream {
        private final ByteArrayInputStream good;

        private BreakingOff(int goodBytes) {
            good = new ByteArrayInputStream(random(goodBytes));
        }

        @Override
        public int read() throws IOException {
            int next = good.read();
            if (next < 0) {
                throw new IOException("the disk is broken");
            }
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int n = good.read(into, offset, length);
            if (n < 0) {
                throw new IOException("the disk is broken");
            }
            return n;
        }
    }
}
