package org.appel.postings.careers;

import java.text.Collator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

import org.appel.postings.careers.Templates.Card;
import org.appel.postings.careers.Templates.Choice;
import org.appel.postings.careers.Templates.Link;
import org.appel.postings.careers.Templates.Listing;
import org.appel.postings.careers.Templates.Select;
import org.appel.postings.careers.Vacancies.Found;
import org.appel.postings.careers.Vacancies.Vacancy;
import org.appel.postings.model.Coded;
import org.appel.postings.model.Contract;
import org.appel.postings.model.Deadline;
import org.appel.postings.model.JobAd;
import org.appel.postings.model.Organisation;
import org.appel.postings.model.Posting.Published;
import org.appel.postings.storage.BoardQuery.Sort;

/** Writes the lists: of everybody's postings, of one organisation's, and the latter for other sites' frames. */
@ApplicationScoped
class ListPages {

    private static final List<String> WORKLOADS = List.of("100", "80", "50");

    private final Frames frames;
    private final Cards cards;

    ListPages(Frames frames, Cards cards) {
        this.frames = frames;
        this.cards = cards;
    }

    TemplateInstance all(PageLanguage language, Search search, Found found) {
        var words = language.words();
        var frame = frames.page(
                language,
                words.listTitle(),
                words.listLead(),
                each -> "/careers/" + each.code(),
                search.query(),
                search.query().isEmpty());
        var heading = new Quote(words.listHeading(), "", "");
        var action = frames.list(language);
        return Templates.list(frame, listing(language, search, found, null, heading, words.listLead(), action));
    }

    TemplateInstance of(Organisation organisation, PageLanguage language, Search search, Found found) {
        var words = language.words();
        var name = Cards.name(organisation, language);
        var frame = frames.page(
                language,
                words.organisationTitle(name.text()),
                words.organisationLead(),
                each -> path(organisation, each),
                search.query(),
                search.query().isEmpty());
        var action = frames.local(path(organisation, language));
        return Templates.list(
                frame, listing(language, search, found, organisation, name, words.organisationLead(), action));
    }

    TemplateInstance embedded(Organisation organisation, PageLanguage language, Search search, Found found) {
        var name = Cards.name(organisation, language);
        var frame = frames.embedded(language, language.words().organisationTitle(name.text()));
        var action = frames.local(path(organisation, language));
        var listing = listing(language, search, found, organisation, name, "", action);
        return Templates.embed(frame, listing.next().isEmpty() ? listing : inFrame(listing, action));
    }

    /** The next page stays in the frame. */
    private static Listing inFrame(Listing listing, String action) {
        return new Listing(
                listing.heading(),
                listing.lead(),
                listing.words(),
                listing.action(),
                listing.sort(),
                listing.selects(),
                listing.chips(),
                listing.count(),
                listing.sorts(),
                listing.cards(),
                listing.first(),
                action + "/embed" + listing.next().substring(action.length()));
    }

    private static String path(Organisation organisation, PageLanguage language) {
        return "/careers/" + language.code() + "/organisations/" + organisation.id();
    }

    /** The first deadline that a page shows; null if it shows none. */
    static @Nullable Instant nextDeadline(Found found) {
        return found.shown().stream()
                .flatMap(vacancy -> vacancy.posting().closesAt().stream())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private Listing listing(
            PageLanguage language,
            Search search,
            Found found,
            @Nullable Organisation only,
            Quote heading,
            String lead,
            String action) {
        UnaryOperator<String> address = query -> action + query;
        var words = language.words();
        var first = search.fromTheBeginning();
        return new Listing(
                heading,
                lead,
                search.value(Search.WORDS),
                action,
                search.sort() == Sort.NEWEST ? "" : search.sort().code(),
                selects(language, search, found, only),
                chips(language, search, found, address),
                found.count() > Vacancies.COUNTED ? words.countMany(Vacancies.COUNTED) : words.count(found.count()),
                List.of(
                        sort(search, Sort.NEWEST, words.sortNewest(), address),
                        sort(search, Sort.DEADLINE, words.sortDeadline(), address)),
                found.shown().stream()
                        .map(vacancy -> cards.of(vacancy, language, found.at()))
                        .toList(),
                search.after() == null ? "" : address.apply(first.query()),
                found.more() ? address.apply(search.after(last(found)).query()) : "");
    }

    private static Published last(Found found) {
        return (Published) found.shown().getLast().posting();
    }

    private static Link sort(Search search, Sort sort, String label, UnaryOperator<String> address) {
        return new Link(label, address.apply(search.sorted(sort).query()), search.sort() == sort);
    }

    private static List<Select> selects(
            PageLanguage language, Search search, Found found, @Nullable Organisation only) {
        var words = language.words();
        var selects = new ArrayList<Select>();
        if (only == null) {
            selects.add(select(
                    search,
                    Search.ORGANISATION,
                    words.filterOrganisation(),
                    language,
                    found.publishers().stream().map(Organisation::id),
                    found));
        }
        selects.add(select(
                search, Search.COUNTRY, words.filterCountry(), language, found.choices().countries().stream(), found));
        selects.add(select(
                search,
                Search.CONTRACT,
                words.filterContract(),
                language,
                found.choices().contracts().stream(),
                found));
        selects.add(select(search, Search.WORKLOAD, words.filterWorkload(), language, WORKLOADS.stream(), found));
        selects.add(select(
                search,
                Search.LANGUAGE,
                words.filterLanguage(),
                language,
                found.choices().languages().stream(),
                found));
        selects.add(select(search, Search.CLOSING, words.filterClosing(), language, Stream.of(Search.SOON), found));
        return selects;
    }

    /** What is chosen stays among the choices, also if nothing is found by it any more. */
    private static Select select(
            Search search, String name, String label, PageLanguage language, Stream<String> values, Found found) {
        Function<String, String> labels = value -> label(name, value, language, found);
        var chosen = search.value(name);
        var sorted = Stream.concat(values, Stream.of(chosen).filter(value -> !value.isEmpty()))
                .distinct()
                .map(value -> new Choice(value, labels.apply(value), value.equals(chosen)));
        var inOrder = name.equals(Search.WORKLOAD)
                ? sorted
                : sorted.sorted(Comparator.comparing(Choice::label, Collator.getInstance(language.locale())));
        var any = new Choice("", language.words().any(), chosen.isEmpty());
        return new Select(name, label, Stream.concat(Stream.of(any), inOrder).toList());
    }

    private static List<Link> chips(PageLanguage language, Search search, Found found, UnaryOperator<String> address) {
        return search.filters().entrySet().stream()
                .map(filter -> new Link(
                        label(filter.getKey(), filter.getValue(), language, found),
                        address.apply(search.without(filter.getKey()).query()),
                        false))
                .toList();
    }

    private static String label(String filter, String value, PageLanguage language, Found found) {
        var words = language.words();
        var terms = new Terms(language);
        return switch (filter) {
            case Search.WORDS -> words.chipWords(value);
            case Search.ORGANISATION ->
                found.publishers().stream()
                        .filter(publisher -> publisher.id().equals(value))
                        .map(publisher -> Cards.name(publisher, language).text())
                        .findFirst()
                        .orElse(value);
            case Search.COUNTRY -> terms.country(value);
            case Search.CONTRACT -> terms.contractType(Coded.of(Contract.Type.class, value));
            case Search.WORKLOAD ->
                value.equals("100") ? words.workloadFull() : words.workloadAtLeast(Integer.parseInt(value));
            case Search.LANGUAGE -> terms.capitalised(terms.languageName(value));
            case Search.CLOSING -> words.closingSoon();
            default -> throw new IllegalArgumentException(filter);
        };
    }

    /** One posting as a list shows it. */
    @ApplicationScoped
    static class Cards {

        private final Frames frames;

        Cards(Frames frames) {
            this.frames = frames;
        }

        Card of(Vacancy vacancy, PageLanguage language, Instant now) {
            var posting = vacancy.posting();
            var ad = posting.ad();
            var terms = new Terms(language);
            var dates = new Dates(language);
            var words = language.words();
            var version = ad.in(List.of(language.code())).orElseThrow();
            var closesAt = posting.closesAt().orElse(null);
            var zone = PostingPages.zone(ad);
            var countdown = closesAt == null ? null : dates.countdown(closesAt, zone, now);
            return new Card(
                    frames.local("/careers/" + language.code() + "/postings/" + posting.id()),
                    Quote.of(version.text().title(), version.language()),
                    name(vacancy.publisher(), language),
                    Stream.of(
                                    mark("place", words.place(), terms.places(ad.places())),
                                    mark("time", words.workload(), terms.workload(ad.workload())),
                                    mark("contract", words.contract(), terms.contract(ad.contract())))
                            .filter(Objects::nonNull)
                            .toList(),
                    closesAt == null ? "" : until(closesAt, ad, dates),
                    closesAt == null ? "" : ad.there(closesAt).toString(),
                    countdown == null ? "" : countdown,
                    countdown != null,
                    PostingPages.noticeLanguage(version, language));
        }

        /** The last day, and the minute where it ends earlier than the day. */
        private static String until(Instant closesAt, JobAd ad, Dates dates) {
            var zone = PostingPages.zone(ad);
            return ad.deadline() instanceof Deadline.Printed printed && printed.time() != null
                    ? dates.moment(Dates.lastMinute(closesAt, zone).toInstant(), zone)
                    : dates.day(Dates.lastMinute(closesAt, zone).toLocalDate());
        }

        private static Templates.@Nullable Mark mark(String icon, String label, String text) {
            return text.isEmpty() ? null : new Templates.Mark(icon, label, text);
        }

        /** As it is called in the page's language, else as it signs. */
        static Quote name(Organisation organisation, PageLanguage language) {
            var translated = organisation.names().get(language.code());
            return translated != null || organisation.language().equals(language.code())
                    ? new Quote(translated == null ? organisation.name() : translated, "", "ltr")
                    : Quote.of(organisation.name(), organisation.language());
        }
    }
}
