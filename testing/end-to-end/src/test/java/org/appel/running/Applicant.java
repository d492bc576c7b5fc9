package org.appel.running;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.appel.launcher.http.Answer;
import org.appel.launcher.http.Api;
import org.appel.launcher.http.Multipart;
import org.appel.launcher.http.UnexpectedAnswer;
import org.appel.launcher.process.Service;

/**
 * Somebody who applies by the API.
 *
 * @param key the Idempotency-Key of this person's one application, without its quotes
 */
public record Applicant(String name, String email, String language, String letter, String cv, String key) {

    private static final Set<String> SEND_AGAIN = Set.of("idempotency-key-in-use", "upload-timeout");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Somebody with an address of their own. */
    public static Applicant named(String name) {
        var unique = UUID.randomUUID().toString();
        var email = name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", ".") + "." + unique.substring(0, 8)
                + "@applicant.example";
        return new Applicant(name, email, "fr", "Je postule, " + name + ".\n", "Parcours de " + name + ".\n", unique);
    }

    public Applicant writing(String otherLanguage) {
        return new Applicant(name, email, otherLanguage, letter, cv, key);
    }

    /** The same person sending another request. */
    public Applicant again() {
        return new Applicant(
                name, email, language, letter, cv, UUID.randomUUID().toString());
    }

    /** Sends the application once. */
    public Answer applyTo(Vacancy vacancy) {
        return api().post("/postings/" + vacancy.id() + "/applications", form(), headers());
    }

    /**
     * Sends the application, with the same key, until there is an answer that is final: a client that has got none, or
     * 5xx, or is told that its first request is still in hand or was not complete in time, tries again.
     */
    public Answer insistOn(Vacancy vacancy) throws InterruptedException {
        var limit = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                var answer = applyTo(vacancy);
                if (answer.status() < 500 && !SEND_AGAIN.contains(answer.problem())) {
                    return answer;
                }
            } catch (UnexpectedAnswer none) {
                // No answer: the service is away. Tried again below.
            }
            if (System.nanoTime() > limit) {
                throw new AssertionError("No answer for " + PATIENCE);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private Map<String, String> headers() {
        return Map.of("Idempotency-Key", "\"" + key + "\"");
    }

    private Multipart form() {
        var application = """
                {"name": "%s", "email": "%s", "language": "%s", "consent": {"processing": true}}""".formatted(name, email, language);
        return new Multipart()
                .json("application", application)
                .file("cover_letter", "lettre de " + name + ".txt", "text/plain", bytes(letter))
                .file("cv", "cv de " + name + ".txt", "text/plain", bytes(cv));
    }

    private static Api api() {
        return new Api(RunningAppel.appel().service(Service.APPLICATIONS).url(), "");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
