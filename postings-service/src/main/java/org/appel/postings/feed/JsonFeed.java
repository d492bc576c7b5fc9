package org.appel.postings.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import org.jspecify.annotations.Nullable;

import org.appel.postings.messaging.Characters;
import org.appel.postings.messaging.Employment;
import org.appel.postings.model.Place;

/**
 * A JSON Feed. The member {@code _appel} of an item has what boards choose by.
 *
 * @see <a href="https://www.jsonfeed.org/version/1.1/">JSON Feed 1.1</a>
 */
final class JsonFeed implements FeedWriter {

    static final String MEDIA_TYPE = "application/feed+json";

    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    private final JsonGenerator json;

    JsonFeed(OutputStream out) throws IOException {
        json = FACTORY.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    @Override
    public void begin(FeedHead head) throws IOException {
        json.writeStartObject();
        text("version", "https://jsonfeed.org/version/1.1");
        text("title", head.title());
        text("home_page_url", head.home());
        text("feed_url", head.self());
        text("next_url", head.next());
        text("language", head.language());
        json.writeArrayFieldStart("items");
    }

    @Override
    public void entry(FeedEntry entry) throws IOException {
        json.writeStartObject();
        text("id", entry.id());
        text("url", entry.page());
        text("title", entry.title());
        text("content_html", entry.html());
        text("date_published", time(entry.posting().publication().publishedAt()));
        text("date_modified", time(entry.updated()));
        text("language", entry.language());
        json.writeArrayFieldStart("authors");
        json.writeStartObject();
        text("name", entry.publisherName());
        text("url", entry.publisher().website());
        text("avatar", entry.publisher().logo());
        json.writeEndObject();
        json.writeEndArray();
        extension(entry);
        json.writeEndObject();
    }

    @Override
    public void end() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
        json.close();
    }

    private void extension(FeedEntry entry) throws IOException {
        json.writeObjectFieldStart("_appel");
        text("posting", entry.posting().id());
        text("organisation", entry.publisher().id());
        text("reference", entry.ad().reference());
        text("closesAt", time(entry.posting().closesAt().map(entry.ad()::there).orElse(null)));
        var workload = entry.ad().workload();
        if (workload != null) {
            json.writeNumberField("workloadPercent", workload.percent());
        }
        json.writeArrayFieldStart("employmentType");
        for (var kind : Employment.of(entry.ad())) {
            json.writeString(kind.name());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("places");
        for (var place : entry.ad().places()) {
            place(place);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("pages");
        for (var page : entry.alternates().entrySet()) {
            text(page.getKey(), page.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void place(Place place) throws IOException {
        json.writeStartObject();
        text("city", place.city());
        text("country", place.country());
        var arrangement = place.arrangement();
        text("arrangement", arrangement == null ? null : arrangement.code());
        json.writeEndObject();
    }

    private static String time(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static @Nullable String time(@Nullable OffsetDateTime moment) {
        return moment == null ? null : format(moment.truncatedTo(ChronoUnit.SECONDS));
    }

    private static String format(TemporalAccessor moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
    }

    private void text(String name, @Nullable Object text) throws IOException {
        if (text != null) {
            json.writeStringField(name, Characters.clean(text.toString()));
        }
    }
}
