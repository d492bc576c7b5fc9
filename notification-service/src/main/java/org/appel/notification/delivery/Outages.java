package org.appel.notification.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import org.appel.notification.config.DeliveryConfig;
import org.appel.notification.model.Dependency;
import org.appel.notification.model.Gate;
import org.appel.notification.model.Kind;
import org.appel.notification.model.Outcome;
import org.appel.notification.model.ProblemCode;

/** What this process found to be away, so that it does not try every waiting mail against a closed door. */
@ApplicationScoped
class Outages {

    private static final Logger LOG = Logger.getLogger(Outages.class);

    private final Map<Dependency, Gate> gates = new EnumMap<>(Dependency.class);
    private final Clock clock;

    Outages(DeliveryConfig settings, Clock clock) {
        this.clock = clock;
        for (Dependency dependency : Dependency.values()) {
            gates.put(dependency, new Gate(settings.away().backOff()));
        }
    }

    /** The kinds of mail that have a chance at this moment. */
    Set<Kind> sendable() {
        var now = clock.instant();
        if (!gate(Dependency.MAIL_SERVER).isOpen(now)) {
            return Set.of();
        }
        return Arrays.stream(Kind.values())
                .filter(kind -> gate(kind.addressBook()).isOpen(now))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
    }

    /** Learns from an attempt who answered and who did not. */
    void learn(Kind kind, Outcome outcome) {
        switch (outcome) {
            case Outcome.Partial(var _, var _, var away, var problem) when away != null -> closed(away, problem);
            case Outcome.Accepted _, Outcome.Partial _, Outcome.Deferred _, Outcome.Rejected _ -> {
                answered(Dependency.MAIL_SERVER);
                answered(kind.addressBook());
            }
            case Outcome.Erased _, Outcome.Unaddressed _, Outcome.Unaddressable _, Outcome.Crowded _ ->
                answered(kind.addressBook());
            case Outcome.Postponed(Dependency away, var problem) when away != null -> closed(away, problem);
            case Outcome.Postponed _ -> {
                // This mail's own trouble.
            }
        }
    }

    /** Since when it has been away; null if it is not known to be. */
    @Nullable
    Instant since(Dependency dependency) {
        return gate(dependency).closedSince();
    }

    private void closed(Dependency away, ProblemCode problem) {
        if (gate(away).closedSince() == null) {
            LOG.warnf("mails wait until this is back away=%s problem=%s", away, problem);
        }
        gate(away).failed(clock.instant(), ThreadLocalRandom.current().nextDouble());
    }

    private void answered(Dependency dependency) {
        if (gate(dependency).closedSince() != null) {
            LOG.infof("mails flow again back=%s", dependency);
        }
        gate(dependency).worked();
    }

    private Gate gate(Dependency dependency) {
        return gates.get(dependency);
    }
}
