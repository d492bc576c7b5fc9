package org.appel.applications.storage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.appel.applications.Database;
import org.appel.applications.model.Content;
import org.appel.testing.RealInfrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
@RealInfrastructure
class SealedBlobsTest {
    private static final byte[] MESSAGE =
            "From: Perpetua Blobworth, about the zither".repeat(50_000).getBytes(StandardCharsets.UTF_8);

    @Inject
    SealedBlobs blobs;

    @Inject
    Sql sql;

    @Inject
    Vault vault;

    @Inject
    DocumentStores stores;

    @Inject
    ContentRemovals removals;

    @Test
    void a_blob_is_opened_by_its_id_and_stands_nowhere_in_clear() throws IOException {
        // Given
        var id = UUID.randomUUID();

        // When
        keep(id);

        // Then
        assertThat(opened(id)).contains(MESSAGE);
        assertThat(Database.tablesThatShow("Blobworth")).isEmpty();
    }

    @Test
    void what_is_forgotten_leaves_neither_key_nor_content() throws IOException {
        // Given
        var forgotten = UUID.randomUUID();
        var kept = UUID.randomUUID();
        keep(forgotten);
        keep(kept);

        // When
        QuarkusTransaction.requiringNew().run(() -> blobs.forget(List.of(forgotten, UUID.randomUUID())));

        // Then
        assertThat(opened(forgotten)).isEmpty();
        assertThat(opened(kept)).isPresent();
        assertThat(Database.tablesThatShow(forgotten.toString())).isEmpty();
    }

    @Test
    void what_is_kept_and_what_is_forgotten_goes_with_its_transaction() throws IOException {
        // Given
        var never = UUID.randomUUID();
        var still = UUID.randomUUID();
        keep(still);

        // When
        QuarkusTransaction.begin();
        blobs.keep(blobs.stage(never, MESSAGE.length, Content.of(MESSAGE)));
        blobs.forget(List.of(still));
        QuarkusTransaction.rollback();

        // Then
        assertThat(opened(never)).isEmpty();
        assertThat(opened(still)).isPresent();
        assertThat(Database.tablesThatShow(never.toString())).isEmpty();
    }

    @Test
    void one_id_has_one_blob() {
        // Given
        var id = UUID.randomUUID();
        keep(id);

        // When
        var refused = assertThatThrownBy(() -> keep(id));

        // Then
        refused.isInstanceOf(TakenMeanwhile.class);
    }

    @Test
    void a_blob_put_to_another_id_does_not_open() {
        // Given
        var one = UUID.randomUUID();
        var other = UUID.randomUUID();
        keep(one);
        keep(other);

        // When
        Database.rows("UPDATE sealed_blob b SET wrapped_key = o.wrapped_key FROM sealed_blob o WHERE b.id = '" + one
                + "' AND o.id = '" + other + "' RETURNING 1");

        // Then
        assertThatThrownBy(() -> opened(one)).isInstanceOf(IllegalStateException.class);
        forget(one);
    }

    @Test
    void what_is_forgotten_after_it_was_found_is_not_lost() throws IOException {
        // Given
        var id = UUID.randomUUID();
        keep(id);

        // When
        var forgetting = new SealedBlobs(sql, vault, new Contents(stores, removals) {
            @Override
            InputStream open(Kept content, ContentKey key) {
                forget(id);
                return super.open(content, key);
            }
        });

        // Then
        assertThat(forgetting.writeTo(id, OutputStream.nullOutputStream())).isFalse();
    }

    @Test
    void what_is_forgotten_while_it_is_read_is_not_lost() throws IOException {
        // Given
        var id = UUID.randomUUID();
        keep(id);

        // When
        var whole = blobs.writeTo(id, new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int offset, int length) {
                forget(id);
            }
        });

        // Then
        assertThat(whole).isFalse();
    }

    @Test
    void what_nobody_forgot_and_is_not_there_is_lost() throws IOException {
        // Given
        var beginning = UUID.randomUUID();
        var end = UUID.randomUUID();
        keep(beginning);
        keep(end);

        // When
        Database.rows("DELETE FROM content_part WHERE content_id = '" + beginning + "' RETURNING 1");
        Database.rows("DELETE FROM content_part WHERE content_id = '" + end + "' AND part = 1 RETURNING 1");

        // Then
        assertThatThrownBy(() -> opened(beginning)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> opened(end)).isInstanceOf(IOException.class);
    }

    private Optional<byte[]> opened(UUID id) throws IOException {
        var clear = new ByteArrayOutputStream();
        return blobs.writeTo(id, clear) ? Optional.of(clear.toByteArray()) : Optional.empty();
    }

    private void keep(UUID id) {
        var staged = blobs.stage(id, MESSAGE.length, Content.of(MESSAGE));
        QuarkusTransaction.requiringNew().run(() -> blobs.keep(staged));
    }

    /** So that no other test finds a key that nothing unwraps. */
    private void forget(UUID id) {
        QuarkusTransaction.requiringNew().run(() -> blobs.forget(List.of(id)));
    }
}
