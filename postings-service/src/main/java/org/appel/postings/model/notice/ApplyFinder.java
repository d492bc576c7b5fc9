package org.appel.postings.model.notice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.appel.postings.model.HowToApply;
import org.appel.postings.model.Section.Kind;

/** Where applications go, under which subject and with which documents. */
final class ApplyFinder {

    private static final String POINTER = "/apply";
    private static final String SUBJECT_POINTER = POINTER + "/email/subject";

    private static final Pattern APPLICATION = Pattern.compile(
            "\\bcandidat|\\bdossiers?\\b|\\bpostul|\\benvoy|\\badress|\\bapplications?\\b|\\bapply|\\bsubmi"
                    + "|\\bsend\\b|\\bsent\\b");
    private static final Pattern EMAIL = Pattern.compile("[\\p{L}0-9._%+-]+@[\\p{L}0-9-]+(?:\\.[\\p{L}0-9-]+)+");
    private static final Pattern URL = Pattern.compile("https?://[^\\s<>\"«»“”]+[^\\s<>\"«»“”.,;:!?)]");

    private static final String SUBJECT =
            "\\b(?:objet|sujet|intitule|subject(?: line)?|mention|reference)(?: (?:de l'e-?mail|du (?:mail"
                    + "|message|courriel)|of the e-?mail|suivante?))? ?:? ?";
    /** Whatever opens it and whatever closes it. */
    private static final Pattern QUOTED_SUBJECT =
            Pattern.compile(SUBJECT + "[«“”\"„‟'‘][\\s\u00a0]*([^»”\"“\u2033]{3,200}?)[\\s\u00a0]*[»”\"“\u2033]");

    private static final Pattern SUBJECT_AFTER =
            Pattern.compile("[«“\"„]\\s*([^»”\"“«]{3,200}?)\\s*[»”\"“] (?:as (?:the )?|in the |comme |en "
                    + "|dans l')(?:e-?mail )?(?:subject|objet)\\b");
    private static final Pattern LABELLED_SUBJECT =
            Pattern.compile("\\b(?:objet|subject(?: line)?)(?: (?:de l'e-?mail|du (?:mail|message"
                    + "|courriel)))? ?: ?(\\S.{2,150}?)(?=\\.?$|, (?:par|a|by|to)\\b)");

    private static final Map<String, Pattern> DOCUMENTS = new LinkedHashMap<>();

    static {
        DOCUMENTS.put(
                "cover_letter",
                Pattern.compile("\\blettres? de (?:motivation|candidature)\\b|\\b(?:cover|motivation) letters?\\b"
                        + "|\\bletters? of (?:motivation|interest|application)\\b"));
        DOCUMENTS.put("cv", Pattern.compile("\\bcurriculum vit(?:ae|æ)\\b|\\bcvs?\\b|\\bresumes?\\b"));
        DOCUMENTS.put(
                "diploma",
                Pattern.compile(
                        "\\b(?:copies?|scans?) (?:de(?:s|s?)? |of (?:the )?)?(?:diplomes?|diplomas?|degrees?)\\b"));
        DOCUMENTS.put(
                "references",
                Pattern.compile("\\b(?:coordonnees|noms?|contacts?|liste|lettres?|names|letters?) (?:de |des "
                        + "|of )?(?:\\S+ ){0,2}(?:references?|referents?|recommandation|referees"
                        + "|recommendation)\\b"));
        DOCUMENTS.put(
                "writing_sample",
                Pattern.compile("\\bechantillons? (?:d'ecriture|de redaction)\\b|\\bwriting samples?\\b"));
    }

    private static final Pattern QUESTIONS =
            Pattern.compile("\\bquestions?\\b|\\brenseignements?\\b|\\binformations?\\b|\\b(?:en|in)quir(?:y|ies)\\b"
                    + "|\\bplaintes?\\b|\\bcomplaints?\\b");
    private static final Pattern SENDS =
            Pattern.compile("\\benvoy|\\badress|\\bsend\\b|\\bsent\\b|\\bsubmi|\\bsoumettre\\b|\\btransm|\\bpostuler\\b"
                    + "|\\bapply\\b|\\bdeposer\\b");
    private static final Pattern REFUSED =
            Pattern.compile("\\b(?:ne|not) (?:pas )?(?:be )?(?:seront pas|sera pas|send|envoyer|include|joindre|submit"
                    + "|considered|accepted)\\b");
    private static final Pattern READ_FIRST =
            Pattern.compile("\\bavant de (?:postuler|candidater)\\b|\\bbefore applying\\b");
    private static final Pattern NEGATION = Pattern.compile("\\b(?:aucune?|sans|pas de|no|without)\\b[^.;,]{0,15}$");

    private ApplyFinder() {}

    static @Nullable HowToApply find(Notice notice, Notes notes) {
        var sentences = notice.saying(APPLICATION)
                .filter(sentence -> sentence.kind() == Kind.HOW_TO_APPLY
                        || EMAIL.matcher(sentence.text()).find())
                .filter(sentence -> !sentence.says(REFUSED) && !sentence.says(READ_FIRST))
                .filter(sentence -> sentence.says(SENDS) || !sentence.says(QUESTIONS))
                .toList();
        var email = email(sentences, notes);
        var url = address(URL, sentences, POINTER + "/url", notes).orElse(null);
        var documents = documents(sentences, notes);
        return email == null && url == null && documents.isEmpty()
                ? null
                : new HowToApply(true, email, url, documents, null, false);
    }

    private static HowToApply.@Nullable Email email(List<Sentence> sentences, Notes notes) {
        return address(EMAIL, sentences, POINTER + "/email", notes)
                .map(address -> new HowToApply.Email(address, subject(sentences, notes)))
                .orElse(null);
    }

    private static Optional<String> address(Pattern kind, List<Sentence> sentences, String pointer, Notes notes) {
        var addresses = new Readings<String>();
        sentences.forEach(sentence -> kind.matcher(sentence.text())
                .results()
                .forEach(found -> addresses.add(found.group(), sentence.text())));
        return addresses.only(pointer, address -> "is one of several addresses: " + address, notes);
    }

    private static @Nullable String subject(List<Sentence> sentences, Notes notes) {
        for (var pattern : List.of(QUOTED_SUBJECT, SUBJECT_AFTER, LABELLED_SUBJECT)) {
            for (var sentence : sentences) {
                var subject = pattern.matcher(sentence.plain());
                if (subject.find()) {
                    if (pattern == LABELLED_SUBJECT) {
                        notes.doubt(SUBJECT_POINTER, "stands in no quotes: see where it ends", sentence.text());
                    } else {
                        notes.found(SUBJECT_POINTER, sentence.text());
                    }
                    return sentence.part(subject.start(1), subject.end(1))
                            .text()
                            .strip();
                }
            }
        }
        return null;
    }

    private static List<String> documents(List<Sentence> sentences, Notes notes) {
        var kinds = new ArrayList<String>();
        DOCUMENTS.forEach((kind, words) -> sentences.stream()
                .filter(sentence -> isAskedFor(words, sentence))
                .findFirst()
                .ifPresent(sentence -> {
                    kinds.add(kind);
                    notes.found(POINTER + "/documents", sentence.text());
                }));
        return kinds;
    }

    private static boolean isAskedFor(Pattern document, Sentence sentence) {
        return sentence.all(document)
                .anyMatch(found -> !sentence.before(found.start()).says(NEGATION));
    }
}
