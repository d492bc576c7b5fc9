package org.appel.applications.mailbox.imap;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.eclipse.angus.mail.iap.BadCommandException;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ConnectionException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import org.appel.applications.config.MailboxesConfig.Mailbox;
import org.appel.applications.config.WorkingFiles;
import org.appel.applications.mailbox.imap.MailRemovals.Removal;
import org.appel.applications.mailbox.imap.StoredMessage.Condition;
import org.appel.applications.storage.MailboxFolders;
import org.appel.messaging.Trouble;

/**
 * Reads one folder for ever: takes each message, has it judged, moves it, and waits for the next one. Whatever goes wrong
 * with the line or the server is tried again; what goes wrong with one message does not keep the others waiting.
 */
final class FolderReader {
    private static final Logger LOG = Logger.getLogger(FolderReader.class);
    /** Servers end an IDLE of half an hour (RFC 2177), and some networks do earlier. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(25);

    /** While a message waits to be tried again soon, the server is asked for new ones meanwhile. */
    private static final Duration SHORT_WAIT = Duration.ofSeconds(2);

    private static final int WORTH_AN_ERROR = 5;
    /** Servers and networks end lines now and then: one that is had again at once is nobody's business. */
    private static final int WORTH_A_WARNING = 2;
    /** So many looks it takes to read the postings after a start with nothing amiss, and more. */
    private static final int USUAL_START = 15;
    /** Then another process may be luckier. */
    private static final int GIVES_WAY_EACH = 3;

    private final Task task;
    private final Surroundings around;
    private final Lease lease;
    private final Retries retries;
    private final Hand hand = new Hand();
    private volatile boolean stopping;
    private @Nullable Thread thread;
    /** In a row, of the line and of our own side. */
    private int failures;

    private int ownFailures;

    /**
     * What is to be read.
     *
     * @param mailbox its name in the settings
     * @param removes whether this reader carries out the mailbox's removals
     */
    record Task(
            String mailbox,
            Mailbox settings,
            String folder,
            boolean removes,
            Connector connector,
            ReceivingTime time) {}

    /**
     * What all readers share.
     *
     * @param ready whether messages can be judged by now; no folder is opened before
     */
    record Surroundings(
            MessageHandler handler,
            BooleanSupplier ready,
            Optional<MailRemovals> removals,
            MailboxFolders folders,
            WorkingFiles files,
            Clock clock,
            Pace pace) {}

    FolderReader(Task task, Surroundings around) {
        this.task = task;
        this.around = around;
        lease = new Lease(
                around.folders(), task.mailbox(), task.folder(), around.pace().lease(), hand::breakOff);
        retries = new Retries(around.pace().message());
    }

    void start() {
        thread = Thread.ofVirtual().name("mailbox-" + task.mailbox()).start(this::run);
        Thread.ofVirtual().name("mailbox-lease-" + task.mailbox()).start(lease::keep);
    }

    /** Ends it between two messages. */
    void askToStop() {
        stopping = true;
        hand.breakOff();
    }

    /** Waits for the end; after that long the message in hand is given up, and stays where it is. */
    void awaitEnd(Duration most) throws InterruptedException {
        var running = thread;
        if (running != null && !running.join(most)) {
            running.interrupt();
        }
    }

    private void run() {
        hand.begin(Thread.currentThread());
        int refusals = 0;
        while (!stopping) {
            try {
                if (!hand.undisturbed(lease::take)) {
                    hand.rest(around.pace().standby());
                    continue;
                }
                if (!around.ready().getAsBoolean()) {
                    throw new Away(Away.POSTINGS_NOT_READ, null);
                }
                try (var folder = open()) {
                    refusals = 0;
                    read(folder);
                }
            } catch (InterruptedException e) {
                hand.reset();
            } catch (Away e) {
                boolean refused = e.code().equals(Away.LOGIN_REFUSED);
                refusals = refused ? refusals + 1 : 0;
                failures++;
                say(e);
                pause(pause(e, refusals));
            } catch (RuntimeException | Error e) {
                // An Error too: without this thread nothing would be read any more.
                failures++;
                sayOwn(e, failures);
                pause(around.pace().database().after(failures));
            }
        }
        Thread.interrupted();
        lease.giveBack();
    }

    private Duration pause(Away e, int refusals) {
        if (e.code().equals(Away.POSTINGS_NOT_READ)) {
            return around.pace().standby();
        }
        // A token may only have been too old: the first time it is tried again with a new one at once.
        return refusals > 1 || refusals == 1 && task.settings().oauth().isEmpty()
                ? around.pace().login().after(refusals)
                : around.pace().reconnect().after(failures);
    }

    private OpenFolder open() throws Away, InterruptedException {
        var line = task.connector().connect();
        try {
            var folder = new OpenFolder(task.settings(), task.folder(), line);
            hand.undisturbed(() -> {
                around.folders().connected(task.mailbox(), task.folder(), lease.holder());
                return true;
            });
            LOG.logf(
                    failures == 1 ? Logger.Level.DEBUG : Logger.Level.INFO,
                    "mailbox is read mailbox=%s folder=%s",
                    task.mailbox(),
                    task.folder());
            return folder;
        } catch (Away | InterruptedException | RuntimeException e) {
            line.close();
            throw e;
        } catch (ProtocolException e) {
            line.close();
            throw Away.of(e);
        }
    }

    private void read(OpenFolder folder) throws Away, InterruptedException {
        try {
            while (!stopping && lease.isHeld()) {
                remove(folder);
                if (takeAll(folder)) {
                    await(folder.line());
                }
            }
        } catch (ProtocolException e) {
            if (stopping || Thread.currentThread().isInterrupted()) {
                throw new InterruptedException("The reader was asked to let go");
            }
            throw Away.of(e);
        }
    }

    /** @return whether the folder was gone through to its end */
    private boolean takeAll(OpenFolder folder) throws InterruptedException, ProtocolException {
        var looked = around.clock().instant();
        var uids = folder.line().list();
        retries.keepOnly(folder.uidValidity(), uids);
        for (long uid : uids) {
            if (stopping || !lease.isHeld()) {
                return false;
            }
            if (retries.isDue(uid)) {
                take(folder, uid);
            }
        }
        var drained = retries.size() == 0
                ? Optional.of(looked)
                : retries.earliest().map(first -> first.isBefore(looked) ? first : looked);
        note(looked, drained.orElse(null));
        failures = 0;
        return true;
    }

    private void note(Instant looked, @Nullable Instant drained) throws InterruptedException {
        try {
            hand.undisturbed(() -> {
                around.folders().read(task.mailbox(), task.folder(), lease.holder(), looked, drained, retries.size());
                return true;
            });
        } catch (RuntimeException e) {
            LOG.debug("how far the folder was read is noted the next time", e);
        }
    }

    /** Of what went wrong only a lost line is passed on; the message is tried again in any case. */
    private void take(OpenFolder folder, long uid) throws InterruptedException, ProtocolException {
        var message = new InHand(uid);
        try {
            takeInHand(folder, message);
            retries.done(uid);
            wentWell();
        } catch (ConnectionException | InterruptedException e) {
            retries.lineLost(uid, message.receivedAt);
            throw e;
        } catch (IOException | ProtocolException | RuntimeException | Error e) {
            boolean ours = e instanceof IOException || Trouble.of(e) == Trouble.PASSING;
            if (ours && !retries.othersWentWellSince(uid)) {
                ownFailures++;
                sayOwn(e, ownFailures);
                var pause = around.pace().database().after(ownFailures);
                retries.postpone(uid, pause, message.receivedAt);
                hand.rest(pause);
            } else {
                say(e, uid, retries.failed(uid, message.receivedAt));
            }
        }
    }

    /** A message on its way through. */
    private static final class InHand {
        private final long uid;
        private @Nullable Instant receivedAt;

        InHand(long uid) {
            this.uid = uid;
        }
    }

    private void takeInHand(OpenFolder folder, InHand inHand)
            throws InterruptedException, IOException, ProtocolException {
        var facts = folder.line().facts(inHand.uid);
        if (facts.isEmpty()) {
            return;
        }
        var directory = around.files().newDirectory();
        try {
            var raw = directory.resolve("message.eml");
            var condition = fetch(folder, inHand.uid, facts.get().size(), raw);
            if (condition.isPresent()) {
                var receivedAt = task.time().of(facts.get().internalDate(), raw);
                inHand.receivedAt = receivedAt;
                judge(folder, message(folder, inHand.uid, receivedAt, raw, condition.get()));
            }
        } finally {
            around.files().delete(directory);
        }
    }

    /** What was tried often enough is laid before people, as far as it can be had. */
    private Optional<Condition> fetch(OpenFolder folder, long uid, long size, Path raw)
            throws ProtocolException, IOException {
        if (!retries.areEnough(uid)) {
            return folder.fetch(uid, size, raw);
        }
        folder.fetchRest(uid, size, raw);
        return Optional.of(Condition.UNREADABLE);
    }

    private StoredMessage message(OpenFolder folder, long uid, Instant receivedAt, Path raw, Condition condition) {
        return new StoredMessage(task.mailbox(), task.folder(), folder.uidValidity(), uid, receivedAt, raw, condition);
    }

    /** Judging and moving are one piece of work, which is finished before the service stops. */
    private void judge(OpenFolder folder, StoredMessage message)
            throws InterruptedException, IOException, ProtocolException {
        var messageId = RawHeader.of(message.raw()).messageId().orElse(null);
        hand.<Boolean, ProtocolException>undisturbed(() -> {
            var disposition = around.handler().handle(message);
            folder.move(message.uid(), disposition, messageId).ifPresent(place -> tell(message, place));
            return true;
        });
    }

    private void tell(StoredMessage message, Place place) {
        try {
            around.handler().moved(message, place);
        } catch (RuntimeException e) {
            LOG.debug("where a message was moved is not noted", e);
        }
    }

    private void remove(OpenFolder folder) throws InterruptedException, ProtocolException {
        if (!task.removes() || around.removals().isEmpty()) {
            return;
        }
        var removals = around.removals().get();
        try {
            var gone = new HashSet<String>();
            for (Removal removal : hand.undisturbed(() -> removals.due(task.mailbox()))) {
                // Several deliveries of one mail may have been removed at once.
                boolean isGone = folder.remove(removal) || gone.contains(removal.messageId());
                if (isGone && removal.messageId() != null) {
                    gone.add(removal.messageId());
                }
                hand.undisturbed(() -> {
                    if (isGone) {
                        removals.done(removal);
                        LOG.infof("mail removed mailbox=%s removal=%s", task.mailbox(), removal.id());
                    } else {
                        removals.missed(task.mailbox(), removal);
                    }
                    return true;
                });
            }
        } catch (ConnectionException e) {
            throw e;
        } catch (ProtocolException | RuntimeException e) {
            LOG.warnf(
                    "mails to be removed stay for now mailbox=%s error=%s",
                    task.mailbox(), e.getClass().getName());
        }
    }

    private void await(ImapLine line) throws InterruptedException, ProtocolException {
        if (line.hasNews()) {
            return;
        }
        var retry = retries.next();
        var poll = shorter(task.settings().poll(), LONGEST_WAIT);
        if (retry.filter(due -> due.compareTo(poll) < 0).isPresent()) {
            ask(line, shorter(retry.get(), SHORT_WAIT));
        } else if (line.hasCapability("IDLE")) {
            // Some servers tell in IDLE only of what comes after it began, and of what came before it when it ends.
            line.noop();
            if (!line.hasNews()) {
                idle(line, poll);
            }
        } else {
            ask(line, poll);
        }
    }

    private void idle(ImapLine line, Duration most) throws InterruptedException, ProtocolException {
        try {
            line.awaitNews(most);
        } catch (BadCommandException | CommandFailedException notToBeHad) {
            ask(line, most);
        }
    }

    private void ask(ImapLine line, Duration after) throws InterruptedException, ProtocolException {
        hand.rest(after);
        line.noop();
    }

    private void pause(Duration pause) {
        if (stopping) {
            return;
        }
        try {
            hand.rest(pause);
        } catch (InterruptedException e) {
            hand.reset();
        }
    }

    private void wentWell() {
        if (ownFailures > 0) {
            LOG.infof("mails are judged again mailbox=%s folder=%s", task.mailbox(), task.folder());
            ownFailures = 0;
        }
    }

    private void say(Away away) {
        if (failures == (away.code().equals(Away.POSTINGS_NOT_READ) ? USUAL_START : WORTH_A_WARNING)) {
            LOG.warnf(
                    "mailbox cannot be read, mails wait in it mailbox=%s folder=%s reason=%s",
                    task.mailbox(), task.folder(), away.code());
        }
        LOG.debug("mailbox cannot be read", away);
        try {
            hand.undisturbed(() -> {
                around.folders().away(task.mailbox(), task.folder(), lease.holder(), away.code());
                if (failures % GIVES_WAY_EACH == 0) {
                    lease.giveWay();
                }
                return true;
            });
        } catch (InterruptedException e) {
            hand.reset();
        } catch (RuntimeException e) {
            LOG.debug("that the mailbox cannot be read is not noted", e);
        }
    }

    private void sayOwn(Throwable e, int failures) {
        if (failures == 1) {
            LOG.warnf(
                    "mails wait in the mailbox, nothing is lost mailbox=%s folder=%s error=%s",
                    task.mailbox(), task.folder(), e.getClass().getName());
        }
        LOG.debug("mails wait", e);
    }

    /** What an exception says may quote a message. */
    private void say(Throwable e, long uid, int failures) {
        var level = failures >= WORTH_AN_ERROR ? Logger.Level.ERROR : Logger.Level.WARN;
        LOG.logf(
                level,
                "mail could not be judged and is tried again mailbox=%s folder=%s uid=%d failures=%d error=%s",
                task.mailbox(),
                task.folder(),
                uid,
                failures,
                e.getClass().getName());
        LOG.debug("mail could not be judged", e);
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
