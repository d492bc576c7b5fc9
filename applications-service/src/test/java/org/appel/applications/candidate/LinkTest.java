package org.appel.applications.candidate;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.stream.Stream;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.appel.applications.Candidate;
import org.appel.applications.Client;
import org.appel.applications.Database;
import org.appel.applications.Form;
import org.appel.testing.Contracts;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;
import org.appel.testing.Topics;

import static org.appel.applications.PostingFixture.anOpenPosting;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@RealInfrastructure
class LinkTest {
    private static final Map<Class<? extends Annotation>, String> METHODS =
            Map.of(GET.class, "GET", POST.class, "POST", PUT.class, "PUT", DELETE.class, "DELETE");

    /** The two ways to ask for a new link, which everybody may. */
    private static final List<String> FOR_EVERYBODY = List.of("POST /link", "POST /page/link");

    @AfterEach
    void the_clock_is_right_again() {
        shiftClock("0");
    }

    @Test
    void the_link_opens_the_one_application() {
        // Given
        var candidate = somebody();

        // When
        var answer = candidate.get("");

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.id()).isEqualTo(candidate.id());
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void a_token_that_was_changed_anywhere_opens_nothing() {
        // Given
        var candidate = somebody();
        var token = candidate.token();

        // When
        var changed = Stream.concat(
                java.util.stream.IntStream.range(0, token.length()).mapToObj(i -> changedAt(token, i)),
                Stream.of(
                        "",
                        ".",
                        token.substring(0, token.indexOf('.')),
                        token.substring(token.indexOf('.')),
                        "0" + token,
                        "9" + token,
                        token + "=",
                        token + "A",
                        token.replace('.', ' '),
                        token.substring(0, token.length() - 1)));

        // Then
        assertThat(changed).allSatisfy(wrong -> assertThat(
                        new Candidate(candidate.id(), wrong).get("").status())
                .as(wrong)
                .isEqualTo(401));
    }

    @Test
    void a_token_opens_no_other_application() {
        // Given
        var posting = Client.open(anOpenPosting());
        var one = Candidate.applied(posting, Form.of("A", "a@example.org"));
        var other = Candidate.applied(posting, Form.of("B", "b@example.org"));

        // When
        var answer = new Candidate(other.id(), one.token()).get("");

        // Then
        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void what_cannot_be_seen_is_answered_as_what_never_was() {
        // Given
        var candidate = somebody();
        var erased = somebody();
        erased.delete();

        // When
        var unknown = new Candidate(UUID.randomUUID(), candidate.token()).get("");
        var wrong = new Candidate(candidate.id(), "1." + "A".repeat(43)).get("");
        var none = Client.get(candidate.path(), null);
        var gone = erased.get("");
        var noId = Client.get("/my/applications/nobody", null, Candidate.HEADER, candidate.token());

        // Then
        assertThat(List.of(unknown, wrong, none, gone, noId))
                .extracting(answer -> answer.status() + answer.text() + answer.header("WWW-Authenticate"))
                .containsOnly(wrong.status() + wrong.text() + "CandidateLink");
        assertThat(wrong.problem()).isEqualTo("link-not-valid");
    }

    @Test
    void each_purpose_has_a_token_of_its_own() {
        // Given
        var candidate = somebody();
        var session = candidate.browser().cookie().substring(Candidate.COOKIE.length() + 1);

        // When
        var sessionAsLink = new Candidate(candidate.id(), session);
        var linkAsSession = new Candidate.Browser(candidate, Candidate.COOKIE + "=" + candidate.token());

        // Then
        assertThat(sessionAsLink.get("").status()).isEqualTo(401);
        assertThat(sessionAsLink.open().status()).isEqualTo(401);
        assertThat(linkAsSession.get("").status()).isEqualTo(401);
    }

    @Test
    void a_link_opens_for_thirty_days_and_no_longer() {
        // Given
        var candidate = somebody();
        shiftClock("29 days 23:59");
        var lastMinute = candidate.get("");

        // When
        shiftClock("30 days");

        // Then
        assertThat(lastMinute.status()).isEqualTo(200);
        assertThat(candidate.get("").status()).isEqualTo(401);
        assertThat(candidate.open().status()).isEqualTo(401);
    }

    @Test
    void a_browser_may_go_on_for_half_an_hour_and_no_longer() {
        // Given
        var browser = somebody().browser();
        shiftClock("29 minutes");
        var before = browser.get("");

        // When
        shiftClock("30 minutes");

        // Then
        assertThat(before.status()).isEqualTo(200);
        assertThat(browser.get("").status()).isEqualTo(401);
        assertThat(browser.candidate().get("").status()).isEqualTo(200);
    }

    @Test
    void a_new_link_is_sent_and_ends_the_older_ones() {
        // Given
        var candidate = somebody();
        var browser = candidate.browser();

        // When
        var answer = Client.request("POST", candidate.path() + "/link", "application/json", new byte[0]);

        // Then
        assertThat(answer.status()).isEqualTo(202);
        assertThat(candidate.get("").status()).isEqualTo(401);
        assertThat(browser.get("").status()).isEqualTo(401);
        var event = Topics.await("applications", told -> isLinkRequest(told, candidate));
        Contracts.assertValid("org.appel.LinkRequested.v1", Topics.text(event));
        assertThat(Client.json(Topics.text(event)).path("language").asText()).isEqualTo("fr");
        assertThat(Candidate.of(candidate.id()).get("").status()).isEqualTo(200);
    }

    @Test
    void however_often_it_is_asked_for_one_link_is_sent_in_ten_minutes() {
        // Given
        var candidate = somebody();
        candidate.post("/link");
        var renewed = Candidate.of(candidate.id());

        // When
        var answers = Stream.generate(() -> candidate.post("/link")).limit(5).toList();

        // Then
        assertThat(answers).allMatch(answer -> answer.status() == 202);
        assertThat(renewed.get("").status()).isEqualTo(200);
        shiftClock("10 minutes");
        candidate.post("/link");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> Topics.read("applications").stream()
                                .filter(told -> isLinkRequest(told, candidate))
                                .count()
                        == 2);
    }

    @Test
    void asking_for_a_link_tells_nobody_which_applications_there_are() {
        // Given
        var candidate = somebody();
        var erased = somebody();
        erased.delete();

        // When
        var answers = Stream.of(candidate, erased, new Candidate(UUID.randomUUID(), ""))
                .map(any -> any.post("/link"))
                .toList();

        // Then
        assertThat(answers).extracting(Client.Answer::status).containsOnly(202);
        assertThat(answers).extracting(Client.Answer::text).containsOnly("");
    }

    static Stream<String> endpoints() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.appel.applications")
                        .stream()
                        .map(JavaClass::reflect)
                        .filter(type -> type.isAnnotationPresent(Path.class)
                                && type.getAnnotation(Path.class).value().startsWith("/my"))
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .flatMap(LinkTest::endpoint)
                        .filter(endpoint -> !FOR_EVERYBODY.contains(endpoint));
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void no_endpoint_below_my_works_without_a_link(String endpoint) {
        // Given
        var candidate = somebody();
        var method = endpoint.split(" ")[0];
        var path = candidate.path() + endpoint.substring(method.length() + 1).replaceAll("\\{[^}]*}", "cv");
        var before = state(candidate);

        // When
        var answers = Stream.of(
                        "application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x")
                .flatMap(type -> Stream.of("*/*", "text/html")
                        .map(accept -> Client.request(method, path, type, new byte[0], "Accept", accept)))
                .toList();

        // Then
        assertThat(answers).extracting(Client.Answer::status).contains(401).isSubsetOf(401, 404, 406, 415);
        assertThat(state(candidate)).isEqualTo(before);
    }

    @Test
    void every_endpoint_was_found() {
        // When
        var found = endpoints().toList();

        // Then
        assertThat(found)
                .contains("GET ", "DELETE ", "POST /withdrawal", "POST /page/erasure", "GET /documents/{documentId}");
    }

    @Test
    void no_token_is_ever_logged() {
        // Given
        var lines = new ArrayList<String>();
        var ear = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line.getMessage() + Arrays.toString(line.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        ear.setLevel(Level.ALL);
        LogManager.getLogManager().getLogger("").addHandler(ear);
        var candidate = somebody();

        // When
        var session = candidate.browser().cookie();
        candidate.get("");
        candidate.post("/withdrawal");
        new Candidate(UUID.randomUUID(), candidate.token()).open();
        Client.get(candidate.path() + "/page/nowhere?token=" + candidate.token(), null, "Accept", "text/html");
        candidate.post("/link");
        LogManager.getLogManager().getLogger("").removeHandler(ear);

        // Then
        assertThat(lines).anyMatch(line -> line.contains("application withdrawn"));
        assertThat(lines).noneMatch(line -> line.contains(candidate.token()) || line.contains(session));
    }

    private static Candidate somebody() {
        return Candidate.applied(Client.open(anOpenPosting()), Form.of("Amina", "amina@example.org"));
    }

    private static String changedAt(String token, int position) {
        var other =
                switch (token.charAt(position)) {
                    case '1' -> '2';
                    case 'A' -> 'B';
                    case '.' -> '-';
                    default -> Character.isDigit(token.charAt(position)) ? '1' : 'A';
                };
        return token.substring(0, position) + other + token.substring(position + 1);
    }

    private static Stream<String> endpoint(Method method) {
        var below = method.isAnnotationPresent(Path.class)
                ? method.getAnnotation(Path.class).value()
                : "";
        return METHODS.entrySet().stream()
                .filter(entry -> method.isAnnotationPresent(entry.getKey()))
                .map(entry -> entry.getValue() + " " + below);
    }

    private static String state(Candidate candidate) {
        return Database.rows("SELECT stage || version || revision || link_epoch FROM application WHERE id = '"
                        + candidate.id() + "'")
                .getFirst();
    }

    private static boolean isLinkRequest(
            org.apache.kafka.clients.consumer.ConsumerRecord<String, byte[]> told, Candidate candidate) {
        return told.key().equals(candidate.id().toString()) && Topics.type(told).equals("org.appel.LinkRequested.v1");
    }

    private static void shiftClock(String shift) {
        Database.moveClock(shift);
        Awaitility.await("the service follows the clock")
                .atMost(Duration.ofSeconds(30))
                .until(() -> Client.get("/health/ready", Tokens.ops()).status() == 200);
    }
}
