package org.appel.applications;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.appel.testing.Tokens;

/**
 * Somebody who applied, with the link from the acknowledgement.
 *
 * @param token of that link
 */
public record Candidate(UUID id, String token) {
    public static final String HEADER = "X-Candidate-Token";
    public static final String COOKIE = "appel-candidate";

    private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");

    public static Candidate applied(UUID posting, Form form) {
        return of(Client.apply(posting, form).id());
    }

    /** With a link as it is sent at this moment. */
    public static Candidate of(UUID id) {
        var link = recipient(id).path("link").asText();
        return new Candidate(id, link.substring(link.indexOf("token=") + "token=".length()));
    }

    public static com.fasterxml.jackson.databind.JsonNode recipient(UUID id) {
        return Client.get("/applications/" + id + "/recipient", Tokens.service())
                .json();
    }

    public String path() {
        return "/my/applications/" + id;
    }

    /** As a front end asks. */
    public Client.Answer get(String below) {
        return Client.get(path() + below, null, HEADER, token);
    }

    public Client.Answer post(String below) {
        return Client.request("POST", path() + below, "application/json", new byte[0], HEADER, token);
    }

    public Client.Answer delete() {
        return Client.delete(path(), null, HEADER, token);
    }

    /** Opens the link in a browser. */
    public Client.Answer open() {
        return Client.get(path() + "?token=" + token, null, "Accept", "text/html");
    }

    /** The cookie that the browser got for the link, as it sends it. */
    public Browser browser() {
        return new Browser(this, cookieOf(open()));
    }

    private static String cookieOf(Client.Answer answer) {
        return answer.header("Set-Cookie").split(";")[0];
    }

    /** A browser that came by the link. */
    public record Browser(Candidate candidate, String cookie) {
        public Client.Answer get(String below, String... headers) {
            return Client.get(
                    candidate.path() + below, null, with(List.of("Accept", "text/html", "Cookie", cookie), headers));
        }

        /** Sends the form that is on that page. */
        public Client.Answer submit(String below) {
            return post(below, "form=" + formToken(below));
        }

        public Client.Answer post(String below, String fields) {
            return Client.request(
                    "POST",
                    candidate.path() + below,
                    "application/x-www-form-urlencoded",
                    fields.getBytes(StandardCharsets.UTF_8),
                    "Accept",
                    "text/html",
                    "Cookie",
                    cookie);
        }

        public Client.Answer post(String below, Form form) {
            return Client.request(
                    "POST",
                    candidate.path() + below,
                    form.contentType(),
                    form.bytes(),
                    "Accept",
                    "text/html",
                    "Cookie",
                    cookie);
        }

        /** The hidden field of the forms on that page. */
        public String formToken(String below) {
            var page = get(below).text();
            var field = FORM.matcher(page);
            if (!field.find()) {
                throw new AssertionError("No form on the page: " + page);
            }
            return field.group(1);
        }

        private static String[] with(List<String> headers, String... more) {
            return Stream.concat(headers.stream(), Arrays.stream(more)).toArray(String[]::new);
        }
    }
}
