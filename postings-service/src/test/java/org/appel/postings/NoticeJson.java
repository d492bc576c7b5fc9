package org.appel.postings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A notice as HR's front end sends it; each change makes another. */
public record NoticeJson(Map<String, @Nullable Object> json) {

    public NoticeJson {
        json = Collections.unmodifiableMap(new LinkedHashMap<>(json));
    }

    static NoticeJson of(String organisation) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("organisation", organisation);
        json.put("originalLanguage", "fr");
        json.put("texts", Map.of("fr", text("Chargé·e protection de l’espace civique")));
        json.put("workloadPercent", 80);
        json.put("places", List.of(Map.of("city", "Bruxelles", "country", "BE", "arrangement", "on-site")));
        json.put("apply", Map.of("api", true, "documents", List.of("cover_letter", "cv")));
        return new NoticeJson(json);
    }

    public static Map<String, Object> text(String title, String... items) {
        var section = Map.of("kind", "responsibilities", "heading", "Plaidoyer", "items", List.of(items));
        return Map.of("title", title, "sections", List.of(section));
    }

    public NoticeJson with(String field, @Nullable Object value) {
        var changed = new LinkedHashMap<>(json);
        changed.put(field, value);
        return new NoticeJson(changed);
    }

    public NoticeJson titled(String title, String... items) {
        return with("texts", Map.of("fr", text(title, items)));
    }

    public String organisation() {
        return String.valueOf(json.get("organisation"));
    }
}
