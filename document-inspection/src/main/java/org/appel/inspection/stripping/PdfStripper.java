package org.appel.inspection.stripping;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.jspecify.annotations.Nullable;

/**
 * Copies a PDF object by object: only what is reached from its pages is written, so nothing that was changed or deleted
 * before comes along.
 */
final class PdfStripper {
    private static final COSName CREATOR_INFO = COSName.getPDFName("CreatorInfo");
    private static final COSName SIGNATURE_EVIDENCE = COSName.getPDFName("DSS");
    private static final COSName SIGNED_RANGE = COSName.getPDFName("ByteRange");
    private static final Set<COSName> PICTURES = Set.of(COSName.DCT_DECODE, COSName.JPX_DECODE);

    /** Of all objects: who, when and with which program. */
    private static final List<COSName> EVERYWHERE =
            List.of(COSName.METADATA, COSName.PIECE_INFO, COSName.LAST_MODIFIED, CREATOR_INFO);

    private final int depth;
    private final Deque<COSBase> open = new ArrayDeque<>();
    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private PdfStripper(int depth) {
        this.depth = depth;
    }

    static void strip(Path file, OutputStream copy) throws IOException {
        strip(new RandomAccessReadBufferedFile(file), 0, copy);
    }

    static void strip(byte[] content, int depth, OutputStream copy) throws IOException {
        strip(new RandomAccessReadBuffer(content), depth, copy);
    }

    private static void strip(RandomAccessRead content, int depth, OutputStream copy) throws IOException {
        try (content;
                var document = Loader.loadPDF(content, IOUtils.createMemoryOnlyStreamCache())) {
            new PdfStripper(depth).strip(document);
            document.save(copy);
        }
    }

    private void strip(PDDocument document) throws IOException {
        var trailer = document.getDocument().getTrailer();
        trailer.removeItem(COSName.INFO);
        // Made from the time and the place of the file; the writer makes another.
        trailer.removeItem(COSName.ID);
        var catalog = document.getDocumentCatalog().getCOSObject();
        catalog.removeItem(SIGNATURE_EVIDENCE);
        catalog.removeItem(COSName.PERMS);
        visit(trailer);
        while (!open.isEmpty()) {
            switch (open.removeLast()) {
                case COSStream stream -> {
                    strip(stream);
                    picture(stream);
                }
                case COSDictionary dictionary -> strip(dictionary);
                case COSArray array -> array.forEach(this::visit);
                default -> {}
            }
        }
    }

    private void visit(@Nullable COSBase item) {
        var object = resolved(item);
        if ((object instanceof COSDictionary || object instanceof COSArray) && seen.add(object)) {
            open.addLast(object);
        }
    }

    private void strip(COSDictionary dictionary) throws IOException {
        EVERYWHERE.forEach(dictionary::removeItem);
        if (isAnnotation(dictionary)) {
            dictionary.removeItem(COSName.M);
            dictionary.removeItem(COSName.CREATION_DATE);
            // Of a form's field it is the field's name.
            if (!COSName.WIDGET.equals(dictionary.getCOSName(COSName.SUBTYPE))) {
                dictionary.removeItem(COSName.T);
            }
        }
        if (dictionary.containsKey(SIGNED_RANGE)) {
            // A copy's signature holds no longer, and it names the signer.
            dictionary.clear();
        }
        if (dictionary.getDictionaryObject(COSName.EF) instanceof COSDictionary files) {
            for (var file : files.getValues()) {
                if (resolved(file) instanceof COSStream attachment) {
                    strip(attachment, depth);
                }
            }
        }
        dictionary.getValues().forEach(this::visit);
    }

    /** What cannot be read in it is emptied: nobody knows what it says. */
    private static void strip(COSStream attachment, int depth) throws IOException {
        byte[] copy;
        try (var in = attachment.createInputStream()) {
            copy = Embedded.strip(in.readAllBytes(), depth, true);
        } catch (IOException | RuntimeException e) {
            copy = new byte[0];
        }
        attachment.removeItem(COSName.PARAMS);
        attachment.removeItem(COSName.DECODE_PARMS);
        try (var out = attachment.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(copy);
        }
    }

    private static boolean isAnnotation(COSDictionary dictionary) {
        return COSName.ANNOT.equals(dictionary.getCOSName(COSName.TYPE))
                || dictionary.containsKey(COSName.SUBTYPE) && dictionary.containsKey(COSName.RECT);
    }

    private static void picture(COSStream stream) throws IOException {
        var filters = filters(stream);
        if (filters.isEmpty() || !PICTURES.contains(filters.getLast())) {
            return;
        }
        byte[] packed;
        try (var in =
                new PDStream(stream).createInputStream(List.of(filters.getLast().getName()))) {
            packed = in.readAllBytes();
        }
        var parameters = parametersOfLast(stream, filters.size());
        try (var out = stream.createRawOutputStream()) {
            out.write(Pictures.strip(packed, false));
        }
        stream.setItem(COSName.FILTER, filters.getLast());
        stream.removeItem(COSName.DP);
        stream.setItem(COSName.DECODE_PARMS, parameters);
    }

    private static @Nullable COSBase parametersOfLast(COSStream stream, int filters) {
        var parameters = stream.getDictionaryObject(COSName.DECODE_PARMS, COSName.DP);
        if (parameters instanceof COSArray several) {
            return several.size() == filters ? several.getObject(filters - 1) : null;
        }
        return filters == 1 ? parameters : null;
    }

    private static List<COSName> filters(COSStream stream) {
        return switch (stream.getFilters()) {
            case COSName one -> List.of(one);
            case COSArray several ->
                several.toList().stream()
                        .map(PdfStripper::resolved)
                        .filter(COSName.class::isInstance)
                        .map(COSName.class::cast)
                        .toList();
            case null, default -> List.of();
        };
    }

    private static @Nullable COSBase resolved(@Nullable COSBase item) {
        return item instanceof COSObject reference ? reference.getObject() : item;
    }
}
