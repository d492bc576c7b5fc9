package org.appel.applications.candidate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.appel.applications.model.AccessLog;
import org.appel.applications.model.Sight;
import org.appel.applications.storage.Applications;
import org.appel.applications.storage.Histories;
import org.appel.applications.storage.OwnRecords;

/** Writes all that is held of an application as a ZIP: one file of JSON, and the documents as they were sent. */
@ApplicationScoped
class Export {
    private final Applications applications;
    private final Histories histories;
    private final OwnRecords records;
    private final AccessLog accesses;
    private final ObjectMapper json;
    private final Clock clock;

    Export(
            Applications applications,
            Histories histories,
            OwnRecords records,
            AccessLog accesses,
            ObjectMapper json,
            Clock clock) {
        this.applications = applications;
        this.histories = histories;
        this.records = records;
        this.accesses = accesses;
        this.json = json;
        this.clock = clock;
    }

    /** Written while it is read: however large the documents are, little of them is in memory. */
    StreamingOutput of(OwnFile file) {
        var description = description(file);
        accesses.noteOwn(Sight.of(Sight.Kind.EXPORT, file.application()));
        return out -> write(file, description, out);
    }

    private byte[] description(OwnFile file) {
        var id = file.application().id();
        var view = ExportView.of(file, histories.of(id), records.of(id), clock.instant());
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An export could not be written", e);
        }
    }

    private void write(OwnFile file, byte[] description, OutputStream out) throws IOException {
        // Not closed where something fails: that would make a whole and valid archive of a part.
        var zip = new ZipOutputStream(out);
        zip.putNextEntry(new ZipEntry("application.json"));
        zip.write(description);
        for (int i = 0; i < file.documents().size(); i++) {
            var document = file.documents().get(i);
            var entry = new ZipEntry(ExportView.path(i, document));
            entry.setLastModifiedTime(FileTime.from(document.receivedAt()));
            zip.putNextEntry(entry);
            try (var content = applications.content(file.application(), document.id())) {
                content.transferTo(zip);
            }
        }
        zip.finish();
        out.flush();
    }
}
