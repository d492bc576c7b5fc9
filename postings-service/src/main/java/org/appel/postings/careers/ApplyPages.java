package org.appel.postings.careers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.qute.TemplateInstance;

import org.appel.postings.careers.ListPages.Cards;
import org.appel.postings.careers.Templates.Choice;
import org.appel.postings.careers.Templates.FileField;
import org.appel.postings.careers.Templates.Form;
import org.appel.postings.careers.Templates.Step;
import org.appel.postings.careers.Templates.Thanks;
import org.appel.postings.careers.Vacancies.Vacancy;
import org.appel.postings.config.PostingsConfig;
import org.appel.postings.config.Site;
import org.appel.postings.model.HowToApply;
import org.appel.service.Ids;

/** Writes the form of an application, which goes straight to the applications-service, and the page that comes after it. */
@ApplicationScoped
class ApplyPages {

    /** The wording that the form shows. The applications-service has the same text under this name, and keeps the name. */
    private static final String WORDING = "2026-1";

    /** Told to the browser, which then offers only such files; the intake judges by content. */
    private static final String ACCEPT = ".pdf,.docx,.odt,.rtf,.txt";

    private static final String OTHER = "other";
    private static final int MEBIBYTE = 1 << 20;

    private final Frames frames;
    private final Site site;
    private final long documentMebibytes;
    private final int usualRetentionMonths;

    ApplyPages(Frames frames, Site site, PostingsConfig config) {
        this.frames = frames;
        this.site = site;
        documentMebibytes = config.careers().documentLimit().asLongValue() / MEBIBYTE;
        usualRetentionMonths = config.careers().retentionMonths();
    }

    /** A new form: no two share the key by which a repetition of the same application is known. */
    TemplateInstance form(Vacancy vacancy, HowToApply how, PageLanguage language) {
        var words = language.words();
        var ad = vacancy.posting().ad();
        var terms = new Terms(language);
        var version = PostingPages.version(ad, language);
        var title = Quote.of(version.text().title(), version.language());
        var other = frames.local(PostingPages.path(vacancy.posting(), language.other()) + "/apply");
        return Templates.apply(
                frames.passing(language, words.applyTitle(title.text()), other),
                new Form(
                        frames.local(PostingPages.path(vacancy.posting(), language)),
                        Cards.name(vacancy.publisher(), language),
                        title,
                        PostingPages.deadline(ad, language),
                        site.applicationForm(vacancy.posting().id(), language.code())
                                .toString(),
                        Ids.next().toString(),
                        WORDING,
                        Arrays.stream(PageLanguage.values())
                                .map(each -> new Choice(each.code(), each.ownName(), each == language))
                                .toList(),
                        files(how, terms),
                        words.fileHint(documentMebibytes),
                        ACCEPT,
                        consent(language),
                        words.retention(
                                terms.months(Objects.requireNonNullElse(ad.retentionMonths(), usualRetentionMonths)))));
    }

    TemplateInstance thanks(Vacancy vacancy, PageLanguage language) {
        var words = language.words();
        var version = PostingPages.version(vacancy.posting().ad(), language);
        var other = frames.local(PostingPages.path(vacancy.posting(), language.other()) + "/thanks");
        return Templates.thanks(
                frames.passing(language, words.thanksTitle(), other),
                new Thanks(
                        Quote.of(version.text().title(), version.language()),
                        List.of(
                                new Step(words.thanksMailTitle(), words.thanksMail()),
                                new Step(words.thanksLinkTitle(), words.thanksLink()),
                                new Step(words.thanksAnswerTitle(), words.thanksAnswer()))));
    }

    private static List<FileField> files(HowToApply how, Terms terms) {
        var required = how.documents().stream()
                .map(kind -> new FileField(kind, terms.document(kind), true, kind.equals(OTHER)));
        var other = Stream.of(OTHER)
                .filter(kind -> !how.documents().contains(kind))
                .map(kind -> new FileField(kind, terms.document(kind), false, true));
        return Stream.concat(required, other).toList();
    }

    private static String consent(PageLanguage language) {
        var name = "/consents/" + WORDING + "/" + language.code() + ".txt";
        try (var file = Objects.requireNonNull(ApplyPages.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
