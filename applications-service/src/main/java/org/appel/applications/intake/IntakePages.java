package org.appel.applications.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import org.jspecify.annotations.Nullable;

import org.appel.applications.config.IntakeConfig;
import org.appel.applications.intake.PageTemplates.Again;
import org.appel.applications.intake.PageTemplates.Choice;
import org.appel.applications.intake.PageTemplates.Fault;
import org.appel.applications.intake.PageTemplates.Field;
import org.appel.applications.intake.PageTemplates.FileField;
import org.appel.applications.intake.PageTemplates.Frame;
import org.appel.applications.intake.PageTemplates.Refused;
import org.appel.applications.model.Flaw;
import org.appel.applications.model.Language;
import org.appel.applications.model.Refusal;

/** What a browser is answered that sent a form: where to go on, or a page with everything that is wrong. */
@ApplicationScoped
class IntakePages {
    private static final String STYLE = style();
    private static final int MEBIBYTE = 1 << 20;
    /** What is longer is not shown again: it is nobody's name. */
    private static final int LONGEST_SHOWN = 1000;

    private static final String OTHER = "other";
    private static final String PERSON = "/" + Parts.APPLICATION + "/";
    static final String EMAIL_POINTER = PERSON + PageForm.EMAIL;
    private static final String DOCUMENTS = "/documents/";
    private static final List<String> PERSON_FIELDS = List.of(PageForm.NAME, PageForm.EMAIL, PageForm.PHONE);

    private final IntakeConfig config;
    private final String policy;

    IntakePages(IntakeConfig config) {
        this.config = config;
        var careers = config.careersUrl();
        policy = "default-src 'none'; style-src 'sha256-" + sha256(STYLE) + "'; form-action 'self' "
                + careers.getScheme() + "://" + careers.getAuthority() + "; base-uri 'none'; frame-ancestors 'none'";
    }

    /** The language of that code; English where there is none. */
    static Language language(@Nullable String code) {
        return code == null ? Language.EN : Language.of(code).orElse(Language.EN);
    }

    /** The id of a posting in an address, as it may stand in a link; none if it is no id. */
    static String known(String posting) {
        try {
            return UUID.fromString(posting).toString();
        } catch (IllegalArgumentException none) {
            return "none";
        }
    }

    /** What a page is sent with, beside its body: nothing is kept, loaded, framed or told to others. */
    Map<String, String> headers(Language language) {
        return Map.of(
                "Content-Type", "text/html;charset=UTF-8",
                "Content-Language", language.code(),
                "Cache-Control", "no-store",
                "Content-Security-Policy", policy,
                "X-Frame-Options", "DENY",
                "X-Content-Type-Options", "nosniff",
                "Referrer-Policy", "no-referrer",
                "X-Robots-Tag", "noindex, nofollow");
    }

    /** Where somebody goes whose application was taken: always to our own site. */
    URI thanks(String posting, Language language) {
        return URI.create(address(posting, language) + "/thanks");
    }

    /** Why the application was not taken, where the form cannot be mended. */
    String refused(Refusal refusal, String posting, Language language) {
        var words = words(language);
        return switch (refusal) {
            case Refusal.DeadlinePassed _ -> toPosting(words.closedTitle(), words.closedMore(), posting, language);
            case Refusal.NotOpenYet _ -> toPosting(words.notYetTitle(), words.notYetMore(), posting, language);
            case Refusal.AppliesElsewhere _ ->
                toPosting(words.elsewhereTitle(), words.elsewhereMore(), posting, language);
            case Refusal.PostingWithdrawn _ ->
                toPosting(words.withdrawnTitle(), words.withdrawnMore(), posting, language);
            case Refusal.UnknownPosting _ -> toPosting(words.unknownTitle(), words.unknownMore(), posting, language);
            case Refusal.Erased _ -> toForm(words.erasedTitle(), words.erasedMore(), posting, language);
            case Refusal.IdempotencyKeyReused _ -> toForm(words.sentTitle(), words.sentMore(), posting, language);
            case Refusal.IdempotencyKeyMissing _, Refusal.IdempotencyKeyMalformed _ ->
                toForm(words.staleTitle(), words.staleMore(), posting, language);
            case Refusal.TooLarge r ->
                toForm(words.largeTitle(), words.largeMore(r.mostBytes() / MEBIBYTE), posting, language);
            case Refusal.UploadTimeout _ -> toForm(words.slowTitle(), words.slowMore(), posting, language);
            case Refusal.Busy _, Refusal.DocumentsAway _, Refusal.IdempotencyKeyInUse _ ->
                toForm(words.busyTitle(), words.busyMore(), posting, language);
            // Nothing else is said to somebody who applies.
            default -> trouble(posting, language);
        };
    }

    /** The upload broke off. */
    String brokenOff(String posting, Language language) {
        var words = words(language);
        return toForm(words.slowTitle(), words.slowMore(), posting, language);
    }

    /** Something went wrong here. */
    String trouble(String posting, Language language) {
        var words = words(language);
        return toForm(words.troubleTitle(), words.troubleMore(), posting, language);
    }

    /** The form again, with all faults, each at its field; of the files nothing can be shown again. */
    String again(Forms.Asked page, PageForm sent, List<Flaw> flaws, Language language) {
        var words = words(language);
        var asked = page.form();
        var faults =
                flaws.stream().map(flaw -> fault(flaw, sent, words)).distinct().toList();
        var titleLanguage = asked.titles().containsKey(language.code())
                ? language.code()
                : asked.titles().keySet().stream().sorted().findFirst().orElse(language.code());
        var title = asked.titles().getOrDefault(titleLanguage, "");
        var posting = asked.posting().toString();
        var again = new Again(
                address(posting, language),
                title,
                titleLanguage,
                faults,
                "page?lang=" + language.code(),
                shown(sent.value(PageForm.KEY)),
                asked.consent().version(),
                PERSON_FIELDS.stream()
                        .map(name -> field(name, sent, faults, words))
                        .toList(),
                languages(sent, language),
                files(asked, faults, words),
                words.fileHint(config.documentLimit().asLongValue() / MEBIBYTE),
                asked.acceptedTypes().stream()
                        .map(type -> "." + type.extension())
                        .collect(Collectors.joining(",")),
                language == Language.FR ? asked.consent().fr() : asked.consent().en(),
                error(PageForm.CONSENT, faults).text(),
                words.retention(page.retentionMonths()));
        return render(
                PageTemplates.again(
                        frame(words.errorTitle(title.isEmpty() ? words.vacancies() : title), language), again),
                language);
    }

    private static Fault fault(Flaw flaw, PageForm sent, PageWords words) {
        if (flaw.pointer().startsWith(PERSON)) {
            var field = flaw.pointer().substring(PERSON.length()).split("/")[0];
            return switch (field) {
                case PageForm.NAME -> new Fault(field, words.faultName(), "");
                case PageForm.EMAIL -> new Fault(field, words.faultEmail(), "");
                case PageForm.PHONE -> new Fault(field, words.faultPhone(), "");
                case PageForm.LANGUAGE -> new Fault("language-fr", words.faultLanguage(), "");
                case PageForm.CONSENT -> new Fault(field, words.faultConsent(), "");
                default -> new Fault("", words.faultOther(), flaw.detail());
            };
        }
        if (!flaw.pointer().startsWith(DOCUMENTS)) {
            return new Fault("", words.faultOther(), flaw.detail());
        }
        var kind = flaw.pointer().substring(DOCUMENTS.length()).split("/")[0];
        boolean came = sent.documents().stream().anyMatch(part -> part.name().equals(kind));
        return came
                ? new Fault("file-" + kind, words.faultDocument(kind(kind, words)), flaw.detail())
                : new Fault("file-" + kind, words.faultMissing(kind(kind, words)), "");
    }

    private static Fault error(String field, List<Fault> faults) {
        return faults.stream()
                .filter(fault -> fault.field().equals(field))
                .findFirst()
                .orElse(new Fault("", "", ""));
    }

    private static Field field(String name, PageForm sent, List<Fault> faults, PageWords words) {
        var value = shown(sent.value(name));
        var error = error(name, faults).text();
        return switch (name) {
            case PageForm.EMAIL -> new Field(name, "email", "email", 254, words.fieldEmail(), true, value, error);
            case PageForm.PHONE -> new Field(name, "tel", "tel", 40, words.fieldPhone(), false, value, error);
            default -> new Field(name, "text", "name", 200, words.fieldName(), true, value, error);
        };
    }

    private static List<Choice> languages(PageForm sent, Language language) {
        var chosen = Language.of(sent.value(PageForm.LANGUAGE)).orElse(language);
        return Arrays.stream(Language.values())
                .map(each -> new Choice(each.code(), each == Language.FR ? "Français" : "English", each == chosen))
                .toList();
    }

    private static List<FileField> files(FormView asked, List<Fault> faults, PageWords words) {
        var required = asked.documents().stream().filter(FormView.AskedDocument::required);
        var other = asked.documents().stream()
                .filter(document -> !document.required() && document.kind().equals(OTHER));
        return Stream.concat(required, other)
                .map(document -> {
                    var error = error("file-" + document.kind(), faults);
                    return new FileField(
                            document.kind(),
                            kind(document.kind(), words),
                            document.required(),
                            document.kind().equals(OTHER),
                            error.text(),
                            error.detail());
                })
                .toList();
    }

    private static String kind(String kind, PageWords words) {
        return switch (kind) {
            case "cv" -> words.kindCv();
            case "cover_letter" -> words.kindCoverLetter();
            case "certificate" -> words.kindCertificate();
            case "reference" -> words.kindReference();
            case "writing_sample" -> words.kindWritingSample();
            case OTHER -> words.otherDocuments();
            default -> words.kindNamed(kind.replace('_', ' '));
        };
    }

    private static String shown(String value) {
        return value.length() > LONGEST_SHOWN ? "" : value;
    }

    private String toPosting(String title, String text, String posting, Language language) {
        return message(title, text, address(posting, language), words(language).backToPosting(), language);
    }

    private String toForm(String title, String text, String posting, Language language) {
        return message(
                title,
                text,
                address(posting, language) + "/apply",
                words(language).backToForm(),
                language);
    }

    private String message(String title, String text, String onward, String onwardText, Language language) {
        return render(
                PageTemplates.refused(frame(title, language), new Refused(title, List.of(text), onward, onwardText)),
                language);
    }

    private Frame frame(String title, Language language) {
        return new Frame(language.code(), title, STYLE, config.careersUrl() + "/" + language.code());
    }

    private String address(String posting, Language language) {
        return config.careersUrl() + "/" + language.code() + "/postings/" + posting;
    }

    private static String render(TemplateInstance page, Language language) {
        return page.setLocale(Locale.of(language.code())).render();
    }

    private static PageWords words(Language language) {
        return MessageBundles.get(PageWords.class, Localized.Literal.of(language.code()));
    }

    private static String style() {
        try (var file = Objects.requireNonNull(IntakePages.class.getResourceAsStream("/pages/site.css"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
