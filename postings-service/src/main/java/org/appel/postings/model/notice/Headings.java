package org.appel.postings.model.notice;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.appel.postings.model.Section.Kind;

/** Which lines are headings, and what they announce. */
final class Headings {

    private static final int LONGEST = 120;
    private static final int LONGEST_BEFORE_LIST = 80;
    private static final int MOST_WORDS = 8;

    private static final Pattern SENTENCE_END = Pattern.compile("[.;,!?…]$");
    private static final Pattern COLON = Pattern.compile("\\s*:$");
    private static final Pattern LABEL = Pattern.compile("\\S ?: ?\\S");
    private static final Pattern LETTER = Pattern.compile("^(?:[A-Z]|[IVX]{1,4})[.)] ");
    private static final Pattern SHARE = Pattern.compile("\\s*\\(\\s*(\\d{1,3})\\s*%\\s*\\)\\s*:?$");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** In this order: a heading may name several things. */
    private static final Map<Kind, Pattern> BY_WORDS = new LinkedHashMap<>();

    /** What a text without a heading is about, by its first words. */
    private static final Map<Kind, Pattern> BY_CONTENT = new LinkedHashMap<>();

    static {
        BY_WORDS.put(
                Kind.HOW_TO_APPLY,
                Pattern.compile(
                        "\\bcandidatures?\\b|\\bpostuler\\b|\\bhow to apply\\b|\\bapplications?\\b|\\bto apply\\b"
                                + "|\\bdossiers?\\b|\\bsoumission"));
        BY_WORDS.put(
                Kind.OFFER,
                Pattern.compile(
                        "\\boffr(?:e|es|ons)\\b|\\boffer|\\bremuneration|\\bconditions\\b|\\bavantages\\b|\\bbenefits\\b"
                                + "|\\bsala(?:ire|ry)\\b|\\bpackage\\b|\\bfees?\\b|\\bhonoraires\\b"));
        BY_WORDS.put(
                Kind.SKILLS, Pattern.compile("\\bcompeten(?:ce|cies)|\\bskills\\b|\\baptitudes\\b|\\bqualites\\b"));
        BY_WORDS.put(
                Kind.QUALIFICATIONS,
                Pattern.compile(
                        "\\bqualifications?\\b|\\beducation\\b|\\bexperiences?\\b|\\bformation\\b|\\bdiplomes?\\b"
                                + "|\\bprofil (?:recherche|requis|souhaite)|\\b(?:votre|your) profile?\\b"
                                + "|\\brequirements\\b|\\bexigences\\b"
                                + "|\\bcandidate profile\\b"));
        BY_WORDS.put(
                Kind.ABOUT,
                Pattern.compile(
                        "\\ba propos\\b|\\bqui sommes|\\babout\\b|\\bpresentation\\b|\\bwho we are\\b|^l'organisation$"));
        BY_WORDS.put(
                Kind.ROLE,
                Pattern.compile(
                        "\\broles?\\b|\\bcontexte?\\b|\\bmission\\b|\\bpurpose\\b|\\bobjectifs?\\b|\\b(?:le|the) poste?\\b"
                                + "|\\bprofil\\b"));
        BY_WORDS.put(
                Kind.RESPONSIBILITIES,
                Pattern.compile(
                        "\\bresponsabilites?\\b|\\bresponsibilit|\\btaches\\b|\\bmissions\\b|\\bduties\\b|\\btasks\\b"
                                + "|\\bfonctions\\b|\\bactivites\\b"));

        BY_CONTENT.put(
                Kind.QUALIFICATIONS,
                Pattern.compile("\\bcandidate? ideale?\\b|\\bideal candidate\\b|\\bprofil recherche\\b|^vous (?:avez"
                        + "|etes|possedez)\\b"));
        BY_CONTENT.put(
                Kind.ROLE,
                Pattern.compile("\\bcherche a recruter\\b|\\brecrute\\b|\\brecherche une?\\b|\\bis (?:seeking"
                        + "|looking for|recruiting)\\b"
                        + "|\\bseeks\\b"));
        BY_CONTENT.put(
                Kind.RESPONSIBILITIES,
                Pattern.compile(
                        "\\bmissions\\b|\\bresponsabilites\\b|\\btaches\\b|\\bresponsibilities\\b|\\bduties\\b"));
        BY_CONTENT.put(
                Kind.ABOUT,
                Pattern.compile(
                        "^fondee?\\b|^founded\\b|\\best une? (?:organisation|association|fondation|institution|agence)\\b"
                                + "|\\bis an? (?:\\S+ ){0,3}organi[sz]ation\\b"));
    }

    private Headings() {}

    /**
     * Whether a line is a heading.
     *
     * @param next the line below; null for the last
     */
    static boolean isHeading(Line line, @Nullable Line next) {
        var text = COLON.matcher(line.text()).replaceFirst("");
        boolean hasColon = text.length() < line.text().length();
        if (line.isItem()
                || text.length() > LONGEST
                || SENTENCE_END.matcher(text).find()
                || isLabel(line)
                || !hasLetters(text)) {
            return false;
        }
        int words = SPACE.split(text).length;
        boolean isKnown = words <= MOST_WORDS && announced(line.plain()) != null;
        if (hasColon) {
            return isKnown && words <= MOST_WORDS / 2;
        }
        return isKnown
                || isShouted(text)
                || LETTER.matcher(text).find()
                || SHARE.matcher(text).find()
                || line.afterBlank() && text.length() <= LONGEST_BEFORE_LIST && next != null && next.isItem();
    }

    /** As in "Lieu : Genève". */
    private static boolean isLabel(Line line) {
        return LABEL.matcher(line.text()).find() || line.text().contains("@");
    }

    /**
     * What a heading announces.
     *
     * @param above what the one above announced; null without one
     */
    static Kind kind(Line heading, @Nullable Kind above) {
        var announced = LETTER.matcher(heading.text()).find() ? null : announced(heading.plain());
        if (announced != null) {
            return announced;
        }
        boolean isOfWork = above == Kind.ROLE || above == Kind.RESPONSIBILITIES || share(heading.text()) != null;
        return isOfWork ? Kind.RESPONSIBILITIES : above == null ? Kind.OTHER : above;
    }

    /** What a paragraph without a heading is about. */
    static Kind kindOf(String plain) {
        var kind = first(BY_CONTENT, plain);
        return kind == null ? Kind.OTHER : kind;
    }

    /** The percentage of the working time behind a heading; null if there is none. */
    static @Nullable Integer share(String heading) {
        var share = SHARE.matcher(heading);
        int percent = share.find() ? Integer.parseInt(share.group(1)) : 0;
        return percent >= 1 && percent <= 100 ? Integer.valueOf(percent) : null;
    }

    /** Without its share and without a colon. */
    static String text(String heading) {
        var bare = share(heading) == null ? heading : SHARE.matcher(heading).replaceFirst("");
        return COLON.matcher(bare).replaceFirst("");
    }

    private static @Nullable Kind announced(String plain) {
        return first(BY_WORDS, plain);
    }

    private static @Nullable Kind first(Map<Kind, Pattern> patterns, String plain) {
        return patterns.entrySet().stream()
                .filter(entry -> entry.getValue().matcher(plain).find())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private static boolean isShouted(String text) {
        return text.chars().noneMatch(Character::isLowerCase);
    }

    private static boolean hasLetters(String text) {
        return text.chars().filter(Character::isLetter).count() >= 3;
    }
}
