package org.appel.postings.careers;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

import org.appel.postings.careers.ListPages.Cards;
import org.appel.postings.careers.Templates.Detail;
import org.appel.postings.careers.Templates.Fact;
import org.appel.postings.careers.Templates.Frame;
import org.appel.postings.careers.Templates.Part;
import org.appel.postings.careers.Vacancies.Vacancy;
import org.appel.postings.config.Site;
import org.appel.postings.messaging.JobPostingLd;
import org.appel.postings.model.Contract;
import org.appel.postings.model.Deadline;
import org.appel.postings.model.HowToApply;
import org.appel.postings.model.JobAd;
import org.appel.postings.model.LanguageVersion;
import org.appel.postings.model.Posting;
import org.appel.postings.model.Posting.Closed;
import org.appel.postings.model.Posting.Draft;
import org.appel.postings.model.Posting.Open;
import org.appel.postings.model.Posting.Withdrawn;
import org.appel.postings.model.Section;
import org.appel.postings.model.Text;

/** Writes the page of one posting, public or as a preview. */
@ApplicationScoped
class PostingPages {

    private final Frames frames;
    private final Site site;
    private final Clock clock;

    PostingPages(Frames frames, Site site, Clock clock) {
        this.frames = frames;
        this.site = site;
        this.clock = clock;
    }

    TemplateInstance page(Vacancy vacancy, PageLanguage language) {
        var version = version(vacancy.posting().ad(), language);
        var open = vacancy.posting() instanceof Open;
        var frame = frames.page(
                language, version.text().title(), beginning(version), each -> path(vacancy.posting(), each), "", open);
        return Templates.posting(frame, detail(vacancy, version, language, false));
    }

    /** @param otherAddress the same preview in the other language; empty if there is none */
    TemplateInstance preview(Vacancy vacancy, PageLanguage language, String otherAddress) {
        var version = version(vacancy.posting().ad(), language);
        Frame frame = frames.passing(language, version.text().title(), otherAddress);
        return Templates.posting(frame, detail(vacancy, version, language, true));
    }

    static String path(Posting posting, PageLanguage language) {
        return "/careers/" + language.code() + "/postings/" + posting.id();
    }

    /** Where the day of the deadline ends; UTC where there is none. */
    static ZoneId zone(JobAd ad) {
        return ad.deadline() instanceof Deadline.Printed printed && printed.zone() != null
                ? printed.zone()
                : ZoneOffset.UTC;
    }

    /** In which language the notice is; empty if it is the page's. */
    static String noticeLanguage(LanguageVersion version, PageLanguage language) {
        return version.language().equals(language.code())
                ? ""
                : language.words().writtenIn(new Terms(language).languageName(version.language()));
    }

    /** The notice in the page's language if there is one, and with some title. */
    static LanguageVersion version(JobAd ad, PageLanguage language) {
        var version = ad.in(List.of(language.code()))
                .orElseGet(() -> new LanguageVersion(language.code(), new Text("", List.of())));
        return version.text().title().isEmpty()
                ? new LanguageVersion(
                        version.language(),
                        new Text(language.words().untitled(), version.text().sections()))
                : version;
    }

    /** A sentence about until when applications are taken; empty while nobody has said it. */
    static String deadline(JobAd ad, PageLanguage language) {
        return switch (ad.deadline()) {
            case null -> "";
            case Deadline.None _ -> language.words().applyUntilFilled();
            case Deadline.Printed printed -> language.words().applyBy(new Dates(language).deadline(printed));
        };
    }

    private Detail detail(Vacancy vacancy, LanguageVersion version, PageLanguage language, boolean preview) {
        var posting = vacancy.posting();
        var ad = posting.ad();
        var words = language.words();
        var terms = new Terms(language);
        var how = ad.apply() == null ? new HowToApply(false, null, null, List.of(), null, false) : ad.apply();
        var email = how.email();
        boolean open = posting instanceof Open || posting instanceof Draft;
        var closing = closing(posting, language);
        return new Detail(
                preview ? words.previewRibbon(state(posting, words)) : "",
                Quote.of(version.text().title(), version.language()),
                Cards.name(vacancy.publisher(), language),
                frames.local("/careers/" + language.code() + "/organisations/" + ad.organisation()),
                closing,
                open && !closing.isEmpty(),
                noticeLanguage(version, language),
                posting instanceof Closed ? closedSince(posting, language) : "",
                open,
                facts(ad, language),
                version.text().sections().stream()
                        .map(section -> part(section, words))
                        .toList(),
                ad.selection().stream().map(terms::step).toList(),
                deadline(ad, language),
                how.documents().stream().map(terms::document).toList(),
                open && how.api() && !preview ? frames.local(path(posting, language) + "/apply") : "",
                open && how.api() && preview,
                email == null ? "" : email.address(),
                email == null ? "" : mailto(email),
                email == null ? Quote.NONE : Quote.of(email.subject(), ad.originalLanguage()),
                how.url() == null ? "" : how.url(),
                how.url() == null ? "" : URI.create(how.url()).getHost(),
                posting instanceof Open opened && !preview
                        ? JobPostingLd.forScript(JobPostingLd.of(
                                opened, vacancy.publisher(), version, site.page(opened.id(), language.code())))
                        : "");
    }

    private static String state(Posting posting, CareersWords words) {
        return switch (posting) {
            case Draft _ -> words.previewDraft();
            case Open _ -> words.previewOpen();
            case Closed _ -> words.previewClosed();
            case Withdrawn _ -> words.previewWithdrawn();
        };
    }

    private String closing(Posting posting, PageLanguage language) {
        if (posting instanceof Closed) {
            return language.words().closedPill();
        }
        if (posting instanceof Withdrawn) {
            return "";
        }
        var now = clock.instant();
        return posting.closesAt()
                .filter(now::isBefore)
                .map(closesAt -> new Dates(language).countdown(closesAt, zone(posting.ad()), now))
                .orElse("");
    }

    private static String closedSince(Posting posting, PageLanguage language) {
        var ad = posting.ad();
        return posting.closesAt()
                .map(closesAt -> language.words().closedSince(new Dates(language).moment(closesAt, zone(ad))))
                .orElse("");
    }

    private static List<Fact> facts(JobAd ad, PageLanguage language) {
        var words = language.words();
        var terms = new Terms(language);
        var original = ad.originalLanguage();
        var facts = new ArrayList<Fact>();
        switch (ad.deadline()) {
            case null -> {}
            case Deadline.None _ -> add(facts, words.deadline(), words.untilFilled(), null, original, "");
            case Deadline.Printed printed ->
                add(
                        facts,
                        words.deadline(),
                        words.atTheLatest(new Dates(language).deadline(printed)),
                        null,
                        original,
                        "");
        }
        add(facts, words.workload(), terms.workload(ad.workload()), null, original, "");
        add(facts, words.place(), terms.places(ad.places()), null, original, "");
        add(facts, words.contract(), terms.contract(ad.contract()), condition(ad.contract()), original, "");
        add(facts, words.start(), terms.start(ad.start()), null, original, "");
        add(
                facts,
                words.pay(),
                terms.pay(ad),
                ad.pay() == null ? null : ad.pay().text(),
                original,
                terms.payAsPrinted(ad));
        add(
                facts,
                words.languagesOfWork(),
                ad.languages().stream().map(terms::language).collect(Collectors.joining(", ")),
                null,
                original,
                "");
        add(facts, words.experience(), terms.experience(ad.experience()), null, original, "");
        add(facts, words.grade(), "", ad.grade(), null, "");
        add(facts, words.workPermit(), "", ad.workPermit(), original, "");
        add(facts, words.reference(), "", ad.reference(), null, "");
        return facts;
    }

    private static @Nullable String condition(@Nullable Contract contract) {
        return contract == null ? null : contract.condition();
    }

    private static void add(
            List<Fact> facts,
            String label,
            String text,
            @Nullable String quote,
            @Nullable String quoteLanguage,
            String note) {
        if (!text.isEmpty() || quote != null) {
            facts.add(new Fact(label, text, Quote.of(quote, quoteLanguage), note));
        }
    }

    private static Part part(Section section, CareersWords words) {
        return new Part(
                section.heading() == null ? "" : section.heading(),
                section.share() == null ? "" : words.share(section.share()),
                section.paragraphs(),
                section.items());
    }

    /** The first words of the notice, for those who have not opened it. */
    private static String beginning(LanguageVersion version) {
        return version.text().sections().stream()
                .flatMap(section -> section.paragraphs().stream())
                .findFirst()
                .orElse("");
    }

    /** RFC 6068: a mail with its address and its subject line. */
    private static String mailto(HowToApply.Email email) {
        var to = "mailto:" + encoded(email.address()).replace("%40", "@");
        return email.subject() == null ? to : to + "?subject=" + encoded(email.subject());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
