package org.appel.applications.selection;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;

import org.appel.applications.model.AccessLog;
import org.appel.applications.model.Application;
import org.appel.applications.model.ApplicationRefused;
import org.appel.applications.model.PostingId;
import org.appel.applications.model.Sight;
import org.appel.applications.storage.ApplicationFilter;
import org.appel.applications.storage.Applications;

/** Writes all applications of a posting as one file, however many there are, a few hundred in memory at a time. */
@ApplicationScoped
class CsvExport {
    /** Spreadsheets take a file without it for their own old encoding. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final int AT_ONCE = 200;

    private final Dossiers dossiers;
    private final Applications applications;
    private final AccessLog accesses;

    CsvExport(Dossiers dossiers, Applications applications, AccessLog accesses) {
        this.dossiers = dossiers;
        this.applications = applications;
        this.accesses = accesses;
    }

    /** @throws ApplicationRefused if the posting is unknown to the caller */
    StreamingOutput of(PostingId id) {
        var posting = dossiers.posting(id).id();
        var reader = accesses.caller();
        return out -> {
            write(out, BYTE_ORDER_MARK + CsvLine.HEADER);
            UUID last = null;
            List<Application.Live> some;
            do {
                some = applications.page(ApplicationFilter.of(posting, last), AT_ONCE);
                accesses.note(
                        reader,
                        some.stream()
                                .map(application -> Sight.of(Sight.Kind.LINE, application))
                                .toList());
                for (var application : some) {
                    write(out, line(application));
                    last = application.id().value();
                }
            } while (some.size() == AT_ONCE);
        };
    }

    /** Nothing for one that was erased since its page was read: the file goes on with the others. */
    private String line(Application.Live application) {
        try {
            return CsvLine.of(application, applications.documents(application));
        } catch (ApplicationRefused erased) {
            return "";
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
