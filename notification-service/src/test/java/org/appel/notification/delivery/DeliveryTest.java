package org.appel.notification.delivery;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.appel.launcher.embedded.ReceivedMail;
import org.appel.notification.RunningService;
import org.appel.notification.config.DeliveryConfig;
import org.appel.notification.delivery.Story.Person;
import org.appel.notification.model.Attempt;
import org.appel.notification.model.Decision;
import org.appel.notification.model.Delivered;
import org.appel.notification.model.Dependency;
import org.appel.notification.model.Kind;
import org.appel.notification.model.Language;
import org.appel.notification.model.MessageId;
import org.appel.notification.model.NotificationId;
import org.appel.notification.model.OwedMail;
import org.appel.testing.Contracts;
import org.appel.testing.Infrastructure;
import org.appel.testing.Topics;

import static org.appel.notification.NotificationFixtures.EVENT;
import static org.appel.notification.NotificationFixtures.POSTING;
import static org.appel.notification.NotificationFixtures.aFirstApplication;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@RunningService
class DeliveryTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @ConfigProperty(name = "test.applications-port")
    int applicationsPort;

    @ConfigProperty(name = "test.postings-port")
    int postingsPort;

    private final Settlement settlement;
    private final Sender sender;
    private final Outages outages;
    private final Doorbell bell;
    private final DeliveryConfig config;

    private Neighbours applications;
    private Neighbours postings;
    private Story story;

    DeliveryTest(Settlement settlement, Sender sender, Outages outages, Doorbell bell, DeliveryConfig config) {
        this.settlement = settlement;
        this.sender = sender;
        this.outages = outages;
        this.bell = bell;
        this.config = config;
    }

    @BeforeEach
    void neighbours() {
        applications = new Neighbours(applicationsPort);
        postings = new Neighbours(postingsPort);
        story = Story.begin(applications, postings);
    }

    @AfterEach
    void quiet() {
        applications.stop();
        postings.stop();
        Story.update("DELETE FROM notification WHERE state IN ('waiting', 'sending')");
    }

    @Test
    void an_application_is_acknowledged_and_told_to_hr() {
        // Given
        var person = story.person("Amel Ben Salah");

        // When
        var event = story.applies(person, 1);

        // Then
        var mail = theOnlyMailTo(person.address());
        assertThat(mail.messageId()).isEqualTo("<" + event + ".acknowledgement@appel.example>");
        assertThat(mail.subject()).isEqualTo("Candidature reçue\u00a0: Juriste");
        assertThat(mail.from()).isEqualTo("no-reply@appel.example");
        assertThat(mail.headers())
                .containsEntry("Auto-Submitted", "auto-generated")
                .containsEntry("X-Auto-Response-Suppress", "All")
                .containsEntry("Content-Language", "fr")
                .containsKey("Date")
                .hasEntrySatisfying("Return-Path", path -> assertThat(path).contains("bounces@appel.example"))
                .hasEntrySatisfying("Reply-To", to -> assertThat(to).contains("postuler@essai.example"));
        assertThat(mail.text()).contains("Bonjour Amel Ben Salah,").contains("CV (CV.pdf)");
        assertThat(mail.html()).contains("<html lang=\"fr\">").contains("Bonjour Amel Ben Salah,");
        var notice = theOnlyMailTo(story.hrAddress);
        assertThat(notice.text())
                .contains("https://hr.example/applications/" + person.application())
                .doesNotContain("Amel")
                .doesNotContain(person.address());
    }

    @Test
    void each_sending_is_told_by_an_event_that_keeps_its_contract() {
        // Given
        var person = story.person("Amel");

        // When
        story.applies(person, 1);

        // Then
        await().atMost(SOON).until(() -> story.told("NotificationSent").size() == 2);
        assertThat(story.told("NotificationSent")).allSatisfy(told -> {
            assertThat(told.key()).isEqualTo(person.application().toString());
            Contracts.assertValid("org.appel.NotificationSent.v1", Topics.text(told));
        });
        assertThat(story.rows()).allSatisfy(row -> assertThat(row)
                .containsEntry("state", "sent")
                .containsEntry("attempts", 1)
                .containsEntry("last_problem", null));
    }

    @Test
    void an_event_that_comes_three_times_makes_one_mail() {
        // Given
        var person = story.person("Amel");
        var event = story.applies(person, 1);
        var other = story.person("Bruno");

        // When
        story.applies(person, 1, event);
        story.applies(person, 1, event);
        story.applies(other, 1);

        // Then
        theOnlyMailTo(other.address());
        theOnlyMailTo(person.address());
        assertThat(story.rows()).hasSize(4);
    }

    @Test
    void an_update_is_acknowledged_as_one_and_keeps_its_number() {
        // Given
        var first = story.person("Amel");
        var second = story.person("Bruno");
        story.applies(first, 1);
        await().atMost(SOON).until(() -> story.states("hr-notice").equals(List.of("sent")));
        story.applies(second, 1);
        await().atMost(SOON).until(() -> story.states("hr-notice").equals(List.of("sent", "sent")));
        story.isKnown(first, 2);

        // When
        story.applies(first, 2);

        // Then
        await().atMost(SOON).until(() -> mailsTo(first.address()).size() == 2);
        assertThat(mailsTo(first.address()).getLast().subject()).startsWith("Candidature mise à jour");
        await().atMost(SOON).until(() -> mailsTo(story.hrAddress).size() == 3);
        assertThat(mailsTo(story.hrAddress).stream().map(ReceivedMail::subject))
                .containsExactlyInAnyOrder(
                        "Candidature n°\u00a01\u00a0: Juriste",
                        "Candidature n°\u00a02\u00a0: Juriste",
                        "Candidature n°\u00a01 mise à jour\u00a0: Juriste");
    }

    @Test
    void the_summary_counts_the_acknowledgements_too() {
        // Given
        story.applies(story.person("Amel"), 1);
        await().atMost(SOON).until(() -> story.states("acknowledgement").equals(List.of("sent")));
        await().atMost(SOON).until(() -> story.states("hr-notice").equals(List.of("sent")));
        Infrastructure.mail().clear();

        // When
        story.intakeCloses(3);

        // Then
        var summary = theOnlyMailTo(story.hrAddress);
        assertThat(summary.subject()).isEqualTo("Délai passé, 3\u00a0candidatures\u00a0: Juriste");
        assertThat(summary.text())
                .contains("Total\u00a0: 4")
                .contains("Envoyés\u00a0: 1")
                .contains("Encore à envoyer\u00a0: 2");
        var told = Topics.await(
                "notifications",
                record -> Topics.text(record).contains("hr-summary")
                        && record.key().equals(story.posting.toString()));
        Contracts.assertValid("org.appel.NotificationSent.v1", Topics.text(told));
    }

    @Test
    void while_the_mail_server_is_down_mails_wait_and_then_go_out_once() {
        // Given
        Infrastructure.mail().stop();
        var people =
                IntStream.range(0, 20).mapToObj(i -> story.person("Personne")).toList();
        people.forEach(person -> story.applies(person, 1));
        await().atMost(SOON).until(() -> story.rows().size() == 40 && outages.since(Dependency.MAIL_SERVER) != null);

        // When
        Infrastructure.mail().start();

        // Then
        await().atMost(SOON).until(() -> story.rows().stream().allMatch(row -> "sent".equals(row.get("state"))));
        assertThat(people)
                .allSatisfy(person -> assertThat(mailsTo(person.address())).hasSize(1));
        assertThat(story.rows())
                .allSatisfy(row -> assertThat(row).containsEntry("attempts", 1).containsEntry("refused_since", null));
    }

    @Test
    void while_the_applications_service_is_away_the_acknowledgement_waits_and_hr_is_told() {
        // Given
        applications.stop();
        var person = story.person("Amel");
        story.applies(person, 1);
        await().atMost(SOON).until(() -> story.states("hr-notice").equals(List.of("sent")));
        assertThat(story.states("acknowledgement")).isNotEqualTo(List.of("sent"));

        // When
        applications.start();

        // Then
        theOnlyMailTo(person.address());
    }

    @Test
    void answers_of_a_service_in_trouble_do_not_count_against_the_mail() {
        // Given
        var person = story.person("Amel");
        for (int status : new int[] {401, 500, 503}) {
            applications.answerAll(status);
            int before = applications.questions();
            if (status == 401) {
                story.applies(person, 1);
            }
            await().atMost(SOON).until(() -> applications.questions() > before + 2);
        }

        // When
        applications.answerAll(0);

        // Then
        theOnlyMailTo(person.address());
        await().atMost(SOON).until(() -> story.states("acknowledgement").equals(List.of("sent")));
        assertThat(story.rows("acknowledgement").getFirst())
                .containsEntry("attempts", 1)
                .containsEntry("refusals", 0);
    }

    @Test
    void an_erased_recipient_gets_nothing_and_that_is_told() {
        // Given
        var person = story.person("Amel");
        story.isErased(person);

        // When
        story.applies(person, 1);

        // Then
        await().atMost(SOON).until(() -> story.states("acknowledgement").equals(List.of("suppressed")));
        await().atMost(SOON).until(() -> story.told("NotificationFailed").size() == 1);
        var told = Topics.text(story.told("NotificationFailed").getFirst());
        Contracts.assertValid("org.appel.NotificationFailed.v1", told);
        assertThat(told).contains("\"reason\":\"recipient-erased\"");
        assertThat(mailsTo(person.address())).isEmpty();
    }

    @Test
    void erasure_takes_the_queued_mails_of_the_application_out() {
        // Given
        Infrastructure.mail().stop();
        var person = story.person("Amel");
        story.applies(person, 1);
        await().atMost(SOON).until(() -> story.rows().size() == 2);

        // When
        story.eraseEvent(person);

        // Then
        await().atMost(SOON).until(() -> story.rows().stream().allMatch(row -> "suppressed".equals(row.get("state"))));
        await().atMost(SOON).until(() -> story.told("NotificationFailed").size() == 2);
        Infrastructure.mail().start();
        story.applies(story.person("Bruno"), 1);
        await().atMost(SOON).until(() -> mailsTo(story.hrAddress).size() == 1);
        assertThat(mailsTo(person.address())).isEmpty();
    }

    @Test
    void a_sender_that_died_after_the_mail_had_left_causes_one_copy_with_the_same_message_id() {
        // Given
        var person = story.person("Amel");
        story.applies(person, 1);
        theOnlyMailTo(person.address());
        await().atMost(SOON).until(() -> story.states("acknowledgement").equals(List.of("sent")));

        // When: what a crash between the end of DATA and the commit leaves behind
        Story.update(
                "UPDATE notification SET state = 'sending', sent_at = NULL, lease_until = appel_now() - interval '1 s'"
                        + " WHERE kind = 'acknowledgement' AND posting_id = '" + story.posting + "'");

        // Then
        await().atMost(SOON).until(() -> mailsTo(person.address()).size() == 2);
        await().atMost(SOON).until(() -> story.states("acknowledgement").equals(List.of("sent")));
        assertThat(mailsTo(person.address()).stream()
                        .map(ReceivedMail::messageId)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void a_sender_that_wakes_after_its_lease_changes_nothing() {
        // Given
        story.applies(story.person("Amel"), 1);
        await().atMost(SOON).until(() -> story.states("acknowledgement").equals(List.of("sent")));
        var row = story.rows("acknowledgement").getFirst();
        var frozen = frozenAt((UUID) row.get("id"), (int) row.get("claims"));
        Story.update("UPDATE notification SET state = 'sending', claims = claims + 1,"
                + " lease_until = appel_now() + interval '1 hour' WHERE id = '" + row.get("id") + "'");

        // When
        var settled = settlement.settle(frozen, new Decision.Sent(Language.FR, null));

        // Then
        assertThat(settled).isEmpty();
        assertThat(story.states("acknowledgement")).containsExactly("sending");
        assertThat(settlement.settle(
                        frozenAt((UUID) row.get("id"), frozen.claim() + 1), new Decision.Sent(Language.FR, null)))
                .isPresent();
    }

    @Test
    void three_senders_on_one_queue_send_each_mail_once() throws InterruptedException {
        // Given
        var others = List.of(another(), another());
        var people = new ArrayList<Person>();
        for (int i = 0; i < 100; i++) {
            people.add(story.person("Personne"));
        }

        // When
        others.forEach(Dispatcher::start);
        people.forEach(person -> story.applies(person, 1));

        // Then
        await().atMost(Duration.ofSeconds(60))
                .until(() -> story.rows().stream()
                                .filter(row -> "sent".equals(row.get("state")))
                                .count()
                        == 200);
        for (Dispatcher other : others) {
            other.stop(Duration.ofSeconds(5));
        }
        assertThat(Infrastructure.mail().messages()).hasSize(200);
        assertThat(Infrastructure.mail().messages().stream()
                        .map(ReceivedMail::messageId)
                        .distinct())
                .hasSize(200);
    }

    @Test
    void in_a_rush_no_more_mails_leave_in_a_second_than_is_set_and_all_leave() {
        // Given
        var first = story.person("Personne");
        story.applies(first, 1);
        await().atMost(SOON).until(() -> story.states("acknowledgement").equals(List.of("sent")));
        var rush = Story.begin(applications, postings);

        // When
        IntStream.range(0, 40).forEach(_ -> rush.applies(rush.person("Personne"), 1));

        // Then
        await().atMost(SOON)
                .until(() -> rush.states("acknowledgement").stream().allMatch("sent"::equals)
                        && rush.states("hr-notice").stream()
                                        .filter("sent"::equals)
                                        .count()
                                == 40);
        var sentAt = rush.rows().stream()
                .map(row -> ((Timestamp) row.get("sent_at")).toInstant())
                .sorted()
                .toList();
        assertThat(Duration.between(sentAt.getFirst(), sentAt.getLast()))
                .isGreaterThan(Duration.ofMillis(900L * sentAt.size() / config.perSecond()));
    }

    @Test
    void a_posting_that_is_not_known_yet_is_waited_for() {
        // Given
        var unknown = Story.begin(applications, postings);
        var person = unknown.person("Amel");
        await().pollDelay(Duration.ofMillis(500))
                .atMost(SOON)
                .until(() -> Story.query("SELECT 1 FROM known_posting WHERE id = '" + unknown.posting + "'")
                                .size()
                        == 1);
        Story.update("DELETE FROM known_posting WHERE id = '" + unknown.posting + "'");
        unknown.applies(person, 1);
        await().atMost(SOON).until(() -> unknown.rows().stream()
                .anyMatch(row -> "posting-unknown".equals(row.get("last_problem"))));

        // When
        unknown.publish();

        // Then
        theOnlyMailTo(person.address());
    }

    @Test
    void nothing_personal_is_in_the_tables_or_on_the_topic() {
        // Given
        var person = story.person("Zenobia Unverwechselbar");

        // When
        story.applies(person, 1);

        // Then
        theOnlyMailTo(person.address());
        await().atMost(SOON).until(() -> story.told("NotificationSent").size() == 2);
        var tables = Story.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'");
        assertThat(tables).isNotEmpty().allSatisfy(table -> assertThat(
                        Story.query("SELECT t::text FROM " + table.get("tablename") + " t")
                                .toString())
                .doesNotContain("Zenobia", "Unverwechselbar", person.address(), "CV.pdf", story.hrAddress));
        assertThat(Topics.read("notifications"))
                .noneMatch(told -> Topics.text(told).contains("Zenobia")
                        || Topics.text(told).contains("@"));
    }

    @Test
    void an_event_without_a_usable_id_is_a_dead_letter_and_the_next_one_is_handled() {
        // Given
        var person = story.person("Amel");
        story.applies(person, 1, "no uuid " + UUID.randomUUID());
        var other = story.person("Bruno");

        // When
        story.applies(other, 1);

        // Then
        theOnlyMailTo(other.address());
        await().atMost(SOON).until(() -> Topics.read("notification-service.dead-letters").stream()
                .anyMatch(letter ->
                        Topics.text(letter).contains(person.application().toString())));
        assertThat(mailsTo(person.address())).isEmpty();
    }

    private static Attempt frozenAt(UUID notification, int claim) {
        var mail = new OwedMail(
                new NotificationId(notification), Kind.ACKNOWLEDGEMENT, EVENT, POSTING, "omct", aFirstApplication());
        return new Attempt(
                mail, MessageId.of(EVENT, mail.kind(), "appel.example"), claim, false, 0, 0, null, Delivered.NONE);
    }

    private Dispatcher another() {
        return new Dispatcher(settlement, sender, outages, bell, config);
    }

    private static ReceivedMail theOnlyMailTo(String address) {
        await().atMost(SOON).until(() -> !mailsTo(address).isEmpty());
        assertThat(mailsTo(address)).hasSize(1);
        return mailsTo(address).getFirst();
    }

    private static List<ReceivedMail> mailsTo(String address) {
        return Infrastructure.mail().messagesTo(address);
    }
}
