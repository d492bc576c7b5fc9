package org.appel.applications.model;

import java.util.List;

/** Notes who looks at what, before it is shown: what cannot be noted is not shown. */
public interface AccessLog {
    /** Whoever calls, and the purpose that the request names. To be asked while the request is in hand. */
    Reader caller();

    /** Notes it, with the current transaction if there is one. */
    void note(Reader reader, List<Sight> sights);

    /** Notes what the caller is about to see. */
    default void note(Sight sight) {
        note(caller(), List.of(sight));
    }

    /** Notes what the candidate is about to see. */
    default void noteOwn(Sight sight) {
        note(Reader.CANDIDATE, List.of(sight));
    }
}
