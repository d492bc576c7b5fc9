package org.appel.applications.mailbox.mime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.appel.applications.mailbox.mime.Entity.Leaf;
import org.appel.applications.mailbox.mime.IncomingMail.Forwarded;

/**
 * Takes messages apart. Safe for many threads at once. What a message may cost is bounded: 100 parts, ten levels, 256 MiB
 * on disk, a text of 256 Ki characters; in memory it is never held as a whole. Beyond these bounds parts are left out and
 * named in {@link IncomingMail#left}, or the message is unreadable.
 */
public final class MailParser {
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s@]{1,400}@[^<>\\s@]{1,400}>");
    private static final int MOST_REFERENCES = 20;
    private static final int LONGEST_SUBJECT = 2_000;
    /** A text that is shorter may only say that the attached message is passed on. */
    private static final int SHORT_NOTE = 400;

    private final Optional<String> authservId;
    private final List<String> ownAddresses;

    /** One that believes no server's {@code Authentication-Results} and knows no own addresses. */
    public MailParser() {
        this(Optional.empty(), List.of());
    }

    /**
     * @param authservId whose {@code Authentication-Results} are believed (RFC 8601), {@code -} for a server that writes
     *     no name; empty if nobody's
     * @param ownAddresses the mailbox's own addresses: a list that is one of them is how its mail is distributed, and no
     *     sign of a machine
     */
    public MailParser(Optional<String> authservId, Collection<String> ownAddresses) {
        this.authservId = authservId;
        this.ownAddresses = List.copyOf(ownAddresses);
    }

    /**
     * Takes a message apart.
     *
     * @param raw the message as it came over the wire
     * @param directory where the parts are laid, each in a file of its own; the caller deletes it
     * @throws UnreadableMail if it cannot be taken apart; whatever was laid in the directory by then is of no use
     * @throws UncheckedIOException if a file cannot be read or written, which is not the message's fault
     */
    public IncomingMail parse(Path raw, Path directory) throws UnreadableMail {
        try {
            Files.createDirectories(directory);
            return parse(raw, new Allowance(directory), 0);
        } catch (Allowance.TooMuch e) {
            throw new UnreadableMail("The message goes beyond all bounds", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException | StackOverflowError e) {
            throw new UnreadableMail("The message breaks the rules beyond repair", e);
        }
    }

    private IncomingMail parse(Path raw, Allowance allowance, int depth) throws UnreadableMail, IOException {
        var entity = EntityReader.read(raw, allowance);
        var header = entity.header();
        var contents = Contents.of(entity, allowance);
        var sender = Sender.of(header);
        var subject = subject(header);
        var parts = new ArrayList<>(contents.parts());
        var forwarded = forwarded(contents, subject, parts, allowance, depth);
        boolean documents = Stream.concat(parts.stream(), originalParts(forwarded))
                .anyMatch(part -> !part.declaredType().startsWith("image/"));
        var automatic = MachineSigns.find(header, sender, subject, contents.isReport(), documents, ownAddresses);
        return new IncomingMail(
                messageId(header).orElse(null),
                references(header),
                MachineSigns.isNobody(sender) ? null : sender.address(),
                sender.name(),
                sender.returnPath(),
                sender.nullReturnPath(),
                sender.brokenReturnPath(),
                subject,
                contents.text(),
                LanguageTeller.tell(subject, contents.text()),
                automatic,
                MachineSigns.isAnswerUnwanted(header),
                forwarded,
                parts,
                allowance.left(),
                Fingerprint.of(sender.address(), subject, contents.text(), parts, forwarded),
                authservId.filter(id -> Authentication.failed(header, id)).isPresent());
    }

    private static Stream<MailPart> originalParts(@Nullable Forwarded forwarded) {
        return forwarded == null || forwarded.original() == null
                ? Stream.empty()
                : forwarded.original().parts().stream();
    }

    /** Adds to the parts what attached messages bring that are not what this one passes on. */
    private @Nullable Forwarded forwarded(
            Contents contents, String subject, List<MailPart> parts, Allowance allowance, int depth)
            throws IOException {
        var prefix = SubjectPrefix.of(subject);
        var attached = new ArrayList<IncomingMail>();
        for (Leaf message : contents.messages()) {
            attached(message, allowance, depth).ifPresent(attached::add);
        }
        boolean one = attached.size() == 1;
        if (one
                && (prefix == SubjectPrefix.FORWARD
                        || attached.getFirst().subject().equalsIgnoreCase(subject))) {
            return new Forwarded(attached.getFirst(), null);
        }
        boolean onlyThat =
                !attached.isEmpty() && parts.isEmpty() && contents.text().length() < SHORT_NOTE;
        for (IncomingMail message : attached) {
            parts.addAll(message.parts());
            text(message, allowance).ifPresent(parts::add);
        }
        if (onlyThat || !attached.isEmpty() && prefix == SubjectPrefix.FORWARD) {
            // Whether the attached message is an application, or somebody's recommendation, is for people to tell.
            return new Forwarded(null, one ? attached.getFirst().from() : null);
        }
        return Quotation.in(contents.text(), prefix)
                .map(quotation -> new Forwarded(null, quotation.author()))
                .orElse(null);
    }

    private Optional<IncomingMail> attached(Leaf message, Allowance allowance, int depth) throws IOException {
        if (depth + 1 >= Allowance.DEEPEST) {
            allowance.leave("An attached message is nested too deeply to be taken apart.");
            return Optional.empty();
        }
        try {
            return Optional.of(parse(message.content(), allowance, depth + 1));
        } catch (UnreadableMail e) {
            allowance.leave("An attached message cannot be read.");
            return Optional.empty();
        }
    }

    /** What an attached message says, as a file. */
    private static Optional<MailPart> text(IncomingMail message, Allowance allowance) throws IOException {
        if (message.text().isBlank()) {
            return Optional.empty();
        }
        var file = allowance.newFile();
        var bytes = message.text().getBytes(StandardCharsets.UTF_8);
        try (var out = allowance.write(file)) {
            out.write(bytes);
        }
        var name = message.subject().isBlank() ? null : message.subject() + ".txt";
        return Optional.of(new MailPart(name, "text/plain", file, bytes.length));
    }

    private static String subject(Header header) {
        var subject = EncodedWords.decode(header.first("subject").orElse(""))
                .replaceAll("[\\r\\n\\t]", " ")
                .replaceAll("[\\p{Cntrl}\\p{Cs}]", "")
                .strip();
        return subject.length() > LONGEST_SUBJECT ? subject.substring(0, LONGEST_SUBJECT) : subject;
    }

    private static Optional<String> messageId(Header header) {
        return header.first("message-id").filter(id -> MESSAGE_ID.matcher(id).matches());
    }

    /** The first one names the conversation, the last ones the way to this message. */
    private static List<String> references(Header header) {
        var ids = new ArrayList<>(ids(header.first("references").orElse("")));
        if (ids.isEmpty()) {
            var answered = ids(header.first("in-reply-to").orElse(""));
            if (answered.size() == 1) {
                ids.addAll(answered);
            }
        }
        messageId(header).filter(id -> !ids.contains(id)).ifPresent(ids::add);
        while (ids.size() > MOST_REFERENCES) {
            ids.remove(1);
        }
        return ids;
    }

    private static List<String> ids(String field) {
        return MESSAGE_ID
                .matcher(field)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }
}
