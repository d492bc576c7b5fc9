package org.appel.postings.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.appel.postings.messaging.Employment;
import org.appel.postings.model.Place;

/**
 * The XML from which LinkedIn takes basic jobs. It needs two things that no notice says: the number of the
 * organisation's page, and whom to write to about its jobs.
 *
 * @see <a href="https://learn.microsoft.com/en-us/linkedin/talent/job-postings/xml-feeds-development-guide">LinkedIn: XML
 *     feeds</a>
 */
final class LinkedInFeed implements FeedWriter {

    private static final int SHORTEST_DESCRIPTION = 100;
    private static final int LONGEST_DESCRIPTION = 25_000;
    private static final int LONGEST_TITLE = 200;

    private final Xml xml;

    LinkedInFeed(OutputStream out) throws IOException {
        xml = new Xml(out);
    }

    /** What keeps a posting out of this feed; empty if nothing does. */
    static List<Omission> omissions(FeedEntry entry) {
        var omissions = new ArrayList<Omission>();
        var boards = entry.publisher().boards();
        if (boards.linkedinCompanyId() == null) {
            omissions.add(new Omission("companyId", "The organisation has no boards.linkedinCompanyId"));
        }
        if (boards.linkedinPosterEmail() == null) {
            omissions.add(new Omission("posterEmail", "The organisation has no boards.linkedinPosterEmail"));
        }
        if (entry.placesInACountry().isEmpty()) {
            omissions.add(new Omission("location", "The notice names no country"));
        }
        int title = entry.plainTitle().length();
        if (title > LONGEST_TITLE) {
            omissions.add(
                    new Omission("title", "has " + title + " characters; at most " + LONGEST_TITLE + " are taken"));
        }
        int description = entry.html().length();
        if (description < SHORTEST_DESCRIPTION || description > LONGEST_DESCRIPTION) {
            omissions.add(new Omission(
                    "description",
                    "The text has " + description + " characters with its markup; " + SHORTEST_DESCRIPTION + " to "
                            + LONGEST_DESCRIPTION + " are taken"));
        }
        return List.copyOf(omissions);
    }

    @Override
    public void begin(FeedHead head) throws IOException {
        xml.start("source");
        xml.text(
                "lastBuildDate",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(head.updated().atOffset(ZoneOffset.UTC)));
        xml.text("publisherUrl", head.home());
        xml.text("publisher", head.title());
    }

    @Override
    public void entry(FeedEntry entry) throws IOException {
        if (!omissions(entry).isEmpty()) {
            return;
        }
        var boards = entry.publisher().boards();
        var place = entry.placesInACountry().getFirst();
        xml.start("job");
        xml.cdata("partnerJobId", entry.posting().id());
        xml.cdata("company", entry.publisherName());
        xml.cdata("companyId", boards.linkedinCompanyId());
        xml.cdata("title", entry.plainTitle());
        xml.cdata("description", entry.html());
        xml.cdata("applyUrl", entry.applyAt());
        xml.cdata("location", location(place));
        xml.cdata("city", place.city());
        xml.cdata("country", place.country());
        xml.cdata("workplaceTypes", workplace(place));
        xml.cdata("jobtype", type(Employment.of(entry.ad())));
        xml.cdata("posterEmail", boards.linkedinPosterEmail());
        xml.end();
    }

    @Override
    public void end() throws IOException {
        xml.end();
        xml.close();
    }

    /** Like {@code Bruxelles, Belgium}. */
    private static String location(Place place) {
        var country = Locale.of("", Objects.requireNonNull(place.country())).getDisplayCountry(Locale.ENGLISH);
        return Stream.of(place.city(), country).filter(Objects::nonNull).collect(Collectors.joining(", "));
    }

    private static @Nullable String workplace(Place place) {
        return switch (place.arrangement()) {
            case null -> null;
            case ON_SITE -> "On-site";
            case HYBRID -> "Hybrid";
            case REMOTE -> "Remote";
        };
    }

    /** It takes one: what the contract is, else how much of a full-time post. */
    private static @Nullable String type(List<Employment> kinds) {
        return kinds.isEmpty() ? null : type(kinds.getLast());
    }

    private static String type(Employment kind) {
        return switch (kind) {
            case FULL_TIME -> "FULL_TIME";
            case PART_TIME -> "PART_TIME";
            case CONTRACTOR -> "CONTRACT";
            case TEMPORARY -> "TEMPORARY";
            case INTERN -> "INTERNSHIP";
            case VOLUNTEER -> "VOLUNTEER";
        };
    }
}
