package org.appel.postings.closing;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jboss.logging.Logger;

import org.appel.postings.messaging.PostingEventWriter;
import org.appel.postings.model.DeadlinePassed;
import org.appel.postings.storage.Postings;

/**
 * Closes a batch of due postings and tells it, in one transaction. Due is what the database's clock says; a posting that
 * somebody else holds is left to them.
 */
@ApplicationScoped
public class CloseDuePostings {

    private static final Logger LOG = Logger.getLogger(CloseDuePostings.class);

    private final Postings postings;
    private final PostingEventWriter events;

    CloseDuePostings(Postings postings, PostingEventWriter events) {
        this.postings = postings;
        this.events = events;
    }

    /**
     * @param limit how many at most
     * @return how many were closed; fewer than {@code limit} if no more are due
     */
    @Transactional
    public int handle(int limit) {
        var closed = postings.closeDue(limit);
        closed.forEach(this::tell);
        return closed.size();
    }

    private void tell(DeadlinePassed passed) {
        events.deadlinePassed(passed);
        LOG.infof(
                "posting closed postingId=%s deadlineVersion=%d late=%s",
                passed.postingId(), passed.deadlineVersion(), Duration.between(passed.closesAt(), passed.closedAt()));
    }
}
