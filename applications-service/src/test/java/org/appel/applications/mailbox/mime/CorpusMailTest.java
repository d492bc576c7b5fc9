package org.appel.applications.mailbox.mime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The mails of {@code mailbox/corpus}, which say by their folders and names what they are. */
class CorpusMailTest {
    private static final Path CORPUS = Path.of("src/test/resources/mailbox/corpus");

    @Test
    void there_are_mails() throws IOException {
        assertThat(in("")).hasSizeGreaterThan(100);
    }

    static Stream<Path> applications() throws IOException {
        return in("").stream()
                .filter(mail -> mail.getParent().getFileName().toString().startsWith("OMCT-"));
    }

    @ParameterizedTest
    @MethodSource("applications")
    void an_application_has_an_author_and_papers(Path file) {
        // When
        var mail = read(file);

        // Then
        assertThat(mail.automatic()).isNull();
        assertThat(mail.from()).isNotNull();
        assertThat(mail.subject()).isNotBlank();
        assertThat(mail.subject().contains("=?"))
                .isEqualTo(file.getFileName().toString().contains("encoded-twice"));
        assertThat(mail.left()).isEmpty();
        var papers = mail.forwarded() == null
                ? mail
                : Objects.requireNonNull(mail.forwarded().original());
        assertThat(papers.parts()).isNotEmpty().allSatisfy(part -> assertThat(part.size())
                .isPositive());
        assertThat(papers.parts()).noneMatch(part -> part.declaredType().startsWith("image/"));
    }

    static Stream<Path> automatic() throws IOException {
        return in("automatic").stream().filter(file -> !file.getFileName().startsWith("our-own-address.eml"));
    }

    @ParameterizedTest
    @MethodSource("automatic")
    void what_machines_send_is_known(Path file) {
        assertThat(read(file).automatic()).isNotNull();
    }

    static Stream<Path> unsorted() throws IOException {
        return in("unsorted").stream();
    }

    @ParameterizedTest
    @MethodSource("unsorted")
    void what_people_send_is_no_machines(Path file) {
        // When
        var mail = read(file);

        // Then
        var name = file.getFileName().toString();
        assertThat(mail.automatic()).isNull();
        assertThat(mail.from() == null).isEqualTo(name.startsWith("author-unclear"));
        assertThat(mail.parts().isEmpty() || !name.startsWith("no-document")).isTrue();
        assertThat(mail.forwarded() != null).isEqualTo(name.startsWith("forwarded"));
        if (mail.forwarded() != null) {
            assertThat(mail.forwarded().quotedFrom()).isNotNull().isNotEqualTo(mail.from());
        }
    }

    private static IncomingMail read(Path file) {
        return Eml.parse(Eml.content(file), new MailParser());
    }

    private static List<Path> in(String folder) throws IOException {
        try (var files = Files.walk(CORPUS.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .toList();
        }
    }
}
