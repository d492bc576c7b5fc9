package org.appel.applications.mailbox.routing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.appel.applications.mailbox.routing.Corpus.Mail;
import org.appel.applications.mailbox.routing.Route.Filed;
import org.appel.applications.mailbox.routing.Route.Unclear;

import static org.assertj.core.api.Assertions.assertThat;

/** Every mail of the corpus: none under a wrong posting, nearly all that name one under it, the rest with a reason. */
class CorpusTest {
    private static final List<Vacancy> VACANCIES = Corpus.vacancies();
    private static final List<Mail> MAILS = Corpus.mails();
    private static final Pattern MACHINE =
            Pattern.compile("(?im)^(?:Auto-Submitted:(?! *no)|Precedence:|List-Id:|X-Auto"
                    + "|From: .*(?:MAILER-DAEMON|no-?reply|applications@omct\\.org)"
                    + "|Content-Type: multipart/report|Return-Path: *<>)");

    private record Judged(Mail mail, String subject, Route route) {
        boolean isFiledRight() {
            return route.equals(new Filed(Vacancies.id(mail.folder())));
        }

        @Override
        public String toString() {
            return "%n%s: %s → %s".formatted(mail, subject.strip().replaceAll("\\s+", " "), said(route));
        }
    }

    @Test
    void no_mail_is_filed_under_a_posting_that_it_does_not_name() {
        // When
        var misfiled = misfiled(subject -> SubjectRouter.route(subject, VACANCIES));

        // Then
        assertThat(misfiled).isEmpty();
    }

    @Test
    void nearly_every_mail_that_names_a_posting_is_filed_and_the_others_say_why_not() {
        // When
        var named = judged(subject -> SubjectRouter.route(subject, VACANCIES)).stream()
                .filter(judged -> judged.mail().namesAPosting())
                .toList();

        // Then
        var left = named.stream().filter(judged -> !judged.isFiledRight()).toList();
        assertThat(share(left, named)).describedAs("left to people: %s", left).isLessThanOrEqualTo(0.05);
    }

    @Test
    void what_is_unclear_has_the_reason_that_the_files_name_expects() {
        // When
        var unsorted = judged(subject -> SubjectRouter.route(subject, VACANCIES)).stream()
                .filter(judged -> judged.mail().reason().isPresent())
                .toList();

        // Then
        assertThat(unsorted).isNotEmpty();
        assertThat(unsorted.stream()
                        .filter(judged -> !(judged.route() instanceof Unclear unclear)
                                || unclear.reason() != judged.mail().reason().orElseThrow()))
                .isEmpty();
    }

    @Test
    void a_vacancy_that_takes_no_mail_tells_whom_a_subject_is_not_for() {
        // Given
        var names = Vacancies.id("OMCT-2026-07");
        var mailed = VACANCIES.stream()
                .filter(vacancy -> !vacancy.id().equals(names))
                .toList();
        var subjects = MAILS.stream()
                .filter(mail -> mail.name().startsWith("takes-no-mail."))
                .map(mail -> mail.subjects().getFirst())
                .toList();

        // When
        var routes = subjects.stream().map(subject -> SubjectRouter.route(subject, VACANCIES));
        var without = subjects.stream().map(subject -> SubjectRouter.route(subject, mailed));

        // Then
        assertThat(routes).isNotEmpty().containsOnly(new Filed(names));
        assertThat(without).containsOnly(new Filed(Vacancies.id("OMCT-2026-04")));
    }

    @Test
    void a_near_miss_comes_with_the_vacancies_that_it_may_mean() {
        // When
        var near = judged(subject -> SubjectRouter.route(subject, VACANCIES)).stream()
                .filter(judged -> judged.route() instanceof Unclear)
                .filter(judged -> judged.mail()
                        .reason()
                        .filter(reason -> reason != Route.Reason.NO_SUBJECT && reason != Route.Reason.NO_VACANCY_NAMED)
                        .isPresent())
                .toList();

        // Then
        assertThat(near).isNotEmpty();
        assertThat(near.stream()
                        .filter(judged -> ((Unclear) judged.route()).guesses().isEmpty()))
                .isEmpty();
    }

    @Test
    void this_test_finds_out_a_router_that_only_looks_for_the_title() {
        // Given
        Function<String, Route> naive = subject -> VACANCIES.stream()
                .filter(vacancy -> Stream.concat(
                                Stream.ofNullable(vacancy.subject()), vacancy.titles().values().stream())
                        .anyMatch(line -> subject.toLowerCase(Locale.ROOT).contains(line.toLowerCase(Locale.ROOT))))
                .findFirst()
                .<Route>map(vacancy -> new Filed(vacancy.id()))
                .orElse(new Unclear(Route.Reason.NO_VACANCY_NAMED, List.of()));

        // When
        var misfiled = misfiled(naive);
        var named = judged(naive).stream()
                .filter(judged -> judged.mail().namesAPosting())
                .toList();

        // Then
        assertThat(misfiled)
                .extracting(judged -> judged.mail().name())
                .contains(
                        "uncertain.withdrawal.eml",
                        "uncertain.secretary-of-a-section.eml",
                        "uncertain.regional-director.eml",
                        "contradictory.reference-of-one-words-of-another.eml");
        assertThat(share(named.stream().filter(judged -> !judged.isFiledRight()).toList(), named))
                .isGreaterThan(0.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OMCT-2025-07", "OMCT-2024-05", "OMCT-2026-04"})
    void each_mandated_subject_is_there_in_thirty_disguises(String reference) {
        // When
        var subjects = MAILS.stream()
                .filter(mail -> mail.folder().equals(reference))
                .map(mail -> mail.subjects().get(1))
                .distinct();

        // Then
        assertThat(subjects).hasSizeGreaterThanOrEqualTo(30);
        assertThat(MAILS.stream().filter(mail -> mail.reason().isPresent())).hasSizeGreaterThanOrEqualTo(40);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?i)^Subject: =\\?utf-8\\?q\\?",
                "(?i)^Subject: =\\?utf-8\\?b\\?",
                "(?i)^Subject: =\\?iso-8859-1\\?q\\?",
                "(?i)^Subject: =\\?iso-8859-1\\?b\\?",
                "(?i)^Subject: =\\?.*\\?=\\r?\\n =\\?",
                "^Subject: .*\u00C3\u00A9",
                "^Subject: .*[a-z]\u00E9[ -~]",
                "filename\\*=UTF-8''",
                "filename\\*0\\*=UTF-8''",
                "filename\\*=ISO-8859-1'fr'",
                "filename=\"=\\?",
                "Content-Type: message/rfc822",
                "winmail\\.dat",
                "Content-Type: application/zip",
                "multipart/related",
                "Content-ID: <",
                "multipart/report",
                "\\A(?s)(?!.*text/plain).*text/html"
            })
    void the_corpus_has_what_real_clients_send(String pattern) {
        // Given
        var wanted = Pattern.compile(pattern, Pattern.MULTILINE);

        // When
        var having = MAILS.stream().filter(mail -> wanted.matcher(new String(mail.bytes(), StandardCharsets.ISO_8859_1))
                .find());

        // Then
        assertThat(having).isNotEmpty();
    }

    @Test
    void every_file_is_a_message_that_can_be_read_to_its_end() {
        assertThat(MAILS).allSatisfy(mail -> {
            // When
            var message = mail.parsed();

            // Then
            assertThat(message.getFrom()).describedAs(mail.toString()).isNotEmpty();
            assertThat(message.getSentDate()).describedAs(mail.toString()).isNotNull();
            assertThat(message.getHeader("Received"))
                    .describedAs(mail.toString())
                    .isNotNull();
            assertThat(leaves(message)).describedAs(mail.toString()).isNotEmpty();
            if (mail.namesAPosting()) {
                assertThat(leaves(message)).describedAs(mail.toString()).hasSizeGreaterThanOrEqualTo(2);
            }
        });
    }

    @Test
    void what_a_machine_sent_can_be_told_by_its_header_and_is_never_filed_under_another_posting() {
        // When
        var automatic =
                MAILS.stream().filter(mail -> mail.folder().equals("automatic")).toList();

        // Then
        assertThat(automatic).hasSizeGreaterThanOrEqualTo(10).allSatisfy(mail -> {
            var text = new String(mail.bytes(), StandardCharsets.ISO_8859_1);
            assertThat(MACHINE.matcher(text).find())
                    .describedAs(mail.toString())
                    .isTrue();
        });
    }

    /** Those that name another posting, or none, by any of the ways in which their subject may be read. */
    private static List<Judged> misfiled(Function<String, Route> router) {
        return judged(router).stream()
                .filter(judged -> judged.route() instanceof Filed && !judged.isFiledRight())
                .filter(judged ->
                        judged.mail().namesAPosting() || judged.mail().reason().isPresent())
                .toList();
    }

    private static List<Judged> judged(Function<String, Route> router) {
        return MAILS.stream()
                .flatMap(mail -> mail.subjects().stream()
                        .distinct()
                        .map(subject -> new Judged(mail, subject, router.apply(subject))))
                .toList();
    }

    private static double share(List<Judged> some, List<Judged> all) {
        return (double) some.stream().map(Judged::mail).distinct().count()
                / all.stream().map(Judged::mail).distinct().count();
    }

    private static String said(Route route) {
        return switch (route) {
            case Filed filed -> reference(filed.posting());
            case Unclear unclear ->
                unclear.reason().code()
                        + unclear.guesses().stream()
                                .map(guess -> " " + reference(guess.posting()) + " " + guess.why())
                                .collect(Collectors.joining(","));
        };
    }

    private static String reference(Object id) {
        return VACANCIES.stream()
                .filter(vacancy -> vacancy.id().equals(id))
                .map(vacancy -> String.valueOf(vacancy.reference()))
                .findFirst()
                .orElseThrow();
    }

    /** The contents of all parts, nested ones, too. */
    private static List<Object> leaves(Part part) throws MessagingException, IOException {
        var content = part.getContent();
        var leaves = new ArrayList<>();
        if (content instanceof MimeMultipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                leaves.addAll(leaves(parts.getBodyPart(i)));
            }
        } else if (content instanceof MimeMessage message) {
            leaves.addAll(leaves(message));
        } else {
            leaves.add(part.getInputStream().readAllBytes());
        }
        return leaves;
    }
}
