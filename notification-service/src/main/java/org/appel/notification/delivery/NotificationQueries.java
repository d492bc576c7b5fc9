package org.appel.notification.delivery;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.appel.notification.model.Notification;
import org.appel.notification.model.NotificationId;
import org.appel.notification.model.NotificationRefused;
import org.appel.notification.model.OwedMail;
import org.appel.notification.model.Refusal;
import org.appel.notification.model.State;
import org.appel.notification.storage.NotificationFilter;
import org.appel.notification.storage.NotificationRows;
import org.appel.service.Caller;
import org.appel.service.Roles;

/** What the caller may see of the queue: HR its organisations' part, administrators and operators all of it. */
@ApplicationScoped
class NotificationQueries {

    private final NotificationRows rows;
    private final Caller caller;

    NotificationQueries(NotificationRows rows, Caller caller) {
        this.rows = rows;
        this.caller = caller;
    }

    /** Newest first; another organisation's are left out as if there were none. */
    @Transactional
    List<Notification> list(
            @Nullable UUID application,
            @Nullable UUID posting,
            @Nullable UUID message,
            @Nullable UUID webhook,
            @Nullable State state,
            @Nullable UUID after,
            int most) {
        return rows.list(
                new NotificationFilter(application, posting, message, webhook, state, organisations(), after), most);
    }

    /** @throws NotificationRefused with {@link Refusal.UnknownNotification}, also for another organisation's */
    @Transactional
    Notification get(NotificationId id) {
        var visible = organisations();
        return rows.find(id)
                .filter(found -> visible == null || isOf(visible, found.mail()))
                .orElseThrow(() -> new NotificationRefused(new Refusal.UnknownNotification(id)));
    }

    /** What is about a webhook belongs to no organisation. */
    private static boolean isOf(Set<String> organisations, OwedMail mail) {
        var owner = mail.organisation();
        return owner != null && organisations.contains(owner);
    }

    private @Nullable Set<String> organisations() {
        return caller.is(Roles.ADMIN) || caller.is(Roles.OPS) ? null : caller.organisations();
    }
}
