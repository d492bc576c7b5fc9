package org.appel.applications.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.appel.applications.Client;
import org.appel.applications.Form;
import org.appel.inspection.CandidateFiles;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;

import static org.appel.applications.PostingFixture.anOpenPosting;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@RealInfrastructure
class IdempotencyTest {
    private static final String KEY = "\"8e03978e-40d5-43dd-bc93-6894a57f9324\"";
    private static final byte[] CV = CandidateFiles.pdf("Amina");

    @Test
    void the_same_request_again_gets_the_first_answer_whatever_its_boundary() {
        // Given
        var posting = Client.open(anOpenPosting().requiring("cv"));
        var first = Client.apply(posting, form("Amina"), KEY);

        // When
        var second = Client.apply(posting, form("Amina"), KEY);

        // Then
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json()).isEqualTo(first.json());
        var ledger = Client.get("/postings/" + posting + "/ledger", Tokens.hr("omct"))
                .json();
        assertThat(ledger.path("accepted").asInt()).isEqualTo(1);
        assertThat(ledger.path("duplicate").asInt()).isEqualTo(1);
        assertThat(ledger.path("balanced").asBoolean()).isTrue();
    }

    @Test
    void an_update_repeated_gets_its_own_answer() {
        // Given
        var posting = Client.open(anOpenPosting());
        Client.apply(posting, form("Amina"), KEY);
        var update = Client.apply(posting, form("Amina B."), "\"second\"");

        // When
        var again = Client.apply(posting, form("Amina B."), "\"second\"");

        // Then
        assertThat(update.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(update.json());
    }

    @Test
    void the_key_with_another_payload_is_refused() {
        // Given
        var posting = Client.open(anOpenPosting());
        Client.apply(posting, form("Amina"), KEY);

        // When
        var other = Client.apply(posting, form("Zoé"), KEY);

        // Then
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void the_key_of_another_posting_is_another_key() {
        // Given
        var posting = Client.open(anOpenPosting());
        var other = Client.open(anOpenPosting());
        var first = Client.apply(posting, form("Amina"), KEY);

        // When
        var second = Client.apply(other, form("Amina"), KEY);

        // Then
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.id()).isNotEqualTo(first.id());
    }

    @Test
    void without_a_key_nothing_is_taken() {
        // Given
        var posting = Client.open(anOpenPosting());

        // When
        var answer = Client.apply(posting, form("Amina"), null);

        // Then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("idempotency-key-missing");
    }

    @Test
    void a_key_without_quotes_is_malformed() {
        // Given
        var posting = Client.open(anOpenPosting());

        // When
        var answer = Client.apply(posting, form("Amina"), "8e03978e");

        // Then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("idempotency-key-malformed");
    }

    @Test
    void a_repetition_after_the_deadline_gets_the_first_answer() {
        // Given
        var closesAt = Instant.now().plusSeconds(2);
        var posting = Client.open(anOpenPosting().closing(closesAt).requiring("cv"));
        var first = Client.apply(posting, form("Amina"), KEY);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> Client.apply(posting, form("Zoé")).status() == 409);

        // When
        var second = Client.apply(posting, form("Amina"), KEY);

        // Then
        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(second.status()).as(second.toString()).isEqualTo(201);
        assertThat(second.json()).isEqualTo(first.json());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void one_request_sent_many_times_at_once_is_taken_once(boolean withDocument) throws Exception {
        // Given
        var posting = Client.open(withDocument ? anOpenPosting().requiring("cv") : anOpenPosting());

        // When
        var answers = atOnce(16, _ -> Client.apply(posting, form("Amina", withDocument), KEY));

        // Then
        assertThat(answers)
                .extracting(Client.Answer::status)
                .isSubsetOf(201, 409)
                .contains(201);
        assertThat(answers.stream()
                        .filter(answer -> answer.status() == 201)
                        .map(Client.Answer::id)
                        .distinct())
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 409))
                .allMatch(answer -> answer.problem().equals("idempotency-key-in-use")
                        && answer.header("Retry-After").equals("1"));
        var ledger = Client.get("/postings/" + posting + "/ledger", Tokens.hr("omct"))
                .json();
        assertThat(ledger.path("accepted").asInt()).isEqualTo(1);
        assertThat(ledger.path("updated").asInt()).isZero();
        assertThat(ledger.path("arrived").asInt()).isEqualTo(16);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void one_person_applying_many_times_at_once_has_one_application(boolean withDocument) throws Exception {
        // Given
        var posting = Client.open(withDocument ? anOpenPosting().requiring("cv") : anOpenPosting());

        // When
        var answers =
                atOnce(12, _ -> Client.apply(posting, form("Amina", withDocument), "\"" + UUID.randomUUID() + "\""));

        // Then
        assertThat(answers).extracting(Client.Answer::status).isSubsetOf(201, 200);
        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        assertThat(answers.stream().map(Client.Answer::id).distinct()).hasSize(1);
        assertThat(answers.stream().map(answer -> answer.json().path("revision").asInt()))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 12).boxed().toList());
        var file = Client.get("/applications/" + answers.getFirst().id(), Tokens.hr("omct"))
                .json();
        assertThat(file.path("documents")).hasSize(withDocument ? 1 : 0);
    }

    @Test
    void of_many_who_apply_at_one_moment_each_has_an_answer_of_their_own() throws Exception {
        // Given: forty persons, of whom every other one applies twice, and every tenth has no address
        var posting = Client.open(anOpenPosting());
        int persons = 40;

        // When
        var answers = atOnce(persons + persons / 2, i -> {
            var who = "candidate" + (i < persons ? i : 2 * (i - persons));
            boolean isSound = i >= persons || i % 10 != 9;
            return Client.apply(posting, Form.of(who, isSound ? who + "@example.org" : "no address"));
        });

        // Then
        int sound = persons - persons / 10;
        assertThat(statuses(answers, 201)).isEqualTo(sound);
        assertThat(statuses(answers, 200)).isEqualTo(persons / 2);
        assertThat(statuses(answers, 422)).isEqualTo(persons / 10);
        assertThat(answers.stream()
                        .filter(answer -> answer.status() != 422)
                        .map(Client.Answer::id)
                        .distinct())
                .hasSize(sound);
        for (int i = 0; i < persons; i++) {
            if (answers.get(i).status() != 422) {
                var file = Client.get("/applications/" + answers.get(i).id(), Tokens.hr("omct"));
                assertThat(file.json().path("name").asText()).isEqualTo("candidate" + i);
            }
        }
        var ledger = Client.get("/postings/" + posting + "/ledger", Tokens.hr("omct"))
                .json();
        assertThat(ledger.path("accepted").asInt()).isEqualTo(sound);
        assertThat(ledger.path("updated").asInt()).isEqualTo(persons / 2);
        assertThat(ledger.path("arrived").asInt()).isEqualTo(answers.size());
        assertThat(ledger.path("balanced").asBoolean()).isTrue();
    }

    private static long statuses(List<Client.Answer> answers, int status) {
        return answers.stream().filter(answer -> answer.status() == status).count();
    }

    private static Form form(String name) {
        return form(name, true);
    }

    private static Form form(String name, boolean withDocument) {
        var form = Form.of(name, "amina@example.org");
        return withDocument ? form.document("cv", "cv.pdf", CV) : form;
    }

    private static List<Client.Answer> atOnce(int times, java.util.function.IntFunction<Client.Answer> request)
            throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = IntStream.range(0, times)
                    .<Callable<Client.Answer>>mapToObj(i -> () -> request.apply(i))
                    .toList();
            return executor.invokeAll(tasks).stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();
        }
    }
}
