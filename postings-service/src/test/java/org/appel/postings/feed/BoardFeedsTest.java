package org.appel.postings.feed;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.appel.postings.messaging.Characters;
import org.appel.postings.model.ApprovalRule;
import org.appel.postings.model.Boards;
import org.appel.postings.model.Organisation;
import org.appel.postings.model.Pay;
import org.appel.postings.model.Place;
import org.appel.postings.model.Place.Arrangement;
import org.appel.postings.model.Section;

import static org.appel.postings.PostingFixtures.aNotice;
import static org.appel.postings.PostingFixtures.pay;
import static org.appel.postings.PostingFixtures.until;
import static org.appel.postings.feed.Entries.HOSTILE;
import static org.appel.postings.feed.Entries.anOrganisation;
import static org.appel.postings.feed.Entries.bare;
import static org.appel.postings.feed.Entries.entry;
import static org.appel.postings.feed.Entries.feed;
import static org.appel.postings.feed.Entries.hostile;
import static org.appel.postings.feed.Entries.inTwoLanguages;
import static org.appel.postings.feed.Entries.samples;
import static org.appel.postings.feed.Entries.section;
import static org.appel.postings.feed.Parsed.assertValid;
import static org.appel.postings.feed.Parsed.texts;
import static org.assertj.core.api.Assertions.assertThat;

/** Feeds for boards and crawlers, held against what those ask for. */
class BoardFeedsTest {

    private static final String LONG = "Il s’agit de défendre les droits humains. ".repeat(5);

    private static final FeedEntry[] SAMPLES = samples().toArray(FeedEntry[]::new);

    @Test
    void Indeed_gets_every_sample_notice_that_names_a_city() {
        // Given
        var inLibya = SAMPLES[3];

        // When
        var feed = feed(FeedFormat.INDEED, SAMPLES);

        // Then
        assertValid("indeed.xsd", feed);
        assertThat(IndeedFeed.omissions(inLibya)).extracting(Omission::element).containsExactly("city");
        assertThat(texts(feed, "description"))
                .containsExactly(Stream.of(SAMPLES)
                        .filter(entry -> entry != inLibya)
                        .map(FeedEntry::html)
                        .toArray(String[]::new))
                .allSatisfy(Parsed::html);
        assertThat(texts(feed, "title")).contains("Chargé·e protection de l’espace civique (Tunisie/UE)");
        assertThat(texts(feed, "jobtype").getFirst()).isEqualTo("parttime, temporary");
        assertThat(texts(feed, "salary").getFirst()).isEqualTo("30720 - 33120 EUR per year");
    }

    @Test
    void LinkedIn_gets_every_sample_notice() {
        // When
        var feed = feed(FeedFormat.LINKEDIN, SAMPLES);

        // Then
        assertValid("linkedin.xsd", feed);
        assertThat(texts(feed, "partnerJobId"))
                .containsExactly(Stream.of(SAMPLES)
                        .map(entry -> entry.posting().id().toString())
                        .toArray(String[]::new));
        assertThat(texts(feed, "location").getFirst()).isEqualTo("Bruxelles, Belgium");
        assertThat(texts(feed, "companyId")).containsOnly("123456");
        assertThat(texts(feed, "title"))
                .contains("Chargé(e) de politiques de protection et de développement des capacités");
    }

    @Test
    void the_deadline_in_the_feed_is_the_last_second_of_the_printed_day() {
        // Given
        var entry = entry(aNotice().deadline(until("2025-08-03")).build(), "fr");

        // When
        var feed = feed(FeedFormat.INDEED, entry);

        // Then
        assertThat(texts(feed, "expirationdate")).containsExactly("Sun, 3 Aug 2025 23:59:59 +0200");
    }

    @Test
    void what_a_notice_does_not_say_is_left_out() {
        // Given
        var entry = entry(
                aNotice()
                        .reference(null)
                        .contract(null)
                        .pay(null)
                        .workload(100)
                        .places(new Place("Bruxelles", "BE", null))
                        .deadline(new org.appel.postings.model.Deadline.None())
                        .build(),
                "fr");

        // When
        var feed = feed(FeedFormat.INDEED, entry);

        // Then
        assertValid("indeed.xsd", feed);
        assertThat(List.of("requisitionid", "salary", "remotetype", "expirationdate", "state", "postalcode"))
                .allSatisfy(element -> assertThat(texts(feed, element)).isEmpty());
    }

    @Test
    void a_board_that_needs_more_than_a_notice_says_does_not_get_it() {
        // Given
        var nowhere = organisationOn(Boards.NONE);
        var entry = entry(bare().ad(), "fr", nowhere);

        // When
        var indeed = feed(FeedFormat.INDEED, entry);
        var linkedin = feed(FeedFormat.LINKEDIN, entry);

        // Then
        assertThat(texts(indeed, "job")).isEmpty();
        assertThat(texts(linkedin, "job")).isEmpty();
        assertThat(IndeedFeed.omissions(entry)).extracting(Omission::element).containsExactly("city");
        assertThat(LinkedInFeed.omissions(entry))
                .extracting(Omission::element)
                .containsExactly("companyId", "posterEmail");
    }

    @Test
    void a_text_that_is_too_long_for_LinkedIn_is_not_cut() {
        // Given
        var entry = entry(
                aNotice()
                        .text("fr", "x".repeat(201), section("x".repeat(100_000)))
                        .build(),
                "fr");

        // When
        var omissions = LinkedInFeed.omissions(entry);

        // Then
        assertThat(omissions).extracting(Omission::element).containsExactly("title", "description");
        assertThat(texts(feed(FeedFormat.INDEED, entry), "description").getFirst())
                .hasSize(100_007);
    }

    @Test
    void a_remote_post_needs_no_city() {
        // Given
        var remote = entry(
                aNotice().places(new Place(null, "TN", Arrangement.REMOTE)).build(), "fr");

        // When
        var feed = feed(FeedFormat.INDEED, remote);

        // Then
        assertValid("indeed.xsd", feed);
        assertThat(texts(feed, "remotetype")).containsExactly("Fully remote");
    }

    @Test
    void pay_is_told_as_it_is() {
        // Given
        var from = entry(
                aNotice()
                        .pay(pay(250_050L, null, Pay.Period.MONTH, Pay.Basis.AS_PAID))
                        .build(),
                "fr");
        var net = new Pay(null, 900_000L, "CHF", Pay.Period.TOTAL, false, null, Pay.Basis.AS_PAID, null);
        var upTo = entry(aNotice().pay(net).build(), "fr");

        // When
        var salaries = texts(feed(FeedFormat.INDEED, from, upTo), "salary");

        // Then
        assertThat(salaries).containsExactly("from 2500.5 EUR per month", "up to 9000 CHF net in total");
    }

    @ParameterizedTest
    @EnumSource(
            value = FeedFormat.class,
            names = {"INDEED", "LINKEDIN"})
    void hostile_text_comes_out_as_it_went_in(FeedFormat format) {
        // Given
        var words = Characters.clean(HOSTILE);
        var ad = aNotice()
                .text(
                        "fr",
                        "]]> <b> & ]]",
                        new Section(Section.Kind.ROLE, HOSTILE, null, List.of(LONG, HOSTILE), List.of()))
                .places(new Place(HOSTILE, "BE", Arrangement.HYBRID))
                .build();

        // When
        var feed = feed(format, entry(ad, "fr", Entries.organisation(HOSTILE)));

        // Then
        assertValid(format == FeedFormat.INDEED ? "indeed.xsd" : "linkedin.xsd", feed);
        assertThat(texts(feed, "title")).containsExactly("]]> <b> & ]]");
        assertThat(texts(feed, "company")).containsExactly(words);
        assertThat(texts(feed, "city")).containsExactly(words);
        var body = Parsed.html(texts(feed, "description").getFirst());
        assertThat(body.select("h3").text()).isNotEmpty();
        assertThat(body.select("p").last().wholeText()).isEqualTo(words);
    }

    @Test
    void text_that_is_hostile_everywhere_is_well_formed_for_Indeed() {
        // When
        var feed = feed(FeedFormat.INDEED, hostile());

        // Then
        assertValid("indeed.xsd", feed);
        assertThat(texts(feed, "requisitionid")).containsExactly(Characters.clean(HOSTILE));
    }

    @Test
    void a_sitemap_names_each_language_version_and_its_siblings() {
        // Given
        var french = SAMPLES[0];
        var both = inTwoLanguages("fr");

        // When
        var sitemap = feed(FeedFormat.SITEMAP, french, both);

        // Then
        assertValid("sitemap.xsd", sitemap);
        assertThat(texts(sitemap, "loc"))
                .containsExactly(
                        french.page().toString(),
                        both.alternates().get("fr").toString(),
                        both.alternates().get("en").toString());
        assertThat(Parsed.xml(sitemap)
                        .getElementsByTagNameNS("http://www.w3.org/1999/xhtml", "link")
                        .getLength())
                .isEqualTo(4);
    }

    @Test
    void a_list_of_sitemaps_is_one() throws java.io.IOException {
        // Given
        var out = new java.io.ByteArrayOutputStream();

        // When
        Sitemap.index(out, List.of(URI.create("https://jobs.example.org/sitemap-1.xml")), Instant.EPOCH);

        // Then
        assertValid("sitemap.xsd", out.toByteArray());
    }

    private static Organisation organisationOn(Boards boards) {
        var one = anOrganisation();
        return new Organisation(
                one.id(),
                one.name(),
                Map.of(),
                "fr",
                one.hrAddresses(),
                "CH",
                one.zone(),
                ApprovalRule.NONE,
                null,
                null,
                boards);
    }
}
