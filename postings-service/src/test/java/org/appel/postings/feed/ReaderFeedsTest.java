package org.appel.postings.feed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import org.appel.postings.messaging.Characters;
import org.appel.testing.Contracts;

import static org.appel.postings.feed.Entries.CHANGED;
import static org.appel.postings.feed.Entries.HOSTILE;
import static org.appel.postings.feed.Entries.bare;
import static org.appel.postings.feed.Entries.feed;
import static org.appel.postings.feed.Entries.hostile;
import static org.appel.postings.feed.Entries.inTwoLanguages;
import static org.appel.postings.feed.Entries.samples;
import static org.assertj.core.api.Assertions.assertThat;

/** Feeds for readers, read by parsers that others wrote. */
class ReaderFeedsTest {

    private static final Path JSON_FEED =
            Contracts.root().resolve("postings-service/src/test/resources/schemas/json-feed.schema.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final FeedEntry[] ALL =
            Stream.concat(samples(), Stream.of(bare(), inTwoLanguages("en"))).toArray(FeedEntry[]::new);

    @ParameterizedTest
    @EnumSource(
            value = FeedFormat.class,
            names = {"ATOM", "RSS"})
    void a_feed_reader_finds_every_posting_with_its_whole_text(FeedFormat format) {
        // When
        var feed = Parsed.rome(feed(format, ALL));

        // Then
        assertThat(feed.getFeedType()).isEqualTo(format == FeedFormat.ATOM ? "atom_1.0" : "rss_2.0");
        assertThat(feed.getTitle()).isEqualTo("Postes ouverts");
        assertThat(feed.getEntries()).hasSameSizeAs(ALL);
        for (int i = 0; i < ALL.length; i++) {
            var read = feed.getEntries().get(i);
            assertThat(read.getUri()).isEqualTo(ALL[i].id().toString());
            assertThat(read.getLink()).isEqualTo(ALL[i].page().toString());
            assertThat(read.getTitle()).isEqualTo(ALL[i].title());
            assertThat(content(read)).isEqualTo(ALL[i].html());
            assertThat(read.getAuthor()).isEqualTo(ALL[i].publisherName());
            assertThat(read.getPublishedDate())
                    .isEqualTo(ALL[i].posting().publication().publishedAt());
            Parsed.html(content(read));
        }
    }

    @Test
    void an_atom_entry_says_when_it_was_changed_and_where_its_languages_are() {
        // When
        var entry = Parsed.rome(feed(FeedFormat.ATOM, inTwoLanguages("en")))
                .getEntries()
                .getFirst();

        // Then
        assertThat(entry.getUpdatedDate()).isEqualTo(CHANGED.truncatedTo(ChronoUnit.SECONDS));
        assertThat(entry.getLinks())
                .extracting(SyndLink::getHreflang, link -> link.getHref().replaceAll(".*/careers/(..)/.*", "$1"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("en", "en"),
                        org.assertj.core.groups.Tuple.tuple("fr", "fr"));
    }

    @Test
    void an_atom_page_leads_to_the_next() {
        // When
        var links = Parsed.rome(feed(FeedFormat.ATOM, ALL)).getLinks();

        // Then
        assertThat(links).extracting(SyndLink::getRel).contains("next", "self", "alternate");
    }

    @Test
    void a_JSON_feed_follows_its_specification() throws IOException {
        // When
        var feed = feed(FeedFormat.JSON, ALL);

        // Then
        assertThat(Contracts.violations(JSON_FEED, new String(feed, StandardCharsets.UTF_8)))
                .isEmpty();
        var items = JSON.readTree(feed).path("items");
        assertThat(items).hasSize(ALL.length);
        assertThat(items.get(0).path("content_html").asText()).isEqualTo(ALL[0].html());
        assertThat(Instant.parse(items.get(0).path("date_modified").asText()))
                .isEqualTo(CHANGED.truncatedTo(ChronoUnit.SECONDS));
        assertThat(items.get(0).path("_appel").path("workloadPercent").asInt()).isEqualTo(80);
        assertThat(items.get(ALL.length - 1).path("language").asText()).isEqualTo("en");
    }

    @Test
    void hostile_text_comes_out_of_a_JSON_feed_as_it_went_in() throws IOException {
        // When
        var item = JSON.readTree(feed(FeedFormat.JSON, hostile())).path("items").get(0);

        // Then
        assertThat(item.path("title").asText()).isEqualTo(Characters.clean(HOSTILE));
        assertHostile(item.path("content_html").asText());
    }

    @ParameterizedTest
    @EnumSource(
            value = FeedFormat.class,
            names = {"ATOM", "RSS"})
    void hostile_text_comes_out_of_XML_as_it_went_in(FeedFormat format) {
        // When
        var entry = Parsed.rome(feed(format, hostile())).getEntries().getFirst();

        // Then
        assertThat(entry.getTitle()).isEqualTo(Characters.clean(HOSTILE));
        assertThat(entry.getAuthor()).isEqualTo(Characters.clean(HOSTILE));
        assertHostile(content(entry));
    }

    @ParameterizedTest
    @EnumSource(value = FeedFormat.class, names = "JSON", mode = Mode.EXCLUDE)
    void an_empty_feed_is_a_feed(FeedFormat format) {
        // When
        var document = Parsed.xml(feed(format));

        // Then
        assertThat(document.getDocumentElement().getTagName()).isIn("feed", "rss", "source", "urlset");
    }

    @Test
    void an_unknown_language_of_a_reader_is_passed_over() {
        // When
        var languages = FeedParameters.languages("xx, de;q=0, fr-CH;q=0.8, en;q=0.9, *;q=0.1");

        // Then
        assertThat(languages).containsExactly("en", "fr");
        assertThat(FeedParameters.languages(";;;q=")).isEmpty();
        assertThat(FeedParameters.languages(null)).isEmpty();
    }

    private static void assertHostile(String html) {
        var body = Parsed.html(html);
        var words = Characters.clean(HOSTILE);
        assertThat(body.select("li").first()).isNotNull();
        assertThat(body.select("li").first().wholeText()).isEqualTo(words);
        assertThat(body.select("p").first().wholeText()).isEqualTo(words);
        assertThat(body.select("p").last().wholeText())
                .hasSizeGreaterThan(10_000)
                .endsWith(words);
        assertThat(List.of(body.select("script"), body.select("b"))).allMatch(List::isEmpty);
    }

    private static String content(SyndEntry entry) {
        return entry.getContents().isEmpty()
                ? entry.getDescription().getValue()
                : entry.getContents().getFirst().getValue();
    }
}
