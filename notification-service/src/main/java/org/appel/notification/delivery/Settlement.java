package org.appel.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.appel.notification.messaging.NotificationEventWriter;
import org.appel.notification.model.Attempt;
import org.appel.notification.model.Decision;
import org.appel.notification.model.Kind;
import org.appel.notification.storage.SendingRows;

/** The two short transactions around an attempt: taking mails in hand, and writing down what became of one. */
@ApplicationScoped
class Settlement {

    private final SendingRows rows;
    private final NotificationEventWriter events;

    Settlement(SendingRows rows, NotificationEventWriter events) {
        this.rows = rows;
        this.events = events;
    }

    @Transactional
    List<Attempt> claim(Set<Kind> kinds, int most, Duration lease) {
        return rows.claim(kinds, most, lease);
    }

    /** @return when; empty if another sender has claimed it since, and so nothing was written */
    @Transactional
    Optional<Instant> settle(Attempt attempt, Decision decision) {
        var when = rows.settle(attempt, decision);
        when.ifPresent(moment -> {
            switch (decision) {
                case Decision.Sent _ -> events.sent(attempt.mail(), moment);
                case Decision.Fail(var reason, var _) -> events.failed(attempt.mail(), reason, moment);
                case Decision.Suppress(var reason) -> events.failed(attempt.mail(), reason, moment);
                case Decision.TryAgain _ -> {
                    // Nothing has ended.
                }
            }
        });
        return when;
    }
}
