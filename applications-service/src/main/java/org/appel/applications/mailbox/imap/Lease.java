package org.appel.applications.mailbox.imap;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.jboss.logging.Logger;

import org.appel.applications.storage.MailboxFolders;

/**
 * The right to read a folder, which one process has at a time, by the database's clock. It only spares work: two readers
 * of one folder would judge each message once, too.
 */
final class Lease {
    private static final Logger LOG = Logger.getLogger(Lease.class);

    private final MailboxFolders folders;
    private final String mailbox;
    private final String folder;
    private final Duration length;
    private final Runnable onLoss;
    private final UUID holder = UUID.randomUUID();
    private final Semaphore end = new Semaphore(0);
    private volatile boolean held;
    private volatile long heldUntil;

    Lease(MailboxFolders folders, String mailbox, String folder, Duration length, Runnable onLoss) {
        this.folders = folders;
        this.mailbox = mailbox;
        this.folder = folder;
        this.length = length;
        this.onLoss = onLoss;
    }

    UUID holder() {
        return holder;
    }

    boolean isHeld() {
        return held && System.nanoTime() - heldUntil < 0;
    }

    /** Takes it if nobody else has it. */
    boolean take() {
        long asked = System.nanoTime();
        held = folders.hold(mailbox, folder, holder, length);
        heldUntil = asked + length.toNanos();
        return held;
    }

    /** Keeps it for as long as this process lives, or the database says otherwise. */
    void keep() {
        try {
            while (!end.tryAcquire(length.toMillis() / 3, TimeUnit.MILLISECONDS)) {
                if (held && !renew()) {
                    held = false;
                    LOG.warnf("folder is read by another process mailbox=%s folder=%s", mailbox, folder);
                    onLoss.run();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** While the database is away nobody else can take it either, but nobody can judge a message: it is kept. */
    private boolean renew() {
        try {
            return take();
        } catch (RuntimeException e) {
            LOG.debug("the lease could not be renewed", e);
            held = true;
            return true;
        }
    }

    /** Leaves it to whoever takes it next, which may be this process again. */
    void giveWay() {
        if (held) {
            held = false;
            folders.release(mailbox, folder, holder);
        }
    }

    /** Leaves it for good. */
    void giveBack() {
        end.release();
        try {
            giveWay();
        } catch (RuntimeException e) {
            LOG.debug("the lease will run out by itself", e);
        }
    }
}
