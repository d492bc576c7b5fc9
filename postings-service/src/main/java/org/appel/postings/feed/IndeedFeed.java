package org.appel.postings.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.appel.postings.messaging.Employment;
import org.appel.postings.messaging.PayForWorkloadV1;
import org.appel.postings.model.Place;

/**
 * The XML that Indeed fetches, and that many other boards read as well. A job has one place there: the first.
 *
 * @see <a href="https://docs.indeed.com/indeed-apply/xml-feed">Indeed: XML feed reference</a>
 */
final class IndeedFeed implements FeedWriter {

    private final Xml xml;

    IndeedFeed(OutputStream out) throws IOException {
        xml = new Xml(out);
    }

    /** What keeps a posting out of this feed; empty if nothing does. */
    static List<Omission> omissions(FeedEntry entry) {
        var omissions = new ArrayList<Omission>();
        if (entry.placesInACountry().isEmpty()) {
            omissions.add(new Omission("country", "The notice names no country"));
        } else if (!entry.isRemote() && city(place(entry)) == null) {
            omissions.add(new Omission("city", "No place of the notice has both a city and a country"));
        }
        return List.copyOf(omissions);
    }

    @Override
    public void begin(FeedHead head) throws IOException {
        xml.start("source");
        xml.text("publisher", head.title());
        xml.text("publisherurl", head.home());
        xml.text("lastBuildDate", time(head.updated().atOffset(ZoneOffset.UTC)));
    }

    @Override
    public void entry(FeedEntry entry) throws IOException {
        if (!omissions(entry).isEmpty()) {
            return;
        }
        var place = place(entry);
        xml.start("job");
        xml.cdata("title", entry.plainTitle());
        xml.cdata("date", time(entry.ad().there(entry.posting().publication().publishedAt())));
        xml.cdata("referencenumber", entry.posting().id());
        xml.cdata("requisitionid", entry.ad().reference());
        xml.cdata("url", entry.page());
        xml.cdata("company", entry.publisherName());
        xml.cdata("city", city(place));
        xml.cdata("country", place.country());
        xml.cdata("description", entry.html());
        xml.cdata("salary", salary(PayForWorkloadV1.of(entry.ad())));
        xml.cdata("jobtype", types(Employment.of(entry.ad())));
        xml.cdata("remotetype", remote(place));
        var apply = entry.ad().apply();
        var email = apply == null ? null : apply.email();
        xml.cdata("email", email == null ? null : email.address());
        var last = entry.lastSecond();
        xml.cdata("expirationdate", last == null ? null : time(last));
        xml.end();
    }

    @Override
    public void end() throws IOException {
        xml.end();
        xml.close();
    }

    /** The first with a city, else the first of all. */
    private static Place place(FeedEntry entry) {
        var places = entry.placesInACountry();
        return places.stream().filter(place -> city(place) != null).findFirst().orElseGet(places::getFirst);
    }

    private static @Nullable String city(Place place) {
        var city = place.city();
        return city == null || city.isBlank() ? null : city;
    }

    private static String time(OffsetDateTime moment) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(moment);
    }

    /** Like {@code 30720 - 33120 EUR per year}. */
    private static @Nullable String salary(@Nullable PayForWorkloadV1 pay) {
        if (pay == null) {
            return null;
        }
        var amounts = Stream.of(pay.from(), pay.to())
                .filter(Objects::nonNull)
                .map(BigDecimal::toPlainString)
                .distinct()
                .collect(Collectors.joining(" - "));
        var bound = pay.from() == null ? "up to " : pay.to() == null ? "from " : "";
        var net = Boolean.FALSE.equals(pay.gross()) ? " net" : "";
        var period = pay.per().equals("total") ? " in total" : " per " + pay.per();
        return bound + amounts + " " + pay.currency() + net + period;
    }

    private static @Nullable String types(List<Employment> kinds) {
        return kinds.isEmpty() ? null : kinds.stream().map(IndeedFeed::type).collect(Collectors.joining(", "));
    }

    private static String type(Employment kind) {
        return switch (kind) {
            case FULL_TIME -> "fulltime";
            case PART_TIME -> "parttime";
            case CONTRACTOR -> "contract";
            case TEMPORARY -> "temporary";
            case INTERN -> "internship";
            case VOLUNTEER -> "volunteer";
        };
    }

    private static @Nullable String remote(Place place) {
        return switch (place.arrangement()) {
            case null -> null;
            case ON_SITE -> null;
            case HYBRID -> "Hybrid remote";
            case REMOTE -> "Fully remote";
        };
    }
}
