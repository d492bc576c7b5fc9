package org.appel.applications.mailbox.imap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.inject.Inject;
import jakarta.mail.Flags;

import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.appel.applications.Database;
import org.appel.applications.mailbox.imap.MessageHandler.Disposition;
import org.appel.applications.mailbox.imap.StoredMessage.Condition;
import org.appel.applications.storage.MailboxFolders;
import org.appel.launcher.embedded.Ports;

import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@QuarkusTest
class FolderReaderTest {
    @Inject
    MailboxFolders folders;

    private MailServer server;
    private Reading reading;

    @BeforeEach
    void aMailboxThatIsReadBySomebody() {
        server = new MailServer(ServerSetup.PROTOCOL_IMAP);
        reading = new Reading(folders);
    }

    @AfterEach
    void stop() throws IOException {
        reading.close();
        server.close();
    }

    @Test
    void what_lay_there_before_is_taken_and_moved() {
        // Given
        server.deliver("one");
        server.deliver("two");
        reading.judge.judges(seen -> seen.subject().equals("one") ? Disposition.TAKEN : Disposition.SET_ASIDE);

        // When
        reading.start(new Settings(server.port()));

        // Then
        eventually(() -> {
            assertThat(server.subjects("Appel.Taken")).containsExactly("one");
            assertThat(server.subjects("Appel.Set aside")).containsExactly("two");
        });
        assertThat(server.size("INBOX")).isZero();
        assertThat(reading.judge.subjects()).containsExactly("one", "two");
        eventually(() -> assertThat(reading.leftOnDisk()).isEmpty());
        eventually(() -> assertThat(reading.judge.places())
                .extracting(Place::folder)
                .containsExactly("Appel/Taken", "Appel/Set aside"));
    }

    @Test
    void a_message_is_laid_before_the_handler_as_it_came_and_not_marked_as_read() throws Exception {
        // Given
        var text = new StringBuilder();
        new Random(7).ints(2_000_000, ' ', '~').forEach(c -> text.append((char) c));
        var message = MailServer.message("long", text.toString().replaceAll("(.{70})", "$1\n"));
        var received = Instant.now().minusSeconds(3600).truncatedTo(SECONDS);
        var uid = server.deliver("INBOX", message, new Flags(), received);
        var look = new CountDownLatch(1);
        var looked = new CountDownLatch(1);
        reading.judge.judges(seen -> {
            looked.countDown();
            await(look);
            return Disposition.TAKEN;
        });

        // When
        reading.start(new Settings(server.port()));

        // Then
        await(looked);
        assertThat(server.isSeen("INBOX", uid)).isFalse();
        var seen = reading.judge.seen().getFirst();
        assertThat(seen.raw()).isEqualTo(message.replace("\n", "\r\n"));
        assertThat(seen.message().uid()).isEqualTo(uid);
        assertThat(seen.message().uidValidity()).isEqualTo(server.uidValidity("INBOX"));
        assertThat(seen.message().receivedAt()).isEqualTo(received);
        assertThat(seen.message().condition()).isEqualTo(Condition.WHOLE);
        look.countDown();
    }

    @Test
    void a_new_message_is_taken_while_the_server_is_waited_for() throws IOException {
        try (var proxy = new ImapProxy(server.port())) {
            // Given
            reading.start(new Settings(proxy.port()).with("poll", "10m"));
            eventually(() -> assertThat(proxy.commands()).contains("IDLE"));

            // When
            server.deliver("new");

            // Then
            Awaitility.await()
                    .dontCatchUncaughtExceptions()
                    .atMost(Duration.ofSeconds(15))
                    .untilAsserted(
                            () -> assertThat(server.subjects("Appel.Taken")).containsExactly("new"));
        }
    }

    @Test
    void where_the_server_does_not_tell_it_is_asked() throws IOException {
        try (var proxy = new ImapProxy(server.port(), "IDLE")) {
            // Given
            reading.start(new Settings(proxy.port()).with("poll", "300ms"));
            eventually(() -> assertThat(reading.isDrained("INBOX")).isTrue());

            // When
            server.deliver("new");

            // Then
            eventually(() -> assertThat(server.subjects("Appel.Taken")).containsExactly("new"));
            assertThat(proxy.commands()).doesNotContain("IDLE").contains("NOOP");
        }
    }

    @Test
    void where_the_server_cannot_move_it_copies_and_removes() throws IOException {
        try (var proxy = new ImapProxy(server.port(), "MOVE")) {
            // Given
            server.deliver("one");

            // When
            reading.start(new Settings(proxy.port()));

            // Then
            eventually(() -> assertThat(server.size("INBOX")).isZero());
            assertThat(server.subjects("Appel.Taken")).containsExactly("one");
        }
    }

    @Test
    void without_uidplus_nobody_elses_marks_are_carried_out() throws IOException {
        try (var proxy = new ImapProxy(server.port(), "MOVE", "UIDPLUS")) {
            // Given
            server.deliver("INBOX", MailServer.message("somebodys", "x"), deleted(), Instant.now());
            server.deliver("one");

            // When
            reading.start(new Settings(proxy.port()));

            // Then
            eventually(() -> assertThat(server.subjects("Appel.Taken")).containsExactly("one"));
            eventually(() -> assertThat(server.subjects("INBOX")).isEmpty());
            assertThat(server.size("INBOX")).isEqualTo(2);
            assertThat(reading.judge.subjects()).containsExactly("one");
        }
    }

    @Test
    void a_crash_between_copying_and_removing_doubles_nothing() throws IOException {
        for (String command : new String[] {"UID STORE", "UID EXPUNGE"}) {
            try (var proxy = new ImapProxy(server.port(), "MOVE");
                    var crashing = new Reading(folders)) {
                // Given
                var subject = "crash at " + command.toLowerCase(Locale.ROOT);
                server.deliver(subject);
                proxy.cutAt(command);

                // When
                crashing.start(new Settings(proxy.port()));

                // Then
                eventually(() -> {
                    assertThat(proxy.hasCut()).isTrue();
                    assertThat(server.subjects("INBOX")).isEmpty();
                });
                assertThat(server.subjects("Appel.Taken")).containsOnlyOnce(subject);
            }
        }
    }

    @Test
    void two_messages_with_one_id_are_both_kept() throws IOException {
        try (var proxy = new ImapProxy(server.port(), "MOVE")) {
            // Given
            server.deliver("INBOX", MailServer.message("same", "one text"), new Flags(), Instant.now());
            server.deliver("INBOX", MailServer.message("same", "quite another text"), new Flags(), Instant.now());

            // When
            reading.start(new Settings(proxy.port()));

            // Then
            eventually(() -> assertThat(server.size("INBOX")).isZero());
            assertThat(server.subjects("Appel.Taken")).containsExactly("same", "same");
        }
    }

    @Test
    void a_message_without_id_is_copied_though_another_of_its_size_is_there() throws IOException {
        try (var proxy = new ImapProxy(server.port(), "MOVE")) {
            // Given
            server.deliver("INBOX", "Subject: one\n\ntext\n", new Flags(), Instant.now());
            server.deliver("INBOX", "Subject: two\n\ntext\n", new Flags(), Instant.now());

            // When
            reading.start(new Settings(proxy.port()));

            // Then
            eventually(() -> assertThat(server.size("INBOX")).isZero());
            assertThat(server.subjects("Appel.Taken")).containsExactly("one", "two");
        }
    }

    @Test
    void a_message_is_copied_though_one_of_its_id_and_size_is_there_that_arrived_at_another_time() throws IOException {
        try (var proxy = new ImapProxy(server.port(), "MOVE")) {
            // Given
            var before = Instant.now().minusSeconds(600);
            server.deliver("INBOX", MailServer.message("same", "aaa"), new Flags(), before);
            server.deliver("INBOX", MailServer.message("same", "bbb"), new Flags(), Instant.now());

            // When
            reading.start(new Settings(proxy.port()));

            // Then
            eventually(() -> assertThat(server.size("INBOX")).isZero());
            assertThat(server.subjects("Appel.Taken")).containsExactly("same", "same");
        }
    }

    @Test
    void when_the_server_comes_back_reading_goes_on() {
        // Given
        reading.start(new Settings(server.port()));
        eventually(() -> assertThat(reading.state().connected()).isTrue());

        // When
        server.stop();
        eventually(() -> assertThat(reading.state().connected()).isFalse());
        server.start();
        server.deliver("after");

        // Then
        eventually(() -> assertThat(server.subjects("Appel.Taken")).containsExactly("after"));
        assertThat(reading.state().connected()).isTrue();
        assertThat(reading.state().trouble()).isNull();
    }

    @Test
    void nothing_is_judged_before_the_postings_are_known() {
        // Given
        reading.ready.set(false);
        server.deliver("one");
        reading.start(new Settings(server.port()));
        eventually(() -> assertThat(reading.state().trouble()).isEqualTo("postings-not-read"));
        assertThat(reading.judge.seen()).isEmpty();

        // When
        reading.ready.set(true);

        // Then
        eventually(() -> assertThat(server.subjects("Appel.Taken")).containsExactly("one"));
        assertThat(reading.state().trouble()).isNull();
    }

    @Test
    void a_line_of_which_only_this_half_is_there_is_noticed() throws IOException {
        try (var proxy = new ImapProxy(server.port())) {
            // Given
            reading.start(new Settings(proxy.port()).with("poll", "500ms").with("read-timeout", "1s"));
            eventually(() -> assertThat(reading.isDrained("INBOX")).isTrue());

            // When
            proxy.silence();
            server.deliver("behind the silence");

            // Then
            eventually(() -> assertThat(server.subjects("Appel.Taken")).containsExactly("behind the silence"));
        }
    }

    @Test
    void a_message_that_cannot_be_judged_keeps_no_other_waiting_and_is_tried_again() {
        // Given
        Set<String> poison = ConcurrentHashMap.newKeySet();
        poison.add("poison");
        reading.judge.judges(seen -> {
            if (poison.contains(seen.subject())) {
                throw new IllegalArgumentException("this one is not to be judged");
            }
            return Disposition.TAKEN;
        });
        server.deliver("poison");
        server.deliver("good");

        // When
        reading.start(new Settings(server.port()).with("poll", "200ms").with("read-timeout", "300ms"));

        // Then
        eventually(() -> assertThat(server.subjects("Appel.Taken")).containsExactly("good"));
        eventually(() -> assertThat(reading.state().stuck()).isEqualTo(1));
        assertThat(server.subjects("INBOX")).containsExactly("poison");
        poison.clear();
        eventually(() -> assertThat(server.subjects("Appel.Taken")).containsExactly("good", "poison"));
        eventually(() -> assertThat(reading.state().stuck()).isZero());
    }

    @Test
    void a_message_that_can_never_be_judged_is_laid_before_people() {
        // Given
        server.deliver("poison");
        server.deliver("good");
        reading.judge.judges(seen -> {
            if (seen.subject().equals("good")) {
                return Disposition.TAKEN;
            }
            if (seen.message().condition() != Condition.UNREADABLE) {
                throw new IllegalArgumentException("this one is not to be judged");
            }
            return Disposition.SET_ASIDE;
        });

        // When
        reading.start(new Settings(server.port()).with("poll", "200ms").with("read-timeout", "300ms"));

        // Then
        eventually(() -> assertThat(server.subjects("Appel.Set aside")).containsExactly("poison"));
        assertThat(reading.judge.subjects()).filteredOn("poison"::equals).hasSize(11);
        assertThat(reading.judge.seen().getLast().raw()).contains("Bonjour");
    }

    @Test
    void a_fault_of_all_messages_has_twice_as_many_tries_to_be_mended() {
        // Given
        server.deliver("one");
        reading.judge.judges(seen -> {
            if (seen.message().condition() != Condition.UNREADABLE) {
                throw new IllegalArgumentException("none is to be judged");
            }
            return Disposition.SET_ASIDE;
        });

        // When
        reading.start(new Settings(server.port()).with("poll", "200ms").with("read-timeout", "300ms"));

        // Then
        eventually(() -> assertThat(server.subjects("Appel.Set aside")).containsExactly("one"));
        assertThat(reading.judge.seen()).hasSize(21);
    }

    @Test
    void of_a_message_that_the_server_does_not_give_out_the_header_is_laid_before_people() throws IOException {
        try (var proxy = new ImapProxy(server.port())) {
            // Given
            proxy.refuse("BODY.PEEK[]");
            server.deliver("poison");

            // When
            reading.start(new Settings(proxy.port()).with("poll", "200ms").with("read-timeout", "1s"));

            // Then
            eventually(() -> assertThat(server.subjects("INBOX")).isEmpty());
            assertThat(reading.judge.subjects()).containsExactly("poison");
            var seen = reading.judge.seen().getFirst();
            assertThat(seen.message().condition()).isEqualTo(Condition.UNREADABLE);
            assertThat(seen.raw()).doesNotContain("Bonjour");
        }
    }

    @Test
    void a_message_of_which_the_server_gives_out_nothing_is_laid_before_people() throws IOException {
        try (var proxy = new ImapProxy(server.port())) {
            // Given
            proxy.refuse("BODY.PEEK[");
            server.deliver("poison");

            // When
            reading.start(new Settings(proxy.port()).with("poll", "200ms").with("read-timeout", "1s"));

            // Then
            eventually(() -> assertThat(server.subjects("INBOX")).isEmpty());
            assertThat(reading.judge.seen())
                    .extracting(seen -> seen.message().condition(), Judge.Seen::raw)
                    .containsExactly(tuple(Condition.UNREADABLE, ""));
        }
    }

    @Test
    void what_arrived_before_a_message_that_waits_has_been_judged_and_nothing_more_is_said() {
        // Given
        var received = Instant.now().minusSeconds(600).truncatedTo(SECONDS);
        server.deliver("INBOX", MailServer.message("poison", "x"), new Flags(), received);
        reading.judge.judges(seen -> {
            throw new IllegalArgumentException("this one is not to be judged");
        });

        // When
        reading.start(new Settings(server.port()));

        // Then
        eventually(() -> assertThat(reading.isDrained("INBOX")).isTrue());
        assertThat(reading.state().drainedAt()).isEqualTo(received);
        assertThat(reading.state().readAt()).isAfter(received.plusSeconds(300));
    }

    @Test
    void while_our_own_side_is_away_every_message_waits_and_none_is_blamed() {
        // Given
        var away = new AtomicBoolean(true);
        reading.judge.judges(seen -> {
            if (away.get()) {
                throw new UncheckedIOException(new IOException("the database is away"));
            }
            return Disposition.TAKEN;
        });
        server.deliver("one");
        server.deliver("two");

        // When
        reading.start(new Settings(server.port()).with("poll", "200ms").with("read-timeout", "300ms"));

        // Then
        eventually(() -> assertThat(reading.judge.subjects()).hasSizeGreaterThan(6));
        away.set(false);
        eventually(() -> assertThat(server.subjects("Appel.Taken")).containsExactlyInAnyOrder("one", "two"));
    }

    @Test
    void a_message_that_only_seems_to_fail_by_our_own_fault_keeps_no_other_waiting() {
        // Given
        reading.judge.judges(seen -> {
            if (seen.subject().equals("poison")) {
                throw new UncheckedIOException(new IOException("as if the database were away"));
            }
            return Disposition.TAKEN;
        });
        server.deliver("poison");
        server.deliver("good");

        // When
        reading.start(new Settings(server.port()).with("poll", "200ms").with("read-timeout", "300ms"));

        // Then
        eventually(() -> assertThat(reading.judge.subjects())
                .filteredOn("poison"::equals)
                .hasSizeGreaterThan(3));
        assertThat(server.subjects("Appel.Taken")).containsExactly("good");
        eventually(() -> assertThat(reading.state().stuck()).isEqualTo(1));
    }

    @Test
    void what_somebody_has_marked_as_deleted_is_left_alone() {
        // Given
        server.deliver("INBOX", MailServer.message("gone", "x"), deleted(), Instant.now());

        // When
        reading.start(new Settings(server.port()));

        // Then
        eventually(() -> assertThat(reading.isDrained("INBOX")).isTrue());
        assertThat(reading.judge.seen()).isEmpty();
        assertThat(server.size("INBOX")).isEqualTo(1);
    }

    @Test
    void of_two_readers_one_reads_and_the_other_follows_when_it_ends() {
        // Given
        var settings = new Settings(server.port());
        var first = reading.start(settings);
        eventually(() -> assertThat(reading.isDrained("INBOX")).isTrue());
        var follower = new Judge();
        reading.start(settings.build(), "INBOX", follower, Optional.empty(), Optional.empty());

        // When
        server.deliver("to the first");
        eventually(() -> assertThat(server.subjects("Appel.Taken")).containsExactly("to the first"));
        reading.stop(first);
        server.deliver("to the follower");

        // Then
        eventually(() -> assertThat(server.subjects("Appel.Taken")).containsExactly("to the first", "to the follower"));
        assertThat(reading.judge.subjects()).containsExactly("to the first");
        assertThat(follower.subjects()).containsExactly("to the follower");
    }

    @Test
    void a_reader_that_died_is_followed_when_its_lease_has_run_out() {
        // Given
        var dead = UUID.randomUUID();
        assertThat(folders.hold(reading.name, "INBOX", dead, Duration.ofSeconds(3)))
                .isTrue();
        server.deliver("orphan");
        var begun = System.nanoTime();

        // When
        reading.start(new Settings(server.port()));

        // Then
        eventually(() -> assertThat(server.subjects("Appel.Taken")).containsExactly("orphan"));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofSeconds(2));
    }

    @Test
    void a_reader_that_cannot_connect_lets_another_try() {
        // Given
        reading.start(new Settings(Ports.free()));
        eventually(() -> assertThat(reading.state().trouble()).isEqualTo("unreachable"));
        server.deliver("one");

        // When
        reading.start(new Settings(server.port()));

        // Then
        eventually(() -> assertThat(server.subjects("Appel.Taken")).containsExactly("one"));
    }

    @Test
    void a_reader_that_lost_its_lease_lets_go() {
        // Given
        reading.start(new Settings(server.port()));
        eventually(() -> assertThat(reading.isDrained("INBOX")).isTrue());

        // When
        var other = UUID.randomUUID();
        Database.rows("UPDATE mailbox_folder SET holder = '" + other
                + "', held_until = clock_timestamp() + interval '3 seconds' WHERE mailbox = '" + reading.name
                + "' RETURNING 1");
        eventually(
                () -> assertThat(Database.rows("SELECT holder <> '" + other + "' FROM mailbox_folder WHERE mailbox = '"
                                + reading.name + "' AND held_until > clock_timestamp()"))
                        .containsExactly("t"));
        server.deliver("later");

        // Then
        eventually(() -> assertThat(server.subjects("Appel.Taken")).containsExactly("later"));
    }

    @Test
    void several_folders_are_read_each_for_itself() {
        // Given
        server.create("Candidatures.Siège");
        var settings = new Settings(server.port()).with("folders", "INBOX,Candidatures/Siège");
        reading.start(settings);
        reading.start(settings.build(), "Candidatures/Siège", reading.judge, Optional.empty(), Optional.empty());

        // When
        server.deliver("inbox");
        server.deliver("Candidatures.Siège", MailServer.message("office", "x"), new Flags(), Instant.now());

        // Then
        eventually(() -> assertThat(server.subjects("Appel.Taken")).containsExactlyInAnyOrder("inbox", "office"));
        assertThat(reading.judge.seen())
                .extracting(seen -> seen.message().folder())
                .containsExactlyInAnyOrder("INBOX", "Candidatures/Siège");
    }

    @Test
    void a_folder_that_counts_anew_is_read_anew() throws IOException {
        server.create("Candidatures");
        try (var proxy = new ImapProxy(server.port())) {
            // Given
            var settings =
                    new Settings(proxy.port()).with("folders", "Candidatures").build();
            reading.start(settings, "Candidatures", reading.judge, Optional.empty(), Optional.empty());
            server.deliver("Candidatures", MailServer.message("old", "x"), new Flags(), Instant.now());
            eventually(() -> assertThat(server.subjects("Appel.Taken")).containsExactly("old"));
            var before = server.uidValidity("Candidatures");
            // The server takes the second for the name of the numbering.
            eventually(() -> assertThat(Instant.now().getEpochSecond()).isGreaterThan(before + 1));

            // When
            server.delete("Candidatures");
            server.create("Candidatures");
            server.deliver("Candidatures", MailServer.message("new", "x"), new Flags(), Instant.now());
            proxy.cutAll();

            // Then
            eventually(() -> assertThat(server.subjects("Appel.Taken")).containsExactly("old", "new"));
            assertThat(server.uidValidity("Candidatures")).isNotEqualTo(before);
            assertThat(reading.judge.seen().getLast().message().uidValidity())
                    .isEqualTo(server.uidValidity("Candidatures"));
        }
    }

    @Test
    void a_folder_that_is_not_there_is_waited_for() {
        // Given
        var settings =
                new Settings(server.port()).with("folders", "Candidatures").build();
        reading.start(settings, "Candidatures", reading.judge, Optional.empty(), Optional.empty());
        eventually(() -> assertThat(reading.state("Candidatures").trouble()).isEqualTo("no-such-folder"));

        // When
        server.create("Candidatures");
        server.deliver("Candidatures", MailServer.message("one", "x"), new Flags(), Instant.now());

        // Then
        eventually(() -> assertThat(server.subjects("Appel.Taken")).containsExactly("one"));
    }

    @Test
    void a_folder_for_taken_messages_that_somebody_removed_is_made_again() {
        // Given
        reading.start(new Settings(server.port()));
        eventually(() -> assertThat(reading.isDrained("INBOX")).isTrue());

        // When
        server.delete("Appel.Taken");
        server.deliver("one");

        // Then
        eventually(() -> assertThat(server.subjects("Appel.Taken")).containsExactly("one"));
    }

    @Test
    void of_a_message_that_is_too_large_only_the_header_comes() {
        // Given
        server.deliver("INBOX", MailServer.message("large", "x".repeat(20_000)), new Flags(), Instant.now());
        reading.judge.judges(
                seen -> seen.message().condition() == Condition.TOO_LARGE ? Disposition.SET_ASIDE : Disposition.TAKEN);

        // When
        reading.start(new Settings(server.port()).with("largest-message", "10K"));

        // Then
        eventually(() -> assertThat(server.subjects("Appel.Set aside")).containsExactly("large"));
        assertThat(reading.judge.seen().getFirst().raw())
                .contains("Message-ID: ")
                .doesNotContain("xxx");
    }

    @Test
    void a_stop_waits_for_the_message_in_hand_and_takes_no_other() throws Exception {
        // Given
        server.deliver("in hand");
        server.deliver("next");
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        reading.judge.judges(seen -> {
            begun.countDown();
            await(goOn);
            return Disposition.TAKEN;
        });
        var reader = reading.start(new Settings(server.port()));
        await(begun);

        // When
        reader.askToStop();
        goOn.countDown();
        reader.awaitEnd(Duration.ofSeconds(10));

        // Then
        assertThat(server.subjects("Appel.Taken")).containsExactly("in hand");
        assertThat(server.subjects("INBOX")).containsExactly("next");
        assertThat(reading.judge.subjects()).containsExactly("in hand");
        assertThat(reading.state().connected()).isFalse();
    }

    @Test
    void a_stop_is_quick_while_nothing_is_in_hand() throws Exception {
        // Given
        var reader = reading.start(new Settings(server.port()).with("poll", "10m"));
        eventually(() -> assertThat(reading.isDrained("INBOX")).isTrue());

        // When
        var begun = System.nanoTime();
        reader.askToStop();
        reader.awaitEnd(Duration.ofSeconds(10));

        // Then
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
        assertThat(folders.hold(reading.name, "INBOX", UUID.randomUUID(), Duration.ofSeconds(1)))
                .isTrue();
    }

    private static Flags deleted() {
        return new Flags(Flags.Flag.DELETED);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void eventually(ThrowingRunnable condition) {
        // The server's threads complain about lines that are cut here on purpose.
        Awaitility.await()
                .dontCatchUncaughtExceptions()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(condition);
    }
}
