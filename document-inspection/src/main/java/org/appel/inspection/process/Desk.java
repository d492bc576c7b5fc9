package org.appel.inspection.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;

import org.appel.inspection.Inspection;
import org.appel.inspection.Inspection.Sound;
import org.appel.inspection.Inspection.Unfit;
import org.appel.inspection.Inspection.Unready;
import org.appel.inspection.Wish;
import org.appel.inspection.check.DocumentCheck;
import org.appel.inspection.check.UnfitDocument;
import org.appel.inspection.reading.DocumentReader;
import org.appel.inspection.stripping.CannotWrite;
import org.appel.inspection.stripping.DocumentStripper;

/** Looks into one document after the other, in the process for documents. */
final class Desk {
    private static final Unfit UNREADABLE =
            new Unfit("The document is broken and cannot be opened: save it anew and send it again");

    private static final String SAMPLE = """
            %PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
            4 0 obj<</Length 29>>stream
            BT /F 1 Tf 1 1 Td (warm) Tj ET
            endstream endobj
            5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
            trailer<</Root 1 0 R>>
            %%EOF
            """;

    private final DocumentCheck check = new DocumentCheck();
    private final DocumentReader reader = new DocumentReader();
    private final DocumentStripper stripper = new DocumentStripper();

    /**
     * Reads a small PDF, the commonest format, so that the first candidate's is not the slowest, and so that a process
     * without its libraries is none.
     */
    void warmUp() throws IOException {
        var sample = Files.createTempFile("warm", null);
        Files.writeString(sample, SAMPLE);
        var inspection = answer(new Request(sample, null, EnumSet.allOf(Wish.class)));
        Files.delete(sample);
        if (!(inspection instanceof Sound sound) || !"warm".equals(sound.text())) {
            throw new IllegalStateException("the sample cannot be read: " + inspection);
        }
    }

    Inspection answer(Request request) {
        try {
            return request.target() == null ? look(request) : strip(request.file(), request.target());
        } catch (UnfitDocument unfit) {
            return new Unfit(unfit.why());
        } catch (CannotWrite e) {
            return new Unready("the copy could not be written");
        } catch (IOException e) {
            return Files.isReadable(request.file()) ? UNREADABLE : new Unready("the file could not be read");
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            return UNREADABLE;
        }
    }

    private Inspection look(Request request) throws UnfitDocument, IOException {
        var format = check.formatOf(request.file());
        var reading = reader.read(request.file(), format, request.wishes());
        return new Sound(format, Files.size(request.file()), reading.text(), reading.metadata());
    }

    private Inspection strip(Path file, Path target) throws UnfitDocument, IOException {
        var format = check.formatOf(file);
        stripper.strip(file, format, target);
        return new Sound(format, Files.size(target), null, Map.of());
    }
}
