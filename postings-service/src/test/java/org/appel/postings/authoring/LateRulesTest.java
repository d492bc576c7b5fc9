package org.appel.postings.authoring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.appel.postings.NoticeJson;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;
import org.appel.testing.Topics;

import static org.appel.postings.HiringDesk.aNotice;
import static org.appel.postings.HiringDesk.anOpenPosting;
import static org.appel.postings.HiringDesk.anOrganisation;
import static org.appel.postings.HiringDesk.as;
import static org.appel.postings.HiringDesk.asAnyone;
import static org.appel.postings.HiringDesk.draft;
import static org.appel.postings.HiringDesk.events;
import static org.appel.postings.HiringDesk.publicView;
import static org.appel.postings.HiringDesk.publish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What HR says about late applications and the care of documents: kept, told, and shown to those it is for. */
@QuarkusTest
@RealInfrastructure
class LateRulesTest {

    private static final Map<String, Object> GRACE = Map.of("policy", "grace", "graceMinutes", 90);

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments(Map.of("policy", "grace"), List.of("/apply/late")),
                arguments(Map.of("policy", "flag", "graceMinutes", 5), List.of("/apply/late")),
                arguments(Map.of("policy", "refuse", "graceMinutes", 5), List.of("/apply/late")),
                arguments(Map.of("policy", "lenient"), List.of("/apply/late/policy")),
                arguments(Map.of(), List.of("/apply/late/policy")),
                arguments(Map.of("policy", "grace", "graceMinutes", 0), List.of("/apply/late/graceMinutes")),
                arguments(Map.of("policy", "grace", "graceMinutes", 10_081), List.of("/apply/late/graceMinutes")),
                arguments(
                        Map.of("policy", "lenient", "graceMinutes", -1, "minutes", 1),
                        List.of(
                                "/apply/late",
                                "/apply/late/policy",
                                "/apply/late/graceMinutes",
                                "/apply/late/minutes")));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_policy_of_the_wrong_form_is_told_every_fault(Map<String, Object> late, List<String> pointers) {
        // Given
        var organisation = anOrganisation();
        var notice = ruled(organisation, Map.of("late", late));

        // When
        var refused = as(Tokens.hr(organisation)).body(notice.json()).post("/postings");

        // Then
        refused.then().statusCode(422);
        assertThat(refused.jsonPath().getList("errors.pointer", String.class))
                .containsExactlyInAnyOrderElementsOf(pointers);
    }

    @Test
    void publishing_keeps_the_rules_and_tells_them() {
        // Given
        var organisation = anOrganisation();
        var draft = draft(ruled(organisation, Map.of("late", GRACE, "protectCandidates", true))
                .with("retentionMonths", 24));

        // When
        var open = publish(organisation, draft);

        // Then
        assertThat(draft.body().getMap("apply.late")).isEqualTo(GRACE);
        assertThat(open.body().getMap("apply.late")).isEqualTo(GRACE);
        assertThat(open.body().getBoolean("apply.protectCandidates")).isTrue();
        var told = JsonPath.from(Topics.text(events(open.id(), 1).getFirst()));
        assertThat(told.getMap("apply.late")).isEqualTo(GRACE);
        assertThat(told.getBoolean("apply.protectCandidates")).isTrue();
        assertThat(told.getInt("retentionMonths")).isEqualTo(24);
    }

    @Test
    void rules_that_nobody_gave_are_left_out() {
        // Given
        var organisation = anOrganisation();

        // When
        var open = anOpenPosting(aNotice(organisation));

        // Then
        var told = JsonPath.from(Topics.text(events(open.id(), 1).getFirst()));
        assertThat(told.getMap("apply")).doesNotContainKeys("late", "protectCandidates");
        assertThat(open.body().getMap("apply")).doesNotContainKeys("late", "protectCandidates");
    }

    @Test
    void another_policy_is_an_amendment_and_each_version_keeps_its_own() {
        // Given
        var organisation = anOrganisation();
        var open = anOpenPosting(ruled(organisation, Map.of("late", GRACE)));
        var notice = ruled(organisation, Map.of("late", Map.of("policy", "flag")))
                .with("deadline", open.body().get("deadline"));

        // When
        var amended = as(Tokens.hr(organisation))
                .header("If-Match", open.etag())
                .body(notice.json())
                .put("/postings/" + open.id());

        // Then
        amended.then().statusCode(200);
        assertThat(amended.jsonPath().getInt("version")).isEqualTo(2);
        assertThat(amended.jsonPath().getMap("apply.late")).isEqualTo(Map.of("policy", "flag"));
        assertThat(policyOfVersion(organisation, open.id(), 1)).isEqualTo("grace");
        assertThat(policyOfVersion(organisation, open.id(), 2)).isEqualTo("flag");
        assertThat(JsonPath.from(Topics.text(events(open.id(), 2).getLast())).getString("apply.late.policy"))
                .isEqualTo("flag");
    }

    @Test
    void the_hiring_team_reads_the_late_policy_and_the_public_does_not() {
        // Given
        var organisation = anOrganisation();
        var open = anOpenPosting(ruled(organisation, Map.of("late", GRACE, "protectCandidates", true)));

        // When
        var byTheTeam = as(Tokens.hr(organisation)).get("/postings/" + open.id());
        var byThePublic = publicView(open.id());
        var byOthers = as(Tokens.hr("others")).get("/postings/" + open.id());
        var byThePanel = as(Tokens.panel(organisation)).get("/postings/" + open.id());

        // Then
        assertThat(byTheTeam.jsonPath().getMap("apply.late")).isEqualTo(GRACE);
        assertThat(Stream.of(byThePublic, byOthers, byThePanel)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.asString()).doesNotContain("late\"", "grace");
            assertThat(answer.jsonPath().getBoolean("apply.protectCandidates")).isTrue();
        });
        assertThat(asAnyone().get("/postings?organisation=" + organisation).asString())
                .contains(open.id().toString())
                .doesNotContain("late\"", "grace");
    }

    @Test
    void what_was_read_without_a_token_is_not_written_back_over_the_policy() {
        // Given
        var organisation = anOrganisation();
        var open = anOpenPosting(ruled(organisation, Map.of("late", GRACE)));
        var seen = publicView(open.id());

        // When
        var refused = as(Tokens.hr(organisation))
                .header("If-Match", seen.header("ETag"))
                .body(seen.asString())
                .put("/postings/" + open.id());

        // Then
        refused.then().statusCode(412);
        asAnyone()
                .header("If-None-Match", seen.header("ETag"))
                .get("/postings/" + open.id())
                .then()
                .statusCode(304);
        as(Tokens.hr(organisation))
                .header("If-None-Match", seen.header("ETag"))
                .get("/postings/" + open.id())
                .then()
                .statusCode(200);
    }

    @Test
    void what_the_team_reads_can_be_sent_back_as_it_is() {
        // Given
        var organisation = anOrganisation();
        var open = anOpenPosting(ruled(organisation, Map.of("late", GRACE)));
        var seen = as(Tokens.hr(organisation)).get("/postings/" + open.id());

        // When
        var written = as(Tokens.hr(organisation))
                .header("If-Match", seen.header("ETag"))
                .body(seen.asString())
                .put("/postings/" + open.id());

        // Then
        written.then().statusCode(200);
        assertThat(written.jsonPath().getInt("version")).isEqualTo(1);
        assertThat(written.jsonPath().getMap("apply.late")).isEqualTo(GRACE);
    }

    /** A complete notice whose part on how to apply has these rules, too. */
    private static NoticeJson ruled(String organisation, Map<String, ?> rules) {
        var apply = new HashMap<String, Object>(Map.of("api", true, "documents", List.of("cv")));
        apply.putAll(rules);
        return aNotice(organisation).with("apply", apply);
    }

    private static String policyOfVersion(String organisation, UUID posting, int version) {
        return as(Tokens.hr(organisation))
                .get("/postings/" + posting + "/versions/" + version)
                .jsonPath()
                .getString("apply.late.policy");
    }
}
