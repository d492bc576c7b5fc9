package org.appel.applications.storage;

import java.io.IOException;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class S3DocumentStoreTest extends ObjectStoreContract {
    private static S3Server server;
    private static S3Client client;
    private static S3DocumentStore store;
    private static S3DocumentStore neighbour;

    @BeforeAll
    static void start() {
        server = new S3Server(S3Server.freePort());
        client = server.client();
        store = S3DocumentStore.of(server.config(S3Server.BUCKET), S3Server.BUCKET, () -> HOME);
        neighbour = S3DocumentStore.of(server.config(S3Server.BUCKET), S3Server.BUCKET, () -> OTHER_HOME);
    }

    @AfterAll
    static void stop() {
        neighbour.close();
        store.close();
        client.close();
        server.stop();
    }

    @Override
    ObjectStore store() {
        return store;
    }

    @Override
    ObjectStore neighbour() {
        return neighbour;
    }

    @Override
    byte[] raw(UUID content) throws IOException {
        try (var object = client.getObject(b -> b.bucket(S3Server.BUCKET).key(HOME + "/" + content))) {
            return object.readAllBytes();
        } catch (NoSuchKeyException e) {
            return new byte[0];
        }
    }

    @Override
    void goAway() {
        server.stop();
    }

    @Override
    void comeBack() {
        server.start();
    }

    @Test
    void a_bucket_that_is_not_there_is_refused_by_its_name() {
        // Given
        try (var wrong = S3DocumentStore.of(server.config("nowhere"), "nowhere", () -> HOME)) {
            // When
            var refused = assertThatThrownBy(wrong::requireBucket);

            // Then
            refused.isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("appel.documents.s3.bucket")
                    .hasMessageContaining("nowhere");
        }
    }

    @Test
    void a_server_that_is_away_at_the_start_is_waited_for() {
        // Given
        server.stop();

        // When
        try {
            assertThatCode(store::requireBucket).doesNotThrowAnyException();
        } finally {
            // Then
            server.start();
        }
        assertThatCode(store::requireBucket).doesNotThrowAnyException();
    }
}
