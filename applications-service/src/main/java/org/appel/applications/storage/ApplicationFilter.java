package org.appel.applications.storage;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.appel.applications.model.PostingId;
import org.appel.applications.model.Stage;

/**
 * Which applications are wanted; null leaves a condition out.
 *
 * @param organisations only theirs; null for everybody's
 * @param beyond only those after it in the order that is asked for
 * @param newestFirst by arrival
 */
public record ApplicationFilter(
        @Nullable Set<String> organisations,
        @Nullable PostingId posting,
        @Nullable Stage stage,
        @Nullable UUID beyond,
        boolean newestFirst) {
    /** All of one posting that arrived after that one, the oldest first. */
    public static ApplicationFilter of(PostingId posting, @Nullable UUID beyond) {
        return new ApplicationFilter(null, posting, null, beyond, false);
    }

    /** Values by the beginning of their condition. */
    Map<String, Object> conditions() {
        var conditions = new LinkedHashMap<String, Object>();
        if (organisations != null) {
            conditions.put("organisation in", organisations);
        }
        if (posting != null) {
            conditions.put("postingId =", posting.value());
        }
        if (stage != null) {
            conditions.put("stage =", stage.code());
        }
        if (beyond != null) {
            conditions.put(newestFirst ? "id <" : "id >", beyond);
        }
        return conditions;
    }
}
