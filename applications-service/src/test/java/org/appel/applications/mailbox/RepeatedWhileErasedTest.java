package org.appel.applications.mailbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.appel.applications.Database;
import org.appel.applications.mailbox.imap.MailRemovals;
import org.appel.testing.RealInfrastructure;

import static org.appel.applications.mailbox.Postbox.application;
import static org.assertj.core.api.Assertions.assertThat;

/** A mail that comes again at the moment in which its application is erased does not stay in the mailbox. */
@QuarkusTest
@RealInfrastructure
@TestProfile(ManyMailboxes.class)
class RepeatedWhileErasedTest {
    @Inject
    MailIntake intake;

    @Inject
    MailRemovals removals;

    private Postbox box;

    @BeforeEach
    void openTheMailbox() {
        box = new Postbox(intake);
    }

    @Test
    void the_same_mail_waits_for_the_erasure_and_is_removed() throws Exception {
        // Given
        var posting = box.posting();
        var mail = application(Someone.unique());
        box.receive(mail);

        // When
        erasing(box.theId(posting), () -> box.receive(mail));

        // Then
        assertThat(box.last().path("outcome").asText()).isEqualTo("duplicate");
        assertThat(removals.due(box.name()))
                .extracting(MailRemovals.Removal::messageId)
                .containsExactly(mail.messageId());
    }

    @Test
    void the_same_content_waits_for_the_erasure_and_is_removed() throws Exception {
        // Given
        var posting = box.posting();
        var someone = Someone.unique();
        box.receive(application(someone));
        var again = application(someone);

        // When
        erasing(box.theId(posting), () -> box.receive(again));

        // Then
        assertThat(box.last().path("outcome").asText()).isEqualTo("duplicate");
        assertThat(removals.due(box.name()))
                .extracting(MailRemovals.Removal::messageId)
                .containsExactly(again.messageId());
    }

    /** Does something while an erasure is at work, which is committed when the other one waits for it. */
    private static void erasing(UUID application, Runnable meanwhile) throws Exception {
        try (var connection = Database.connect()) {
            connection.setAutoCommit(false);
            erase(connection, application);
            var other = CompletableFuture.runAsync(meanwhile, Thread::startVirtualThread);
            Awaitility.await("the other one waits")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> other.isDone()
                            || !Database.rows("SELECT 1 FROM pg_locks WHERE NOT granted")
                                    .isEmpty());
            connection.commit();
            other.get(30, TimeUnit.SECONDS);
        }
    }

    private static void erase(Connection connection, UUID application) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT 1 FROM application WHERE id = '" + application + "' FOR UPDATE");
            statement.execute("UPDATE application SET subject_index = NULL, kin_index = NULL, wrapped_key = NULL,"
                    + " sealed_person = NULL, stage = NULL, received_at = NULL, updated_at = NULL,"
                    + " erased_at = appel_now() WHERE id = '" + application + "'");
        }
    }
}
