package org.appel.launcher.samples;

import com.fasterxml.jackson.databind.JsonNode;

/** The five notices: three of the OMCT that can be published, and two that are silent about deadline and application. */
public enum Notice {
    HRD_DIRECTOR("omct-directeur-programme-ddh"),
    CIVIC_SPACE("omct-charge-espace-civique"),
    SECRETARY_GENERAL("omct-secretaire-general"),
    PROTECTION_POLICY("oim-politiques-protection"),
    PROMOTION_DIRECTOR("directeur-promotion-droits-homme");

    private final String file;

    Notice(String file) {
        this.file = file;
    }

    /** The notice as HR writes it to {@code POST /postings}. */
    public JsonNode body() {
        return SampleFile.json("notices/" + file + ".json");
    }

    /** The id of the organisation that publishes it. */
    public String organisation() {
        return body().path("organisation").asText();
    }

    /** Its title in the original language. */
    public String title() {
        var body = body();
        return body.path("texts")
                .path(body.path("originalLanguage").asText())
                .path("title")
                .asText();
    }
}
