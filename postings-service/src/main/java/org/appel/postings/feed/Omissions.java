package org.appel.postings.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.appel.postings.storage.FeedPosition;
import org.appel.service.Caller;
import org.appel.service.Roles;

/** Which open postings a board cannot be given, for those who can mend it and for the board. */
@ApplicationScoped
class Omissions {

    private static final int BATCH = 100;

    private final Feeds feeds;
    private final Caller caller;

    Omissions(Feeds feeds, Caller caller) {
        this.feeds = feeds;
        this.caller = caller;
    }

    /** A posting that is left out, and why. */
    record Omitted(FeedEntry entry, List<Omission> omissions) {}

    /**
     * Up to so many, newest first, of the organisations that the caller works for; of all for a board.
     *
     * @param rule what keeps an entry out of the feed
     */
    List<Omitted> list(Function<FeedEntry, List<Omission>> rule, @Nullable FeedPosition after, int limit) {
        var found = new ArrayList<Omitted>();
        var position = after;
        List<FeedEntry> batch;
        do {
            batch = feeds.batch(List.of(), whose(), position, BATCH);
            for (var entry : batch) {
                var omissions = rule.apply(entry);
                if (!omissions.isEmpty() && found.size() < limit) {
                    found.add(new Omitted(entry, omissions));
                }
                position = entry.position();
            }
        } while (batch.size() == BATCH && found.size() < limit);
        return found;
    }

    private @Nullable Set<String> whose() {
        return caller.is(Roles.ADMIN) || caller.is(Roles.BOARD) ? null : caller.organisations();
    }
}
