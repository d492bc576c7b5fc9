package org.appel.postings.changes;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import org.appel.postings.changes.ChangeParameters.Wanted;

/**
 * One reader's way through the log. The next piece is fetched when the reader has taken the one before, so a slow reader
 * holds a piece and no more: from memory while it keeps up, else from the log itself.
 */
final class ChangeStream {

    private static final Logger LOG = Logger.getLogger(ChangeStream.class);

    /** Entries; some hundred kilobytes. */
    private static final int PIECE = 50;

    private final ChangeFeed feed;
    private final ChangeWatch watch;
    private final Executor threads;
    private final Duration heartbeat;
    private final Wanted wanted;
    private volatile long place;

    ChangeStream(ChangeFeed feed, ChangeWatch watch, Executor threads, Duration heartbeat, Wanted wanted) {
        this.feed = feed;
        this.watch = watch;
        this.threads = threads;
        this.heartbeat = heartbeat;
        this.wanted = wanted;
        this.place = wanted.after();
    }

    /**
     * Every entry after the place, in order, with a sign of life in each long silence. It ends when the service does, or
     * when the log cannot be read.
     */
    Multi<ChangeSignal> signals() {
        return Multi.createBy()
                .repeating()
                .uni(this::next)
                .until(_ -> watch.isEnding())
                .onItem()
                .<ChangeSignal>disjoint()
                .onFailure()
                .invoke(trouble -> LOG.debug("a stream ends, its reader will come again", trouble))
                .onFailure()
                .recoverWithCompletion();
    }

    private Uni<List<ChangeSignal>> next() {
        var piece = watch.tail().after(place, wanted.organisation(), PIECE);
        if (piece == null) {
            return Uni.createFrom().item(this::fromTheLog).runSubscriptionOn(threads);
        }
        place = piece.last();
        if (!piece.entries().isEmpty()) {
            return Uni.createFrom().item(signals(piece.entries()));
        }
        return watch.beyond(place)
                .replaceWith(List.<ChangeSignal>of())
                .ifNoItem()
                .after(heartbeat)
                .recoverWithItem(List.of(new ChangeSignal.StillHere()));
    }

    private List<ChangeSignal> fromTheLog() {
        var stretch = feed.read(place, wanted.organisation(), PIECE);
        place = stretch.last();
        return signals(watch.told(stretch));
    }

    private static List<ChangeSignal> signals(List<Tail.Told> entries) {
        return entries.stream()
                .<ChangeSignal>map(entry -> new ChangeSignal.Told(entry.seq(), entry.json()))
                .toList();
    }
}
