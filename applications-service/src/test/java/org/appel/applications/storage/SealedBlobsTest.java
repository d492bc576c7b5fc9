package org.appel.applications.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

    @Test
    void a_blob_is_opened_by_its_id_and_stands_nowhere_in_clear() throws IOException {
        // Given
        var id = UUID.randomUUID();

        // When
        keep(id);

        // Then
        try (var opened = blobs.open(id).orElseThrow()) {
            assertThat(opened.readAllBytes()).isEqualTo(MESSAGE);
        }
        assertThat(Database.tablesThatShow("Blobworth")).isEmpty();
    }

    @Test
    void what_is_forgotten_leaves_neither_key_nor_content() {
        // Given
        var forgotten = UUID.randomUUID();
        var kept = UUID.randomUUID();
        keep(forgotten);
        keep(kept);

        // When
        QuarkusTransaction.requiringNew().run(() -> blobs.forget(List.of(forgotten, UUID.randomUUID())));

        // Then
        assertThat(blobs.open(forgotten)).isEmpty();
        assertThat(blobs.open(kept)).isPresent();
        assertThat(Database.tablesThatShow(forgotten.toString())).isEmpty();
    }

    @Test
    void what_is_kept_and_what_is_forgotten_goes_with_its_transaction() {
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
        assertThat(blobs.open(never)).isEmpty();
        assertThat(blobs.open(still)).isPresent();
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
        assertThatThrownBy(() -> blobs.open(one)).isInstanceOf(IllegalStateException.class);
        forget(one);
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
