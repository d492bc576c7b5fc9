package org.appel.applications.candidate;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.appel.applications.candidate.Templates.Frame;
import org.appel.applications.candidate.Templates.Option;
import org.appel.applications.candidate.Templates.Overview;
import org.appel.applications.candidate.Templates.Problems;
import org.appel.applications.candidate.Templates.Row;
import org.appel.applications.candidate.Templates.Slot;
import org.appel.applications.candidate.Templates.StoredFile;
import org.appel.applications.config.IntakeConfig;
import org.appel.applications.model.Candidacy;
import org.appel.applications.model.Consent;
import org.appel.applications.model.DocumentKind;
import org.appel.applications.model.DocumentType;
import org.appel.applications.model.Language;
import org.appel.applications.model.Progress;
import org.appel.applications.model.StoredDocument;

/** Puts an application into words for its page. */
@ApplicationScoped
class OverviewWriter {
    static final Problems NO_PROBLEMS = new Problems("", List.of());

    /** Of these, candidates have one. */
    private static final Set<DocumentKind> SINGLE = Set.of(DocumentKind.CV, DocumentKind.COVER_LETTER);

    private static final long MEBIBYTE = 1 << 20;

    private static final String ACCEPT = Arrays.stream(DocumentType.values())
            .map(type -> "." + type.extension())
            .collect(Collectors.joining(","));

    private final long mebibytes;

    OverviewWriter(IntakeConfig config) {
        mebibytes = config.documentLimit().asLongValue() / MEBIBYTE;
    }

    /** @param address of this page in the other language */
    static Frame frame(OwnFile file, Language language, String address) {
        var title = title(file, language);
        return CandidatePages.frame(language, file.organisationName(), title.text(), title.language(), address);
    }

    /**
     * @param formToken for the session in hand
     * @param query keeps the language; empty if it is the candidate's own
     */
    Overview write(OwnFile file, Language language, String query, String formToken, String notice, Problems problems) {
        var words = Labels.words(language);
        var application = file.application();
        var progress = Progress.of(application.candidacy());
        var base = Entrance.address(application.id());
        var completion = file.completion();
        return new Overview(
                base,
                query,
                formToken,
                notice,
                problems,
                Labels.state(progress, words),
                Labels.stateMore(progress, words),
                facts(file, language, words),
                completion.missing().stream()
                        .map(kind -> Labels.kind(kind, words))
                        .toList(),
                missingUntil(file, language, words),
                slots(file, language, words, base),
                completion.open(),
                replaceUntil(file, language, words),
                words.fileHint(mebibytes),
                ACCEPT,
                otherKinds(file, words),
                person(file, words),
                words.consentGiven(Moments.full(application.person().consentedAt(), zone(file), language)),
                Consent.texts(application.person().consentWording()).getOrDefault(language.code(), ""),
                application.candidacy() instanceof Candidacy.Running);
    }

    private static List<Row> facts(OwnFile file, Language language, Words words) {
        var application = file.application();
        var facts = new ArrayList<Row>();
        facts.add(new Row(words.receivedOn(), Moments.full(application.receivedAt(), zone(file), language)));
        if (!application.updatedAt().equals(application.receivedAt())) {
            facts.add(new Row(words.updatedOn(), Moments.full(application.updatedAt(), zone(file), language)));
        }
        var posting = file.posting();
        if (posting != null && posting.reference() != null) {
            facts.addFirst(new Row(words.reference(), posting.reference()));
        }
        facts.add(new Row(words.fileNumber(), application.id().toString()));
        return facts;
    }

    private static String missingUntil(OwnFile file, Language language, Words words) {
        return until(file, language, words.missingLate(), words.missingWhileOpen(), words::missingUntil);
    }

    private static String replaceUntil(OwnFile file, Language language, Words words) {
        return until(file, language, words.replaceNoMore(), words.replaceWhileOpen(), words::replaceUntil);
    }

    private static String until(
            OwnFile file, Language language, String closed, String open, Function<String, String> until) {
        var completion = file.completion();
        if (!completion.open()) {
            return closed;
        }
        var end = completion.until();
        return end == null ? open : until.apply(Moments.last(end, zone(file), language));
    }

    /** What is there and what is missing; the required kinds first. */
    private static List<Slot> slots(OwnFile file, Language language, Words words, String base) {
        var byKind = file.documents().stream().collect(Collectors.groupingBy(StoredDocument::kind));
        return Stream.concat(kinds(file), byKind.keySet().stream())
                .distinct()
                .filter(kind ->
                        byKind.containsKey(kind) || file.completion().missing().contains(kind))
                .map(kind -> slot(kind, byKind.getOrDefault(kind, List.of()), file, language, words, base))
                .toList();
    }

    /** Those that have no place of their own on the page yet. */
    private static List<Option> otherKinds(OwnFile file, Words words) {
        return kinds(file)
                .filter(kind -> !file.completion().missing().contains(kind)
                        && file.documents().stream()
                                .noneMatch(document -> document.kind().equals(kind)))
                .map(kind -> new Option(kind.name(), Labels.kind(kind, words)))
                .toList();
    }

    private static Slot slot(
            DocumentKind kind,
            List<StoredDocument> documents,
            OwnFile file,
            Language language,
            Words words,
            String base) {
        var files = documents.stream()
                .map(document -> new StoredFile(
                        document.name().text(),
                        base + "/documents/" + document.id(),
                        words.documentDetails(
                                Labels.type(document.type(), words),
                                Labels.size(document.size(), language),
                                Moments.day(document.receivedAt(), zone(file), language))))
                .toList();
        return new Slot(
                kind.name(),
                Labels.kind(kind, words),
                !SINGLE.contains(kind),
                kinds(file).anyMatch(kind::equals),
                files,
                files.isEmpty() ? "" : words.takesThePlace(files.size()));
    }

    private static List<Row> person(OwnFile file, Words words) {
        var person = file.application().person();
        return Stream.of(
                        new Row(words.name(), person.name()),
                        new Row(words.email(), person.email().text()),
                        new Row(words.phone(), orNone(person.phone())),
                        new Row(words.source(), orNone(person.source())))
                .filter(row -> !row.value().isEmpty())
                .toList();
    }

    private static String orNone(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Stream<DocumentKind> kinds(OwnFile file) {
        var posting = file.posting();
        return posting == null ? Stream.of() : posting.takenDocuments().stream();
    }

    /** The posting's title in the page's language, or in any; the page's own where the posting is not known. */
    private static Title title(OwnFile file, Language language) {
        var titles = file.posting() == null
                ? Map.<String, String>of()
                : new TreeMap<>(file.posting().titles());
        var code = titles.containsKey(language.code()) || titles.isEmpty()
                ? language.code()
                : titles.keySet().iterator().next();
        return new Title(titles.getOrDefault(code, Labels.words(language).title()), code);
    }

    private record Title(String text, String language) {}

    private static ZoneId zone(OwnFile file) {
        var posting = file.posting();
        return posting == null || posting.zone() == null ? ZoneOffset.UTC : ZoneId.of(posting.zone());
    }
}
