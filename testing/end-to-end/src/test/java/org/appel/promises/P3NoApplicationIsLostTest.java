package org.appel.promises;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.appel.launcher.http.Answer;
import org.appel.launcher.process.Service;
import org.appel.running.Applicant;
import org.appel.running.Crash;
import org.appel.running.HrList;
import org.appel.running.RunningAppel;
import org.appel.running.Vacancy;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(RunningAppel.class)
class P3NoApplicationIsLostTest {

    private static final int KILLS = 3;
    private static final int CLIENTS = 8;

    @Test
    void each_application_answered_with_201_is_there_once_though_the_service_is_killed_meanwhile() throws Exception {
        // Given
        var vacancy = Vacancy.open("P3 rien ne se perd");
        var answers = new ConcurrentLinkedQueue<Answer>();

        // When
        try (var crash = Crash.inTurn(List.of(Service.APPLICATIONS), new Random(3));
                var clients = Executors.newFixedThreadPool(CLIENTS)) {
            for (int client = 0; client < CLIENTS; client++) {
                clients.submit(() -> {
                    while (crash.kills(Service.APPLICATIONS) < KILLS) {
                        answers.add(Applicant.named("Perdue Jamais").insistOn(vacancy));
                    }
                    return null;
                });
            }
        }

        // Then
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
        var ids = answers.stream().map(a -> a.json().path("id").asText()).toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(HrList.of(vacancy).ids()).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void the_same_key_never_makes_two_and_gives_the_first_answer_again() throws Exception {
        // Given
        var vacancy = Vacancy.open("P3 deux fois");
        var applicant = Applicant.named("Une Seule Fois");

        // When
        List<Answer> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = IntStream.range(0, 6)
                    .mapToObj(i -> threads.submit(() -> applicant.insistOn(vacancy)))
                    .toList();
            answers = new ArrayList<>();
            for (var each : sent) {
                answers.add(each.get());
            }
        }

        // Then
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.text()).isEqualTo(answers.getFirst().text());
        });
        assertThat(HrList.of(vacancy).ids()).hasSize(1);
        assertThat(vacancy.ledger().path("accepted").asInt()).isEqualTo(1);
        assertThat(vacancy.ledger().path("duplicate").asInt()).isEqualTo(5);
    }
}
