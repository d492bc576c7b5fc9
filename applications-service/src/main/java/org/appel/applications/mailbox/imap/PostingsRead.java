package org.appel.applications.mailbox.imap;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jboss.logging.Logger;

import org.appel.applications.config.MailboxesConfig;
import org.appel.applications.messaging.PostingEventV1;
import org.appel.messaging.ReaderProgress;

/**
 * Whether the postings are known as they were when the service started. Before, a mail could be judged by a deadline that
 * was extended while the service was away. Once it is so it stays so: a broker that goes away later stops no mailbox.
 */
@ApplicationScoped
class PostingsRead {
    private static final Logger LOG = Logger.getLogger(PostingsRead.class);

    private final ReaderProgress progress;
    private final MailboxesConfig mailboxes;
    private volatile boolean isSo;

    PostingsRead(ReaderProgress progress, MailboxesConfig mailboxes) {
        this.progress = progress;
        this.mailboxes = mailboxes;
    }

    boolean isSo() {
        return isSo;
    }

    @Scheduled(every = "1s", identity = "postings-read", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void look() {
        if (!isSo && !mailboxes.byName().isEmpty() && progress.hasReadUp(PostingEventV1.TOPIC)) {
            isSo = true;
            LOG.debug("the postings are read, and so are the mailboxes from now on");
        }
    }
}
