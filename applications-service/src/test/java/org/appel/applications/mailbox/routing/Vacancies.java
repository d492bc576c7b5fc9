package org.appel.applications.mailbox.routing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.appel.applications.model.PostingId;

/** Vacancies for tests. Their ids follow from their references. */
final class Vacancies {
    private Vacancies() {}

    /** The fifty of {@code mailbox/titles.txt}, all open. */
    static List<Vacancy> fifty() {
        return lines("/mailbox/titles.txt")
                .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
                .map(cells -> vacancy(cells.get(0), cells.get(1), titles(cells.get(2), cells.get(3)), true))
                .toList();
    }

    static Vacancy open(String reference, @Nullable String subject, String... languagesAndTitles) {
        return vacancy(reference, subject, titlesOf(languagesAndTitles), true);
    }

    static Vacancy closed(String reference, @Nullable String subject, String... languagesAndTitles) {
        return vacancy(reference, subject, titlesOf(languagesAndTitles), false);
    }

    static PostingId id(String reference) {
        return new PostingId(UUID.nameUUIDFromBytes(reference.getBytes(StandardCharsets.UTF_8)));
    }

    /** Lines of a resource, without comments. */
    static Stream<String> lines(String resource) {
        try (var in = Objects.requireNonNull(Vacancies.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Vacancy vacancy(
            String reference, @Nullable String subject, Map<String, String> titles, boolean open) {
        return new Vacancy(id(reference), reference, "-".equals(subject) ? null : subject, titles, open);
    }

    private static Map<String, String> titles(String french, String english) {
        return titlesOf(Stream.of("fr", french, "en", english).toArray(String[]::new));
    }

    private static Map<String, String> titlesOf(String... languagesAndTitles) {
        var titles = new LinkedHashMap<String, String>();
        for (int i = 0; i < languagesAndTitles.length; i += 2) {
            if (!languagesAndTitles[i + 1].equals("-")) {
                titles.put(languagesAndTitles[i], languagesAndTitles[i + 1]);
            }
        }
        return titles;
    }
}
