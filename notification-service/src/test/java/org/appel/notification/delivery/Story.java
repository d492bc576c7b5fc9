package org.appel.notification.delivery;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

import org.appel.testing.Infrastructure;
import org.appel.testing.Topics;

/** What happens in one test: a posting of its own, people who apply to it, and what can be seen of it afterwards. */
final class Story {

    final UUID posting = UUID.randomUUID();
    final String organisation;
    final String hrAddress;
    private final Neighbours applications;

    private Story(Neighbours applications, String organisation) {
        this.applications = applications;
        this.organisation = organisation;
        this.hrAddress = "recrutement@" + organisation + ".example";
    }

    /** A published posting of an organisation that nobody else has. */
    static Story begin(Neighbours applications, Neighbours postings) {
        var story =
                new Story(applications, "org-" + UUID.randomUUID().toString().substring(0, 8));
        postings.put("/organisations/" + story.organisation + "/contacts", 200, """
                {"organisation": "%s", "name": "Essai", "hrAddresses": ["%s"], "language": "fr"}""".formatted(
                        story.organisation, story.hrAddress));
        story.publish();
        return story;
    }

    void publish() {
        Topics.sendEvent(
                "postings", posting.toString(), "org.appel.PostingPublished.v1", """
                {"postingId": "%s", "version": 1, "deadlineVersion": 1, "organisation": "%s",
                 "organisationName": "Organisation d’essai", "reference": "ESSAI-1", "originalLanguage": "fr",
                 "texts": {"fr": {"title": "Juriste", "sections": []}, "en": {"title": "Lawyer", "sections": []}},
                 "deadline": {"date": "2099-08-03", "time": null, "zone": "Europe/Brussels", "wording": null},
                 "closesAt": "2099-08-03T22:00:00Z",
                 "apply": {"api": true, "email": {"address": "postuler@essai.example", "subject": null}, "url": null,
                           "documents": []},
                 "selection": ["written-test"], "publishedAt": "2025-07-09T07:00:00Z"}""".formatted(posting, organisation));
    }

    /** A person whom the applications-service knows. */
    Person person(String name) {
        return person(name, "personne-" + UUID.randomUUID() + "@candidats.example");
    }

    Person person(String name, String address) {
        var person = new Person(UUID.randomUUID(), name, address);
        isKnown(person, 1);
        return person;
    }

    record Person(UUID application, String name, String address) {}

    void isKnown(Person person, int revision) {
        applications.put(
                path(person), 200, """
                {"applicationId": "%s", "postingId": "%s", "name": "%s", "email": "%s", "language": "fr",
                 "documents": [{"kind": "cv", "name": "CV.pdf"}], "stage": "received",
                 "receivedAt": "2025-07-21T14:03:27Z", "revision": %d}""".formatted(person.application, posting, person.name, person.address, revision));
    }

    void isErased(Person person) {
        applications.put(path(person), 410, "{}");
    }

    private static String path(Person person) {
        return "/applications/" + person.application + "/recipient";
    }

    /** The person applies; returns the event's id. */
    String applies(Person person, int revision) {
        var id = UUID.randomUUID().toString();
        applies(person, revision, id);
        return id;
    }

    void applies(Person person, int revision, String eventId) {
        Topics.sendEvent(
                "applications",
                person.application.toString(),
                "org.appel.ApplicationReceived.v1",
                eventId,
                """
                {"applicationId": "%s", "postingId": "%s", "organisation": "%s", "language": "fr", "door": "api",
                 "revision": %d, "receivedAt": "2025-07-21T14:03:27Z"}""".formatted(person.application, posting, organisation, revision));
    }

    /** The person applies by mail; {@code unanswered} is null if that is to be acknowledged. */
    String appliesByMail(Person person, int revision, @Nullable String unanswered) {
        return tell("applications", person.application.toString(), "ApplicationReceived", """
                {"applicationId": "%s", "postingId": "%s", "organisation": "%s", "language": "fr", "door": "mail",
                 "revision": %d, "receivedAt": "2025-07-21T14:03:27Z"%s}""".formatted(
                        person.application,
                        posting,
                        organisation,
                        revision,
                        unanswered == null ? "" : ", \"unanswered\": \"" + unanswered + "\""));
    }

    /** What the applications-service says of the person at the moment of sending. */
    void isKnownAs(Person person, String json) {
        applications.put(path(person), 200, json.formatted(person.address));
    }

    /** A mail that became no application; returns the event's id. */
    String declines(UUID message, @Nullable UUID of, String reason) {
        return tell("applications", message.toString(), "MessageDeclined", """
                {"messageId": "%s", "organisation": "%s", "postingId": %s, "reason": "%s", "language": "fr",
                 "receivedAt": "2025-07-21T14:03:27Z"}""".formatted(
                        message, organisation, of == null ? "null" : "\"" + of + "\"", reason));
    }

    /** What the applications-service says of the sender of that mail. */
    void isSentBy(UUID message, int status, String json) {
        applications.put("/mailbox/messages/" + message + "/recipient", status, json);
    }

    /** One of the other events about a person's application; {@code more} are its last fields. */
    void tells(Person person, String type, String more) {
        tell("applications", person.application.toString(), type, """
                {"applicationId": "%s", "postingId": "%s", "organisation": "%s", "language": "fr", %s}""".formatted(
                        person.application, posting, organisation, more));
    }

    private static String tell(String topic, String key, String type, String json) {
        return Topics.sendEvent(topic, key, "org.appel." + type + ".v1", json);
    }

    /** The row of the answer to that mail. */
    Map<String, Object> answerTo(UUID message) {
        var rows = query("SELECT * FROM notification WHERE incoming_id = '" + message + "'");
        return rows.isEmpty() ? Map.of() : rows.getFirst();
    }

    /** What topic {@code notifications} says of the answer to that mail. */
    static List<ConsumerRecord<String, byte[]>> toldOf(UUID message) {
        return Topics.read("notifications").stream()
                .filter(told -> message.toString().equals(told.key()))
                .toList();
    }

    void eraseEvent(Person person) {
        Topics.sendEvent("applications", person.application.toString(), "org.appel.ApplicationErased.v1", """
                {"applicationId": "%s", "postingId": "%s", "organisation": "%s", "erasedAt": "2025-07-22T00:00:00Z"}""".formatted(
                        person.application, posting, organisation));
    }

    void intakeCloses(int accepted) {
        Topics.sendEvent("applications", posting.toString(), "org.appel.IntakeClosed.v1", """
                {"postingId": "%s", "organisation": "%s", "deadlineVersion": 1, "closesAt": "2099-08-03T22:00:00Z",
                 "closedAt": "2099-08-03T22:01:01Z", "applications": %d,
                 "counts": {"arrived": %d, "accepted": %d, "updated": 0, "duplicate": 0,
                            "refused": {"deadline-passed": 1}, "unsorted": 0}}""".formatted(
                        posting, organisation, accepted, accepted + 1, accepted));
    }

    /** This story's rows of the queue, in the order of their making. */
    List<Map<String, Object>> rows() {
        return query("SELECT * FROM notification WHERE posting_id = '" + posting + "' ORDER BY id");
    }

    List<Map<String, Object>> rows(String kind) {
        return rows().stream().filter(row -> kind.equals(row.get("kind"))).toList();
    }

    List<Object> states(String kind) {
        return rows(kind).stream().map(row -> row.get("state")).toList();
    }

    /** What topic {@code notifications} says of this story. */
    List<ConsumerRecord<String, byte[]>> told(String type) {
        return Topics.read("notifications").stream()
                .filter(told -> Topics.type(told).equals("org.appel." + type + ".v1"))
                .filter(told -> Topics.text(told).contains(posting.toString()))
                .toList();
    }

    static List<Map<String, Object>> query(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            var rows = new ArrayList<Map<String, Object>>();
            while (found.next()) {
                var row = new LinkedHashMap<String, Object>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.put(found.getMetaData().getColumnName(i), found.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void update(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                Infrastructure.jdbcUrl(), Infrastructure.databaseUser(), Infrastructure.databasePassword());
    }
}
