package org.appel.applications.mailbox.imap;

import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.ConnectionException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.eclipse.angus.mail.util.MailLogger;
import org.jspecify.annotations.Nullable;

/**
 * One line to an IMAP server, in the hands of one thread, by the mail library's protocol layer: everything goes by UID,
 * so that nothing depends on how messages are counted at a moment.
 */
final class ImapLine extends IMAPProtocol implements AutoCloseable {
    /** Of a message at a time; each piece costs one round trip. */
    private static final int PIECE = 512 << 10;

    private static final int LONGEST_HEADER = 1 << 20;
    private static final Pattern COPIED = Pattern.compile("\\[COPYUID (\\d+) \\S+ (\\d+)]");

    private boolean news;

    /** What the server says of a message. */
    record Facts(Optional<Instant> internalDate, long size) {}

    /** @param uidValidity names the folder's numbering (RFC 9051, 2.3.1.1) */
    record Copied(long uidValidity, long uid) {}

    ImapLine(String host, int port, Properties properties, boolean tls) throws IOException, ProtocolException {
        super("imap", host, port, properties, tls, new MailLogger(ImapLine.class, "imap", false, null));
        addResponseHandler(response -> news |= isNews(response));
    }

    /** RFC 4959 or not: the first answer goes along, or when it is asked for. */
    void authenticate(String mechanism, String initial) throws IOException, ProtocolException {
        var encoded = Base64.getEncoder().encodeToString(initial.getBytes(StandardCharsets.UTF_8));
        boolean along = hasCapability("SASL-IR");
        var tag = writeCommand("AUTHENTICATE", atoms(along ? mechanism + " " + encoded : mechanism));
        boolean said = along;
        for (var response = readResponse(); !isEnd(response, tag); response = readResponse()) {
            if (response.isContinuation()) {
                // A second question is the server's complaint, to which an empty answer is due before it refuses.
                write(said ? "" : encoded);
                said = true;
            }
        }
    }

    private boolean isEnd(Response response, String tag) throws ProtocolException {
        if (response.isBYE()) {
            throw new ConnectionException(this, response);
        }
        if (!response.isTagged() || !response.getTag().equals(tag)) {
            return false;
        }
        handleResult(response);
        return true;
    }

    /** UIDs of the messages that are not to be expunged, in their order. */
    List<Long> list() throws ProtocolException {
        news = false;
        return search(atoms("UNDELETED"));
    }

    /** UIDs of the messages with that Message-ID in the folder that is open. */
    List<Long> withMessageId(String messageId) throws ProtocolException {
        var found = new ArrayList<Long>();
        var term = atoms("HEADER Message-ID");
        term.writeString(messageId);
        for (long uid : search(term)) {
            // A search also finds what only contains it.
            if (isCalled(uid, messageId)) {
                found.add(uid);
            }
        }
        return found;
    }

    /** Whether a message that is there has that Message-ID. */
    boolean isCalled(long uid, String messageId) throws ProtocolException {
        return header(uid, "HEADER.FIELDS (MESSAGE-ID)").contains(messageId);
    }

    /** Empty if it is not there any more. */
    Optional<Facts> facts(long uid) throws ProtocolException {
        for (FetchResponse answer : fetch(uid, "(UID INTERNALDATE RFC822.SIZE)")) {
            var size = answer.getItem(RFC822SIZE.class);
            if (size != null) {
                var date =
                        Optional.ofNullable(answer.getItem(INTERNALDATE.class)).map(INTERNALDATE::getDate);
                return Optional.of(new Facts(date.map(Date::toInstant), size.size));
            }
        }
        return Optional.empty();
    }

    /**
     * Writes the message to the file, a piece at a time, without marking it as read. The end is where less comes than
     * was asked for and no more is to be expected, or nothing: what a server says of a message's size may be a guess.
     *
     * @param expected what the server says
     * @return false if it is larger than that, or not there any more: the file is then of no use
     */
    boolean copy(long uid, Path file, long expected, long most) throws ProtocolException, IOException {
        long written = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            while (true) {
                var piece = piece(uid, "BODY.PEEK[]<" + written + "." + PIECE + ">");
                if (piece == null
                        || piece.getByteArray() == null
                        || piece.getByteArray().getCount() == 0) {
                    return written > 0;
                }
                if (written > 0 && piece.getOrigin() != written) {
                    throw new ProtocolException("The server sent another piece than it was asked for");
                }
                var bytes = piece.getByteArray();
                written += bytes.getCount();
                if (written > most) {
                    return false;
                }
                out.write(bytes.getBytes(), bytes.getStart(), bytes.getCount());
                boolean whole = piece.getOrigin() < 0;
                if (whole || bytes.getCount() < PIECE && written >= expected) {
                    return true;
                }
            }
        }
    }

    /** Writes the header of the message to the file, or its beginning. */
    void copyHeader(long uid, Path file) throws ProtocolException, IOException {
        Files.write(file, bytes(piece(uid, "BODY.PEEK[HEADER]<0." + LONGEST_HEADER + ">")));
    }

    /** Moves a message in one step (RFC 6851); where to, if the server says so. */
    Optional<Copied> move(long uid, String folder) throws ProtocolException {
        return transfer("UID MOVE", uid, folder);
    }

    Optional<Copied> copy(long uid, String folder) throws ProtocolException {
        return transfer("UID COPY", uid, folder);
    }

    void markDeleted(long uid) throws ProtocolException {
        run("UID STORE", atoms(uid + " +FLAGS.SILENT (\\Deleted)"));
    }

    /** Only that message (RFC 4315), whoever has marked others. */
    void expunge(long uid) throws ProtocolException {
        run("UID EXPUNGE", atoms(Long.toString(uid)));
    }

    /** Whether the folder may hold something new since it was {@linkplain #list listed}. */
    boolean hasNews() {
        return news;
    }

    /**
     * Waits until the server tells of something new (RFC 2177), at most that long and not much longer. Having waited, it
     * asks the server to end the waiting: a line that is only half there is noticed by the answer that does not come.
     */
    void awaitNews(Duration most) throws ProtocolException {
        long end = System.nanoTime() + most.toNanos();
        idleStart();
        boolean ending = false;
        for (boolean idling = true; idling; ) {
            if (!ending && news) {
                idleAbort();
                ending = true;
            }
            var response = readIdleResponse();
            if (isSilence(response) && !ending) {
                if (System.nanoTime() - end >= 0) {
                    idleAbort();
                    ending = true;
                }
            } else {
                idling = processIdleResponse(response);
            }
        }
    }

    /** Nothing came for as long as a reading may take. */
    private static boolean isSilence(Response response) {
        return response.isBYE()
                && response.isSynthetic()
                && response.getException() instanceof SocketTimeoutException timeout
                && timeout.bytesTransferred == 0;
    }

    @Override
    public void close() {
        disconnect();
    }

    private static boolean isNews(Response response) {
        return response instanceof IMAPResponse imap
                && response.isUnTagged()
                && (imap.keyEquals("EXISTS") || imap.keyEquals("RECENT"));
    }

    private List<Long> search(Argument criteria) throws ProtocolException {
        var uids = new ArrayList<Long>();
        for (Response response : run("UID SEARCH", criteria)) {
            if (response instanceof IMAPResponse found && found.keyEquals("SEARCH")) {
                for (long uid = found.readLong(); uid != -1; uid = found.readLong()) {
                    uids.add(uid);
                }
            }
        }
        return uids.stream().sorted().distinct().toList();
    }

    private Optional<Copied> transfer(String command, long uid, String folder) throws ProtocolException {
        var arguments = atoms(Long.toString(uid));
        writeMailboxName(arguments, folder);
        for (Response response : run(command, arguments)) {
            var copied = COPIED.matcher(response.toString());
            if (response.isOK() && copied.find()) {
                return Optional.of(new Copied(Long.parseLong(copied.group(1)), Long.parseLong(copied.group(2))));
            }
        }
        return Optional.empty();
    }

    private String header(long uid, String section) throws ProtocolException {
        return new String(bytes(piece(uid, "BODY.PEEK[" + section + "]")), StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(@Nullable BODY piece) {
        var bytes = piece == null ? null : piece.getByteArray();
        return bytes == null
                ? new byte[0]
                : Arrays.copyOfRange(bytes.getBytes(), bytes.getStart(), bytes.getStart() + bytes.getCount());
    }

    private @Nullable BODY piece(long uid, String item) throws ProtocolException {
        for (FetchResponse answer : fetch(uid, "(UID " + item + ")")) {
            var body = answer.getItem(BODY.class);
            if (body != null) {
                return body;
            }
        }
        return null;
    }

    /** A server may tell of other messages in between. */
    private List<FetchResponse> fetch(long uid, String items) throws ProtocolException {
        var answers = new ArrayList<FetchResponse>();
        for (Response response : run("UID FETCH", atoms(uid + " " + items))) {
            if (response instanceof FetchResponse answer) {
                var whose = answer.getItem(UID.class);
                if (whose != null && whose.uid == uid) {
                    answers.add(answer);
                }
            }
        }
        return answers;
    }

    private Response[] run(String command, Argument arguments) throws ProtocolException {
        var responses = command(command, arguments);
        notifyResponseHandlers(responses);
        handleResult(responses[responses.length - 1]);
        return responses;
    }

    private static Argument atoms(String atoms) {
        var arguments = new Argument();
        arguments.writeAtom(atoms);
        return arguments;
    }

    private void write(String line) throws IOException {
        getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        getOutputStream().flush();
    }
}
