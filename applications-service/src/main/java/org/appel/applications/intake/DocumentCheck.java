package org.appel.applications.intake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.tika.Tika;

import org.appel.applications.model.DocumentType;

/**
 * Tells from the content what a document is, and whether it is whole and readable. What the client says of it, its
 * name and its declared type, is not looked at.
 */
@ApplicationScoped
class DocumentCheck {
    private static final String TAKEN = "send a PDF, DOCX, ODT, RTF or plain text";
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] RTF = "{\\rtf".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OLE2 = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    /** The stream that holds an Office document saved with a password. */
    private static final byte[] ENCRYPTED_PACKAGE = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    /**
     * What may be text. A letter that begins with "From:", "%" or a dot is taken for one of the others, and one in an
     * older encoding with many accents for the last; all the same they are letters.
     */
    private static final Set<String> MAYBE_TEXT =
            Set.of("text/plain", "message/rfc822", "text/x-matlab", "text/troff", "application/octet-stream");

    private final Tika tika = new Tika();

    /**
     * @return the type that the content has
     * @throws UnfitDocument if it is empty, encrypted, broken, or none of the types that are taken
     */
    DocumentType typeOf(byte[] content) throws UnfitDocument {
        if (content.length == 0) {
            throw new UnfitDocument("The file is empty");
        }
        if (startsWith(content, PDF)) {
            PdfCheck.check(content);
            return DocumentType.PDF;
        }
        if (startsWith(content, ZIP)) {
            return OfficeCheck.typeOf(content);
        }
        if (startsWith(content, RTF)) {
            RtfCheck.check(content);
            return DocumentType.RTF;
        }
        if (startsWith(content, OLE2)) {
            throw new UnfitDocument(
                    indexOf(content, ENCRYPTED_PACKAGE) >= 0
                            ? "The file is protected by a password: save it without one"
                            : "The file is of an old Office format: save it as PDF or DOCX");
        }
        return text(content);
    }

    private DocumentType text(byte[] content) throws UnfitDocument {
        var detected = tika.detect(content);
        if (!MAYBE_TEXT.contains(detected)) {
            throw new UnfitDocument("The content is " + detected + ", which is not taken: " + TAKEN);
        }
        TextCheck.check(content);
        return DocumentType.TEXT;
    }

    private static boolean startsWith(byte[] content, byte[] magic) {
        return content.length >= magic.length && Arrays.equals(content, 0, magic.length, magic, 0, magic.length);
    }

    private static int indexOf(byte[] content, byte[] wanted) {
        for (int i = 0; i <= content.length - wanted.length; i++) {
            if (content[i] == wanted[0] && Arrays.equals(content, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }
}
