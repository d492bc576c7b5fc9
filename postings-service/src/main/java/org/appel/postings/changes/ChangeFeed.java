package org.appel.postings.changes;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import org.appel.postings.changes.ChangeView.Replaced;
import org.appel.postings.messaging.AdV1;
import org.appel.postings.model.JobAd;
import org.appel.postings.model.PostingRefused;
import org.appel.postings.model.Refusal;
import org.appel.postings.storage.ChangeLog;
import org.appel.postings.storage.ChangeQuery;
import org.appel.postings.storage.LoggedChange;
import org.appel.postings.storage.MissedChanges;

/** Reads the change log as the public may. */
@ApplicationScoped
class ChangeFeed {

    private final ChangeLog log;
    private final MissedChanges missed;
    private final ObjectMapper json;

    ChangeFeed(ChangeLog log, MissedChanges missed, ObjectMapper json) {
        this.log = log;
        this.missed = missed;
        this.json = json;
    }

    /** The place of the last entry; 0 while there is none. */
    @Transactional
    public long head() {
        return log.head();
    }

    /**
     * Sees to what was written without the log.
     *
     * @param lookBack how old it may be at most
     * @return of how many postings something was missing
     */
    @Transactional
    public int catchUp(Duration lookBack) {
        return missed.append(lookBack);
    }

    /**
     * The next entries.
     *
     * @param after the last entry that the reader has; 0 for the beginning
     * @param organisation whose postings; null for everybody's
     * @param limit how many at most; one or more
     * @throws PostingRefused with {@link Refusal.BeyondTheLog} if the log has no such entry
     */
    @Transactional
    public Stretch read(long after, @Nullable String organisation, int limit) {
        // First the head, then the entries up to it: what is committed in between is for the next reading.
        long head = log.head();
        if (after > head) {
            throw new PostingRefused(new Refusal.BeyondTheLog(after, head));
        }
        var found = log.read(new ChangeQuery(after, head, organisation, limit + 1));
        boolean more = found.size() > limit;
        var items = more ? found.subList(0, limit) : found;
        long last = more ? items.getLast().seq() : head;
        return new Stretch(items.stream().map(this::view).toList(), after, last, more);
    }

    private ChangeView view(LoggedChange change) {
        return new ChangeView(
                change.seq(),
                change.at(),
                change.kind().code(),
                change.kind().stateAfter().code(),
                change.posting().value(),
                change.version(),
                change.organisation(),
                changed(change),
                change.isReplaced()
                        ? new Replaced(change.lastVersion(), change.stateNow().code())
                        : null,
                change.isReplaced() ? null : PublicState.after(change));
    }

    /** By what the public is shown of both versions: what only the hiring team may know is in neither. */
    private List<String> changed(LoggedChange change) {
        var before = change.before();
        return switch (change.kind()) {
            case AMENDED, EXTENDED, REOPENED ->
                before == null ? List.of() : ChangedFields.between(tree(before), tree(change.ad()));
            case PUBLISHED, CLOSED, WITHDRAWN -> List.of();
        };
    }

    private JsonNode tree(JobAd ad) {
        return json.valueToTree(AdV1.forThePublic(ad));
    }
}
