package org.appel.notification.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;

import org.jspecify.annotations.Nullable;

import org.appel.notification.delivery.SmtpConnections.ServerAway;
import org.appel.notification.model.Delivered;
import org.appel.notification.model.Dependency;
import org.appel.notification.model.MessageId;
import org.appel.notification.model.Outcome;
import org.appel.notification.model.ProblemCode;

/**
 * One attempt to hand a mail over, to each recipient by itself: what becomes of one says nothing of the others, and what
 * has come of it so far is known even if it is broken off.
 */
final class Handover {

    private static final ProblemCode UNUSABLE = new ProblemCode("unusable-address");
    private static final ProblemCode BROKEN_OFF = new ProblemCode("broken-off");

    private final SmtpConnections connections;
    private final MimeLetters mimeLetters;
    private final Addressed mail;
    private final MessageId id;
    /** By position; empty for an address that cannot stand in a mail. */
    private final List<Optional<InternetAddress>> recipients = new ArrayList<>();

    private volatile Delivered delivered;
    private volatile boolean connected;

    Handover(SmtpConnections connections, MimeLetters mimeLetters, Addressed mail, MessageId id) {
        this.connections = connections;
        this.mimeLetters = mimeLetters;
        this.mail = mail;
        this.id = id;
        this.delivered = mail.delivered();
        mail.addresses().forEach(address -> recipients.add(MimeLetters.recipient(address, mail.recipientName())));
    }

    /** The domain of the next recipient; empty if there is none to whom it could be sent. */
    String domain() {
        for (int position = 0; position < recipients.size(); position++) {
            var recipient = recipients.get(position);
            if (recipient.isPresent() && !delivered.isDone(position)) {
                var address = recipient.get().getAddress();
                return address.substring(address.lastIndexOf('@') + 1);
            }
        }
        return "";
    }

    /** @throws MessagingException if the letter cannot be written as a mail */
    Outcome run() throws MessagingException {
        var usable = recipients.stream().flatMap(Optional::stream).toList();
        if (usable.isEmpty()) {
            return new Outcome.Unaddressable(UNUSABLE);
        }
        var message = mimeLetters.write(mail, usable, id);
        ProblemCode later = null;
        for (int position = 0; position < recipients.size(); position++) {
            if (delivered.isDone(position)) {
                continue;
            }
            if (Thread.currentThread().isInterrupted()) {
                // It was broken off: nothing of it goes on.
                return later(BROKEN_OFF);
            }
            switch (handOver(message, recipients.get(position).orElse(null))) {
                case SmtpAnswer.Taken _ -> delivered = delivered.plusTaken(position);
                case SmtpAnswer.Refused(var problem) -> delivered = delivered.plusRefused(position, problem);
                case SmtpAnswer.Later(var problem) -> later = later == null ? problem : later;
                case SmtpAnswer.Away(var problem) -> {
                    return away(problem);
                }
            }
        }
        return later == null ? done() : later(later);
    }

    /** How it ended if it is broken off now. */
    Outcome brokenOff(ProblemCode problem) {
        // While there was no connection, nothing was said of this mail.
        return connected ? later(problem) : away(problem);
    }

    private SmtpAnswer handOver(MimeLetter message, @Nullable InternetAddress recipient) {
        if (recipient == null) {
            return new SmtpAnswer.Refused(UNUSABLE);
        }
        connected = false;
        try (var connection = connections.borrow()) {
            connected = true;
            var failure = connection.send(message, recipient);
            return failure.isEmpty() ? new SmtpAnswer.Taken() : SmtpFailures.answer(failure.get());
        } catch (ServerAway e) {
            return new SmtpAnswer.Away(e.problem());
        }
    }

    private Outcome done() {
        var language = mail.letter().language();
        var partly = delivered.partly();
        return delivered.taken().isEmpty() && partly != null
                ? new Outcome.Rejected(partly)
                : new Outcome.Accepted(language, partly);
    }

    private Outcome later(ProblemCode problem) {
        return delivered.isBegun()
                ? new Outcome.Partial(mail.letter().language(), delivered, null, problem)
                : new Outcome.Deferred(problem);
    }

    private Outcome away(ProblemCode problem) {
        return delivered.isBegun()
                ? new Outcome.Partial(mail.letter().language(), delivered, Dependency.MAIL_SERVER, problem)
                : new Outcome.Postponed(Dependency.MAIL_SERVER, problem);
    }
}
