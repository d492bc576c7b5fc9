package org.appel.inspection.check;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Opens a PDF as a reader would. */
final class PdfCheck {
    /** Readers look for the end mark this far from the end: some writers put a few lines after it. */
    private static final int END_WITHIN = 2048;

    private static final int MOST_PAGES = 2000;

    private PdfCheck() {}

    static void check(Path file) throws UnfitDocument, IOException {
        if (!end(file).contains("%%EOF")) {
            throw new UnfitDocument("The PDF is cut off: its end is missing; save it anew and send it again");
        }
        try (var document = BoundedPdf.open(file)) {
            if (document.isEncrypted()) {
                throw encrypted();
            }
            countPages(document);
        } catch (InvalidPasswordException e) {
            throw encrypted();
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // Hostile files break parsers in many ways; none of them is a fault of ours.
            throw broken();
        }
    }

    private static String end(Path file) throws IOException {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            var end = new byte[(int) Math.min(END_WITHIN, in.length())];
            in.seek(in.length() - end.length);
            in.readFully(end);
            return new String(end, StandardCharsets.ISO_8859_1);
        }
    }

    /** Walks the page tree, which a broken file does not have. */
    private static void countPages(PDDocument document) throws UnfitDocument {
        int pages = 0;
        for (var page : document.getPages()) {
            if (page.getCOSObject() == null || ++pages > MOST_PAGES) {
                throw new UnfitDocument("The PDF has more than " + MOST_PAGES + " pages");
            }
        }
        if (pages == 0) {
            throw broken();
        }
    }

    private static UnfitDocument encrypted() {
        return new UnfitDocument("The PDF is encrypted or protected: save it without protection");
    }

    private static UnfitDocument broken() {
        return new UnfitDocument("The PDF is broken and cannot be opened: save it anew and send it again");
    }
}
