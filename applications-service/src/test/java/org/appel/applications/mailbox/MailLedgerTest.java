package org.appel.applications.mailbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.appel.applications.Client;
import org.appel.applications.Database;
import org.appel.applications.Form;
import org.appel.applications.mailbox.imap.MessageHandler.Disposition;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;

import static org.appel.applications.mailbox.Postbox.application;
import static org.assertj.core.api.Assertions.assertThat;

/** The books balance, whatever comes; and where they do not, it shows. */
@QuarkusTest
@RealInfrastructure
@TestProfile(ManyMailboxes.class)
class MailLedgerTest {
    private static final Instant DEADLINE = Instant.parse("2025-08-03T22:00:00Z");
    private static final String CLOSED = "Comptable du bureau de Tunis";
    private static final int MAILS = 300;
    private static final int REPEATED = 30;
    private static final int AT_ONCE = 4;

    @Inject
    MailIntake intake;

    private final List<Someone> people = new ArrayList<>();
    private final List<Eml> sent = new ArrayList<>();
    private Postbox box;

    @BeforeEach
    void openTheMailbox() {
        box = new Postbox(intake);
    }

    @Test
    void the_books_balance_after_a_random_mix_by_several_readers_at_once() throws Exception {
        // Given
        var posting = box.posting();
        var closed = box.open(box.aPosting(CLOSED).closing(DEADLINE));
        var random = new Random(7);
        var deliveries = new ArrayList<Callable<Disposition>>();
        for (int i = 0; i < MAILS; i++) {
            var mail = some(random);
            var uid = Postbox.freshUid();
            deliveries.add(() -> box.receive(mail, uid));
            if (i % (MAILS / REPEATED) == 0) {
                // The same message by two readers at once.
                deliveries.add(() -> box.receive(mail, uid));
            }
        }
        Collections.shuffle(deliveries, random);

        // When
        try (var readers = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var delivery : readers.invokeAll(deliveries)) {
                delivery.get();
            }
        }
        sortSome();

        // Then
        var ledger = box.ledger();
        assertThat(ledger.path("arrived").asInt()).isEqualTo(MAILS);
        assertThat(ledger.path("balanced").asBoolean()).as(ledger.toString()).isTrue();
        assertThat(ledger.path("accepted").asInt()).isPositive();
        assertThat(ledger.path("updated").asInt()).isPositive();
        assertThat(ledger.path("duplicate").asInt()).isPositive();
        assertThat(ledger.path("unsorted").asInt()).isPositive();
        assertThat(ledger.path("automatic").asInt()).isPositive();
        assertThat(box.ledger(posting).path("balanced").asBoolean()).isTrue();
        assertThat(box.ledger(closed).path("balanced").asBoolean()).isTrue();
        var all = Client.get("/ledgers?organisation=" + box.name(), box.hr()).json();
        assertThat(all.path("balanced").asBoolean()).isTrue();
        assertThat(all.path("postings")).hasSize(2);
        assertThat(all.path("mailboxes").path(0)).isEqualTo(box.ledger());
    }

    @Test
    void a_line_a_mail_or_an_application_that_is_missing_shows() {
        // Given
        var posting = box.posting();
        box.receive(application(Someone.unique()));
        var id = box.last().path("id").asText();

        // When
        Database.update("UPDATE arrival SET outcome = 'duplicate' WHERE message_id = '" + id + "'");

        // Then
        assertThat(box.ledger().path("balanced").asBoolean()).isFalse();
        assertThat(box.ledger(posting).path("balanced").asBoolean()).isFalse();
        assertThat(Client.get("/ledgers?organisation=" + box.name(), box.hr())
                        .json()
                        .path("balanced")
                        .asBoolean())
                .isFalse();

        Database.update("UPDATE arrival SET outcome = 'accepted' WHERE message_id = '" + id + "'");
        assertThat(box.ledger().path("balanced").asBoolean()).isTrue();
    }

    @Test
    void an_acknowledgement_that_is_never_heard_of_shows_after_its_time() {
        // Given
        var posting = box.posting();
        box.receive(application(Someone.unique()));
        var judged = "UPDATE message SET judged_at = appel_now() - interval '%s' WHERE mailbox = '" + box.name() + "'";

        // When
        Database.update(judged.formatted("4 days - 1 minute"));
        var before = box.ledger();
        Database.update(judged.formatted("4 days 1 minute"));

        // Then
        assertThat(before.path("answers").path("pending").asInt()).isEqualTo(1);
        assertThat(before.path("balanced").asBoolean()).isTrue();
        assertThat(box.ledger().path("balanced").asBoolean()).isFalse();
        assertThat(box.ledger(posting).path("balanced").asBoolean()).isFalse();
        assertThat(Instant.parse(box.ledger(posting)
                        .path("acknowledgements")
                        .path("pendingSince")
                        .asText()))
                .isBefore(Instant.now().minus(Duration.ofDays(4)));

        Database.update("""
                INSERT INTO acknowledgement (application_id, revision, posting_id, sent, told_at)
                SELECT application_id, revision, posting_id, true, now() FROM message WHERE mailbox = '%s'""".formatted(box.name()));
        assertThat(box.ledger().path("balanced").asBoolean()).isTrue();
        assertThat(box.ledger(posting).path("balanced").asBoolean()).isTrue();
    }

    @Test
    void an_answer_to_a_refused_mail_that_is_never_heard_of_shows_after_its_time() {
        // Given
        var closed = box.open(box.aPosting(CLOSED).closing(DEADLINE));
        box.receive(application(Someone.unique()).subject(CLOSED));

        // When
        Database.update(
                "UPDATE message SET judged_at = judged_at - interval '5 days' WHERE mailbox = '" + box.name() + "'");

        // Then
        assertThat(box.ledger(closed).path("refused").path("deadline-passed").asInt())
                .isEqualTo(1);
        assertThat(box.ledger(closed).path("balanced").asBoolean()).isFalse();
        assertThat(box.ledger().path("balanced").asBoolean()).isFalse();
    }

    @Test
    void the_same_message_by_two_readers_at_once_has_one_line_and_one_disposition() throws Exception {
        // Given
        var posting = box.posting();
        var mail = application(Someone.unique());
        var uid = Postbox.freshUid();

        // When
        List<Disposition> dispositions;
        try (var both = Executors.newFixedThreadPool(2)) {
            var one = both.submit(() -> box.receive(mail, uid));
            var other = both.submit(() -> box.receive(mail, uid));
            dispositions = List.of(one.get(), other.get());
        }

        // Then
        assertThat(dispositions).containsOnly(Disposition.TAKEN);
        assertThat(box.ledger().path("arrived").asInt()).isEqualTo(1);
        assertThat(box.applications(posting)).hasSize(1);
    }

    @Test
    void by_two_doors_at_once_one_person_has_one_application() throws Exception {
        // Given
        var posting = box.posting();
        var people = Stream.generate(Someone::unique).limit(20).toList();
        var arrivals = new ArrayList<Callable<Object>>();
        people.forEach(someone -> {
            arrivals.add(() -> box.receive(application(someone)));
            arrivals.add(() -> Client.apply(posting, Form.of(someone.name(), someone.address())));
        });

        // When
        try (var doors = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var arrival : doors.invokeAll(arrivals)) {
                arrival.get();
            }
        }

        // Then
        assertThat(box.applications(posting)).hasSize(people.size());
        assertThat(box.ledger(posting).path("accepted").asInt()).isEqualTo(people.size());
        assertThat(box.ledger(posting).path("updated").asInt()).isEqualTo(people.size());
        assertThat(box.ledger(posting).path("balanced").asBoolean()).isTrue();
    }

    @Test
    void the_mailboxes_are_listed_to_their_organisation_and_to_ops() {
        // When
        var mine = Client.get("/mailboxes", box.hr()).json().path("items");
        var all = Client.get("/mailboxes", Tokens.ops()).json().path("items");

        // Then
        assertThat(mine).hasSize(1);
        assertThat(mine.path(0).path("name").asText()).isEqualTo(box.name());
        assertThat(all).hasSize(ManyMailboxes.NUMBER);
    }

    private Eml some(Random random) {
        var mail = random.nextInt(10) == 0 && !sent.isEmpty() ? sent.get(random.nextInt(sent.size())) : fresh(random);
        sent.add(mail);
        return mail;
    }

    private Eml fresh(Random random) {
        var someone = random.nextInt(4) == 0 && !people.isEmpty()
                ? people.get(random.nextInt(people.size()))
                : Someone.unique();
        people.add(someone);
        var mail = application(someone, "CV " + random.nextInt(3));
        return switch (random.nextInt(8)) {
            case 0 -> mail.subject("Ma candidature");
            case 1 -> mail.subject(CLOSED);
            case 2 -> mail.header("Auto-Submitted: auto-replied");
            case 3 ->
                Eml.from("Collègue", "collegue@" + box.name() + ".example")
                        .subject("TR")
                        .passingOn(mail);
            case 4 -> mail.returnPath("<relay" + random.nextInt(5) + "@elsewhere.example>");
            default -> mail;
        };
    }

    private void sortSome() {
        var items = box.unsorted();
        for (int i = 0; i < 10 && i < items.size(); i++) {
            var path = "/mailbox/unsorted/" + items.path(i).path("id").asText();
            switch (i % 2) {
                case 0 -> Client.delete(path, box.hr());
                default -> Client.post(path + "/answer", box.hr(), "{\"reason\": \"unknown-vacancy\"}");
            }
        }
    }
}
