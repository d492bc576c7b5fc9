package org.appel.postings.authoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

import org.appel.postings.model.JobAd;

/** The five real notices as if they were open: with a deadline to come, and with what two of them are silent about. */
public final class SampleNotices {

    public static final List<String> NAMES = List.of(
            "omct-charge-espace-civique",
            "omct-directeur-programme-ddh",
            "omct-secretaire-general",
            "oim-politiques-protection",
            "directeur-promotion-droits-homme");

    private static final ObjectMapper JSON =
            JsonMapper.builder().findAndAddModules().build();

    private SampleNotices() {}

    /** What HR's front end sends. */
    public static Map<String, @Nullable Object> json(String name, String organisation) {
        var notice = new LinkedHashMap<String, @Nullable Object>(read(name));
        notice.put("organisation", organisation);
        notice.put("start", null);
        notice.put("deadline", Map.of("date", "2199-08-03", "zone", "Europe/Brussels"));
        notice.putIfAbsent("workloadPercent", 100);
        if (notice.get("places") instanceof List<?> places && places.isEmpty()) {
            notice.put("places", List.of(Map.of("city", "Rabat", "country", "MA", "arrangement", "on-site")));
        }
        notice.putIfAbsent("apply", Map.of("api", true, "documents", List.of("cv")));
        return notice;
    }

    /** The same as the model has it. */
    public static JobAd ad(String name) {
        return JSON.convertValue(json(name, "omct"), AdBody.class).toAd();
    }

    private static Map<String, Object> read(String name) {
        try (var file = SampleNotices.class.getResourceAsStream("/samples/notices/" + name + ".json")) {
            return JSON.readValue(file, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
