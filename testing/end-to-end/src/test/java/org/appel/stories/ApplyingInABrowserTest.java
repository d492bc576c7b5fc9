package org.appel.stories;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.appel.launcher.process.Service;
import org.appel.running.Mails;
import org.appel.running.RunningAppel;
import org.appel.running.Vacancy;
import org.appel.testing.browsing.TestBrowser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** From the list of vacancies to the acknowledgement, in a browser where no script runs. */
@ExtendWith(RunningAppel.class)
class ApplyingInABrowserTest {

    private static final int SEE_OTHER = 303;

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

    @Test
    void a_candidate_finds_a_vacancy_applies_mends_a_fault_and_is_thanked(@TempDir Path folder) throws Exception {
        // Given
        var word = "Zanzibar" + UUID.randomUUID().toString().substring(0, 8);
        var vacancy = Vacancy.open("Chargé·e de plaidoyer " + word);
        var cv = file(folder, "CV.txt", "Parcours de Leïla.");
        var letter = file(folder, "lettre.txt", "Je postule.");
        BrowserContext window = browser.withoutScripts();
        var page = window.newPage();

        // When
        page.navigate(RunningAppel.appel().service(Service.POSTINGS).url() + "/careers/fr");
        page.locator("#q").fill(word);
        page.locator("form.search button").click();
        page.locator("article h2 a").click();
        assertThat(page.locator("h1").textContent()).isEqualTo(vacancy.title());
        page.locator("#how a.button").click();
        var faulty = fillIn(page, "leila@nowhere", cv, letter);
        assertThat(faulty.status()).isEqualTo(422);
        assertThat(page.locator("#email-error").textContent()).contains("adresse électronique");
        assertThat(page.locator("#name").inputValue()).isEqualTo("Leïla Trabelsi");
        var email = "leila." + word.toLowerCase() + "@applicant.example";
        var thanks = fillIn(page, email, cv, letter);

        // Then
        assertThat(thanks.status()).isEqualTo(200);
        assertThat(page.url()).endsWith("/careers/fr/postings/" + vacancy.id() + "/thanks");
        assertThat(page.locator("h1").textContent()).isEqualTo("Votre candidature est partie");
        assertThat(window.cookies()).isEmpty();
        await().untilAsserted(() ->
                assertThat(vacancy.ledger().path("accepted").asInt()).isEqualTo(1));
        await().untilAsserted(() -> assertThat(Mails.now().byRecipient()).containsKey(email));
        window.close();
    }

    private static Response fillIn(Page page, String email, Path cv, Path letter) {
        page.locator("#name").fill("Leïla Trabelsi");
        page.locator("#email").fill(email);
        page.locator("#language-fr").check();
        page.locator("#file-cv").setInputFiles(cv);
        page.locator("#file-cover_letter").setInputFiles(letter);
        page.locator("#consent").check();
        var answer = page.waitForResponse(
                sent -> sent.request().isNavigationRequest() && sent.status() != SEE_OTHER,
                () -> page.locator("form button").click());
        page.waitForLoadState();
        return answer;
    }

    private static Path file(Path folder, String name, String text) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }
}
