package org.appel.applications.candidate;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.appel.applications.Candidate;
import org.appel.applications.Client;
import org.appel.applications.Form;
import org.appel.testing.Contracts;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;
import org.appel.testing.Topics;

import static org.appel.applications.PostingFixture.anOpenPosting;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@RealInfrastructure
class WithdrawalTest {
    @Test
    void a_candidate_withdraws_and_it_is_told() {
        // Given
        var candidate = applied(Client.open(anOpenPosting()));

        // When
        var answer = candidate.post("/withdrawal");

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("progress").asText()).isEqualTo("withdrawn");
        assertThat(answer.json().path("withdrawable").asBoolean()).isFalse();
        var event = Topics.await(
                "applications",
                told -> told.key().equals(candidate.id().toString())
                        && Topics.type(told).equals("org.appel.ApplicationWithdrawn.v1"));
        Contracts.assertValid("org.appel.ApplicationWithdrawn.v1", Topics.text(event));
    }

    @Test
    void hr_sees_who_withdrew_and_cannot_move_them_on() {
        // Given
        var posting = Client.open(anOpenPosting());
        var staying = Candidate.applied(posting, Form.of("Zoé", "zoe@example.org"));
        var candidate = applied(posting);
        candidate.post("/withdrawal");

        // When
        var file = Client.get("/applications/" + candidate.id(), Tokens.hr("omct"));
        var advanced = advance(candidate.id(), "longlisted", file.header("ETag"));

        // Then
        assertThat(file.json().path("stage").asText()).isEqualTo("withdrawn");
        assertThat(file.json().path("nextStages")).isEmpty();
        assertThat(advanced.status()).isEqualTo(409);
        assertThat(advanced.problem()).isEqualTo("stage-not-reachable");
        assertThat(ids(posting, "withdrawn")).containsExactly(candidate.id().toString());
        assertThat(ids(posting, "received")).containsExactly(staying.id().toString());
        assertThat(Client.get("/postings/" + posting + "/applications.csv", Tokens.hr("omct"))
                        .text()
                        .lines()
                        .filter(line -> line.contains(",withdrawn,")))
                .singleElement()
                .asString()
                .startsWith(candidate.id().toString());
        assertThat(what(candidate.id())).containsExactly("received", "withdrawn");
    }

    @Test
    void nobody_else_makes_an_application_withdrawn() {
        // Given
        var candidate = applied(Client.open(anOpenPosting()));

        // When
        var answer = advance(candidate.id(), "withdrawn", "\"1\"");

        // Then
        assertThat(answer.status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"longlisted", "longlisted,written-test", "longlisted,panel-interview", "longlisted,offered"})
    void as_long_as_nothing_is_decided_a_candidate_may_withdraw(String way) {
        // Given
        var candidate = applied(Client.open(anOpenPosting()));
        go(candidate.id(), way);

        // When
        var answer = candidate.post("/withdrawal");

        // Then
        assertThat(answer.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rejected", "longlisted,offered,hired"})
    void what_was_decided_cannot_be_withdrawn(String way) {
        // Given
        var candidate = applied(Client.open(anOpenPosting()));
        go(candidate.id(), way);

        // When
        var answer = candidate.post("/withdrawal");

        // Then
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("application-settled");
        assertThat(answer.text()).doesNotContain("rejected", "hired");
        assertThat(candidate.get("").json().path("progress").asText()).isEqualTo("concluded");
    }

    @Test
    void withdrawing_twice_is_refused_and_told_once() {
        // Given
        var candidate = applied(Client.open(anOpenPosting()));
        candidate.post("/withdrawal");

        // When
        var again = candidate.post("/withdrawal");

        // Then
        assertThat(again.status()).isEqualTo(409);
        assertThat(what(candidate.id())).containsExactly("received", "withdrawn");
    }

    @Test
    void applying_again_takes_the_application_up_again() {
        // Given
        var posting = Client.open(anOpenPosting());
        var candidate = applied(posting);
        candidate.post("/withdrawal");

        // When
        var again = Client.apply(posting, Form.of("Amina", "amina@example.org"));

        // Then
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.id()).isEqualTo(candidate.id());
        assertThat(again.json().path("stage").asText()).isEqualTo("received");
        assertThat(candidate.get("").json().path("progress").asText()).isEqualTo("received");
        assertThat(what(candidate.id())).containsExactly("received", "withdrawn", "updated", "revived");
        assertThat(advance(candidate.id(), "longlisted", "\"3\"").status()).isEqualTo(200);
        var ledger = Client.get("/postings/" + posting + "/ledger", Tokens.hr("omct"))
                .json();
        assertThat(ledger.path("balanced").asBoolean()).as(ledger.toString()).isTrue();
        assertThat(ledger.path("updated").asInt()).isEqualTo(1);
    }

    @Test
    void an_application_that_was_moved_on_is_not_put_back_by_applying_again() {
        // Given
        var posting = Client.open(anOpenPosting());
        var candidate = applied(posting);
        go(candidate.id(), "longlisted");

        // When
        var again = Client.apply(posting, Form.of("Amina", "amina@example.org"));

        // Then
        assertThat(again.json().path("stage").asText()).isEqualTo("longlisted");
    }

    @Test
    void of_a_withdrawal_and_a_move_at_the_same_moment_one_is_first_and_both_are_kept_apart() throws Exception {
        // Given
        var posting = Client.open(anOpenPosting());
        var candidates = java.util.stream.IntStream.range(0, 12)
                .mapToObj(i -> Candidate.applied(posting, Form.of("N", "n" + i + "@example.org")))
                .toList();

        // When
        List<List<Client.Answer>> outcomes;
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            outcomes = executor
                    .invokeAll(candidates.stream()
                            .<Callable<List<Client.Answer>>>map(candidate -> () -> together(
                                    executor,
                                    () -> candidate.post("/withdrawal"),
                                    () -> advance(candidate.id(), "rejected", "\"1\"")))
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }

        // Then
        assertThat(outcomes).allSatisfy(pair -> assertThat(pair)
                .extracting(Client.Answer::status)
                .containsOnlyOnce(200)
                .anyMatch(status -> status == 409 || status == 412));
        for (int i = 0; i < candidates.size(); i++) {
            var withdrew = outcomes.get(i).getFirst().status() == 200;
            assertThat(what(candidates.get(i).id())).containsExactly("received", withdrew ? "withdrawn" : "advanced");
        }
    }

    private static <T> List<T> together(java.util.concurrent.ExecutorService executor, Callable<T> one, Callable<T> two)
            throws InterruptedException {
        return executor.invokeAll(List.of(one, two)).stream()
                .map(Future::resultNow)
                .toList();
    }

    private static Candidate applied(UUID posting) {
        return Candidate.applied(posting, Form.of("Amina", "amina@example.org"));
    }

    private static void go(UUID id, String way) {
        Stream.of(way.split(",")).forEach(stage -> {
            var version = Client.get("/applications/" + id, Tokens.hr("omct")).header("ETag");
            assertThat(advance(id, stage, version).status()).isEqualTo(200);
        });
    }

    private static Client.Answer advance(UUID id, String stage, String version) {
        return Client.post(
                "/applications/" + id + "/stage",
                Tokens.hr("omct"),
                "{\"stage\": \"" + stage + "\"}",
                "If-Match",
                version);
    }

    private static List<String> ids(UUID posting, String stage) {
        return Client.get("/applications?stage=" + stage + "&posting=" + posting, Tokens.hr("omct"))
                .json()
                .path("items")
                .findValuesAsText("id");
    }

    private static List<String> what(UUID id) {
        return Client.get("/applications/" + id + "/history", Tokens.hr("omct"))
                .json()
                .path("items")
                .findValuesAsText("what");
    }
}
