package org.appel.inspection.stripping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.appel.inspection.Format;
import org.appel.inspection.check.UnfitDocument;

/** Copies sound documents without their authors' traces. */
public final class DocumentStripper {

    /**
     * @param format what the file was found to be
     * @throws UnfitDocument if the copy became longer than any document
     * @throws CannotWrite if the copy could not be written
     * @throws IOException if the document is not as sound as it was found to be
     */
    public void strip(Path file, Format format, Path target) throws UnfitDocument, IOException {
        var copy = new Copy(target);
        try (copy) {
            switch (format) {
                case PDF -> PdfStripper.strip(file, copy);
                case DOCX -> ArchiveStripper.strip(Files.newInputStream(file), new OfficeOpenXml(), copy);
                case ODT -> ArchiveStripper.strip(Files.newInputStream(file), new OpenDocument(), copy);
                case RTF -> RtfStripper.strip(Files.readAllBytes(file), copy);
                case TEXT -> Files.copy(file, copy);
            }
        } catch (IOException | RuntimeException | StackOverflowError e) {
            copy.requireSound();
            throw e;
        }
    }
}
