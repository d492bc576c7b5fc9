package org.appel.postings.reliefweb;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import org.appel.postings.config.PostingsConfig;
import org.appel.postings.reliefweb.ReliefWebTurns.Turn;
import org.appel.service.Poller;

/** Sends what has to be sent, one document after the other, in a thread of its own; off unless it is switched on. */
@ApplicationScoped
class ReliefWebPublisher {

    private static final Logger LOG = Logger.getLogger(ReliefWebPublisher.class);
    private static final int MOST_DOUBLINGS = 30;

    private final ReliefWebTurns turns;
    private final ReliefWebGauges gauges;
    private final PostingsConfig.ReliefWeb config;
    private final Clock clock;
    private final Poller poller = new Poller("reliefweb");
    private @Nullable ReliefWebApi api;

    ReliefWebPublisher(ReliefWebTurns turns, ReliefWebGauges gauges, PostingsConfig config, Clock clock) {
        this.turns = turns;
        this.gauges = gauges;
        this.config = config.reliefweb();
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        if (config.enabled()) {
            var reliefWeb = new ReliefWebApi(config, clock);
            api = reliefWeb;
            poller.start(config.every(), () -> look(reliefWeb, config));
        }
    }

    /** What is in hand is sent again by another replica, or at the next start. */
    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        poller.stop();
        if (api != null) {
            api.close();
        }
    }

    /** Sends until nothing is left, or nothing more may be sent for a while. */
    void look(ReliefWebApi reliefWeb, PostingsConfig.ReliefWeb settings) throws InterruptedException {
        boolean more = true;
        while (more && !poller.isStopping()) {
            more = one(reliefWeb, settings);
        }
        gauges.show(turns.backlog());
    }

    private boolean one(ReliefWebApi reliefWeb, PostingsConfig.ReliefWeb settings) throws InterruptedException {
        var claim = turns.claim(settings.lease()).orElse(null);
        if (claim == null) {
            return false;
        }
        var pause = pause(claim.attempts(), settings);
        try {
            return switch (turns.look(claim.posting(), settings.dailyQuota(), settings.interval())) {
                case Turn.Nothing _ -> false;
                case Turn.Settled _ -> true;
                case Turn.Sending sending -> {
                    turns.answered(sending, reliefWeb.put(sending.document()), pause);
                    yield true;
                }
            };
        } catch (RuntimeException e) {
            // Others must have their turn, whatever is wrong with this one.
            turns.stumble(claim.posting(), pause);
            LOG.errorf(
                    "posting cannot be looked at for ReliefWeb postingId=%s attempts=%d reason=%s",
                    claim.posting(), claim.attempts() + 1, e);
            return true;
        }
    }

    /**
     * How long to wait after so many failures: twice as long each time, up to a limit, and by chance up to half less, so
     * that not everybody comes back at once.
     */
    static Duration pause(int failures, PostingsConfig.ReliefWeb settings) {
        double doubled = settings.firstRetry().toMillis() * Math.pow(2, Math.min(failures, MOST_DOUBLINGS));
        double longest = Math.min(doubled, settings.longestRetry().toMillis());
        return Duration.ofMillis((long) (longest * ThreadLocalRandom.current().nextDouble(0.5, 1)));
    }
}
