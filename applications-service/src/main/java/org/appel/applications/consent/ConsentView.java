package org.appel.applications.consent;

import java.util.Map;
import java.util.TreeMap;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.appel.applications.model.Consent;

/** A wording of the consent. */
@Schema(name = "ConsentText")
record ConsentView(
        @Schema(examples = "\"2026-1\"") String wording,
        @Schema(description = "By language.") Map<String, String> texts) {
    static ConsentView of(String wording) {
        return new ConsentView(wording, new TreeMap<>(Consent.texts(wording)));
    }
}
