package org.appel.inspection.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSInputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.ICOSParser;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * Reads a PDF of strangers. To open one, the library unpacks the streams that hold its directory and its objects, each
 * wholly into memory, and half a megabyte may unpack to half a gigabyte: so each is measured before.
 */
public final class BoundedPdf extends PDFParser {
    /** Of all directories and object streams together; those of a file of 10 MiB come to a few. */
    private static final long MOST_BYTES = 20L << 20;

    /** Bytes in a row of a directory: real ones have about five. */
    private static final int WIDEST = 1 << 12;

    private static final int MOST_BITS = 32;

    private final Measured measured;

    private BoundedPdf(RandomAccessRead content) throws IOException {
        super(content);
        document.close();
        measured = new Measured(this);
        document = measured;
    }

    /** @throws IOException if it is broken, or would unpack to far more than a document has */
    public static PDDocument open(Path file) throws IOException {
        var content = new RandomAccessReadBufferedFile(file);
        try {
            return open(content);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            content.close();
            throw e;
        }
    }

    private static PDDocument open(RandomAccessRead content) throws IOException {
        var parser = new BoundedPdf(content);
        var read = parser.parse();
        if (parser.measured.refused) {
            // The library went on without what was refused, as other readers would not.
            read.close();
            throw new IOException("packed as no document is");
        }
        return read;
    }

    /** Makes streams that are measured before they are unpacked. */
    private static final class Measured extends COSDocument {
        private final ICOSParser parser;
        private long left = MOST_BYTES;
        private boolean refused;

        private Measured(ICOSParser parser) {
            super(parser);
            this.parser = parser;
        }

        @Override
        public COSStream createCOSStream(COSDictionary dictionary, long start, long length) throws IOException {
            var stream = new MeasuredStream(parser.createRandomAccessReadView(start, length));
            dictionary.forEach(stream::setItem);
            stream.setKey(dictionary.getKey());
            return stream;
        }

        private final class MeasuredStream extends COSStream {
            private MeasuredStream(RandomAccessReadView content) throws IOException {
                super(IOUtils.createMemoryOnlyStreamCache().create(), content);
            }

            @Override
            public RandomAccessRead createView() throws IOException {
                measure();
                return super.createView();
            }

            @Override
            public COSInputStream createInputStream(DecodeOptions options) throws IOException {
                measure();
                return super.createInputStream(options);
            }

            private void measure() throws IOException {
                try {
                    unpackOnce();
                } catch (IOException e) {
                    refused = true;
                    throw e;
                }
            }

            private void unpackOnce() throws IOException {
                var filter = onlyFilter(getFilters());
                if (filter == null) {
                    return;
                }
                if (!filter.equals(COSName.FLATE_DECODE) && !filter.equals(COSName.FLATE_DECODE_ABBREVIATION)) {
                    throw new IOException("packed as no writer packs what holds a document together");
                }
                requireNarrow(getDictionaryObject(COSName.DECODE_PARMS, COSName.DP));
                // As the library does it: the two bytes of the header are not looked at.
                var inflater = new Inflater(true);
                try (var packed = createRawInputStream()) {
                    packed.skip(2);
                    count(new InflaterInputStream(packed, inflater));
                } finally {
                    inflater.end();
                }
            }

            private void count(InputStream unpacked) throws IOException {
                var buffer = new byte[8192];
                for (int n = read(unpacked, buffer); n >= 0; n = read(unpacked, buffer)) {
                    left -= n;
                    if (left < 0) {
                        throw new IOException("would unpack to far more than a document has");
                    }
                }
            }
        }
    }

    /** Where it is broken it ends, for the library too. */
    private static int read(InputStream unpacked, byte[] buffer) {
        try {
            return unpacked.read(buffer);
        } catch (IOException broken) {
            return -1;
        }
    }

    /** The library takes room for two rows of the width that the file tells. */
    private static void requireNarrow(@Nullable COSBase parameters) throws IOException {
        var told = parameters instanceof COSArray several && several.size() > 0 ? several.getObject(0) : parameters;
        if (told instanceof COSDictionary rows
                && (rows.getInt(COSName.COLUMNS, 1) > WIDEST
                        || rows.getInt(COSName.COLORS, 1) > MOST_BITS
                        || rows.getInt(COSName.BITS_PER_COMPONENT, 8) > MOST_BITS)) {
            throw new IOException("wider than any document's directory");
        }
    }

    /** @return null if it is not packed */
    private static @Nullable COSName onlyFilter(@Nullable COSBase filters) throws IOException {
        return switch (filters) {
            case null -> null;
            case COSName one -> one;
            case COSArray none when none.size() == 0 -> null;
            case COSArray one when one.size() == 1 && one.getObject(0) instanceof COSName name -> name;
            default -> throw new IOException("packed more than once");
        };
    }
}
