package org.appel.postings.model.notice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.appel.postings.model.Section.Kind;
import org.appel.postings.model.WorkingLanguage;
import org.appel.postings.model.WorkingLanguage.Need;
import org.appel.postings.model.facts.Plain;

/** The languages that the work asks for, by their names in French and English as the JDK knows them from the CLDR. */
final class LanguageFinder {

    private static final String POINTER = "/languages";

    private static final Map<String, String> CODES = codes();
    private static final Pattern NAME = Pattern.compile("(?<!\\p{L})(?:"
            + CODES.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|")) + ")(?!\\p{L})");

    /** What makes the name of a language the name of one, and not of a people. */
    private static final Pattern COMMAND = Pattern.compile(
            "\\bmaitrise\\b|\\bconnaissances?\\b|\\blangues?\\b|\\bparl(?:e|er|ant)\\b|\\bbilingue|\\bcourant\\b|\\bfluen(?:t|cy)\\b|\\bproficien|\\bcommand of\\b|\\bknowledge of\\b|\\blanguages?\\b|\\bspoken\\b|\\bwritten\\b|\\bmother tongue\\b|\\boral\\b|\\becrit\\b");
    /** What only lets one think that the language is needed. */
    private static final Pattern WORK_IN =
            Pattern.compile("\\b(?:redig\\w*|ecrire|write|writing|draft\\w*|publi\\w*)\\b.*\\b(?:en|in) $");

    private static final Pattern ASSET = Pattern.compile(
            "\\batouts?\\b|\\bsouhait|\\bun plus\\b|\\bserait apprecie|\\bappreciee?s?\\b|\\bassets?\\b|\\bdesirable\\b|\\badvantage|\\bpreferabl|\\bideally\\b|\\bidealement\\b|\\ba plus\\b");
    private static final Pattern CLAUSE =
            Pattern.compile(";|,(?= (?:tandis|while|et une? |and an? |l[ae'] ?\\p{L}+ (?:de|du|d')))");
    private static final Pattern REQUIRED_TOO = Pattern.compile(
            "\\b(?:requise?s?|exigee?s?|obligatoires?|indispensables?|required|mandatory|essential)\\b");
    private static final Pattern PART = Pattern.compile("[;,]");
    private static final Pattern LEVEL = Pattern.compile(
            "(?:(?:excellente?|tres bonnes?|bonnes?|parfaite|solides?|very good|good|strong|perfect|working|basic|advanced|native|full) )?(?:maitrise|connaissances?|niveau|command|knowledge|proficiency|fluency)\\b|\\b[abc][12]\\b");

    private LanguageFinder() {}

    static List<WorkingLanguage> find(Notice notice, Notes notes) {
        var found = new LinkedHashMap<String, WorkingLanguage>();
        for (var sentence : notice.sentences()) {
            boolean isAsked =
                    sentence.kind() != Kind.ABOUT && sentence.kind() != Kind.HOW_TO_APPLY && sentence.says(COMMAND);
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
        boolean isMixed = sentence.says(ASSET) && sentence.says(REQUIRED_TOO);
        var clauses = new ArrayList<Sentence>();
        int start = 0;
        for (var end :
                (isMixed ? PART : CLAUSE).matcher(sentence.plain()).results().toList()) {
            clauses.add(sentence.part(start, end.start()));
            start = end.end();
        }
        clauses.add(sentence.part(start, sentence.text().length()));
        return clauses;
    }

    private static void read(Sentence clause, Sentence whole, Map<String, WorkingLanguage> found, Notes notes) {
        var need = clause.says(ASSET) ? Need.ASSET : Need.REQUIRED;
        NAME.matcher(clause.plain()).results().forEach(name -> {
            var code = CODES.get(name.group());
            var before = found.get(code);
            if (before == null) {
                found.put(code, new WorkingLanguage(code, need, need == Need.ASSET ? null : level(clause, name)));
                notes.found(POINTER, whole.text());
            } else if (before.need() != need) {
                notes.doubt(POINTER, "is said in more than one way: " + name.group(), whole.text());
            }
        });
    }

    private static @Nullable String level(Sentence clause, MatchResult name) {
        var before = LEVEL.matcher(clause.plain())
                .results()
                .filter(level -> level.end() <= name.start())
                .toList();
        if (before.isEmpty()) {
            return null;
        }
        var last = before.getLast();
        return clause.text().substring(last.start(), last.end()).toLowerCase(Locale.ROOT);
    }

    private static void suspect(Sentence sentence, Map<String, WorkingLanguage> found, Notes notes) {
        NAME.matcher(sentence.plain()).results().forEach(name -> {
            var code = CODES.get(name.group());
            if (WORK_IN.matcher(sentence.plain().substring(0, name.start())).find() && !found.containsKey(code)) {
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
