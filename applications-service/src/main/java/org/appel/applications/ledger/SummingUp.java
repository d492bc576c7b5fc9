package org.appel.applications.ledger;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;

import org.appel.applications.storage.ArrivalSums;

/** Keeps the ledger from growing by refusals for ever. Any number of replicas may run it. */
@ApplicationScoped
class SummingUp {
    /** So long each refusal can be looked up by its minute. */
    private static final Duration SINGLE = Duration.ofDays(90);
    /** Lines in one transaction. */
    private static final int AT_ONCE = 5000;

    private final ArrivalSums sums;
    private final Clock clock;

    SummingUp(ArrivalSums sums, Clock clock) {
        this.sums = sums;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "20m", identity = "ledger-summing-up")
    @RunOnVirtualThread
    void sumUp() {
        int lines;
        do {
            lines = sums.sumUpBefore(clock.instant().minus(SINGLE), AT_ONCE);
        } while (lines == AT_ONCE);
    }
}
