package org.appel.applications.storage;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.appel.applications.Client;
import org.appel.applications.Database;
import org.appel.applications.Form;
import org.appel.applications.model.ApplicationId;
import org.appel.applications.model.ApplicationRefused;
import org.appel.applications.model.Refusal;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;

import static org.appel.applications.PostingFixture.anOpenPosting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A document that is erased between the moment it is found and the moment it is opened is erased, not lost. */
@QuarkusTest
@RealInfrastructure
class ReadWhileErasedTest {
    private static final byte[] LETTER = "I am known for my zither.".getBytes(StandardCharsets.UTF_8);

    @Inject
    Sql sql;

    @Inject
    Vault vault;

    @Inject
    DocumentStores stores;

    @Inject
    ContentRemovals removals;

    private UUID application;
    private UUID document;

    @Test
    void what_is_erased_after_it_was_found_is_erased() {
        // Given
        apply();

        // When
        var refused = catchThrowableOfType(
                ApplicationRefused.class,
                () -> readAfter(() -> Client.delete("/applications/" + application, Tokens.hr("omct"))));

        // Then
        assertThat(refused.refusal()).isInstanceOf(Refusal.Erased.class);
    }

    @Test
    void what_nobody_erased_and_is_not_there_is_lost() {
        // Given
        apply();

        // When
        var failed = assertThatThrownBy(() -> readAfter(
                () -> Database.rows("DELETE FROM content_part WHERE content_id = '" + document + "' RETURNING 1")));

        // Then
        failed.isInstanceOf(IllegalStateException.class).hasMessageContaining("is lost");
    }

    private void readAfter(Runnable meanwhile) {
        var slow = new Contents(stores, removals) {
            @Override
            InputStream open(Kept content, ContentKey key) {
                meanwhile.run();
                return super.open(content, key);
            }
        };
        new Documents(sql, vault, slow).content(new ApplicationId(application), document);
    }

    private void apply() {
        application = Client.apply(
                        Client.open(anOpenPosting()),
                        Form.of("Amina", "amina@example.org").document("cv", "cv.txt", LETTER))
                .id();
        document = UUID.fromString(Database.rows("SELECT id FROM document WHERE application_id = '" + application + "'")
                .getFirst());
    }
}
