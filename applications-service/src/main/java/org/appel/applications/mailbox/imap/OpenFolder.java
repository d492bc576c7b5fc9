package org.appel.applications.mailbox.imap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ConnectionException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.jspecify.annotations.Nullable;

import org.appel.applications.config.MailboxesConfig.Mailbox;
import org.appel.applications.mailbox.imap.MailRemovals.Removal;
import org.appel.applications.mailbox.imap.MessageHandler.Disposition;
import org.appel.applications.mailbox.imap.StoredMessage.Condition;

/** A folder that is being read, and what is done with its messages. */
final class OpenFolder implements AutoCloseable {
    private final Mailbox mailbox;
    private final String setting;
    private final ImapLine line;
    private final FolderNames names;
    private final String name;
    /** The server's names of the folders that messages go to. */
    private final Map<Disposition, String> targets = new HashMap<>();

    private long uidValidity;

    OpenFolder(Mailbox mailbox, String setting, ImapLine line) throws ProtocolException, Away {
        this.mailbox = mailbox;
        this.setting = setting;
        this.line = line;
        names = new FolderNames(line);
        name = names.existing(setting);
        for (Disposition disposition : Disposition.values()) {
            targets.put(disposition, names.made(targetSetting(disposition)));
        }
        select();
    }

    ImapLine line() {
        return line;
    }

    long uidValidity() {
        return uidValidity;
    }

    /**
     * Moves a message that was judged. Without MOVE (RFC 6851) it is copied, unless a crash came between the copying and
     * the end of the former moving: then the copy is there.
     *
     * @return where to, if the server says so
     */
    Optional<Place> move(long uid, Disposition disposition, @Nullable String messageId) throws ProtocolException {
        Optional<ImapLine.Copied> copied;
        try {
            copied = transfer(uid, targets.get(disposition), messageId);
        } catch (ConnectionException e) {
            throw e;
        } catch (CommandFailedException e) {
            // Somebody may have removed the folder.
            targets.put(disposition, madeAgain(disposition));
            copied = transfer(uid, targets.get(disposition), messageId);
        }
        return copied.map(c -> new Place(targetSetting(disposition), c.uidValidity(), c.uid()));
    }

    private String madeAgain(Disposition disposition) throws ProtocolException {
        try {
            return names.made(targetSetting(disposition));
        } catch (Away e) {
            throw new ProtocolException("The folder cannot be made", e);
        }
    }

    private Optional<ImapLine.Copied> transfer(long uid, String target, @Nullable String messageId)
            throws ProtocolException {
        if (line.hasCapability("MOVE")) {
            return line.move(uid, target);
        }
        Optional<ImapLine.Copied> copied = Optional.empty();
        if (messageId == null || !holds(target, messageId, line.facts(uid))) {
            copied = line.copy(uid, target);
        }
        delete(uid);
        return copied;
    }

    /** The same Message-ID alone is not enough: two messages may share it, and both must be kept. Two copies do no harm. */
    private boolean holds(String target, String messageId, Optional<ImapLine.Facts> facts) throws ProtocolException {
        line.examine(target);
        try {
            for (long uid : line.withMessageId(messageId)) {
                if (facts.isPresent() && line.facts(uid).equals(facts)) {
                    return true;
                }
            }
            return false;
        } finally {
            line.select(name);
        }
    }

    /** Without UIDPLUS the message stays, marked: expunging would take others along that somebody has only marked. */
    private void delete(long uid) throws ProtocolException {
        line.markDeleted(uid);
        if (line.hasCapability("UIDPLUS")) {
            line.expunge(uid);
        }
    }

    /** In a folder of Appel's own nobody else marks messages, so that all marked ones may go. */
    private void deleteForGood(String folder, long uid) throws ProtocolException {
        delete(uid);
        if (!line.hasCapability("UIDPLUS") && targets.containsValue(folder)) {
            line.expunge();
        }
    }

    /**
     * Removes the message from wherever it lies.
     *
     * @return whether it was found
     */
    boolean remove(Removal removal) throws ProtocolException {
        try {
            return removeAt(removal.place(), removal.messageId())
                    || removal.messageId() != null && removeEverywhere(removal.messageId());
        } finally {
            select();
        }
    }

    private boolean removeEverywhere(String messageId) throws ProtocolException {
        boolean found = false;
        for (String folder : allFolders()) {
            line.select(folder);
            for (long uid : line.withMessageId(messageId)) {
                deleteForGood(folder, uid);
                found = true;
            }
        }
        return found;
    }

    /** A place may be another message's by now. */
    private boolean removeAt(@Nullable Place place, @Nullable String messageId) throws ProtocolException {
        if (place == null) {
            return false;
        }
        String folder;
        try {
            folder = names.existing(place.folder());
        } catch (Away gone) {
            return false;
        }
        if (line.select(folder).uidvalidity != place.uidValidity()
                || line.facts(place.uid()).isEmpty()
                || messageId != null && !line.isCalled(place.uid(), messageId)) {
            return false;
        }
        deleteForGood(folder, place.uid());
        return true;
    }

    private List<String> allFolders() throws ProtocolException {
        var settings = new LinkedHashSet<>(targets.values());
        for (String folder : mailbox.folders()) {
            try {
                settings.add(names.existing(folder));
            } catch (Away gone) {
                // Then nothing is in it.
            }
        }
        return new ArrayList<>(settings);
    }

    /**
     * Lays the message in the file, or only its header where it is too large.
     *
     * @return empty if it is not there any more
     */
    Optional<Condition> fetch(long uid, long size, Path raw) throws ProtocolException, IOException {
        long most = mailbox.largestMessage().asLongValue();
        if (size <= most && line.copy(uid, raw, size, most)) {
            return Optional.of(Condition.WHOLE);
        }
        if (line.facts(uid).isEmpty()) {
            return Optional.empty();
        }
        line.copyHeader(uid, raw);
        return Optional.of(Condition.TOO_LARGE);
    }

    /** Lays in the file what can be had of a message that was tried often enough, perhaps nothing. */
    void fetchRest(long uid, long size, Path raw) throws ProtocolException, IOException {
        long most = mailbox.largestMessage().asLongValue();
        boolean isThere = size <= most && answered(() -> line.copy(uid, raw, size, most))
                || answered(() -> {
                    line.copyHeader(uid, raw);
                    return true;
                });
        if (!isThere) {
            Files.write(raw, new byte[0]);
        }
    }

    private static boolean answered(Question question) throws ProtocolException, IOException {
        try {
            return question.ask();
        } catch (ConnectionException e) {
            throw e;
        } catch (ProtocolException refused) {
            return false;
        }
    }

    /** Something that the server may refuse. */
    private interface Question {
        boolean ask() throws ProtocolException, IOException;
    }

    private void select() throws ProtocolException {
        uidValidity = line.select(name).uidvalidity;
    }

    private String targetSetting(Disposition disposition) {
        return switch (disposition) {
            case TAKEN -> mailbox.takenFolder();
            case SET_ASIDE -> mailbox.setAsideFolder();
        };
    }

    @Override
    public void close() {
        line.close();
    }

    @Override
    public String toString() {
        return setting;
    }
}
