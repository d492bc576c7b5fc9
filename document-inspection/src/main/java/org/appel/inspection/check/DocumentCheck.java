package org.appel.inspection.check;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;

import org.apache.tika.Tika;

import org.appel.inspection.Format;

/**
 * Tells from the content what a document is, and whether it is whole and readable. What the client says of it, its
 * name and its declared type, is not looked at.
 */
public final class DocumentCheck {
    private static final String TAKEN = "send a PDF, DOCX, ODT, RTF or plain text";
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] RTF = "{\\rtf".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OLE2 = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    /** The stream that holds an Office document saved with a password. */
    private static final byte[] ENCRYPTED_PACKAGE = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    /** As much as the kind of a file is told from. */
    private static final int HEAD = 1 << 16;

    /**
     * What may be text. A letter that begins with "From:", "%" or a dot is taken for one of the others, and one in an
     * older encoding with many accents for the last; all the same they are letters.
     */
    private static final Set<String> MAYBE_TEXT =
            Set.of("text/plain", "message/rfc822", "text/x-matlab", "text/troff", "application/octet-stream");

    private final Tika tika = new Tika();

    /**
     * @return the format that the content has
     * @throws UnfitDocument if it is empty, encrypted, broken, or none of the formats that are taken
     * @throws IOException if the file cannot be read
     */
    public Format formatOf(Path file) throws UnfitDocument, IOException {
        var head = head(file);
        if (head.length == 0) {
            throw new UnfitDocument("The file is empty");
        }
        if (startsWith(head, PDF)) {
            PdfCheck.check(file);
            return Format.PDF;
        }
        if (startsWith(head, ZIP)) {
            return OfficeCheck.formatOf(file);
        }
        if (startsWith(head, RTF)) {
            RtfCheck.check(file);
            return Format.RTF;
        }
        if (startsWith(head, OLE2)) {
            throw new UnfitDocument(
                    contains(file, ENCRYPTED_PACKAGE)
                            ? "The file is protected by a password: save it without one"
                            : "The file is of an old Office format: save it as PDF or DOCX");
        }
        return text(file, head);
    }

    private Format text(Path file, byte[] head) throws UnfitDocument, IOException {
        var detected = tika.detect(head);
        if (!MAYBE_TEXT.contains(detected)) {
            throw new UnfitDocument("The content is " + detected + ", which is not taken: " + TAKEN);
        }
        TextCheck.check(file);
        return Format.TEXT;
    }

    private static byte[] head(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }

    private static boolean startsWith(byte[] content, byte[] magic) {
        return content.length >= magic.length && Arrays.equals(content, 0, magic.length, magic, 0, magic.length);
    }

    private static boolean contains(Path file, byte[] wanted) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            int matched = 0;
            for (int b = in.read(); b >= 0 && matched < wanted.length; b = in.read()) {
                // The name has no part that repeats its beginning, so one step back is enough.
                matched = b == (wanted[matched] & 0xFF) ? matched + 1 : b == (wanted[0] & 0xFF) ? 1 : 0;
            }
            return matched == wanted.length;
        }
    }
}
