package org.appel.applications.mailbox.routing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The mails of {@code mailbox/corpus}; its README.md says what they are. */
final class Corpus {
    private static final Path ROOT = root();

    private Corpus() {}

    /**
     * A file of the corpus.
     *
     * @param folder the reference of the posting that it names, {@code unsorted} or {@code automatic}
     * @param name of the file
     */
    record Mail(String folder, String name, Path path) {
        boolean namesAPosting() {
            return !folder.equals("unsorted") && !folder.equals("automatic");
        }

        /** What the file's name expects, if the subject alone decides on it. */
        Optional<Route.Reason> reason() {
            return Stream.of(Route.Reason.values())
                    .filter(reason -> name.startsWith(reason.code() + "."))
                    .findFirst();
        }

        byte[] bytes() {
            try {
                return Files.readAllBytes(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        MimeMessage parsed() {
            try (InputStream in = Files.newInputStream(path)) {
                return new MimeMessage(Session.getInstance(new Properties()), in);
            } catch (IOException | MessagingException e) {
                throw new AssertionError(this + " cannot be read", e);
            }
        }

        /** The subject as the mail library decodes it, and as it stands in the file. */
        List<String> subjects() {
            try {
                var message = parsed();
                var decoded = Objects.requireNonNullElse(message.getSubject(), "");
                var raw = Objects.requireNonNullElse(message.getHeader("Subject", null), "");
                var asUtf8 = new String(raw.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
                return List.of(decoded, raw, MimeUtility.unfold(raw), MimeUtility.unfold(asUtf8));
            } catch (MessagingException e) {
                throw new AssertionError(this + " has no readable subject", e);
            }
        }

        @Override
        public String toString() {
            return folder + "/" + name;
        }
    }

    static List<Mail> mails() {
        try (var files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .map(file -> new Mail(
                            file.getParent().getFileName().toString(),
                            file.getFileName().toString(),
                            file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Vacancy> vacancies() {
        try (InputStream in = Files.newInputStream(ROOT.resolve("vacancies.json"))) {
            var json = new ObjectMapper();
            return StreamSupport.stream(json.readTree(in).spliterator(), false)
                    .map(one -> new Vacancy(
                            Vacancies.id(one.get("reference").asText()),
                            one.get("reference").asText(),
                            one.get("subject").asText(),
                            json.convertValue(one.get("titles"), new TypeReference<Map<String, String>>() {}),
                            one.get("open").asBoolean() && one.path("mail").asBoolean(true)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        try {
            var readme = Objects.requireNonNull(Corpus.class.getResource("/mailbox/corpus/README.md"));
            return Path.of(readme.toURI()).getParent();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
