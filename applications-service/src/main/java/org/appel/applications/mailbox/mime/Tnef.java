package org.appel.applications.mailbox.mime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import com.rtfparserkit.converter.text.StringTextConverter;
import com.rtfparserkit.parser.RtfStreamSource;
import org.apache.poi.hmef.Attachment;
import org.apache.poi.hmef.HMEFMessage;
import org.apache.poi.hmef.attribute.MAPIAttribute;
import org.apache.poi.hmef.attribute.MAPIRtfAttribute;
import org.apache.poi.hmef.attribute.MAPIStringAttribute;
import org.apache.poi.hmef.attribute.TNEFAttribute;
import org.apache.poi.hsmf.datatypes.MAPIProperty;

/**
 * A {@code winmail.dat}, which Outlook sends to those whom it takes for its like.
 *
 * @param text of the message; empty if there is none
 */
record Tnef(String text, List<Unpacked> files) {
    private static final int LARGEST = 24 << 20;
    /** The library holds the whole of it in memory, so one is opened at a time. */
    private static final ReentrantLock ONE = new ReentrantLock();

    static {
        // A record is an attachment, and the library's own bound is a megabyte.
        TNEFAttribute.setMaxRecordLength(LARGEST);
        MAPIAttribute.setMaxRecordLength(LARGEST);
    }

    /** Empty if it is none, is broken or too large. */
    static Optional<Tnef> open(Path file, Allowance allowance) throws IOException {
        if (Files.size(file) > LARGEST) {
            return Optional.empty();
        }
        ONE.lock();
        try (InputStream in = Files.newInputStream(file)) {
            var message = new HMEFMessage(in);
            var files = new ArrayList<Unpacked>();
            for (Attachment attachment : message.getAttachments()) {
                if (files.size() < Allowance.MOST_PARTS) {
                    attached(attachment, allowance).ifPresent(files::add);
                }
            }
            return Optional.of(new Tnef(text(message), files));
        } catch (Allowance.TooMuch e) {
            throw e;
        } catch (IOException | RuntimeException broken) {
            return Optional.empty();
        } finally {
            ONE.unlock();
        }
    }

    private static Optional<Unpacked> attached(Attachment attachment, Allowance allowance) throws IOException {
        byte[] content;
        try {
            content = attachment.getContents();
        } catch (RuntimeException none) {
            return Optional.empty();
        }
        var file = allowance.newFile();
        try (var out = allowance.write(file)) {
            out.write(content);
        }
        var name = attachment.getLongFilename() == null ? attachment.getFilename() : attachment.getLongFilename();
        return Optional.of(new Unpacked(name == null ? null : name.replace("\0", ""), file, content.length));
    }

    private static String text(HMEFMessage message) {
        var plain = MAPIStringAttribute.getAsString(message.getMessageMAPIAttribute(MAPIProperty.BODY));
        if (plain != null && !plain.isBlank()) {
            return TextFile.tidy(plain).strip();
        }
        var html = message.getMessageMAPIAttribute(MAPIProperty.BODY_HTML);
        if (html != null) {
            return HtmlText.of(Header.decode(html.getData())).text();
        }
        return message.getMessageMAPIAttribute(MAPIProperty.RTF_COMPRESSED) instanceof MAPIRtfAttribute rtf
                ? words(rtf.getDataString())
                : "";
    }

    private static String words(String rtf) {
        var converter = new StringTextConverter();
        try {
            converter.convert(new RtfStreamSource(new ByteArrayInputStream(rtf.getBytes(StandardCharsets.ISO_8859_1))));
            return TextFile.tidy(converter.getText()).strip();
        } catch (IOException | RuntimeException broken) {
            return "";
        }
    }
}
