package org.appel.postings.model.notice;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.appel.postings.model.Deadline;
import org.appel.postings.model.facts.Fact.AtTime;
import org.appel.postings.model.facts.Fact.OnDay;
import org.appel.postings.model.facts.Plain;

/** Until when applications are taken. Whose midnight counts is hardly ever said, so it is hardly ever read. */
final class DeadlineFinder {

    private static final String POINTER = "/deadline";

    private static final Pattern DEADLINE =
            Pattern.compile("\\bdate limite\\b|\\bdelai (?:de|pour|d')|\\bau plus tard\\b|\\bjusqu'au\\b|\\bavant le\\b"
                    + "|\\bcloture\\b|\\bdeadline\\b|\\bclosing date\\b"
                    + "|\\b(?:no|not) later than\\b|\\bat the latest\\b|\\b(?:before|by"
                    + "|until)\\b(?=(?:\\W+\\w+){0,2}?\\W+\\d)");
    private static final Pattern OF_LATER_STEPS =
            Pattern.compile("\\bentretiens?\\b|\\binterviews?\\b|\\btests?\\b|\\bpreselectionn|\\bshort-?list"
                    + "|\\bretenue?s?\\b|\\binforme|\\bsuccessful\\b|\\bengagee?\\b|\\btake up\\b|\\breview|\\bassess"
                    + "|\\bavailable\\b|\\bnotified\\b|\\b(?:rapports?|reports?|livrables?|deliverables?"
                    + "|drafts?|en mission)\\b|\\b(?:funded|financee?s?|traitez|gerez|suivez)\\b");
    private static final Pattern KEPT = Pattern.compile(
            "\\bconserve|\\bkept\\b|\\bretained\\b|\\brapport (?:final|initial)|\\b(?:final|inception|draft) report\\b");
    private static final Pattern UNMISTAKABLE =
            Pattern.compile("\\bdate limite\\b|\\bdeadline\\b|\\bclosing date\\b|\\bcandidatures? (?:doi|est|sont)"
                    + "|\\bapplications? (?:must|should|are)\\b");
    private static final Pattern OF_APPLICATIONS = Pattern.compile(
            "\\bcandidatures?\\b|\\bcandidater\\b|\\benvoy|\\badress|\\bsend\\b|\\bsent\\b|\\bdossiers?\\b"
                    + "|\\bdepot\\b|\\bpostul|\\bsoumission|\\bapplications?\\b|\\bapply\\b|\\bsubmi|^(?:date limite"
                    + "|delai|deadline|closing date|cloture)");
    private static final Pattern WORDING =
            Pattern.compile("\\b(?:au plus tard(?: le)?|jusqu'au|avant le|date limite[^:]*: ?|(?:no|not) later than"
                    + "|deadline[^:]*: ?|closing date[^:]*: ?|before|by|until)\\b");
    private static final Pattern BEFORE = Pattern.compile("\\bavant le\\b|\\bbefore\\b");
    private static final Pattern MIDNIGHT = Pattern.compile("\\bminuit\\b|\\bmidnight\\b");
    private static final Pattern UTC = Pattern.compile("(?<!/)\\b(?:utc|gmt)\\b(?! ?[+/-]| ?/ ?(?:utc|gmt))");
    private static final Pattern ZONE_IN_WORDS =
            Pattern.compile("\\bheure (?:de|d'|du|locale|normale)|\\b(?:utc|gmt) ?[+/-]|\\blocal time\\b");
    private static final Pattern ZONE = Pattern.compile(
            "\\b(?:CET|CEST|EST|EDT|EAT|WAT|CAT|BST|PST)\\b|\\b\\p{Lu}\\p{L}+ (?:[Ss]tandard )?[Tt]ime\\b");
    private static final Pattern NO_DEADLINE =
            Pattern.compile("\\bjusqu'a (?:ce que le poste soit pourvu|pourvoi du poste)|\\buntil (?:the (?:position"
                    + "|post) is )?filled\\b|\\bcandidatures? (?:examinees )?au fil de l'eau\\b|\\brolling basis\\b");

    private DeadlineFinder() {}

    static @Nullable Deadline find(Notice notice, Notes notes) {
        var dates = new Readings<LocalDate>();
        var said = new ArrayList<Said>();
        for (var sentence :
                notice.saying(DEADLINE).filter(DeadlineFinder::isOfApplications).toList()) {
            for (var day : notice.facts(sentence.text(), OnDay.class)) {
                var date = Days.day(day);
                if (date.isEmpty()) {
                    notes.doubt(POINTER, Days.unclear(day), sentence.text());
                } else {
                    dates.add(date.get(), sentence.text());
                    said.add(new Said(date.get(), sentence, day));
                }
            }
        }
        var none = notice.saying(NO_DEADLINE).findFirst();
        if (said.isEmpty() && none.isPresent()) {
            notes.found(POINTER, none.get().text());
            return new Deadline.None();
        }
        if (dates.areSeveral()) {
            dates.doubtEach(POINTER, date -> "is said in more than one way, here as " + date, notes);
            return null;
        }
        return said.isEmpty() ? null : printed(notice, said.getFirst(), notes);
    }

    private static boolean isOfApplications(Sentence sentence) {
        return sentence.says(OF_APPLICATIONS)
                && !sentence.says(KEPT)
                && (sentence.says(UNMISTAKABLE) || !sentence.says(OF_LATER_STEPS));
    }

    private record Said(LocalDate date, Sentence sentence, OnDay day) {}

    private static @Nullable Deadline printed(Notice notice, Said said, Notes notes) {
        var words = said.sentence().text();
        if (said.sentence().says(BEFORE)) {
            notes.doubt(POINTER, "is before " + said.date() + ": say whether that day itself is in time", words);
            return null;
        }
        notes.found(POINTER, words);
        return new Deadline.Printed(
                said.date(), time(notice, said.sentence(), notes), zone(said.sentence(), notes), wording(said));
    }

    private static @Nullable LocalTime time(Notice notice, Sentence sentence, Notes notes) {
        if (sentence.says(MIDNIGHT)) {
            notes.doubt(POINTER + "/time", "is midnight: the day was read as included whole", sentence.text());
            return null;
        }
        var times = notice.facts(sentence.text(), AtTime.class).stream()
                .map(AtTime::time)
                .distinct()
                .toList();
        if (times.size() > 1) {
            notes.doubt(POINTER + "/time", "is said in more than one way", sentence.text());
        }
        return times.size() == 1 ? times.getFirst() : null;
    }

    private static @Nullable ZoneId zone(Sentence sentence, Notes notes) {
        if (sentence.says(UTC)) {
            return ZoneId.of("UTC");
        }
        if (sentence.says(ZONE_IN_WORDS) || ZONE.matcher(sentence.text()).find()) {
            notes.doubt(POINTER + "/zone", "is said in words: give the zone, such as Europe/Zurich", sentence.text());
        }
        return null;
    }

    /** From the words that make it a deadline to its day. */
    private static String wording(Said said) {
        var text = said.sentence().text();
        int day = said.sentence()
                .plain()
                .indexOf(Plain.of(Plain.compose(said.day().said())));
        if (day < 0) {
            return said.day().said();
        }
        int start = day;
        var words = WORDING.matcher(said.sentence().plain());
        while (words.find() && words.start() < day) {
            start = words.start();
        }
        return text.substring(start, day + said.day().said().length());
    }
}
