package org.appel.postings.jobboard;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import org.appel.postings.config.PostingsConfig;
import org.appel.postings.model.JobBoard;

/**
 * How much each caller may still ask of this replica: a bucket of tokens each, which fills evenly over a minute.
 *
 * <p>Each replica counts for itself, so that a request waits for nobody: with three of them a board may ask up to three
 * times its number.
 */
@ApplicationScoped
class Quotas {

    static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Logger LOG = Logger.getLogger(Quotas.class);

    /** A bucket that nobody has used for so long is full. */
    private static final Duration FORGET = WINDOW.multipliedBy(2);

    /** Of addresses there may be any number; memory is for so many, and none of them drives out a board. */
    private static final int MOST = 20_000;

    private final Supplier<List<JobBoard>> boards;
    private final PostingsConfig.Boards config;
    private final Cache<Key, Bucket> ofBoards = buckets();
    private final Cache<Key, Bucket> ofAddresses = buckets();
    private volatile Map<String, Integer> own = Map.of();

    @Inject
    Quotas(AllBoards boards, PostingsConfig config) {
        this(boards::all, config.boards());
    }

    Quotas(Supplier<List<JobBoard>> boards, PostingsConfig.Boards config) {
        this.boards = boards;
        this.config = config;
    }

    /** A changed number is a new bucket. */
    private record Key(String policy, String who, int limit) {}

    /** Takes one token of a board. */
    Quota ofBoard(String client) {
        return take(ofBoards, "board", client, own.getOrDefault(client, config.requestsPerMinute()));
    }

    /** Takes one token of somebody without a name; empty when these may ask as much as they like. */
    Optional<Quota> ofAnyone(@Nullable String address) {
        var limit = config.anonymousRequestsPerMinute();
        return limit.isEmpty()
                ? Optional.empty()
                : Optional.of(take(ofAddresses, "anyone", String.valueOf(address), limit.getAsInt()));
    }

    @Scheduled(every = "${appel.postings.boards.refresh:5s}", identity = "board-quotas")
    void refresh() {
        try {
            own = boards.get().stream()
                    .filter(board -> board.requestsPerMinute() != null)
                    .collect(Collectors.toUnmodifiableMap(JobBoard::client, JobBoard::requestsPerMinute));
        } catch (RuntimeException e) {
            LOG.debug("the boards' quotas could not be read, those known before hold", e);
        }
    }

    private static Quota take(Cache<Key, Bucket> buckets, String policy, String who, int limit) {
        var bucket = buckets.get(new Key(policy, who, limit), Quotas::full);
        return Quota.of(policy, limit, bucket.tryConsumeAndReturnRemaining(1));
    }

    private static Cache<Key, Bucket> buckets() {
        return Caffeine.newBuilder().expireAfterAccess(FORGET).maximumSize(MOST).build();
    }

    private static Bucket full(Key key) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(key.limit()).refillGreedy(key.limit(), WINDOW))
                .build();
    }
}
