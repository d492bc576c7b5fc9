package org.appel.postings.feed;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndLink;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.appel.testing.RealInfrastructure;

import static org.appel.postings.HiringDesk.aNotice;
import static org.appel.postings.HiringDesk.anOpenPosting;
import static org.appel.postings.HiringDesk.anOrganisation;
import static org.appel.postings.HiringDesk.asAnyone;
import static org.appel.postings.feed.Parsed.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** Feeds that are longer than a page, and sitemaps that are longer than one. */
@QuarkusTest
@RealInfrastructure
@TestProfile(FeedPagesTest.SmallPages.class)
class FeedPagesTest {

    /** Two entries to a page, two postings to a sitemap. */
    public static class SmallPages implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("appel.postings.feeds.page-size", "2", "appel.postings.feeds.sitemap-pages", "4");
        }
    }

    @Inject
    DataSource database;

    @Test
    void pages_lead_through_all_postings_newest_first() {
        // Given
        var organisation = anOrganisation();
        IntStream.range(0, 5).forEach(i -> anOpenPosting(aNotice(organisation).titled("Titre " + i)));

        // When
        var titles = new ArrayList<String>();
        for (var page = "/feeds/postings.atom?language=fr&organisation=" + organisation; page != null; ) {
            var feed = Parsed.rome(asAnyone().get(page).asByteArray());
            titles.addAll(feed.getEntries().stream().map(SyndEntry::getTitle).toList());
            page = next(feed.getLinks());
        }

        // Then
        assertThat(titles).containsExactly("Titre 4", "Titre 3", "Titre 2", "Titre 1", "Titre 0");
    }

    @Test
    void a_board_gets_all_postings_at_once() {
        // Given
        var organisation = anOrganisation();
        IntStream.range(0, 3).forEach(i -> anOpenPosting(aNotice(organisation).titled("Titre " + i)));

        // When
        var feed =
                asAnyone().get("/feeds/indeed.xml?organisation=" + organisation).asByteArray();

        // Then
        assertThat(texts(feed, "title")).containsExactly("Titre 2", "Titre 1", "Titre 0");
    }

    @Test
    void a_board_gets_every_posting_once_however_many_there_are() throws SQLException {
        // Given
        var organisation = anOrganisation();
        var model = anOpenPosting(organisation);
        copy(model.id(), 250);

        // When
        var feed =
                asAnyone().get("/feeds/indeed.xml?organisation=" + organisation).asByteArray();

        // Then
        Parsed.assertValid("indeed.xsd", feed);
        assertThat(texts(feed, "referencenumber")).hasSize(251).doesNotHaveDuplicates();
        run("UPDATE posting SET state = 'WITHDRAWN' WHERE organisation = '" + organisation + "'");
    }

    @Test
    void a_feed_that_breaks_off_is_no_shorter_feed() throws Exception {
        // Given
        var organisation = anOrganisation();
        var model = anOpenPosting(organisation);
        copy(model.id(), 250);
        run("UPDATE posting SET ad = '{}', published_at = published_at - interval '1 day' WHERE id = '" + model.id()
                + "'");
        var address = "http://127.0.0.1:" + RestAssured.port + "/feeds/indeed.xml?organisation=" + organisation;

        try (var client = HttpClient.newHttpClient()) {
            // When
            var begun = client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofInputStream());
            var broken = catchThrowable(() -> Parsed.xml(begun.body().readAllBytes()));

            // Then
            assertThat(begun.statusCode()).isEqualTo(200);
            assertThat(broken).isNotNull();
        }
        run("UPDATE posting SET state = 'WITHDRAWN' WHERE organisation = '" + organisation + "'");
    }

    @Test
    void the_list_of_sitemaps_leads_to_every_posting_once() {
        // Given
        var organisation = anOrganisation();
        var ids = IntStream.range(0, 3)
                .mapToObj(_ -> anOpenPosting(organisation).id())
                .toList();

        // When
        var index = asAnyone().get("/sitemap.xml").asByteArray();

        // Then
        Parsed.assertValid("sitemap.xsd", index);
        var sitemaps = texts(index, "loc").stream()
                .map(address -> asAnyone().get(URI.create(address).getPath()).asByteArray())
                .toList();
        assertThat(sitemaps).hasSizeGreaterThan(1).allSatisfy(sitemap -> {
            Parsed.assertValid("sitemap.xsd", sitemap);
            assertThat(texts(sitemap, "loc")).hasSizeLessThanOrEqualTo(4);
        });
        var pages = sitemaps.stream()
                .flatMap(sitemap -> texts(sitemap, "loc").stream())
                .toList();
        assertThat(pages).doesNotHaveDuplicates();
        assertThat(ids).allSatisfy(id -> assertThat(pages).anyMatch(page -> page.endsWith(id.toString())));
    }

    private void copy(UUID model, int number) throws SQLException {
        run("""
                INSERT INTO posting (id, organisation, state, ad, version, deadline_version, created_at, published_at,
                    closes_at, countries, cities, languages, words, revision)
                SELECT gen_random_uuid(), organisation, state, ad, version, deadline_version, created_at, published_at,
                    closes_at, countries, cities, languages, words, revision
                FROM posting, generate_series(1, %d) WHERE id = '%s'""".formatted(number, model));
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static @Nullable String next(List<SyndLink> links) {
        return links.stream()
                .filter(link -> link.getRel().equals("next"))
                .map(link -> URI.create(link.getHref()))
                .map(address -> address.getRawPath() + "?" + address.getRawQuery())
                .findFirst()
                .orElse(null);
    }
}
