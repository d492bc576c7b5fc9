package org.appel.applications.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.appel.applications.Client;
import org.appel.applications.Database;
import org.appel.applications.Form;
import org.appel.applications.model.PostingId;
import org.appel.applications.storage.ArrivalSums;
import org.appel.applications.storage.Ledgers;
import org.appel.testing.RealInfrastructure;

import static org.appel.applications.PostingFixture.anOpenPosting;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@RealInfrastructure
class SummingUpTest {
    private static final Instant NINETY_DAYS_AGO = Instant.now().minus(Duration.ofDays(90));

    @Inject
    ArrivalSums sums;

    @Inject
    Ledgers ledgers;

    @Test
    void many_refusals_become_one_line_for_each_day_and_no_number_changes() {
        // Given
        var posting = Client.open(anOpenPosting());
        Client.apply(posting, Form.of("Amina", "amina@example.org"));
        IntStream.range(0, 5).forEach(_ -> Client.apply(posting, Form.of("Amina", "no address")));
        Database.run("UPDATE arrival SET arrived_at = arrived_at - interval '100 days' WHERE posting_id = '" + posting
                + "' AND outcome = 'refused'");
        Client.apply(posting, Form.of("Amina", "no address"));
        var before = ledgers.posting(new PostingId(posting)).counts();

        // When
        int lines = sums.sumUpBefore(NINETY_DAYS_AGO, 1000);
        int again = sums.sumUpBefore(NINETY_DAYS_AGO, 1000);

        // Then
        assertThat(before.refused()).containsValue(6L);
        assertThat(lines).isGreaterThanOrEqualTo(5);
        assertThat(again).isZero();
        assertThat(ledgers.posting(new PostingId(posting)).counts()).isEqualTo(before);
        assertThat(Database.rows("SELECT number FROM arrival WHERE posting_id = '" + posting
                        + "' AND outcome = 'refused' ORDER BY arrived_at"))
                .containsExactly("5", "1");
    }
}
