package org.appel.postings.authoring;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.appel.postings.HiringDesk;
import org.appel.testing.Infrastructure;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;
import org.appel.testing.Topics;

import static org.appel.postings.HiringDesk.aNotice;
import static org.appel.postings.HiringDesk.anOpenPosting;
import static org.appel.postings.HiringDesk.anOrganisation;
import static org.appel.postings.HiringDesk.as;
import static org.appel.postings.HiringDesk.draft;
import static org.appel.postings.HiringDesk.eventNames;
import static org.appel.postings.HiringDesk.publicView;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@RealInfrastructure
class NoChangeWithoutItsEventTest {

    @Test
    void each_change_of_a_posting_is_told_in_its_order() {
        // Given
        var organisation = anOrganisation();
        var open = anOpenPosting(organisation);

        // When
        amend(organisation, open.id(), "Chargé·e de plaidoyer");
        as(Tokens.hr(organisation))
                .header("If-Match", "*")
                .body(HiringDesk.until(LocalDate.now(ZoneOffset.UTC).plusDays(60)))
                .put("/postings/" + open.id() + "/deadline");
        as(Tokens.hr(organisation))
                .header("If-Match", "*")
                .body(Map.of("reason", "Poste pourvu en interne"))
                .delete("/postings/" + open.id() + "/publication");

        // Then
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> eventNames(open.id())
                .contains("PostingWithdrawn"));
        assertThat(eventNames(open.id()))
                .containsExactly("PostingPublished", "PostingAmended", "PostingAmended", "PostingWithdrawn");
        assertThat(toldVersions(open.id()))
                .containsExactly(1, 2, 3, 4)
                .isEqualTo(keptVersions(organisation, open.id()));
    }

    @Test
    void people_who_amend_at_once_are_told_of_in_the_order_of_the_versions() throws Exception {
        // Given
        var organisation = anOrganisation();
        var open = anOpenPosting(organisation);
        var amendments = IntStream.range(0, 12)
                .<Callable<Integer>>mapToObj(number -> () -> amend(organisation, open.id(), "Titre " + number))
                .toList();

        // When
        try (var people = Executors.newFixedThreadPool(6)) {
            people.invokeAll(amendments);
        }

        // Then
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> eventNames(open.id()).size() == 13);
        assertThat(toldVersions(open.id()))
                .isEqualTo(IntStream.rangeClosed(1, 13).boxed().toList())
                .isEqualTo(keptVersions(organisation, open.id()));
    }

    @Test
    void a_change_is_taken_while_the_broker_is_away_and_told_when_it_is_back() {
        // Given
        var organisation = anOrganisation();
        var draft = draft(organisation);
        Infrastructure.stopBroker();

        // When
        var open = HiringDesk.publish(organisation, draft);
        Infrastructure.startBroker();

        // Then
        publicView(open.id()).then().body("state", equalTo("open"));
        Topics.await("postings", each -> open.id().toString().equals(each.key()));
        assertThat(eventNames(open.id())).containsExactly("PostingPublished");
    }

    @Test
    void what_was_refused_is_not_told() {
        // Given
        var organisation = anOrganisation();
        var open = anOpenPosting(organisation);
        var silent = draft(aNotice(organisation).with("apply", null));

        // When
        as(Tokens.hr(organisation)).header("If-Match", "*").put("/postings/" + silent.id() + "/publication");
        as(Tokens.hr(organisation))
                .header("If-Match", "*")
                .body(aNotice(organisation).with("places", null).json())
                .put("/postings/" + open.id());
        amend(organisation, open.id(), "Chargé·e de plaidoyer");

        // Then
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> eventNames(open.id()).size() == 2);
        assertThat(toldVersions(open.id())).containsExactly(1, 2);
        assertThat(eventNames(silent.id())).isEmpty();
    }

    private static int amend(String organisation, UUID id, String title) {
        return as(Tokens.hr(organisation))
                .header("If-Match", "*")
                .body(aNotice(organisation).titled(title).json())
                .put("/postings/" + id)
                .statusCode();
    }

    private static List<Integer> toldVersions(UUID id) {
        return HiringDesk.events(id).stream()
                .map(event -> JsonPath.from(Topics.text(event)).getInt("version"))
                .toList();
    }

    private static List<Integer> keptVersions(String organisation, UUID id) {
        return as(Tokens.hr(organisation))
                .get("/postings/" + id + "/versions")
                .jsonPath()
                .getList("items.version", Integer.class);
    }
}
