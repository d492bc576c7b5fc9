package org.appel.inspection.stripping;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

import org.apache.poi.hpsf.DocumentSummaryInformation;
import org.apache.poi.hpsf.SummaryInformation;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.Ole10Native;
import org.apache.poi.poifs.filesystem.Ole10NativeException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** What is embedded in a document beside its words: pictures, tables, other documents. */
final class Embedded {
    /** A picture in a table in a letter that is attached to a letter. */
    private static final int DEEPEST = 4;

    private Embedded() {}

    /** Writes the copy of something. */
    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /**
     * @param depth of what it is embedded in; 0 for the document itself
     * @param turned whether readers of that document turn pictures as cameras were held
     * @throws IOException if it is broken
     */
    static byte[] strip(byte[] content, int depth, boolean turned) throws IOException {
        var magic = FileMagic.valueOf(content);
        if (depth == DEEPEST && magic != FileMagic.UNKNOWN && magic != FileMagic.JPEG) {
            throw new IOException("more documents in documents than anybody sends");
        }
        return switch (magic) {
            case OOXML -> written(out -> ArchiveStripper.strip(content, depth + 1, out));
            case PDF -> written(out -> PdfStripper.strip(content, depth + 1, out));
            case RTF -> written(out -> RtfStripper.strip(content, out));
            case OLE2 -> oldOffice(content, depth + 1);
            default -> Pictures.strip(content, turned);
        };
    }

    private static byte[] written(Writing writing) throws IOException {
        var copy = new ByteArrayOutputStream();
        writing.to(copy);
        return copy.toByteArray();
    }

    private static byte[] oldOffice(byte[] content, int depth) throws IOException {
        try (var files = new POIFSFileSystem(new ByteArrayInputStream(content))) {
            drop(files.getRoot(), SummaryInformation.DEFAULT_STREAM_NAME);
            drop(files.getRoot(), DocumentSummaryInformation.DEFAULT_STREAM_NAME);
            if (files.getRoot().hasEntry(Ole10Native.OLE10_NATIVE)) {
                packaged(files, depth);
            }
            return written(files::writeFilesystem);
        } catch (Ole10NativeException | RuntimeException e) {
            throw new IOException("no file of an old Office", e);
        }
    }

    /** A file as it was dragged into the text, with the place from which it came. */
    private static void packaged(POIFSFileSystem files, int depth) throws IOException, Ole10NativeException {
        var file = Ole10Native.createFromEmbeddedOleObject(files);
        var name = Paths.nameOnly(file.getLabel());
        var content = strip(file.getDataBuffer(), depth, true);
        var copy = written(new Ole10Native(name, name, name, content)::writeOut);
        drop(files.getRoot(), Ole10Native.OLE10_NATIVE);
        files.createDocument(new ByteArrayInputStream(copy), Ole10Native.OLE10_NATIVE);
    }

    private static void drop(DirectoryNode folder, String name) throws IOException {
        if (folder.hasEntry(name)) {
            folder.getEntry(name).delete();
        }
    }
}
