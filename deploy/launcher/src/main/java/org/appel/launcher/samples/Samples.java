package org.appel.launcher.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.appel.launcher.http.Api;
import org.appel.launcher.local.LocalSystem;
import org.appel.launcher.process.Service;

/** Writes the samples into a system: the three organisations, and the notices as drafts. */
public final class Samples {

    private final LocalSystem system;

    public Samples(LocalSystem system) {
        this.system = system;
    }

    /**
     * A notice that was written as a draft.
     *
     * @param id the posting's id
     */
    public record Draft(Notice notice, String id) {}

    /** Whether the samples were written into this system before; they are never written twice. */
    public boolean areThere() {
        return admin().get("/organisations/omct").isDone();
    }

    /** Adds the organisations and every notice. */
    public List<Draft> load() {
        loadOrganisations();
        var drafts = new ArrayList<Draft>();
        for (var notice : Notice.values()) {
            drafts.add(draft(notice));
        }
        return List.copyOf(drafts);
    }

    /** Adds the organisations only. */
    public void loadOrganisations() {
        for (var organisation : SampleFile.json("organisations.json")) {
            var id = organisation.path("id").asText();
            admin().put("/organisations/" + id, organisation, Map.of()).orThrow("adding organisation " + id);
        }
    }

    /** Writes one notice as HR of its organisation does. */
    public Draft draft(Notice notice) {
        var hr = system.api(Service.POSTINGS, "hr", notice.organisation());
        var answer = hr.post("/postings", notice.body()).orThrow("writing " + notice);
        return new Draft(notice, answer.json().path("id").asText());
    }

    private Api admin() {
        return system.api(Service.POSTINGS, "admin");
    }
}
