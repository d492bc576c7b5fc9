package org.appel.applications.storage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.appel.applications.Database;
import org.appel.testing.RealInfrastructure;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@RealInfrastructure
class DatabaseDocumentStoreTest extends DocumentStoreContract {
    @Inject
    DatabaseDocumentStore store;

    @Override
    DocumentStore store() {
        return store;
    }

    @Override
    void put(List<SealedContent> contents) throws IOException {
        QuarkusTransaction.requiringNew().call(() -> {
            store.put(contents);
            return null;
        });
    }

    @Override
    void remove(List<UUID> contents) {
        QuarkusTransaction.requiringNew().run(() -> store.remove(contents));
    }

    @Override
    byte[] raw(UUID content) {
        var raw = new ByteArrayOutputStream();
        Database.rows("SELECT encode(sealed, 'hex') FROM content_part WHERE content_id = '" + content
                        + "' ORDER BY part")
                .forEach(part -> raw.writeBytes(HexFormat.of().parseHex(part)));
        return raw.toByteArray();
    }

    @Test
    void what_is_put_goes_with_its_transaction() throws IOException {
        // Given
        var content = UUID.randomUUID();

        // When
        QuarkusTransaction.begin();
        store.put(List.of(plain(content, bytes(content))));
        QuarkusTransaction.rollback();

        // Then
        assertThat(raw(content)).isEmpty();
    }
}
