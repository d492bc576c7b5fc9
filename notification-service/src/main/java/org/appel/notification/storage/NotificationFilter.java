package org.appel.notification.storage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.appel.notification.model.State;

/**
 * Which notifications are wanted; null means that it does not matter.
 *
 * @param organisations only of these; an empty set fits none
 * @param after only those older than the one with this id, which ended the page before
 */
public record NotificationFilter(
        @Nullable UUID application,
        @Nullable UUID posting,
        @Nullable UUID message,
        @Nullable UUID webhook,
        @Nullable State state,
        @Nullable Set<String> organisations,
        @Nullable UUID after) {

    String condition() {
        List<String> all = new ArrayList<>(List.of("1 = 1"));
        add(all, application, "applicationId = :application");
        add(all, posting, "postingId = :posting");
        add(all, message, "incomingId = :message");
        add(all, webhook, "webhookId = :webhook");
        add(all, state, "state = :state");
        add(all, organisations, "organisation IN (:organisations)");
        add(all, after, "id < :after");
        return String.join(" AND ", all);
    }

    Map<String, Object> values() {
        var all = new HashMap<String, Object>();
        put(all, "application", application);
        put(all, "posting", posting);
        put(all, "message", message);
        put(all, "webhook", webhook);
        put(all, "state", state == null ? null : state.wire());
        put(all, "organisations", organisations);
        put(all, "after", after);
        return all;
    }

    private static void add(List<String> all, @Nullable Object wanted, String condition) {
        if (wanted != null) {
            all.add(condition);
        }
    }

    private static void put(Map<String, Object> all, String name, @Nullable Object wanted) {
        if (wanted != null) {
            all.put(name, wanted);
        }
    }
}
