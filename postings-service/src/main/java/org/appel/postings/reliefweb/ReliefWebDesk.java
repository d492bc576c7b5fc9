package org.appel.postings.reliefweb;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import org.appel.postings.config.Site;
import org.appel.postings.model.Organisation;
import org.appel.postings.model.Posting;
import org.appel.postings.model.PostingId;
import org.appel.postings.model.PostingRefused;
import org.appel.postings.model.Refusal;
import org.appel.postings.model.ReliefWebSettings;
import org.appel.postings.reliefweb.JobDocuments.Made;
import org.appel.postings.storage.Organisations;
import org.appel.postings.storage.Postings;
import org.appel.postings.storage.ReliefWebListing;
import org.appel.postings.storage.ReliefWebListings;
import org.appel.service.Caller;

/** What hiring teams do about ReliefWeb: put postings on it, take them off, see how far they are. */
@ApplicationScoped
class ReliefWebDesk {

    private static final Logger LOG = Logger.getLogger(ReliefWebDesk.class);

    private final ReliefWebListings listings;
    private final Postings postings;
    private final Organisations organisations;
    private final Caller caller;
    private final Site site;
    private final Clock clock;

    ReliefWebDesk(
            ReliefWebListings listings,
            Postings postings,
            Organisations organisations,
            Caller caller,
            Site site,
            Clock clock) {
        this.listings = listings;
        this.postings = postings;
        this.organisations = organisations;
        this.caller = caller;
        this.site = site;
        this.clock = clock;
    }

    /**
     * A posting as ReliefWeb would get it now.
     *
     * @param listing empty when nobody has wanted it there
     */
    record Standing(PostingId posting, Optional<ReliefWebListing> listing, String url, Made made) {}

    /** @throws PostingRefused with {@link Refusal.UnknownPosting}, also for a posting of others */
    @Transactional
    Standing read(PostingId id) {
        var posting = ofTheTeam(id, postings.find(id).map(stored -> stored.posting()));
        return standing(posting, listings.find(id));
    }

    /**
     * Puts a posting on ReliefWeb, or changes what is said of it there; the same again sends it again.
     *
     * @param requireSeen refuses a caller who has not seen this version; asked only when something is there
     * @throws PostingRefused with {@link Refusal.UnknownPosting}, also for a posting of others
     */
    @Transactional
    Standing list(PostingId id, ReliefWebSettings settings, LongConsumer requireSeen) {
        var posting = ofTheTeam(id, postings.lock(id).map(stored -> stored.posting()));
        listings.lock(id).ifPresent(known -> requireSeen.accept(known.settingsVersion()));
        return want(posting, settings, true);
    }

    /**
     * Takes a posting off; there it is closed. Nothing happens if nobody has wanted it there.
     *
     * @param requireSeen as with {@link #list}
     */
    @Transactional
    Standing takeOff(PostingId id, LongConsumer requireSeen) {
        var posting = ofTheTeam(id, postings.lock(id).map(stored -> stored.posting()));
        var known = listings.lock(id).orElse(null);
        if (known == null) {
            return standing(posting, Optional.empty());
        }
        requireSeen.accept(known.settingsVersion());
        return want(posting, known.settings(), false);
    }

    /** What ReliefWeb would get of open postings, in the order of their ids. */
    @Transactional
    List<Standing> open(@Nullable UUID after, int limit) {
        return listings.ofOpenPostings(after, limit).stream()
                .map(listing ->
                        standing(postings.find(listing.posting()).orElseThrow().posting(), Optional.of(listing)))
                .toList();
    }

    private Standing want(Posting posting, ReliefWebSettings settings, boolean listed) {
        var listing = listings.want(posting.id(), settings, listed, url(posting), clock.instant());
        LOG.infof(
                "posting %s ReliefWeb postingId=%s version=%d",
                listed ? "wanted on" : "taken off", posting.id(), listing.settingsVersion());
        return standing(posting, Optional.of(listing));
    }

    private Standing standing(Posting posting, Optional<ReliefWebListing> listing) {
        var url = listing.map(ReliefWebListing::url).orElseGet(() -> url(posting));
        var settings = listing.map(ReliefWebListing::settings).orElse(ReliefWebSettings.NONE);
        return new Standing(posting.id(), listing, url, JobDocuments.open(posting, publisher(posting), settings, url));
    }

    /** The posting's page for people, in the language in which it was written. */
    private String url(Posting posting) {
        return site.page(posting.id(), "fr".equals(posting.ad().originalLanguage()) ? "fr" : "en")
                .toString();
    }

    private Organisation publisher(Posting posting) {
        return organisations.find(posting.ad().organisation()).orElseThrow().organisation();
    }

    private Posting ofTheTeam(PostingId id, Optional<Posting> found) {
        return found.filter(posting -> caller.worksFor(posting.ad().organisation()))
                .orElseThrow(() -> new PostingRefused(new Refusal.UnknownPosting(id)));
    }
}
