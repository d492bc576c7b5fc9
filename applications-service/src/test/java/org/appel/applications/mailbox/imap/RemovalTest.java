package org.appel.applications.mailbox.imap;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.inject.Inject;
import jakarta.mail.Flags;

import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.appel.applications.storage.MailboxFolders;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class RemovalTest {
    @Inject
    MailboxFolders folders;

    @Test
    void a_message_is_removed_from_its_place() throws IOException {
        var removed = removed(List.of(), place -> new MailRemovals.Removal(UUID.randomUUID(), place, null));

        assertThat(removed).containsExactly("two");
    }

    @Test
    void a_message_that_is_not_at_its_place_is_found_by_its_id() throws IOException {
        var removed = removed(
                List.of(),
                place -> new MailRemovals.Removal(
                        UUID.randomUUID(),
                        new Place(place.folder(), place.uidValidity() + 1, place.uid()),
                        MailServer.id("one")));

        assertThat(removed).containsExactly("two");
    }

    @Test
    void where_the_server_cannot_expunge_one_it_is_gone_all_the_same() throws IOException {
        var removed = removed(
                List.of("MOVE", "UIDPLUS"),
                place -> new MailRemovals.Removal(UUID.randomUUID(), null, MailServer.id("one")));

        assertThat(removed).containsExactly("two");
    }

    @Test
    void a_message_that_is_found_nowhere_is_not_said_to_be_removed() throws IOException {
        // Given
        try (var server = new MailServer(ServerSetup.PROTOCOL_IMAP);
                var reading = new Reading(folders)) {
            server.create("Appel.Taken");
            var uid = server.deliver("Appel.Taken", MailServer.message("another", "x"), new Flags(), Instant.now());
            var place = new Place("Appel/Taken", server.uidValidity("Appel.Taken"), uid);
            var queue = new Queue(reading.name);
            queue.add(new MailRemovals.Removal(UUID.randomUUID(), place, MailServer.id("one")));
            queue.add(new MailRemovals.Removal(
                    UUID.randomUUID(), new Place("INBOX", server.uidValidity("INBOX"), 4711), null));

            // When
            reading.start(
                    new Settings(server.port()).build(), "INBOX", reading.judge, Optional.of(queue), Optional.empty());

            // Then
            Awaitility.await()
                    .dontCatchUncaughtExceptions()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> queue.missed.size() == 2);
            assertThat(server.subjects("Appel.Taken")).containsExactly("another");
        }
    }

    private interface Wish {
        MailRemovals.Removal of(Place place);
    }

    /** Of two messages the first is to be removed; what is left then. */
    private List<String> removed(List<String> hidden, Wish wish) throws IOException {
        try (var server = new MailServer(ServerSetup.PROTOCOL_IMAP);
                var proxy = new ImapProxy(server.port(), hidden.toArray(String[]::new));
                var reading = new Reading(folders)) {
            // Given
            server.create("Appel.Taken");
            var uid = server.deliver("Appel.Taken", MailServer.message("one", "x"), new Flags(), Instant.now());
            server.deliver("Appel.Taken", MailServer.message("two", "x"), new Flags(), Instant.now());
            var queue = new Queue(reading.name);
            queue.add(wish.of(new Place("Appel/Taken", server.uidValidity("Appel.Taken"), uid)));

            // When
            reading.start(
                    new Settings(proxy.port()).build(), "INBOX", reading.judge, Optional.of(queue), Optional.empty());

            // Then
            Awaitility.await()
                    .dontCatchUncaughtExceptions()
                    .atMost(Duration.ofSeconds(30))
                    .until(queue::isEmpty);
            server.deliver("after");
            Awaitility.await()
                    .dontCatchUncaughtExceptions()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> server.subjects("Appel.Taken").contains("after"));
            assertThat(server.size("Appel.Taken")).isEqualTo(2);
            return server.subjects("Appel.Taken").stream()
                    .filter(subject -> !subject.equals("after"))
                    .toList();
        }
    }

    private static final class Queue implements MailRemovals {
        private final String mailbox;
        private final List<Removal> due = new CopyOnWriteArrayList<>();
        private final List<Removal> missed = new CopyOnWriteArrayList<>();

        Queue(String mailbox) {
            this.mailbox = mailbox;
        }

        void add(Removal removal) {
            due.add(removal);
        }

        boolean isEmpty() {
            return due.isEmpty();
        }

        @Override
        public List<Removal> due(String name) {
            assertThat(name).isEqualTo(mailbox);
            return List.copyOf(due);
        }

        @Override
        public void done(Removal removal) {
            due.remove(removal);
        }

        @Override
        public void missed(String name, Removal removal) {
            due.remove(removal);
            missed.add(removal);
        }
    }
}
