package org.appel.applications.mailbox.routing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.appel.applications.mailbox.routing.Corpus.Mail;
import org.appel.applications.model.DocumentKind;

import static org.appel.applications.model.DocumentKind.COVER_LETTER;
import static org.appel.applications.model.DocumentKind.CV;
import static org.appel.applications.model.DocumentKind.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

class PaperTellerTest {
    private static final List<DocumentKind> BOTH = List.of(COVER_LETTER, CV);

    private static final String LETTER = """
            Amina Ben Salah
            12, rue de la Paix, Tunis
            Objet : candidature

            Madame, Monsieur,

            Juriste de formation, je travaille depuis six ans avec des organisations de la société civile. J’ai acquis une
            longue expérience des mécanismes de protection, et je parle trois langues.
            Je serais heureuse de vous rencontrer.

            Veuillez agréer, Madame, Monsieur, l’expression de mes salutations distinguées.
            """;

    private static final String RESUME = """
            Amina Ben Salah
            Expérience professionnelle
            2019-2025 Chargée de projet
            Formation
            2014-2019 Master en droit, mention bien, grade de master
            Langues
            Français, arabe
            """;

    @ParameterizedTest
    @CsvSource({
        "CV.pdf, cv",
        "cv_amina.docx, cv",
        "CVAminaBenSalah.pdf, cv",
        "Ben Salah-CV-2025.pdf, cv",
        "Curriculum vitæ Amina.pdf, cv",
        "C.V. Amina.pdf, cv",
        "resume.pdf, cv",
        "Résumé_EN.pdf, cv",
        "Lebenslauf.pdf, cv",
        "Hoja de vida.pdf, cv",
        "currículo.pdf, cv",
        "Europass-Amina.pdf, cv",
        "P11_BenSalah.doc, cv",
        "السيرة الذاتية.pdf, cv",
        "سيرة ذاتية - أمينة.pdf, cv",
        "Lettre de motivation.pdf, cover_letter",
        "lettre_motivation_amina.docx, cover_letter",
        "LM Ben Salah.pdf, cover_letter",
        "LM_OMCT.pdf, cover_letter",
        "Motivation.pdf, cover_letter",
        "Cover letter.pdf, cover_letter",
        "CoverLetter_Okello.pdf, cover_letter",
        "Carta de motivación.pdf, cover_letter",
        "Carta de presentación.odt, cover_letter",
        "Motivationsschreiben.pdf, cover_letter",
        "رسالة تحفيزية.pdf, cover_letter",
        "Statement of interest.pdf, cover_letter",
        "Diplôme.pdf, certificate",
        "Attestation de travail.pdf, certificate",
        "certificat_anglais.pdf, certificate",
        "Transcript of records.pdf, certificate",
        "Relevé de notes.pdf, certificate",
        "Master.pdf, certificate",
        "شهادة.pdf, certificate",
        "Lettre de recommandation.pdf, reference",
        "Recommendation letter Prof X.pdf, reference",
        "Reference letter.pdf, reference",
        "Carta de recomendación.pdf, reference",
        "References.pdf, reference",
        "Writing sample.pdf, writing_sample",
        "Échantillon de rédaction.pdf, writing_sample",
        "Thèse.pdf, writing_sample",
        "Article.pdf, writing_sample",
        "scan0001.pdf, other",
        "Amina Ben Salah.pdf, other",
        "OMCT-2025-07.pdf, other",
        "passeport.pdf, other",
        "document (1).pdf, other",
        "Newsletter.pdf, other",
        "'', other"
    })
    void a_file_is_told_by_its_name(String name, String kind) {
        assertThat(tell(name, null)).isEqualTo(new Told(new DocumentKind(kind), Set.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CV et lettre.pdf",
                "CV_LM_BenSalah.pdf",
                "CV+LM.pdf",
                "cover letter and CV.pdf",
                "Lettre de motivation + CV.pdf",
                "CV & Motivation.pdf"
            })
    void a_file_with_both_is_kept_as_the_cv_and_the_letter_is_not_missing(String name) {
        // When
        var told = tell(name, null);

        // Then
        assertThat(told).isEqualTo(new Told(CV, Set.of(COVER_LETTER)));
        assertThat(told.holds(COVER_LETTER)).isTrue();
        assertThat(told.holds(OTHER)).isFalse();
    }

    @Test
    void a_file_without_a_telling_name_is_told_by_its_text() {
        assertThat(tell("scan.pdf", LETTER)).isEqualTo(new Told(COVER_LETTER, Set.of()));
        assertThat(tell("scan.pdf", RESUME)).isEqualTo(new Told(CV, Set.of()));
        assertThat(tell("dossier.pdf", LETTER + "\n\n" + RESUME)).isEqualTo(new Told(CV, Set.of(COVER_LETTER)));
        assertThat(tell("scan.pdf", "À qui de droit,\n\nJe recommande vivement Mme Ben Salah.\n\nCordialement,"))
                .isEqualTo(new Told(new DocumentKind("reference"), Set.of()));
        assertThat(tell(
                        "scan.pdf",
                        "Le directeur certifie que Mme Ben Salah a obtenu le diplôme de Master avec mention"))
                .isEqualTo(new Told(new DocumentKind("certificate"), Set.of()));
        assertThat(tell("scan.pdf", "Facture n° 12")).isEqualTo(new Told(OTHER, Set.of()));
        assertThat(tell("scan.pdf", "")).isEqualTo(new Told(OTHER, Set.of()));
    }

    @Test
    void cv_and_letter_that_have_each_others_name_are_told_by_their_texts() {
        // When
        var told = PaperTeller.tell(List.of(new Paper("CV.pdf", LETTER), new Paper("Lettre.pdf", RESUME)), BOTH);

        // Then
        assertThat(told).extracting(Told::kind).containsExactly(COVER_LETTER, CV);
    }

    @Test
    void a_second_cv_that_reads_like_a_letter_is_the_letter() {
        // When
        var told = PaperTeller.tell(List.of(new Paper("CV 1.pdf", RESUME), new Paper("CV 2.pdf", LETTER)), BOTH);

        // Then
        assertThat(told).extracting(Told::kind).containsExactly(CV, COVER_LETTER);
    }

    @Test
    void beside_a_cv_a_file_with_both_is_the_letter() {
        // When
        var told = PaperTeller.tell(List.of(new Paper("CV et lettre.pdf", null), new Paper("CV long.pdf", null)), BOTH);

        // Then
        assertThat(told).containsExactly(new Told(COVER_LETTER, Set.of(CV)), new Told(CV, Set.of()));
    }

    @Test
    void a_recommendation_that_reads_like_a_letter_stays_one() {
        assertThat(tell("Lettre de recommandation.pdf", LETTER).kind()).isEqualTo(new DocumentKind("reference"));
        assertThat(tell("Attestation.pdf", LETTER).kind()).isEqualTo(new DocumentKind("certificate"));
    }

    @Test
    void a_name_that_may_mean_two_things_gives_way_to_the_text() {
        assertThat(tell("presentation.pdf", RESUME).kind()).isEqualTo(CV);
        assertThat(tell("Resume report.pdf", null).kind()).isEqualTo(OTHER);
    }

    @Test
    void nothing_is_guessed_because_it_is_what_is_missing() {
        // When
        var told = PaperTeller.tell(List.of(new Paper("CV.pdf", null), new Paper("Ben Salah.pdf", null)), BOTH);

        // Then
        assertThat(told).extracting(Told::kind).containsExactly(CV, OTHER);
    }

    @Test
    void a_kind_of_the_postings_own_is_told_by_its_name() {
        // Given
        var required = Stream.of("motivation_letter", "diploma", "police_record", "portfolio")
                .map(DocumentKind::new)
                .toList();

        // When
        var told = PaperTeller.tell(
                Stream.of("LM.pdf", "Diplôme.pdf", "Police record 2025.pdf", "Portfolio.pdf", "CV.pdf")
                        .map(name -> new Paper(name, null))
                        .toList(),
                required);

        // Then
        assertThat(told)
                .extracting(one -> one.kind().name())
                .containsExactly("motivation_letter", "diploma", "police_record", "portfolio", "cv");
    }

    @Test
    void every_paper_gets_a_kind() {
        // Given
        var papers = Stream.of("a.pdf", "b.pdf", "CV.pdf", "CV.pdf", "", "???")
                .map(name -> new Paper(name, null))
                .toList();

        // Then
        assertThat(PaperTeller.tell(papers, BOTH)).hasSameSizeAs(papers).doesNotContainNull();
        assertThat(PaperTeller.tell(List.of(), BOTH)).isEmpty();
    }

    @Test
    void the_papers_of_the_corpus_are_told() {
        // Given
        var mails = Corpus.mails().stream()
                .filter(Mail::namesAPosting)
                .filter(mail -> papers(mail).size() > 1)
                .toList();

        // When
        var wrong = mails.stream().filter(mail -> !PaperTeller.tell(papers(mail), BOTH).stream()
                .map(Told::kind)
                .collect(Collectors.toSet())
                .equals(Set.copyOf(BOTH)));

        // Then
        assertThat(mails).hasSizeGreaterThan(70);
        assertThat(wrong).isEmpty();
    }

    private static Told tell(String name, @Nullable String text) {
        return PaperTeller.tell(List.of(new Paper(name, text)), BOTH).getFirst();
    }

    /** The documents of a mail; the text of PDFs only. */
    private static List<Paper> papers(Mail mail) {
        try {
            var papers = new ArrayList<Paper>();
            collect(mail.parsed(), papers);
            return papers;
        } catch (MessagingException | IOException e) {
            throw new AssertionError(mail.toString(), e);
        }
    }

    private static void collect(Part part, List<Paper> papers) throws MessagingException, IOException {
        if (part.getContent() instanceof MimeMultipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                collect(parts.getBodyPart(i), papers);
            }
        } else if (part.getContentType().matches("(?s)application/(?:pdf|octet-stream|rtf|vnd).*")) {
            var name = part.getFileName() == null ? "" : MimeUtility.decodeText(part.getFileName());
            var bytes = part.getInputStream().readAllBytes();
            boolean isPdf = new String(bytes, 0, 5, StandardCharsets.US_ASCII).equals("%PDF-");
            papers.add(new Paper(name, isPdf ? text(bytes) : null));
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
