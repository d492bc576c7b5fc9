package org.appel.applications.mailbox.imap;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The messages of one folder that could not be judged, and when each is to be tried again. */
final class Retries {
    /** Over an hour and more. */
    private static final int ENOUGH = 10;
    /** Over half a day. */
    private static final int ENOUGH_ALONE = 20;

    private final Pauses pauses;
    private final Map<Long, Retry> failed = new HashMap<>();
    private long uidValidity = -1;
    private int wentWell;

    /**
     * @param blamed how many of the failures were no lost line
     * @param wentWell how many messages had gone well when it was last postponed; {@link #NEVER} if it never was
     * @param wentWellBefore how many had when it failed first
     */
    private record Retry(
            int failures,
            int blamed,
            long dueAtNanos,
            @Nullable Instant receivedAt,
            int wentWell,
            int wentWellBefore) {
        private static final int NEVER = -1;
    }

    Retries(Pauses pauses) {
        this.pauses = pauses;
    }

    /** Forgets what is not there any more: messages that were taken, all if the folder counts anew. */
    void keepOnly(long folder, Collection<Long> uids) {
        if (folder != uidValidity) {
            failed.clear();
            uidValidity = folder;
        }
        failed.keySet().retainAll(uids);
    }

    boolean isDue(long uid) {
        var retry = failed.get(uid);
        return retry == null || System.nanoTime() - retry.dueAtNanos() >= 0;
    }

    /** @return how often it has failed by now */
    int failed(long uid, @Nullable Instant receivedAt) {
        return failed(uid, receivedAt, 1);
    }

    /** The line was lost on the way, which need not be the message's fault. */
    void lineLost(long uid, @Nullable Instant receivedAt) {
        failed(uid, receivedAt, 0);
    }

    /**
     * Whether it has failed so often that people have to read it. Where no other message went well meanwhile, the fault may
     * be one of all, and there is more time to mend it.
     */
    boolean areEnough(long uid) {
        var retry = failed.get(uid);
        return retry != null && retry.blamed() >= (wentWell > retry.wentWellBefore() ? ENOUGH : ENOUGH_ALONE);
    }

    private int failed(long uid, @Nullable Instant receivedAt, int blamed) {
        var before = failed.get(uid);
        int failures = before == null ? 1 : before.failures() + 1;
        var since = receivedAt == null && before != null ? before.receivedAt() : receivedAt;
        failed.put(
                uid,
                new Retry(
                        failures,
                        before == null ? blamed : before.blamed() + blamed,
                        System.nanoTime() + pauses.after(failures).toNanos(),
                        since,
                        Retry.NEVER,
                        before == null ? wentWell : before.wentWellBefore()));
        return failures;
    }

    /** It is not the message's fault: the next try comes soon, and none of them counts. */
    void postpone(long uid, Duration pause, @Nullable Instant receivedAt) {
        var before = failed.get(uid);
        failed.put(
                uid,
                new Retry(
                        before == null ? 0 : before.failures(),
                        before == null ? 0 : before.blamed(),
                        System.nanoTime() + pause.toNanos(),
                        receivedAt,
                        wentWell,
                        before == null ? wentWell : before.wentWellBefore()));
    }

    /** Whether it was postponed as if our own side were away, which it was not, for others went well since. */
    boolean othersWentWellSince(long uid) {
        var retry = failed.get(uid);
        return retry != null && retry.wentWell() != Retry.NEVER && wentWell > retry.wentWell();
    }

    void done(long uid) {
        failed.remove(uid);
        wentWell++;
    }

    int size() {
        return failed.size();
    }

    /** When the first of them arrived; empty if that is not known of all. */
    Optional<Instant> earliest() {
        return failed.values().stream().anyMatch(retry -> retry.receivedAt() == null)
                ? Optional.empty()
                : failed.values().stream().map(Retry::receivedAt).min(Instant::compareTo);
    }

    /** Until the next one is due; empty if there is none. */
    Optional<Duration> next() {
        return failed.values().stream()
                .map(retry -> Duration.ofNanos(Math.max(0, retry.dueAtNanos() - System.nanoTime())))
                .min(Duration::compareTo);
    }
}
