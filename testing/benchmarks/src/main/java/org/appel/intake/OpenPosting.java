package org.appel.intake;

import java.sql.SQLException;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.appel.launcher.http.Api;
import org.appel.launcher.local.LocalSystem;
import org.appel.launcher.process.Service;
import org.appel.launcher.samples.Notice;

/** A posting that stays open, and for which an application without documents is complete, too. */
final class OpenPosting {

    private OpenPosting() {}

    /** Publishes one and returns its id when the intake takes applications for it. */
    static String in(LocalSystem system) throws SQLException {
        Api hr = system.api(Service.POSTINGS, "hr", "omct");
        var body = (ObjectNode) Notice.CIVIC_SPACE.body();
        body.putNull("reference");
        body.putObject("deadline").put("none", true);
        body.putObject("start").put("asap", true);
        var draft = hr.post("/postings", body).orThrow("writing a draft");
        var id = draft.json().path("id").asText();
        hr.put("/postings/" + id + "/publication", body.objectNode(), Map.of("If-Match", "*"))
                .orThrow("publishing");
        var applications = new Api(system.service(Service.APPLICATIONS).url(), "");
        while (applications.get("/postings/" + id + "/form").status() != 200) {
            Thread.onSpinWait();
        }
        requireNoDocument(system, id);
        return id;
    }

    /** No posting can be published that asks for no document, but the intake knows the case, and it is the bare one. */
    private static void requireNoDocument(LocalSystem system, String id) throws SQLException {
        try (var connection = system.database().connect(Service.APPLICATIONS.database());
                var update = connection.prepareStatement(
                        "UPDATE known_posting SET required_documents = '{}' WHERE id = ?::uuid")) {
            update.setString(1, id);
            update.executeUpdate();
        }
    }
}
