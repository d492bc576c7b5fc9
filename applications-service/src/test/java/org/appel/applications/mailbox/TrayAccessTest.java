package org.appel.applications.mailbox;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.appel.applications.Client;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;

import static org.appel.applications.mailbox.Postbox.application;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@RealInfrastructure
@TestProfile(ManyMailboxes.class)
class TrayAccessTest {
    @Inject
    MailIntake intake;

    private Postbox box;

    @BeforeEach
    void openTheMailbox() {
        box = new Postbox(intake);
    }

    @Test
    void who_looks_into_the_tray_is_noted() {
        // Given
        box.posting();
        box.receive(application(Someone.unique()).subject("Ma candidature"));
        var id = box.unsorted().path(0).path("id").asText();
        var reader = Tokens.of("hanna-" + id, "hr", box.name());

        // When
        Client.get("/mailbox/unsorted/" + id, reader);
        Client.get("/mailbox/unsorted/" + id + "/parts/1", reader, "Access-Purpose", "complaint");
        Client.get("/mailbox/unsorted/" + id + "/parts/7", reader);

        // Then
        var accesses = Client.get("/accesses?by=hanna-" + id, box.hr()).json().path("items");
        assertThat(accesses.findValuesAsText("what")).containsExactly("mail-part", "mail");
        assertThat(accesses.findValuesAsText("message")).containsOnly(id);
        assertThat(accesses.findValuesAsText("purpose")).containsExactly("complaint", "selection");
        assertThat(accesses.path(0).path("part").asInt()).isEqualTo(1);
        assertThat(accesses.path(0).path("organisation").asText()).isEqualTo(box.name());
    }

    @Test
    void who_lists_the_tray_saw_each_mail_of_the_page_and_no_more() {
        // Given
        box.posting();
        for (int i = 0; i < 3; i++) {
            box.receive(application(Someone.unique()).subject("Ma candidature"));
        }
        var ids = box.unsorted().findValuesAsText("id");
        var reader = Tokens.of("hanna-" + ids.getFirst(), "hr", box.name());

        // When
        Client.get("/mailbox/unsorted?limit=2", reader);

        // Then
        var accesses = Client.get("/accesses?by=hanna-" + ids.getFirst(), box.hr())
                .json()
                .path("items");
        assertThat(accesses.findValuesAsText("what")).containsOnly("list-line");
        assertThat(accesses.findValuesAsText("message")).containsExactlyInAnyOrderElementsOf(ids.subList(0, 2));
    }
}
