package org.appel.postings.reliefweb;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.appel.postings.messaging.NoticeHtml;
import org.appel.postings.messaging.PlainTitle;
import org.appel.postings.model.Contract;
import org.appel.postings.model.Experience;
import org.appel.postings.model.JobAd;
import org.appel.postings.model.LanguageVersion;
import org.appel.postings.model.Organisation;
import org.appel.postings.model.Place;
import org.appel.postings.model.Posting;
import org.appel.postings.model.ReliefWebSettings;
import org.appel.postings.model.Section;

/**
 * Makes ReliefWeb's job document of a posting, or says what is missing for it.
 *
 * @see <a href="https://reliefweb.int/post-api-schemas/v2/job.json">ReliefWeb: schema of a job</a>
 */
final class JobDocuments {

    private static final int SHORTEST = 10;
    private static final int LONGEST_TITLE = 255;
    private static final int LONGEST_TEXT = 100_000;
    private static final int LONGEST_CITY = 255;

    /** With these, ReliefWeb takes no themes: human resources, administration, information technology, donor relations. */
    private static final Set<Integer> CATEGORIES_WITHOUT_THEMES = Set.of(6863, 6864, 6866, 20966);

    private static final int JOB = 263;
    private static final int CONSULTANCY = 264;
    private static final int INTERNSHIP = 265;
    private static final int VOLUNTEER = 266;

    /** Control characters and marks that are not seen, which ReliefWeb takes nowhere. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{C}&&[^\\t\\n]]");

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    private final Posting posting;
    private final JobAd ad;
    private final Organisation publisher;
    private final ReliefWebSettings settings;
    private final String url;
    private final @Nullable LanguageVersion version;
    private final List<Missing> missing = new ArrayList<>();

    /**
     * What keeps a posting from ReliefWeb.
     *
     * @param field of the document
     * @param detail a sentence for its team
     */
    record Missing(String field, String detail) {}

    /**
     * A document, or why there is none.
     *
     * @param missing empty if there is a document
     */
    record Made(@Nullable JobDocument document, List<Missing> missing) {
        Made {
            missing = List.copyOf(missing);
        }
    }

    private JobDocuments(Posting posting, Organisation publisher, ReliefWebSettings settings, String url) {
        this.posting = posting;
        this.ad = posting.ad();
        this.publisher = publisher;
        this.settings = settings;
        this.url = url;
        this.version = ad.in(List.of()).orElse(null);
    }

    /** Of a posting that takes applications. */
    static Made open(Posting posting, Organisation publisher, ReliefWebSettings settings, String url) {
        var documents = new JobDocuments(posting, publisher, settings, url);
        return documents.make(documents.closingDay());
    }

    private Made make(@Nullable LocalDate closingDay) {
        var fields = new LinkedHashMap<String, Object>();
        var uuid = JobDocument.uuid(url);
        fields.put("url", url);
        fields.put("uuid", uuid.toString());
        put(fields, "title", title());
        put(
                fields,
                "source",
                one(publisher.boards().reliefwebSource()),
                "The organisation has no boards.reliefwebSource");
        put(
                fields,
                "closing_date",
                closingDay == null ? null : JobDocument.endOf(closingDay),
                "The posting is open until it is filled, and ReliefWeb wants a date");
        put(fields, "body", text("body", body()));
        put(fields, "how_to_apply", text("how_to_apply", howToApply()));
        put(fields, "job_type", one(Objects.requireNonNullElseGet(settings.jobType(), () -> type(ad.contract()))));
        put(
                fields,
                "job_experience",
                one(settings.jobExperience() == null ? experience(ad.experience()) : settings.jobExperience()),
                "The notice says no years of experience: set jobExperience");
        put(fields, "career_category", one(settings.careerCategory()), "Set careerCategory");
        countries(fields);
        if (!settings.themes().isEmpty() && !CATEGORIES_WITHOUT_THEMES.contains(settings.careerCategory())) {
            fields.put("theme", settings.themes());
        }
        return new Made(missing.isEmpty() ? new JobDocument(uuid, fields) : null, missing);
    }

    private void countries(Map<String, Object> fields) {
        if (settings.countries().isEmpty()) {
            return;
        }
        fields.put("country", settings.countries());
        ad.places().stream()
                .map(Place::city)
                .filter(Objects::nonNull)
                .map(JobDocuments::line)
                .filter(city ->
                        city.length() <= LONGEST_CITY && LETTER.matcher(city).find())
                .findFirst()
                .ifPresent(city -> fields.put("city", city));
    }

    private @Nullable String title() {
        if (version == null) {
            missing.add(new Missing("title", "The notice has no text"));
            return null;
        }
        var title = line(PlainTitle.of(ad, version.text()));
        if (title.length() < SHORTEST
                || title.length() > LONGEST_TITLE
                || !LETTER.matcher(title).find()) {
            missing.add(new Missing(
                    "title", "must have " + SHORTEST + " to " + LONGEST_TITLE + " characters, and letters: " + title));
            return null;
        }
        return title;
    }

    private @Nullable String text(String field, String html) {
        var text = line(html);
        if (text.length() < SHORTEST
                || text.length() > LONGEST_TEXT
                || !LETTER.matcher(text).find()) {
            missing.add(new Missing(
                    field,
                    "must have " + SHORTEST + " to " + LONGEST_TEXT + " characters with its markup, and letters; has "
                            + text.length()));
            return null;
        }
        return text;
    }

    private String body() {
        return NoticeHtml.of(sections(false));
    }

    private List<Section> sections(boolean howToApply) {
        return version == null
                ? List.of()
                : version.text().sections().stream()
                        .filter(section -> (section.kind() == Section.Kind.HOW_TO_APPLY) == howToApply)
                        .toList();
    }

    /** The notice's own words, then the ways that it gives. */
    private String howToApply() {
        var html = new StringBuilder(NoticeHtml.of(sections(true)));
        var apply = ad.apply();
        if (apply == null) {
            return html.toString();
        }
        var words = version != null && version.language().equals("fr") ? "Postuler : " : "Apply: ";
        if (apply.api()) {
            html.append("<p>").append(words).append(NoticeHtml.escaped(url)).append("</p>");
        }
        if (apply.url() != null) {
            html.append("<p>")
                    .append(words)
                    .append(NoticeHtml.escaped(apply.url()))
                    .append("</p>");
        }
        var email = apply.email();
        if (email != null) {
            html.append("<p>").append(words).append(NoticeHtml.escaped(email.address()));
            if (email.subject() != null) {
                html.append(" – «").append(NoticeHtml.escaped(email.subject())).append("»");
            }
            html.append("</p>");
        }
        return html.toString();
    }

    /** The printed day. */
    private @Nullable LocalDate closingDay() {
        return posting.closesAt()
                .map(closesAt -> ad.there(closesAt.minus(1, ChronoUnit.SECONDS)).toLocalDate())
                .orElse(null);
    }

    private static int type(@Nullable Contract contract) {
        return switch (contract == null ? null : contract.type()) {
            case CONSULTANCY -> CONSULTANCY;
            case INTERNSHIP -> INTERNSHIP;
            case VOLUNTEER -> VOLUNTEER;
            // Whoever leaves the type out has given a workload: it is a job.
            case null -> JOB;
            case PERMANENT, FIXED_TERM, TEMPORARY -> JOB;
        };
    }

    /** 0 to 2 years, 3 to 4, 5 to 9, 10 and more. */
    private static @Nullable Integer experience(@Nullable Experience years) {
        var from = years == null ? null : years.from();
        if (from == null) {
            return null;
        }
        return from < 3 ? 258 : from < 5 ? 259 : from < 10 ? 260 : 261;
    }

    /** On one line, with single spaces and nothing that is not seen. */
    private static String line(String text) {
        return SPACES.matcher(UNSEEN.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    private static @Nullable List<Integer> one(@Nullable Integer number) {
        return number == null ? null : List.of(number);
    }

    private void put(Map<String, Object> fields, String name, @Nullable Object value, String why) {
        if (value == null) {
            missing.add(new Missing(name, why));
        }
        put(fields, name, value);
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
