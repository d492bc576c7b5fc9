package org.appel.applications.storage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import com.google.crypto.tink.KeysetHandle;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.appel.applications.Client;
import org.appel.applications.Database;
import org.appel.applications.Form;
import org.appel.applications.model.ApplicationId;
import org.appel.applications.model.Content;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;

import static org.appel.applications.PostingFixture.anOpenPosting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
@RealInfrastructure
class MasterKeyRotationTest {
    private static final byte[] LETTER = "I am known for my zither".getBytes(StandardCharsets.UTF_8);
    private static final String KEYS =
            "SELECT id || encode(wrapped_key, 'hex') FROM application WHERE erased_at IS NULL ORDER BY id";

    @Inject
    Sql sql;

    @Inject
    SealedPersons persons;

    @Inject
    DocumentStores stores;

    @Inject
    ContentRemovals removals;

    @Inject
    SealedBlobs blobs;

    private final KeysetHandle old =
            MasterKeysets.read(ConfigProvider.getConfig().getValue("appel.vault.master-keyset", String.class));
    private final KeysetHandle both = MasterKeysets.rotated(old);

    /** The service under test knows the old key only. */
    @AfterEach
    void rotateBack() {
        var back = MasterKeysets.withPrimary(both, old.getPrimary().getId());
        assertThat(rotation(back).rotate()).isZero();
    }

    @Test
    void after_a_rotation_everything_opens_without_the_old_key_and_the_rest_is_as_it_was() throws IOException {
        // Given
        var application = apply();
        var blob = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> blobs.keep(blobs.stage(blob, LETTER.length, Content.of(LETTER))));
        var rest = "SELECT (version, revision, sealed_person, updated_at)::text FROM application WHERE id = '"
                + application + "'";
        var before = Database.rows(rest);

        // When
        var left = rotation(both).rotate();

        // Then
        assertThat(left).isZero();
        var vault = new Vault(MasterKeysets.config(MasterKeysets.withoutOldKeys(both)));
        assertThat(person(application, vault)).isEqualTo("Amina");
        assertThat(letter(application, vault)).isEqualTo(LETTER);
        assertThat(content(blob, vault)).isEqualTo(LETTER);
        assertThat(Database.rows(rest)).isEqualTo(before);
        assertThatThrownBy(() -> person(application, new Vault(MasterKeysets.config(old))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_second_rotation_changes_nothing() {
        // Given
        apply();
        rotation(both).rotate();
        var once = Database.rows(KEYS);

        // When
        var left = rotation(both).rotate();

        // Then
        assertThat(left).isZero();
        assertThat(Database.rows(KEYS)).isEqualTo(once);
    }

    @Test
    void a_rotation_that_broke_off_is_ended_by_the_next() {
        // Given
        var applications = List.of(apply(), apply(), apply());
        var breaking = new Vault(MasterKeysets.config(both)) {
            private int rewrapped;

            @Override
            byte[] rewrap(UUID owner, byte[] wrapped) {
                if (++rewrapped == 2) {
                    throw new OutOfMemoryError("for the test");
                }
                return super.rewrap(owner, wrapped);
            }
        };
        assertThatThrownBy(() -> new MasterKeyRotation(sql, breaking, new SimpleMeterRegistry()).rotate())
                .isInstanceOf(OutOfMemoryError.class);

        // When
        rotation(both).rotate();

        // Then
        var vault = new Vault(MasterKeysets.config(MasterKeysets.withoutOldKeys(both)));
        assertThat(applications)
                .allMatch(application -> person(application, vault).equals("Amina"));
    }

    @Test
    void keys_that_no_master_key_opens_are_counted_and_left_as_they_are() {
        // Given
        apply();
        var before = Database.rows(KEYS);
        var metrics = new SimpleMeterRegistry();
        var stranger = new Vault(MasterKeysets.config(MasterKeysets.fresh()));

        // When
        var left = new MasterKeyRotation(sql, stranger, metrics).rotate();

        // Then
        assertThat(left).isPositive();
        assertThat(metrics.get("appel.vault.keys.unrotated").gauge().value()).isEqualTo(left);
        assertThat(Database.rows(KEYS)).isEqualTo(before);
    }

    @Test
    void an_application_that_is_erased_while_its_key_is_wrapped_anew_stays_erased() {
        // Given
        var application = apply();
        var erasing = new Vault(MasterKeysets.config(both)) {
            @Override
            byte[] rewrap(UUID owner, byte[] wrapped) {
                if (owner.equals(application)) {
                    Client.delete("/applications/" + application, Tokens.hr("omct"));
                }
                return super.rewrap(owner, wrapped);
            }
        };

        // When
        new MasterKeyRotation(sql, erasing, new SimpleMeterRegistry()).rotate();

        // Then
        assertThat(Database.rows("SELECT wrapped_key FROM application WHERE id = '" + application + "'"))
                .containsExactly("null");
    }

    private MasterKeyRotation rotation(KeysetHandle keyset) {
        return new MasterKeyRotation(sql, new Vault(MasterKeysets.config(keyset)), new SimpleMeterRegistry());
    }

    private static UUID apply() {
        return Client.apply(
                        Client.open(anOpenPosting()),
                        Form.of("Amina", "amina@example.org").document("cv", "cv.txt", LETTER))
                .id();
    }

    private String person(UUID application, Vault vault) {
        return sql.first(
                        "SELECT wrapped_key, sealed_person FROM application WHERE id = ?",
                        q -> q.setObject(1, application),
                        row -> persons.open(
                                        row.getBytes("sealed_person"),
                                        vault.unwrap(application, row.getBytes("wrapped_key")))
                                .name())
                .orElseThrow();
    }

    private byte[] letter(UUID application, Vault vault) throws IOException {
        var document =
                UUID.fromString(Database.rows("SELECT id FROM document WHERE application_id = '" + application + "'")
                        .getFirst());
        var documents = new Documents(sql, vault, new Contents(stores, removals));
        try (var in = documents.content(new ApplicationId(application), document)) {
            return in.readAllBytes();
        }
    }

    private byte[] content(UUID blob, Vault vault) throws IOException {
        var clear = new ByteArrayOutputStream();
        assertThat(new SealedBlobs(sql, vault, new Contents(stores, removals)).writeTo(blob, clear))
                .isTrue();
        return clear.toByteArray();
    }
}
