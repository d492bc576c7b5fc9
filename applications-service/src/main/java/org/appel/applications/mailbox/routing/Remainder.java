package org.appel.applications.mailbox.routing;

import java.util.stream.IntStream;

import org.appel.applications.mailbox.routing.Lexicon.Sense;
import org.appel.applications.mailbox.routing.VacancyIndex.Entry;
import org.appel.applications.mailbox.routing.Word.Kind;

/**
 * What a subject has beside a vacancy's own words: a frame ("application for"), a date, the candidate's name; or words
 * that speak for something else.
 */
final class Remainder {
    /** Nouns that no name looks like; the lists cannot have them all. */
    private static final String NOUN = ".*(?:tions?|sions?|ships?|ities|iques|ismes?|isms?|logies?|logy|ciones)";

    private final Reading reading;
    private final Entry entry;
    private final VacancyIndex index;

    Remainder(Reading reading, Entry entry, VacancyIndex index) {
        this.reading = reading;
        this.entry = entry;
        this.index = index;
    }

    /** Whether there is anything that speaks against this vacancy. */
    boolean speaksAgainst() {
        return hasWordsOfOthers()
                || unaccounted().anyMatch(this::isOfNoName)
                || !new Names(reading, this::isOwn).areAllTheRest();
    }

    /** Whether there is a word of another vacancy of the organisation that this one has not. */
    boolean hasWordsOfOthers() {
        return unaccounted().anyMatch(this::isOfAnother);
    }

    /** Whether it names a place or a number that the vacancy has not. */
    boolean namesAnotherPlace() {
        return unaccounted().anyMatch(at -> reading.words().get(at).kind() != Kind.PLAIN && isOfNoName(at));
    }

    /** Whether it asks, withdraws, recommends, declines. */
    boolean isNoApplication() {
        return unaccounted()
                .anyMatch(at -> Lexicon.is(Sense.INTENT, reading.words().get(at).folded()));
    }

    private IntStream unaccounted() {
        return IntStream.range(0, reading.words().size()).filter(this::isUnaccounted);
    }

    private boolean isUnaccounted(int at) {
        var word = reading.words().get(at);
        return word.kind() != Kind.STOP
                && word.kind() != Kind.FRAME
                && !reading.passed().contains(at)
                && !reading.found().words().contains(at)
                && !isOwn(at);
    }

    private boolean isOwn(int at) {
        return reading.words().get(at).keys().stream().anyMatch(entry.own()::contains);
    }

    private boolean isOfAnother(int at) {
        var word = reading.words().get(at);
        boolean letter = word.kind() == Kind.LESSER && !word.isFigure();
        return !letter && !Names.isSoft(word) && word.keys().stream().anyMatch(index::knows);
    }

    private boolean isOfNoName(int at) {
        var word = reading.words().get(at);
        return switch (word.kind()) {
            case STOP, FRAME -> false;
            case LESSER -> word.isFigure() && ownHas("#\\d+%");
            case NUMBER -> !(word.isYear() && !ownHas("#(?:19|20)\\d\\d"));
            case PLACE -> !Lexicon.is(Sense.PLACE_OR_NAME, word.folded());
            case PLAIN -> isOfAnotherMatter(word);
        };
    }

    private static boolean isOfAnotherMatter(Word word) {
        return Lexicon.is(Sense.INTENT, word.folded())
                || Lexicon.is(Sense.TRADE, word.folded())
                || !Names.isSoft(word) && word.folded().matches(NOUN);
    }

    private boolean ownHas(String key) {
        return entry.own().stream().anyMatch(own -> own.matches(key));
    }
}
