package org.appel.postings.model;

import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
 */
public record Organisation(
        String id,
        String name,
        Map<String, String> names,
        String language,
        List<String> hrAddresses,
        String country,
        ZoneId zone,
        ApprovalRule approval) {

    public Organisation {
        names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
        hrAddresses = List.copyOf(hrAddresses);
    }

    @Override
    public String toString() {
        return "Organisation[" + id + "]";
    }
}
