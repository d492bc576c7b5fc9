package org.appel.postings.model.notice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.appel.postings.model.Section.Kind;
import org.appel.postings.model.WorkingLanguage;
import org.appel.postings.model.WorkingLanguage.Need;
import org.appel.postings.model.facts.Plain;

/** The languages that the work asks for, by their names in French and English as the JDK knows them from the CLDR. */
final class LanguageFinder {

    private static final String POINTER = "/languages";
    private static final String ONE_OF_SEVERAL = "is one of several";

    private static final Map<String, String> CODES = codes();
    private static final Pattern NAME = Pattern.compile("(?<!\\p{L})(?:"
            + CODES.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|")) + ")(?!\\p{L})");

    /** What makes the name of a language the name of one, and not of a people. */
    private static final Pattern COMMAND =
            Pattern.compile("\\bmaitrise\\b|\\bconnaissances?\\b|\\blangues?\\b|\\bparl(?:e|er|ant)\\b|\\bbilingue"
                    + "|\\bcourante?s?\\b|\\b(?:requise?s?|exigee?s?|obligatoires?|required|mandatory)\\b|\\bfluen(?:t"
                    + "|cy)\\b|\\bproficien|\\bcommand of\\b|\\bknowledge of\\b|\\blanguages?\\b|\\bspoken\\b"
                    + "|\\bwritten\\b|\\bmother tongue\\b|\\boral\\b|\\becrit\\b");
    /** What only lets one think that the language is needed. */
    private static final Pattern WORK_IN =
            Pattern.compile("\\b(?:redig\\w*|ecrire|write|writing|draft\\w*|publi\\w*)\\b.*\\b(?:en|in) $");

    private static final Pattern ASSET =
            Pattern.compile("\\batouts?\\b|\\bsouhait|\\bun plus\\b|\\bserait apprecie|\\bappreciee?s?\\b|\\bassets?\\b"
                    + "|\\bdesirable\\b|\\badvantage|\\bavantages?\\b|\\bpreferabl|\\bideally\\b"
                    + "|\\bidealement\\b|\\ba plus\\b");
    private static final Pattern NOT_ASKED =
            Pattern.compile("\\b(?:working|official|six|several|other) languages? of\\b|\\blangues? (?:de travail"
                    + "|officielles?) (?:de |du |des )|\\bplusieurs (?:autres )?langues\\b"
                    + "|\\bseveral (?:other )?languages\\b|\\b(?:team|equipe|reseau|network|website"
                    + "|site)\\b[^,;]*\\b(?:speaks?|parlent?|publie|publishes)\\b");
    private static final Pattern SOME = Pattern.compile(
            "\\b(?:une?|one|deux|two|trois|three|either|autres?|another|other) (?:ou plusieurs |or more |de "
                    + "|des |of |parmi |among )?(?:the |ces |les )?(?:following |autres? "
                    + "|other )?(?:\\p{L}+ )?(?:langues?|languages?|parmi|among)\\b|\\bat least (?:one|two) of\\b");
    private static final Pattern NEGATED =
            Pattern.compile("\\b(?:n'est|ne sont|n'etant) pas\\b|\\b(?:not|no|aucune?|pas|without|sans)\\b");
    private static final Pattern CLAUSE = Pattern.compile(";");
    /** Outside of parentheses. */
    private static final Pattern PART = Pattern.compile(",(?![^()]*\\))");
    /** "La connaissance de l'arabe, de l'anglais ou du russe" goes on. */
    private static final Pattern GOES_ON = Pattern.compile("^ ?(?:et|and|ou|or|de|du|d'|of)\\b");
    /** What makes a language one that is required where an asset is named beside it. */
    private static final Pattern STRONG = Pattern.compile(
            "\\b(?:excellente?s?|parfaite?s?|tres bonnes?|bonnes?|maitrise|courante?s?|fluen\\w*|command"
                    + "|spoken|written|native|good|strong|requise?s?|exigee?s?|obligatoires?|indispensables?|required"
                    + "|mandatory|essential|must)\\b");

    private static final Pattern OR = Pattern.compile("[^,;.]{0,20}\\b(?:ou|or)\\b[^,;.]{0,20}");
    private static final Pattern CEFR = Pattern.compile("^ ?[:(]? ?([abc][12])\\b");
    private static final Pattern PEOPLE_BEFORE = Pattern.compile(
            "\\b(?:monde|droit|contexte|politiques?|histoire|gouvernement|code|societe|region|etat|public"
                    + "|territoire|marche|peuple|printemps) $");
    private static final Pattern PEOPLE_AFTER = Pattern.compile(
            "^ (?:law|politic|polic|history|culture|context|govern|republic|authorit|constitution|societ|world|civil)");
    /** "Créé" reads as the language of the Cree. */
    private static final Set<String> WORDS = Set.of("cree");

    private static final Set<String> WORDS_IF_SMALL = Set.of("polish");

    private static final Pattern LEVEL = Pattern.compile(
            "(?:(?:excellente?|tres bonnes?|bonnes?|parfaite|solides?|very good|good|strong|perfect|working"
                    + "|basic|advanced|native|full) )?(?:maitrise|connaissances?|notions?|bases|understanding"
                    + "|level|fluent|niveau|command|knowledge|proficiency"
                    + "|fluency)\\b");

    private LanguageFinder() {}

    static List<WorkingLanguage> find(Notice notice, Notes notes) {
        var found = new LinkedHashMap<String, WorkingLanguage>();
        for (var sentence : notice.sentences()) {
            boolean isAsked = sentence.kind() != Kind.ABOUT
                    && sentence.kind() != Kind.HOW_TO_APPLY
                    && sentence.says(COMMAND)
                    && !sentence.says(NOT_ASKED);
            if (isAsked) {
                clauses(sentence).forEach(clause -> read(clause, sentence, found, notes));
            }
        }
        if (found.isEmpty()) {
            notice.sentences().forEach(sentence -> suspect(sentence, found, notes));
        }
        return List.copyOf(found.values());
    }

    /** "Fluency in English is required, French is an asset" are two. */
    private static List<Sentence> clauses(Sentence sentence) {
        return split(sentence, CLAUSE).stream()
                .flatMap(clause -> clause.says(ASSET) ? parts(clause).stream() : Stream.of(clause))
                .toList();
    }

    private static List<Sentence> parts(Sentence clause) {
        var parts = new ArrayList<Sentence>();
        int from = 0;
        int end = 0;
        for (var part : split(clause, PART)) {
            if (end > 0 && !GOES_ON.matcher(part.plain()).find()) {
                parts.add(clause.part(from, end));
                from = end + 1;
            }
            end += part.text().length() + (end == 0 ? 0 : 1);
        }
        parts.add(clause.part(
                Math.min(from, clause.text().length()), clause.text().length()));
        return parts;
    }

    private static List<Sentence> split(Sentence sentence, Pattern ends) {
        var pieces = new ArrayList<Sentence>();
        int start = 0;
        for (var end : sentence.all(ends).toList()) {
            pieces.add(sentence.part(start, end.start()));
            start = end.end();
        }
        pieces.add(sentence.part(start, sentence.text().length()));
        return pieces;
    }

    private static void read(Sentence clause, Sentence whole, Map<String, WorkingLanguage> found, Notes notes) {
        var names = names(clause);
        if (names.isEmpty()) {
            return;
        }
        boolean isAsset = clause.says(ASSET);
        var unclear = unclear(clause, whole, isAsset, names);
        if (unclear.isPresent()) {
            notes.doubt(POINTER, unclear.get(), whole.text());
            return;
        }
        var need = isAsset ? Need.ASSET : Need.REQUIRED;
        for (var name : names) {
            var code = CODES.get(name.group());
            var before = found.get(code);
            if (before == null) {
                found.put(code, new WorkingLanguage(code, need, isAsset ? null : level(clause, name)));
                notes.found(POINTER, whole.text());
            } else if (before.need() != need) {
                notes.doubt(POINTER, "is said in more than one way: " + name.group(), whole.text());
            }
        }
    }

    /** Why it cannot be told which languages a clause asks for; empty if it can. */
    private static Optional<String> unclear(Sentence clause, Sentence whole, boolean isAsset, List<MatchResult> names) {
        if (!isAsset && whole.says(ASSET) && !clause.says(STRONG)) {
            return Optional.of("may be required or an asset");
        }
        if (!isAsset && isEither(clause, names)) {
            return Optional.of(ONE_OF_SEVERAL);
        }
        if (clause.says(NEGATED)) {
            return Optional.of("may not be asked for");
        }
        return !isAsset && clause.says(SOME) ? Optional.of(ONE_OF_SEVERAL) : Optional.empty();
    }

    private static List<MatchResult> names(Sentence clause) {
        return clause.all(NAME).filter(name -> isLanguage(clause, name)).toList();
    }

    private static boolean isLanguage(Sentence clause, MatchResult name) {
        return !WORDS.contains(name.group())
                && (!WORDS_IF_SMALL.contains(name.group())
                        || Character.isUpperCase(clause.text().charAt(name.start())))
                && !clause.before(name.start()).says(PEOPLE_BEFORE)
                && !clause.from(name.end()).says(PEOPLE_AFTER);
    }

    /** "Fluency in English or French". */
    private static boolean isEither(Sentence clause, List<MatchResult> names) {
        for (int i = 1; i < names.size(); i++) {
            var between = clause.plain()
                    .substring(names.get(i - 1).end(), names.get(i).start());
            if (OR.matcher(between).matches()) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String level(Sentence clause, MatchResult name) {
        var after = CEFR.matcher(clause.from(name.end()).plain());
        if (after.find()) {
            return after.group(1).toUpperCase(Locale.ROOT);
        }
        var before =
                clause.all(LEVEL).filter(level -> level.end() <= name.start()).toList();
        if (before.isEmpty()) {
            return null;
        }
        var last = before.getLast();
        return clause.text().substring(last.start(), last.end()).toLowerCase(Locale.ROOT);
    }

    private static void suspect(Sentence sentence, Map<String, WorkingLanguage> found, Notes notes) {
        names(sentence).forEach(name -> {
            var code = CODES.get(name.group());
            if (sentence.before(name.start()).says(WORK_IN) && !found.containsKey(code)) {
                found.put(code, new WorkingLanguage(code, Need.REQUIRED, null));
                notes.doubt(POINTER, "is not asked for in so many words: somebody shall write in it", sentence.text());
            }
        });
    }

    private static Map<String, String> codes() {
        var codes = new HashMap<String, String>();
        for (var language : Locale.getISOLanguages()) {
            if (language.length() == 2) {
                for (var shown : List.of(Locale.FRENCH, Locale.ENGLISH)) {
                    var name = Plain.of(Plain.compose(Locale.of(language).getDisplayLanguage(shown)));
                    if (name.chars().allMatch(Character::isLetter) && name.length() > 2) {
                        codes.putIfAbsent(name, language);
                    }
                }
            }
        }
        return Map.copyOf(codes);
    }
}
