package org.appel.notification.model;

import java.util.Optional;
import java.util.UUID;

/** The postings that this service has been told of. */
public interface Postings {

    /** The newest known version; empty if its events have not arrived yet. */
    Optional<Posting> find(UUID posting);
}
