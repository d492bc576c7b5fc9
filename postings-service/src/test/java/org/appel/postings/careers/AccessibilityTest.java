package org.appel.postings.careers;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;
import org.appel.testing.browsing.TestBrowser;

import static org.appel.postings.HiringDesk.aNotice;
import static org.appel.postings.HiringDesk.anOrganisation;
import static org.appel.postings.HiringDesk.as;
import static org.appel.postings.HiringDesk.draft;
import static org.appel.postings.HiringDesk.until;
import static org.appel.postings.careers.SitePages.aFullNotice;
import static org.appel.postings.careers.SitePages.anArabicNotice;
import static org.appel.postings.careers.SitePages.open;
import static org.assertj.core.api.Assertions.assertThat;

/** Every page in a real browser, in both languages, wide and narrow: nobody is kept out. */
@QuarkusTest
@RealInfrastructure
class AccessibilityTest {

    private static final int WIDE = 1280;
    private static final int NARROW = 390;

    /** Between them they have every colour. */
    private static final List<String> IN_THE_DARK =
            List.of("filter", "nothing found", "embed", "posting", "form", "closed");

    private static TestBrowser browser;
    private static Map<String, String> pages = Map.of();

    @BeforeAll
    static void start() {
        browser = TestBrowser.start();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> everybody_can_use_each_page() {
        return Stream.of("fr", "en")
                .flatMap(language -> pages().entrySet().stream().flatMap(page -> Stream.of(WIDE, NARROW)
                        .map(width -> DynamicTest.dynamicTest(
                                page.getKey() + " in " + language + ", " + width + " px",
                                () -> everybodyCanUse(language + page.getValue(), width, ColorScheme.LIGHT)))));
    }

    @TestFactory
    Stream<DynamicTest> everybody_can_use_each_page_in_the_dark() {
        return pages().entrySet().stream()
                .filter(page -> IN_THE_DARK.contains(page.getKey()))
                .map(page -> DynamicTest.dynamicTest(
                        page.getKey(), () -> everybodyCanUse("fr" + page.getValue(), WIDE, ColorScheme.DARK)));
    }

    @Test
    void the_list_works_by_keyboard_alone() {
        // Given
        var organisation = anOrganisation();
        open(aFullNotice(organisation));
        var page = browser.open(address("en/organisations/" + organisation), WIDE);

        // When
        page.keyboard().press("Tab");
        var first = page.evaluate("document.activeElement.className");
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        var second = page.evaluate("document.activeElement.id");
        page.keyboard().type("plaidoyer");
        page.keyboard().press("Enter");
        page.locator(".chip").waitFor();

        // Then
        assertThat(first).isEqualTo("skip");
        assertThat(second).isEqualTo("q");
        assertThat(page.url()).contains("q=plaidoyer");
        assertThat(page.locator("article"))
                .satisfies(cards -> assertThat(cards.count()).isEqualTo(1));
        page.context().close();
    }

    private static void everybodyCanUse(String path, int width, ColorScheme colours) {
        // Given
        var page = browser.open(address(path), width, colours);

        // When
        var barriers = TestBrowser.barriers(page);

        // Then
        assertThat(barriers).isEmpty();
        assertThat(TestBrowser.fits(page))
                .as("nothing is wider than the window")
                .isTrue();
        page.context().close();
    }

    /** The pages by their names, below the language; what they show is made once. */
    private static Map<String, String> pages() {
        if (pages.isEmpty()) {
            pages = made();
        }
        return pages;
    }

    private static Map<String, String> made() {
        var organisation = anOrganisation();
        var full = open(aFullNotice(organisation)).id();
        var arabic = open(anArabicNotice(organisation)).id();
        var closed = PostingPageTest.closed().id();
        open(aNotice(organisation)
                .titled("Coordinateur·trice de programme")
                .with("deadline", until(LocalDate.now(ZoneOffset.UTC).plusDays(3))));
        var made = new LinkedHashMap<String, String>();
        made.put("list", "");
        made.put("search", "?q=plaidoyer");
        made.put("filter", "?country=BE&workload=50&contract=fixed-term&sort=deadline");
        made.put("nothing found", "?q=xylophone");
        made.put("organisation", "/organisations/" + organisation);
        made.put("embed", "/organisations/" + organisation + "/embed");
        made.put("posting", "/postings/" + full);
        made.put("Arabic posting", "/postings/" + arabic);
        made.put("form", "/postings/" + full + "/apply");
        made.put("thanks", "/postings/" + full + "/thanks");
        made.put("closed", "/postings/" + closed);
        made.put("closed form", "/postings/" + closed + "/apply");
        made.put("withdrawn", "/postings/" + withdrawn(organisation));
        made.put("preview", preview(organisation));
        made.put("unknown", "/postings/" + UUID.randomUUID());
        return made;
    }

    private static UUID withdrawn(String organisation) {
        var posting = open(aFullNotice(organisation));
        as(Tokens.hr(organisation))
                .header("If-Match", posting.etag())
                .body(Map.of("reason", "Plus de fonds"))
                .delete("/postings/" + posting.id() + "/publication")
                .then()
                .statusCode(204);
        return posting.id();
    }

    /** By a link that needs no token. */
    private static String preview(String organisation) {
        var link = as(Tokens.hr(organisation))
                .post("/postings/" + draft(aFullNotice(organisation)).id() + "/preview-links")
                .jsonPath()
                .getString("url");
        return link.substring(link.indexOf("/previews/"));
    }

    private static String address(String path) {
        return "http://127.0.0.1:" + RestAssured.port + "/careers/" + path;
    }
}
