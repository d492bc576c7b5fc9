package org.appel.postings.careers;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.appel.service.Cursor;
import org.appel.testing.RealInfrastructure;

import static org.appel.postings.HiringDesk.aNotice;
import static org.appel.postings.HiringDesk.anOrganisation;
import static org.appel.postings.HiringDesk.asAnyone;
import static org.appel.postings.HiringDesk.until;
import static org.appel.postings.careers.SitePages.aFullNotice;
import static org.appel.postings.careers.SitePages.anArabicNotice;
import static org.appel.postings.careers.SitePages.get;
import static org.appel.postings.careers.SitePages.open;
import static org.appel.postings.careers.SitePages.read;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@RealInfrastructure
class ListPageTest {

    @ParameterizedTest
    @CsvSource({"fr-CH;q=0.9, fr", "'de,fr;q=0.5', fr", "'fr;q=0.2,en;q=0.8', en", "de, en"})
    void the_site_opens_in_the_readers_language(String accepted, String language) {
        // When
        var answer = asAnyone()
                .redirects()
                .follow(false)
                .header("Accept-Language", accepted)
                .get("/careers");

        // Then
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith("/careers/" + language);
        assertThat(answer.header("Vary")).isEqualTo("Accept-Language");
    }

    @Test
    void a_card_says_at_a_glance_what_a_reader_chooses_by() {
        // Given
        var organisation = anOrganisation();
        var posting = open(aFullNotice(organisation).with("deadline", until(day(60))));

        // When
        var card = read("/careers/fr?organisation=" + organisation).selectFirst("article");

        // Then
        assertThat(card.selectFirst("h2 a").text()).isEqualTo("Chargé·e protection de l’espace civique (Tunisie/UE)");
        assertThat(card.selectFirst("h2 a").attr("href")).isEqualTo("/careers/fr/postings/" + posting.id());
        assertThat(card.selectFirst(".by").text()).isEqualTo("Organisation " + organisation);
        assertThat(card.select(".marks li").eachText())
                .containsExactly(
                        "Lieu : Bruxelles, Belgique (sur place)",
                        "Taux d’activité : 80 %",
                        "Contrat : Durée déterminée, 12 mois, renouvelable");
        assertThat(card.selectFirst("time").text()).contains(String.valueOf(day(60).getYear()));
        assertThat(card.select(".pill")).isEmpty();
    }

    @Test
    void little_time_is_counted_down_in_the_time_of_the_deadline() {
        // Given
        var organisation = anOrganisation();
        var zone = ZoneId.of("Europe/Brussels");
        var later = ZonedDateTime.now(zone).plusHours(1).truncatedTo(java.time.temporal.ChronoUnit.MINUTES);
        open(aNotice(organisation)
                .titled("Bientôt")
                .with("deadline", Map.of("date", later.toLocalDate().plusDays(3).toString(), "zone", zone.getId())));
        open(aNotice(organisation)
                .titled("Tout de suite")
                .with(
                        "deadline",
                        Map.of(
                                "date",
                                later.toLocalDate().toString(),
                                "time",
                                later.toLocalTime().toString(),
                                "zone",
                                zone.getId())));

        // When
        var pills = read("/careers/en?sort=deadline&organisation=" + organisation)
                .select(".pill")
                .eachText();

        // Then
        var today = later.toLocalDate().equals(LocalDate.now(zone)) ? "today" : "tomorrow";
        var threeDays = today.equals("today") ? 3 : 4;
        assertThat(pills)
                .containsExactly(
                        "Closes " + today + " at " + LocalTime.from(later) + " (Brussels time)",
                        "Closes in " + threeDays + " days");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q=analyse",
                "country=BE",
                "contract=fixed-term",
                "workload=80",
                "language=ar",
                "q=analyse&country=BE&workload=50&language=fr&contract=fixed-term"
            })
    void each_filter_finds_what_fits_and_is_shown_as_a_chip_that_takes_it_away(String filters) {
        // Given
        var organisation = anOrganisation();
        open(aFullNotice(organisation));
        open(aNotice(organisation)
                .titled("Autre chose")
                .with("workloadPercent", 40)
                .with("places", List.of(Map.of("city", "Tunis", "country", "TN"))));

        // When
        var page = read("/careers/fr/organisations/" + organisation + "?" + filters);

        // Then
        assertThat(page.select("article h2").eachText())
                .containsExactly("Chargé·e protection de l’espace civique (Tunisie/UE)");
        assertThat(page.selectFirst("#found").text()).isEqualTo("1 offre");
        assertThat(page.select(".chip")).hasSize(filters.split("&").length);
        assertThat(page.select(".chip").first().attr("href"))
                .startsWith("/careers/fr/organisations/" + organisation)
                .doesNotContain(filters.split("&")[0]);
        assertThat(page.select("option[selected]")).hasSizeGreaterThanOrEqualTo(1);
        assertThat(page.selectFirst("nav a[hreflang=en]").attr("href")).contains(filters.split("&")[0]);
    }

    @Test
    void where_nothing_is_found_the_page_says_so_and_leads_on() {
        // When
        var page = read("/careers/en?q=xylophone%20player&country=AQ");

        // Then
        assertThat(page.select("article")).isEmpty();
        assertThat(page.selectFirst("#found").text()).isEqualTo("No vacancies");
        assertThat(page.selectFirst(".nothing h3").text()).isEqualTo("Nothing found");
        assertThat(page.selectFirst(".nothing a").attr("href")).isEqualTo("/careers/en");
        assertThat(page.select(".chip").eachText())
                .containsExactly("Remove filter “xylophone player”", "Remove filter Antarctica");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "country=Belgium",
                "contract=slavery",
                "workload=-1",
                "workload=1e9",
                "language=%00",
                "sort=worst",
                "cursor=nonsense",
                "cursor=bmV3ZXN0H3gfeQ",
                "cursor=",
                "organisation=../../etc",
                "closing=never",
                "q=%00%EF%BF%BF%27%22%3C%3E"
            })
    void an_address_that_makes_no_sense_still_gives_a_page(String query) {
        // When
        var answer = get("/careers/fr?" + query);

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(SitePages.parse(answer).select("script, img, [onerror]")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "newest, +1000000000-12-31T23:59:59.999999999Z",
        "newest, -1000000000-01-01T00:00:00Z",
        "deadline, +10000-01-01T00:00:00Z",
        "deadline, 0000-12-31T00:00:00Z"
    })
    void a_cursor_of_no_time_that_can_be_still_gives_a_page(String sort, String moment) {
        // Given
        var cursor = Cursor.encode(sort, moment, UUID.randomUUID().toString());

        // When
        var answer = get("/careers/fr?sort=" + sort + "&cursor=" + cursor);

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).contains("must-revalidate");
    }

    @Test
    void a_card_says_the_minute_and_whose_time_where_applications_end_before_the_day() {
        // Given
        var organisation = anOrganisation();
        var day = day(60);
        open(aNotice(organisation)
                .titled("Jusqu’à midi")
                .with("deadline", Map.of("date", day.toString(), "time", "12:00", "zone", "Europe/Brussels")));
        open(aNotice(organisation)
                .titled("Toute la journée")
                .with("deadline", Map.of("date", day.toString(), "zone", "Europe/Brussels")));

        // When
        var times = read("/careers/fr?sort=deadline&organisation=" + organisation)
                .select("article time")
                .eachText();

        // Then
        var written = new Dates(PageLanguage.FR).day(day);
        assertThat(times)
                .hasSize(2)
                .allMatch(text -> text.startsWith(written.replace('\u00a0', ' ')) || text.startsWith(written));
        assertThat(times.getFirst().replace('\u00a0', ' ')).endsWith(", 12 h 00, heure de Bruxelles");
        assertThat(times.getLast()).doesNotContain("heure");
    }

    @Test
    void an_organisations_page_names_it_and_offers_what_its_postings_have() {
        // Given
        var organisation = anOrganisation();
        var other = anOrganisation();
        var place = anOrganisation();
        open(aFullNotice(organisation).titled("Poste à " + place));
        open(aFullNotice(other).titled("Poste à " + place));

        // When
        var own = read("/careers/en/organisations/" + organisation);
        var all = read("/careers/en?q=" + place);

        // Then
        assertThat(own.select(".by").eachText()).containsExactly("Organisation " + organisation);
        assertThat(own.select("select[name=organisation]")).isEmpty();
        assertThat(own.select("select[name=country] option").eachText()).containsExactly("Any", "Belgium");
        assertThat(all.select("select[name=organisation] option").eachText())
                .contains("Organisation " + organisation, "Organisation " + other);
        assertThat(all.select(".by").eachText()).contains("Organisation " + organisation, "Organisation " + other);
    }

    @Test
    void an_organisation_that_is_chosen_is_named_also_where_it_has_nothing_open() {
        // Given
        var organisation = anOrganisation();

        // When
        var page = read("/careers/en?organisation=" + organisation);

        // Then
        assertThat(page.select(".chip").text()).contains("Organisation " + organisation);
        assertThat(page.select("select[name=organisation] option[selected]").text())
                .isEqualTo("Organisation " + organisation);
    }

    @ParameterizedTest
    @ValueSource(strings = {"newest", "deadline"})
    void the_pages_lead_through_all_postings_once(String sort) {
        // Given
        var organisation = anOrganisation();
        IntStream.range(0, 45).forEach(i -> open(aNotice(organisation).titled("Poste " + i)));
        var titles = new HashSet<String>();
        var path = "/careers/fr/organisations/" + organisation + "?q=poste&sort=" + sort;
        int pages = 0;

        // When
        for (Document page = read(path);
                ;
                page = read(page.selectFirst("a[rel=next]").attr("href"))) {
            titles.addAll(page.select("article h2").eachText());
            pages++;
            assertThat(page.selectFirst("#found").text()).isEqualTo("45 offres");
            if (page.selectFirst("a[rel=next]") == null) {
                break;
            }
        }

        // Then
        assertThat(pages).isEqualTo(3);
        assertThat(titles).hasSize(45);
    }

    @Test
    void a_notice_in_another_language_says_so_and_is_marked() {
        // Given
        var organisation = anOrganisation();
        open(anArabicNotice(organisation));

        // When
        var card = read("/careers/fr/organisations/" + organisation).selectFirst("article");

        // Then
        assertThat(card.selectFirst("h2 a").attr("lang")).isEqualTo("ar");
        assertThat(card.selectFirst("h2 a").attr("dir")).isEqualTo("rtl");
        assertThat(card.selectFirst(".tongue").text()).isEqualTo("Annonce en arabe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/embed", "?embed=true"})
    void an_organisations_list_may_be_shown_in_a_frame_of_chosen_sites(String variant) {
        // Given
        var organisation = anOrganisation();
        IntStream.range(0, 21).forEach(i -> open(aNotice(organisation).titled("Poste " + i)));

        // When
        var answer = get("/careers/en/organisations/" + organisation + variant);

        // Then
        var page = SitePages.parse(answer);
        assertThat(answer.header("Content-Security-Policy")).endsWith("frame-ancestors https://www.omct.example");
        assertThat(answer.header("X-Frame-Options")).isNull();
        assertThat(page.select("header, footer, form, nav")).isEmpty();
        assertThat(page.select("article a")).hasSize(20).allMatch(link -> link.attr("target")
                .equals("_top"));
        assertThat(page.selectFirst("a[rel=next]").attr("href"))
                .startsWith("/careers/en/organisations/" + organisation + "/embed?cursor=");
        assertThat(read(page.selectFirst("a[rel=next]").attr("href")).select("article"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/careers/fr/nothing/here",
                "/careers/fr/postings/0197edea-a3b8-767c-9c11-386ef552ddd0",
                "/careers/fr/postings/no-id",
                "/careers/fr/organisations/nobody",
                "/careers/fr/organisations/..%2F..",
                "/careers/fr/postings/0197edea-a3b8-767c-9c11-386ef552ddd0/apply"
            })
    void what_is_not_there_is_said_on_a_page_in_the_readers_language(String path) {
        // When
        var answer = get(path);

        // Then
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.contentType()).isEqualToIgnoringCase("text/html;charset=UTF-8");
        assertThat(SitePages.parse(answer).selectFirst("h1").text()).isEqualTo("Il n’y a rien à cette adresse");
    }

    private static LocalDate day(int days) {
        return LocalDate.now(java.time.ZoneOffset.UTC).plusDays(days);
    }
}
