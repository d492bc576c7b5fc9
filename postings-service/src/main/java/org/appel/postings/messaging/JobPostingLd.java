package org.appel.postings.messaging;

import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

import org.appel.postings.model.Experience;
import org.appel.postings.model.JobAd;
import org.appel.postings.model.LanguageVersion;
import org.appel.postings.model.Organisation;
import org.appel.postings.model.Pay;
import org.appel.postings.model.Place;
import org.appel.postings.model.Place.Arrangement;
import org.appel.postings.model.Posting.Published;

/**
 * A posting as schema.org {@code JobPosting} in JSON-LD, as search engines for jobs read it. What the notice does not
 * say is left out.
 *
 * @see <a href="https://schema.org/JobPosting">schema.org: JobPosting</a> and <a
 *     href="https://developers.google.com/search/docs/appearance/structured-data/job-posting">Google: job posting</a>
 */
public final class JobPostingLd {

    /** Its media type. */
    public static final String MEDIA_TYPE = "application/ld+json";

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final int MONTHS_OF_A_YEAR = 12;

    private JobPostingLd() {}

    /**
     * @param version the language to write it in
     * @param page the posting's page for people in this language
     * @return a tree of maps, lists, texts, numbers and booleans, in the order of writing
     */
    public static Map<String, Object> of(Published posting, Organisation publisher, LanguageVersion version, URI page) {
        var ad = posting.ad();
        var ld = new LinkedHashMap<String, Object>();
        ld.put("@context", "https://schema.org/");
        ld.put("@type", "JobPosting");
        ld.put("title", PlainTitle.of(ad, version.text()));
        ld.put("description", NoticeHtml.of(version.text()));
        ld.put("identifier", identifier(posting, publisher, version.language()));
        ld.put("datePosted", written(ad, posting.publication().publishedAt()));
        put(ld, "validThrough", lastSecond(posting));
        put(
                ld,
                "employmentType",
                oneOrMany(Employment.of(ad).stream().map(Enum::name).toList()));
        ld.put("hiringOrganization", organisation(publisher, version.language()));
        places(ad, ld);
        put(ld, "baseSalary", salary(ad));
        put(ld, "experienceRequirements", experience(ad.experience()));
        var apply = ad.apply();
        ld.put("directApply", apply != null && apply.api());
        ld.put("url", page.toString());
        return ld;
    }

    /** As JSON. */
    public static String json(Map<String, Object> ld) {
        try {
            return JSON.writeValueAsString(ld);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON can be made of it", e);
        }
    }

    /**
     * As JSON to stand between {@code <script type="application/ld+json">} and {@code </script>}: no tag, comment or
     * entity can begin or end in it.
     */
    public static String forScript(Map<String, Object> ld) {
        return json(ld).replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    private static Map<String, Object> identifier(Published posting, Organisation publisher, String language) {
        var reference = posting.ad().reference();
        return typed(
                "PropertyValue",
                "name",
                Characters.clean(publisher.nameIn(language)),
                "value",
                reference == null ? posting.id().toString() : Characters.clean(reference));
    }

    /** The deadline includes the second before it has passed, so that a board that shows its day shows the printed one. */
    private static @Nullable String lastSecond(Published posting) {
        return posting.closesAt()
                .map(closesAt -> written(posting.ad(), closesAt.minus(1, ChronoUnit.SECONDS)))
                .orElse(null);
    }

    private static String written(JobAd ad, Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(ad.there(moment).truncatedTo(ChronoUnit.SECONDS));
    }

    private static Map<String, Object> organisation(Organisation publisher, String language) {
        return typed(
                "Organization",
                "name",
                Characters.clean(publisher.nameIn(language)),
                "sameAs",
                text(publisher.website()),
                "logo",
                text(publisher.logo()));
    }

    /** Duty stations where the work is done; only where there is none, from which countries one may work. */
    private static void places(JobAd ad, Map<String, Object> ld) {
        var stations = ad.places().stream()
                .filter(place -> place.arrangement() != Arrangement.REMOTE)
                .toList();
        if (stations.isEmpty()) {
            var countries = oneOrMany(known(ad.places(), Place::country)
                    .map(country -> typed("Country", "name", name(country)))
                    .toList());
            // The one is not allowed without the other.
            put(ld, "jobLocationType", countries == null ? null : "TELECOMMUTE");
            put(ld, "applicantLocationRequirements", countries);
            return;
        }
        var inACountry =
                stations.stream().filter(place -> place.country() != null).toList();
        // A city alone may lie in several countries: it is named only where nothing better is known.
        var named = inACountry.isEmpty()
                ? stations.stream().filter(place -> place.city() != null).toList()
                : inACountry;
        put(
                ld,
                "jobLocation",
                oneOrMany(named.stream().map(JobPostingLd::location).distinct().toList()));
    }

    /** In English, since a bare code such as TN may be taken for another place. */
    private static String name(String country) {
        return Locale.of("", country).getDisplayCountry(Locale.ENGLISH);
    }

    private static Map<String, Object> location(Place place) {
        var city = place.city();
        return typed(
                "Place",
                "address",
                typed(
                        "PostalAddress",
                        "addressLocality",
                        city == null ? null : Characters.clean(city),
                        "addressCountry",
                        place.country()));
    }

    /**
     * The pay of this very workload. A total has no unit that search engines know, and what is paid net is not the base
     * salary: both are left to the description.
     */
    private static @Nullable Map<String, Object> salary(JobAd ad) {
        var pay = ad.payForThisWorkload()
                .filter(each -> each.per() != Pay.Period.TOTAL && !Boolean.FALSE.equals(each.gross()))
                .orElse(null);
        if (pay == null) {
            return null;
        }
        var from = PayForWorkloadV1.units(pay.fromCents());
        var to = PayForWorkloadV1.units(pay.toCents());
        var unit = pay.per().name();
        var value = Objects.equals(from, to)
                ? typed("QuantitativeValue", "value", from, "unitText", unit)
                : typed("QuantitativeValue", "minValue", from, "maxValue", to, "unitText", unit);
        return typed("MonetaryAmount", "currency", pay.currency(), "value", value);
    }

    private static @Nullable Map<String, Object> experience(@Nullable Experience years) {
        var from = years == null ? null : years.from();
        return from == null || from == 0
                ? null
                : typed("OccupationalExperienceRequirements", "monthsOfExperience", from * MONTHS_OF_A_YEAR);
    }

    private static <T> Stream<T> known(List<Place> places, Function<Place, @Nullable T> part) {
        return places.stream().map(part).filter(Objects::nonNull).distinct();
    }

    private static @Nullable String text(@Nullable URI address) {
        return address == null ? null : address.toString();
    }

    private static @Nullable Object oneOrMany(List<?> values) {
        return values.isEmpty() ? null : values.size() == 1 ? values.getFirst() : values;
    }

    /** An object of schema.org; members without a value are left out. */
    private static Map<String, Object> typed(String type, @Nullable Object... members) {
        var object = new LinkedHashMap<String, Object>();
        object.put("@type", type);
        for (int i = 0; i < members.length; i += 2) {
            put(object, String.valueOf(members[i]), members[i + 1]);
        }
        return object;
    }

    private static void put(Map<String, Object> object, String name, @Nullable Object value) {
        if (value != null) {
            object.put(name, value);
        }
    }
}
