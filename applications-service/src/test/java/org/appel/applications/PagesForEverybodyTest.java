package org.appel.applications;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import org.appel.inspection.CandidateFiles;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.browsing.TestBrowser;

import static org.appel.applications.PostingFixture.anOpenPosting;
import static org.assertj.core.api.Assertions.assertThat;

/** The pages that candidates meet here, in a real browser: nobody is kept out. */
@QuarkusTest
@RealInfrastructure
class PagesForEverybodyTest {

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
    Stream<DynamicTest> everybody_can_use_their_own_page() {
        var posting = Client.open(anOpenPosting().requiring("cv", "cover_letter"));
        var candidate = Candidate.applied(
                posting,
                Form.of("Amina", "amina@example.org")
                        .document("cv", "CV.pdf", CandidateFiles.pdf("Amina"))
                        .document("cover_letter", "lettre.txt", "Madame".getBytes(StandardCharsets.UTF_8)));
        return Stream.of("", "/page/withdrawal", "/page/erasure")
                .flatMap(below -> Stream.of("fr", "en").flatMap(language -> Stream.of(1280, 390)
                        .map(width -> DynamicTest.dynamicTest(
                                (below.isEmpty() ? "overview" : below) + " in " + language + ", " + width + " px",
                                () -> {
                                    // Given
                                    var page = browser.open(
                                            "http://localhost:"
                                                    + Client.uri("/").getPort() + candidate.path() + "?token="
                                                    + candidate.token(),
                                            width);
                                    page.navigate("http://localhost:"
                                            + Client.uri("/").getPort() + candidate.path() + below + "?lang="
                                            + language);

                                    // Then
                                    assertThat(page.locator("html").getAttribute("lang"))
                                            .isEqualTo(language);
                                    everybodyCanUse(page);
                                }))));
    }

    @TestFactory
    Stream<DynamicTest> everybody_can_use_the_page_of_faults() {
        var open = Client.open(anOpenPosting().requiring("cv"));
        var late = Client.open(anOpenPosting().closing(Instant.parse("2025-08-03T22:00:00Z")));
        return Stream.of(open, late).flatMap(posting -> Stream.of("fr", "en").flatMap(language -> Stream.of(
                        ColorScheme.LIGHT, ColorScheme.DARK)
                .flatMap(colours -> Stream.of(1280, 390)
                        .map(width -> DynamicTest.dynamicTest(
                                (posting == open ? "faults" : "late") + " in " + language + ", " + width + " px, "
                                        + colours,
                                () -> {
                                    // Given
                                    var page = browser.open("about:blank", width, colours);
                                    page.setContent(form("http://localhost:"
                                            + Client.uri("/").getPort() + "/postings/" + posting
                                            + "/applications/page?lang=" + language));

                                    // When
                                    page.locator("button").click();
                                    page.waitForURL("**/applications/page**");

                                    // Then
                                    assertThat(page.locator("h1").count()).isEqualTo(1);
                                    everybodyCanUse(page);
                                })))));
    }

    private static String form(String action) {
        return """
                <form method="post" action="%s" enctype="multipart/form-data">
                <input name="key" value="%s"><input name="name" value=""><input name="email" value="nobody">
                <input name="phone" value="call me"><input name="language" value="fr">
                <input type="file" name="cv"><button>Send</button></form>""".formatted(action, java.util.UUID.randomUUID());
    }

    private static void everybodyCanUse(Page page) {
        assertThat(TestBrowser.barriers(page)).isEmpty();
        assertThat(TestBrowser.fits(page))
                .as("nothing is wider than the window")
                .isTrue();
        page.context().close();
    }
}
