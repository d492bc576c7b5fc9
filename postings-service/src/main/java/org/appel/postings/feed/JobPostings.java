package org.appel.postings.feed;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.appel.postings.config.Site;
import org.appel.postings.messaging.JobPostingLd;
import org.appel.postings.model.Posting.Published;
import org.appel.postings.model.Posting.Withdrawn;
import org.appel.postings.model.PostingId;
import org.appel.postings.model.PostingRefused;
import org.appel.postings.model.Refusal;
import org.appel.postings.storage.Organisations;
import org.appel.postings.storage.Postings;

/** Published postings as schema.org describes jobs. */
@ApplicationScoped
class JobPostings {

    /** Rises with each release that writes the same posting otherwise. */
    private static final String FORM = "ld-2";

    private final Postings postings;
    private final Organisations organisations;
    private final Site site;
    private final Clock clock;

    JobPostings(Postings postings, Organisations organisations, Site site, Clock clock) {
        this.postings = postings;
        this.organisations = organisations;
        this.site = site;
        this.clock = clock;
    }

    /**
     * @param language ISO 639-1 code of the language it is in
     * @param tag another one as soon as the posting or its organisation changes
     */
    record JobPosting(String json, String language, String tag) {}

    /**
     * One posting as it must be judged at this moment.
     *
     * @param languages the most wanted first
     * @throws PostingRefused with {@link Refusal.UnknownPosting} unless it was published, or {@link Refusal.TakenBack} if
     *     it was withdrawn
     */
    @Transactional
    JobPosting read(PostingId id, List<String> languages) {
        var stored = postings.find(id)
                .orElseThrow(() -> new PostingRefused(new Refusal.UnknownPosting(id)))
                .asOf(clock.instant());
        if (stored.posting() instanceof Withdrawn withdrawn) {
            throw new PostingRefused(new Refusal.TakenBack(withdrawn));
        }
        if (!(stored.posting() instanceof Published published)) {
            throw new PostingRefused(new Refusal.UnknownPosting(id));
        }
        var version = Pages.version(published.ad(), languages);
        var publisher = organisations.find(published.ad().organisation()).orElseThrow();
        var page = site.page(id, Pages.language(version.language()));
        return new JobPosting(
                JobPostingLd.json(JobPostingLd.of(published, publisher.organisation(), version, page)),
                version.language(),
                String.join(
                        "-",
                        Long.toString(stored.revision()),
                        Long.toString(publisher.revision()),
                        version.language(),
                        FORM,
                        Integer.toHexString(page.toString().hashCode())));
    }
}
