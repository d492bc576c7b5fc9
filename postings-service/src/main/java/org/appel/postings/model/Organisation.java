package org.appel.postings.model;

import java.net.URI;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Who publishes.
 *
 * @param id short name in addresses: {@code omct}
 * @param name as it signs
 * @param names its name in other languages, by ISO 639-1 code
 * @param language ISO 639-1 code of the language in which it wants to be written to
 * @param hrAddresses where its hiring team reads mail; not for the public
 * @param country ISO 3166-1 alpha-2 code of its seat
 * @param zone time zone of its seat
 * @param approval whether a second person looks at its drafts before they are published
 * @param website http or https
 * @param logo a picture, http or https
 */
public record Organisation(
        String id,
        String name,
        Map<String, String> names,
        String language,
        List<String> hrAddresses,
        String country,
        ZoneId zone,
        ApprovalRule approval,
        @Nullable URI website,
        @Nullable URI logo,
        Boards boards) {

    public Organisation {
        names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
        hrAddresses = List.copyOf(hrAddresses);
    }

    /** Its name in a language, by ISO 639-1 code; as it signs where it has none of its own there. */
    public String nameIn(String wanted) {
        return names.getOrDefault(wanted, name);
    }

    @Override
    public String toString() {
        return "Organisation[" + id + "]";
    }
}
