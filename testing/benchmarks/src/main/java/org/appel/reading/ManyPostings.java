package org.appel.reading;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.appel.launcher.http.Api;
import org.appel.launcher.local.LocalSystem;
import org.appel.launcher.process.Service;
import org.appel.launcher.samples.Notice;

/**
 * Open postings by the thousand: copies of a real notice that differ in what readers filter by, and in three words of a
 * vocabulary of a thousand each.
 */
final class ManyPostings {

    static final int WORDS = 1000;
    static final String[] COUNTRIES = {"BE", "CH", "TN", "LY", "MA", "FR", "GB", "KE", "MX", "TH"};
    static final int[] WORKLOADS = {40, 60, 80, 90, 100};

    private static final String COPY = """
            INSERT INTO posting (id, organisation, state, ad, version, deadline_version, created_at, published_at,
                closes_at, workload_percent, contract, countries, cities, languages, words, revision)
            SELECT gen_random_uuid(), organisation, 'OPEN',
                jsonb_set(ad, '{texts,fr,title}', to_jsonb((ad #>> '{texts,fr,title}') || ' ' || i)), 1, 1, created_at,
                appel_now() - i * interval '1 second', appel_now() + interval '30 days' + i * interval '1 second',
                (ARRAY[40, 60, 80, 90, 100])[1 + i / 10 %% 5],
                (ARRAY['fixed-term', 'permanent', 'consultancy'])[1 + i %% 3],
                ARRAY[(ARRAY['BE', 'CH', 'TN', 'LY', 'MA', 'FR', 'GB', 'KE', 'MX', 'TH'])[1 + i %% 10]], cities, languages,
                %s || ' ' || (SELECT string_agg('w' || substr(md5(((i::bigint * k * 7919 + k * 104729) %% 1000)::text), 1, 9), ' ')
                    FROM generate_series(1, 3) k), 1
            FROM posting, generate_series(?, ?) AS i WHERE id = ?::uuid""";

    private final LocalSystem system;
    private final String model;
    private int number;

    /** Publishes the notice that is copied. */
    ManyPostings(LocalSystem system) {
        this.system = system;
        Api hr = system.api(Service.POSTINGS, "hr", "omct");
        var body = (ObjectNode) Notice.CIVIC_SPACE.body();
        body.putNull("reference");
        body.putObject("deadline").put("none", true);
        body.putObject("start").put("asap", true);
        var draft = hr.post("/postings", body).orThrow("writing a draft");
        this.model = draft.json().path("id").asText();
        hr.put("/postings/" + model + "/publication", body.objectNode(), Map.of("If-Match", "*"))
                .orThrow("publishing");
        this.number = 1;
    }

    /**
     * Adds copies until there are so many.
     *
     * @param withText whether the search finds them by each word of the notice, as it does real ones; it takes long
     */
    void fillTo(int wanted, boolean withText) throws SQLException {
        try (var connection = system.database().connect(Service.POSTINGS.database());
                var copy = connection.prepareStatement(COPY.formatted(withText ? "words" : "''"));
                var statement = connection.createStatement()) {
            copy.setInt(1, number);
            copy.setInt(2, wanted - 1);
            copy.setString(3, model);
            copy.executeUpdate();
            statement.execute("VACUUM ANALYZE posting");
        }
        number = wanted;
    }

    /** A word of the vocabulary, as the copies have it. */
    static String word(int n) {
        try {
            var hash = MessageDigest.getInstance("MD5")
                    .digest(Integer.toString(n % WORDS).getBytes(StandardCharsets.US_ASCII));
            return "w" + HexFormat.of().formatHex(hash).substring(0, 9);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
