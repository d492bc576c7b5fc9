package org.appel.inspection.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.CharBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.EmptyParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.sax.BodyContentHandler;
import org.apache.tika.sax.SecureContentHandler;
import org.apache.tika.sax.WriteOutContentHandler;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

import org.appel.inspection.Format;
import org.appel.inspection.Wish;
import org.appel.inspection.check.TextCheck;
import org.appel.inspection.check.UnfitDocument;

/** Reads sound documents; for one thread. */
public final class DocumentReader {
    /** Blanks at the beginning and the end do not count. */
    private static final int MOST_READ = TextLimit.MOST_TEXT + 2_000;

    private final Map<Format, Parser> parsers = Map.of(
            Format.PDF, new PDFParser(),
            Format.DOCX, new OOXMLParser(),
            Format.ODT, new OpenDocumentParser(),
            Format.RTF, new RTFParser());

    /**
     * @throws UnfitDocument if it unpacks or nests as no document does
     * @throws IOException if the file cannot be read
     */
    public Reading read(Path file, Format format, Set<Wish> wishes) throws UnfitDocument, IOException {
        if (wishes.isEmpty()) {
            return new Reading(null, Map.of());
        }
        var parser = parsers.get(format);
        if (parser == null) {
            return new Reading(wishes.contains(Wish.TEXT) ? plain(file) : null, Map.of());
        }
        var metadata = new Metadata();
        var text = parsed(file, parser, metadata, wishes.contains(Wish.TEXT) ? MOST_READ : 0);
        return new Reading(
                wishes.contains(Wish.TEXT) ? text : null,
                wishes.contains(Wish.METADATA) ? Properties.of(metadata) : Map.of());
    }

    /** In the encoding in which it was found to be readable; a guess would be less exact. */
    private static String plain(Path file) throws UnfitDocument, IOException {
        try (var reader = TextCheck.reader(file, TextCheck.charsetOf(file))) {
            var text = CharBuffer.allocate(MOST_READ);
            while (text.hasRemaining() && reader.read(text) >= 0) {
                // Until it is full.
            }
            return TextLimit.cut(text.flip().toString(), TextLimit.MOST_TEXT);
        }
    }

    private static @Nullable String parsed(Path file, Parser parser, Metadata metadata, int most)
            throws UnfitDocument, IOException {
        try (var in = TikaInputStream.get(file)) {
            var text = new WriteOutContentHandler(most);
            var guard = new SecureContentHandler(new BodyContentHandler(text), in);
            try {
                parser.parse(in, guard, metadata, context());
            } catch (SAXException
                    | TikaException
                    | IOException
                    | RuntimeException
                    | LinkageError
                    | StackOverflowError e) {
                // The parsers are many, and each fails in its own ways on documents that other programs open.
                requireBounded(guard, e);
                return WriteLimitReachedException.isWriteLimitReached(e) ? cut(text) : null;
            }
            return cut(text);
        }
    }

    /** Parsers wrap what a handler throws, some twice. */
    private static void requireBounded(SecureContentHandler guard, Throwable thrown) throws UnfitDocument {
        try {
            for (var cause = thrown; cause != null; cause = cause.getCause()) {
                if (cause instanceof SAXException refused) {
                    guard.throwIfCauseOf(refused);
                }
            }
        } catch (TikaException beyond) {
            throw new UnfitDocument("The file would unpack to far more than a document has");
        }
    }

    private static String cut(WriteOutContentHandler text) {
        return TextLimit.cut(text.toString(), TextLimit.MOST_TEXT);
    }

    private static ParseContext context() {
        var pdf = new PDFParserConfig();
        pdf.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        pdf.setExtractInlineImages(false);
        pdf.setCatchIntermediateIOExceptions(true);
        var office = new OfficeParserConfig();
        // Reads the text as it comes instead of making a tree of all that is in it.
        office.setUseSAXDocxExtractor(true);
        office.setIncludeDeletedContent(false);
        var context = new ParseContext();
        context.set(PDFParserConfig.class, pdf);
        context.set(OfficeParserConfig.class, office);
        context.set(Parser.class, EmptyParser.INSTANCE);
        context.set(EmbeddedDocumentExtractor.class, new NothingEmbedded());
        return context;
    }

    /** What is embedded is another document, and nobody asked for it. */
    private static final class NothingEmbedded implements EmbeddedDocumentExtractor {
        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return false;
        }

        @Override
        public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) {
            // Left alone.
        }
    }
}
