package org.appel.postings.careers;

import java.util.LinkedHashMap;
import java.util.Map;
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
import org.appel.testing.browsing.TestBrowser;

import static org.appel.postings.HiringDesk.aNotice;
import static org.appel.postings.HiringDesk.anOrganisation;
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

    private static TestBrowser browser;

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
        var pages = pages();
        return Stream.of("fr", "en")
                .flatMap(language -> pages.entrySet().stream().flatMap(page -> Stream.of(WIDE, NARROW)
                        .map(width -> DynamicTest.dynamicTest(
                                page.getKey() + " in " + language + ", " + width + " px",
                                () -> everybodyCanUse(language + page.getValue(), width, ColorScheme.LIGHT)))));
    }

    @TestFactory
    Stream<DynamicTest> everybody_can_use_each_page_in_the_dark() {
        return pages().entrySet().stream()
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
        page.keyboard().type("plaidoyer");
        page.keyboard().press("Enter");
        page.waitForURL("**q=plaidoyer**");

        // Then
        assertThat(first).isEqualTo("skip");
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

    private static Map<String, String> pages() {
        var organisation = anOrganisation();
        var full = open(aFullNotice(organisation)).id();
        var arabic = open(anArabicNotice(organisation)).id();
        var closed = PostingPageTest.closed().id();
        open(aNotice(organisation)
                .titled("Coordinateur·trice de programme")
                .with(
                        "deadline",
                        org.appel.postings.HiringDesk.until(java.time.LocalDate.now(java.time.ZoneOffset.UTC)
                                .plusDays(3))));
        var pages = new LinkedHashMap<String, String>();
        pages.put("list", "");
        pages.put("search", "?q=plaidoyer");
        pages.put("filter", "?country=BE&workload=50&contract=fixed-term&sort=deadline");
        pages.put("nothing found", "?q=xylophone");
        pages.put("organisation", "/organisations/" + organisation);
        pages.put("embed", "/organisations/" + organisation + "/embed");
        pages.put("posting", "/postings/" + full);
        pages.put("Arabic posting", "/postings/" + arabic);
        pages.put("form", "/postings/" + full + "/apply");
        pages.put("thanks", "/postings/" + full + "/thanks");
        pages.put("closed", "/postings/" + closed);
        pages.put("closed form", "/postings/" + closed + "/apply");
        pages.put("unknown", "/postings/" + java.util.UUID.randomUUID());
        return pages;
    }

    private static String address(String path) {
        return "http://127.0.0.1:" + RestAssured.port + "/careers/" + path;
    }
}
