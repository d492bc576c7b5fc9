package org.appel.postings.authoring;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import org.appel.postings.HiringDesk;
import org.appel.postings.HiringDesk.Kept;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;

import static org.appel.postings.HiringDesk.aNotice;
import static org.appel.postings.HiringDesk.anOrganisation;
import static org.appel.postings.HiringDesk.as;
import static org.appel.postings.HiringDesk.asAnyone;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@RealInfrastructure
class ApprovalTest {

    @Inject
    DataSource database;

    @Test
    void without_a_second_person_a_draft_is_not_published_where_the_organisation_wants_one() {
        // Given
        var organisation = anOrganisationOfTwo();
        var draft = draft(organisation, "anna");

        // When
        var alone = publish(organisation, "anna", draft.etag(), draft.id());

        // Then
        alone.then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:appel:problem:not-approved"));
        HiringDesk.publicView(draft.id()).then().statusCode(404);
    }

    @Test
    void what_a_second_person_approved_is_published_and_the_version_names_everybody() {
        // Given
        var organisation = anOrganisationOfTwo();
        var draft = draft(organisation, "anna");
        var approved = approve(organisation, "bela", draft);

        // When
        var open = publish(organisation, "anna", approved.header("ETag"), draft.id());

        // Then
        approved.then().statusCode(200).body("approval.by", equalTo("bela")).body("writtenBy", contains("anna"));
        open.then().statusCode(200).body("state", equalTo("open")).body("approval", nullValue());
        as(Tokens.hr(organisation))
                .get("/postings/" + draft.id() + "/versions")
                .then()
                .body("items[0].writtenBy", contains("anna"))
                .body("items[0].approvedBy", equalTo("bela"))
                .body("items[0].publishedBy", equalTo("anna"));
        as(Tokens.hr(organisation))
                .get("/postings/" + draft.id() + "/versions/1")
                .then()
                .body("approvedBy", equalTo("bela"))
                .body("confirmedDisagreements", equalTo(List.of()));
    }

    @Test
    void nobody_approves_what_they_wrote_themselves() {
        // Given
        var organisation = anOrganisationOfTwo();
        var draft = draft(organisation, "anna");
        var rewritten = rewrite(organisation, "bela", draft);

        // When
        var own = approve(organisation, "bela", rewritten);
        var alsoOwn = approve(organisation, "anna", rewritten);

        // Then
        own.then().statusCode(403).body("type", equalTo("urn:appel:problem:own-writing"));
        alsoOwn.then().statusCode(403).body("type", equalTo("urn:appel:problem:own-writing"));
        approve(organisation, "carl", rewritten)
                .then()
                .statusCode(200)
                .body("approval.by", equalTo("carl"))
                .body("writtenBy", contains("anna", "bela"));
    }

    @Test
    void a_draft_whose_writer_nobody_knows_is_saved_again_before_it_is_approved() throws SQLException {
        // Given
        var organisation = anOrganisationOfTwo();
        var draft = draft(organisation, "anna");
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE posting SET written_by = '{}' WHERE id = '" + draft.id() + "'");
        }

        // When
        var refused = approve(organisation, "bela", draft);

        // Then
        refused.then().statusCode(409).body("type", equalTo("urn:appel:problem:unknown-writer"));
        var saved = as(person("anna", organisation))
                .header("If-Match", draft.etag())
                .body(aNotice(organisation).json())
                .put("/postings/" + draft.id());
        saved.then().statusCode(200).body("writtenBy", contains("anna"));
        approve(organisation, "bela", Kept.of(saved)).then().statusCode(200);
    }

    @Test
    void a_rewrite_takes_the_approval_away_and_a_rewrite_that_changes_nothing_does_not() {
        // Given
        var organisation = anOrganisationOfTwo();
        var draft = draft(organisation, "anna");
        var approved = Kept.of(approve(organisation, "bela", draft));
        var same = as(person("anna", organisation))
                .header("If-Match", approved.etag())
                .body(aNotice(organisation).json())
                .put("/postings/" + draft.id());

        // When
        var rewritten = rewrite(organisation, "anna", approved);

        // Then
        same.then().statusCode(200).body("approval.by", equalTo("bela")).header("ETag", approved.etag());
        as(Tokens.hr(organisation))
                .get("/drafts/" + draft.id())
                .then()
                .statusCode(200)
                .body("approval", nullValue());
        publish(organisation, "anna", rewritten.etag(), draft.id()).then().statusCode(409);
    }

    @Test
    void an_approval_is_of_the_revision_that_was_read() {
        // Given
        var organisation = anOrganisationOfTwo();
        var draft = draft(organisation, "anna");
        rewrite(organisation, "anna", draft);

        // When
        var stale = approve(organisation, "bela", draft);
        var unread = as(person("bela", organisation)).put("/postings/" + draft.id() + "/approval");

        // Then
        stale.then().statusCode(412);
        unread.then().statusCode(428);
    }

    @Test
    void an_approval_is_taken_back() {
        // Given
        var organisation = anOrganisationOfTwo();
        var draft = draft(organisation, "anna");
        var approved = approve(organisation, "bela", draft);

        // When
        var taken = as(person("bela", organisation))
                .header("If-Match", approved.header("ETag"))
                .delete("/postings/" + draft.id() + "/approval");

        // Then
        taken.then().statusCode(200).body("approval", nullValue());
        publish(organisation, "anna", taken.header("ETag"), draft.id()).then().statusCode(409);
    }

    @Test
    void what_is_published_is_not_approved_any_more() {
        // Given
        var organisation = anOrganisation();
        var open = HiringDesk.anOpenPosting(organisation);

        // When
        var late = approve(organisation, "bela", open);

        // Then
        late.then().statusCode(409).body("type", equalTo("urn:appel:problem:not-a-draft"));
    }

    @Test
    void faults_are_named_before_the_missing_approval() {
        // Given
        var organisation = anOrganisationOfTwo();
        var silent = Kept.of(as(person("anna", organisation))
                .body(aNotice(organisation).with("apply", null).json())
                .post("/postings"));

        // When
        var refused = publish(organisation, "anna", silent.etag(), silent.id());

        // Then
        refused.then().statusCode(422).body("errors.pointer", contains("/apply"));
    }

    @Test
    void everybody_sees_what_an_organisation_wants_and_nobody_who_wrote() {
        // Given
        var organisation = anOrganisationOfTwo();
        var draft = draft(organisation, "anna");
        var approved = approve(organisation, "bela", draft);
        publish(organisation, "anna", approved.header("ETag"), draft.id());

        // When
        var seen = HiringDesk.publicView(draft.id());

        // Then
        seen.then().statusCode(200).body("writtenBy", nullValue()).body("approval", nullValue());
        asAnyone().get("/organisations/" + organisation).then().body("approval", equalTo("second-person"));
        asAnyone().get("/organisations/" + anOrganisation()).then().body("approval", equalTo("none"));
    }

    static String anOrganisationOfTwo() {
        var id = "org-" + UUID.randomUUID();
        as(Tokens.admin())
                .body(Map.of(
                        "name", "Organisation " + id,
                        "language", "fr",
                        "hrAddresses", List.of("rh@" + id + ".example"),
                        "country", "CH",
                        "zone", "Europe/Zurich",
                        "approval", "second-person"))
                .put("/organisations/" + id)
                .then()
                .statusCode(201);
        return id;
    }

    static String person(String name, String organisation) {
        return Tokens.of(name, "hr", organisation);
    }

    static Response approve(String organisation, String name, Kept draft) {
        return as(person(name, organisation))
                .header("If-Match", draft.etag())
                .put("/postings/" + draft.id() + "/approval");
    }

    private static Kept draft(String organisation, String name) {
        var response = as(person(name, organisation))
                .body(aNotice(organisation).json())
                .post("/postings");
        response.then().statusCode(201).body("writtenBy", contains(name));
        return Kept.of(response);
    }

    private static Kept rewrite(String organisation, String name, Kept draft) {
        var response = as(person(name, organisation))
                .header("If-Match", draft.etag())
                .body(aNotice(organisation).titled("Autre titre").json())
                .put("/postings/" + draft.id());
        response.then().statusCode(200).body("writtenBy", hasItem(name));
        return Kept.of(response);
    }

    private static Response publish(String organisation, String name, String etag, UUID id) {
        return as(person(name, organisation)).header("If-Match", etag).put("/postings/" + id + "/publication");
    }
}
