package org.appel.postings.feed;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.appel.postings.config.Site;
import org.appel.postings.model.LanguageVersion;
import org.appel.postings.model.Organisation;
import org.appel.postings.model.PostingRefused;
import org.appel.postings.model.Refusal;
import org.appel.postings.storage.BoardState;
import org.appel.postings.storage.DatedPosting;
import org.appel.postings.storage.FeedPosition;
import org.appel.postings.storage.FeedState;
import org.appel.postings.storage.OpenPostings;
import org.appel.postings.storage.Organisations;

/** Open postings as entries of feeds. */
@ApplicationScoped
public class Feeds {

    /**
     * A reader holds a second, and changes are counted in less: the time of the last change is told only when it is so far in
     * the past that nothing else can have changed in the same second, here or on another replica, without being seen.
     */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    private final OpenPostings postings;
    private final Organisations organisations;
    private final BoardState board;
    private final Site site;
    private final Clock clock;

    Feeds(OpenPostings postings, Organisations organisations, BoardState board, Site site, Clock clock) {
        this.postings = postings;
        this.organisations = organisations;
        this.board = board;
        this.site = site;
        this.clock = clock;
    }

    /**
     * A feed as a whole.
     *
     * @param publisher whose it is; null for everybody's
     * @param lastModified when anything changed last; null while something else may change in the same second
     */
    record Overview(
            FeedState state,
            @Nullable Organisation publisher,
            @Nullable Instant lastModified) {}

    /** @throws PostingRefused with {@link Refusal.UnknownOrganisation} if the feed of one is asked for that is not known */
    @Transactional
    Overview overview(FeedQuery query) {
        var id = query.organisation();
        var publisher = id == null
                ? null
                : organisations
                        .find(id)
                        .orElseThrow(() -> new PostingRefused(new Refusal.UnknownOrganisation(id)))
                        .organisation();
        // Before the state is read: what changes meanwhile is newer than this.
        var now = clock.instant();
        var changedAt = board.lastChange(now);
        boolean isSettled = !now.isBefore(changedAt.plus(SETTLED));
        return new Overview(
                postings.state(query.organisations()),
                publisher,
                isSettled ? changedAt.truncatedTo(ChronoUnit.SECONDS) : null);
    }

    /**
     * Up to so many entries, newest first, read at once: nobody who takes long to fetch a feed holds the database.
     *
     * @param languages the most wanted first
     * @param whose null for everybody's
     * @param after where to begin; null for the first
     */
    @Transactional
    List<FeedEntry> batch(
            List<String> languages, @Nullable Set<String> whose, @Nullable FeedPosition after, int limit) {
        return postings.page(whose, after, limit).stream()
                .map(dated -> entry(dated, languages))
                .toList();
    }

    /** Where the posting with this number stands, counted from 1. */
    @Transactional
    Optional<FeedPosition> position(long number) {
        return postings.position(number);
    }

    /** A published posting has a text and an organisation. */
    private FeedEntry entry(DatedPosting dated, List<String> languages) {
        var ad = dated.posting().ad();
        var publisher = organisations.find(ad.organisation()).orElseThrow().organisation();
        return entry(dated, publisher, Pages.version(ad, languages));
    }

    private FeedEntry entry(DatedPosting dated, Organisation publisher, LanguageVersion version) {
        var posting = dated.posting();
        var pages = new LinkedHashMap<String, URI>();
        posting.ad().texts().keySet().stream()
                .filter(Pages.LANGUAGES::contains)
                .forEach(language -> pages.put(language, site.page(posting.id(), language)));
        return new FeedEntry(
                posting,
                publisher,
                version,
                dated.changedAt(),
                site.posting(posting.id()),
                site.page(posting.id(), Pages.language(version.language())),
                pages);
    }
}
