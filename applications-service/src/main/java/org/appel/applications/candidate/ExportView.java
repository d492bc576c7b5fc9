package org.appel.applications.candidate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.appel.applications.model.Consent;
import org.appel.applications.model.StoredDocument;
import org.appel.applications.storage.Histories;
import org.appel.applications.storage.OwnRecords;
import org.appel.applications.storage.OwnRecords.AccessEntry;
import org.appel.applications.storage.OwnRecords.AcknowledgementEntry;
import org.appel.applications.storage.OwnRecords.ArrivalEntry;
import org.appel.applications.storage.OwnRecords.MailEntry;
import org.appel.applications.storage.OwnRecords.RetentionEntry;

/**
 * All that is held of an application, as {@code application.json} of the export. Here the stage is told as it is: who
 * asks for everything gets everything, but for the names of the organisation's people.
 *
 * @param mails by which it came, as far as they are not in the documents
 * @param retention what was announced of its end; null if nothing was
 * @param accesses who looked at it, by role and without names
 * @param linkRequestedAt when somebody last asked for a new link
 */
record ExportView(
        Instant exportedAt,
        UUID id,
        PostingView posting,
        String stage,
        String admission,
        int revision,
        Instant receivedAt,
        Instant updatedAt,
        PersonView person,
        ConsentView consent,
        List<DocumentView> documents,
        List<HistoryView> history,
        List<ArrivalEntry> arrivals,
        List<AcknowledgementEntry> acknowledgements,
        List<MailEntry> mails,
        @Nullable RetentionEntry retention,
        List<AccessEntry> accesses,
        @Nullable Instant linkRequestedAt) {
    record PostingView(
            UUID id,
            String organisation,
            String organisationName,
            @Nullable String reference,
            Map<String, String> titles) {}

    record PersonView(
            String name,
            String email,
            String language,
            @Nullable String phone,
            @Nullable String source) {}

    /**
     * @param wording the name of the text that was agreed to
     * @param text that text by language
     */
    record ConsentView(Instant at, String wording, Map<String, String> text) {}

    /** @param path of the file in the same archive */
    record DocumentView(
            UUID id, String kind, String name, String mediaType, long size, Instant receivedAt, String path) {}

    /** @param by candidate or organisation */
    record HistoryView(
            Instant at,
            String what,
            @Nullable String previousStage,
            @Nullable String stage,
            @Nullable Integer revision,
            String by) {
        static HistoryView of(Histories.Entry entry) {
            return new HistoryView(
                    entry.at(),
                    entry.what(),
                    entry.previousStage(),
                    entry.stage(),
                    entry.revision(),
                    entry.by() == null ? "candidate" : "organisation");
        }
    }

    static ExportView of(OwnFile file, List<Histories.Entry> history, OwnRecords.Held held, Instant now) {
        var application = file.application();
        var person = application.person();
        return new ExportView(
                now,
                application.id().value(),
                posting(file),
                application.candidacy().stage().code(),
                application.admission().code(),
                application.revision(),
                application.receivedAt(),
                application.updatedAt(),
                new PersonView(
                        person.name(),
                        person.email().text(),
                        person.language().code(),
                        person.phone(),
                        person.source()),
                new ConsentView(person.consentedAt(), person.consentWording(), Consent.texts(person.consentWording())),
                documents(file.documents()),
                history.stream().map(HistoryView::of).toList(),
                held.arrivals(),
                held.acknowledgements(),
                held.mails(),
                held.retention(),
                held.accesses(),
                held.linkRequestedAt());
    }

    /** Its number keeps apart two files of one name. */
    static String path(int index, StoredDocument document) {
        return "documents/" + (index + 1) + "-" + document.name().text();
    }

    private static PostingView posting(OwnFile file) {
        var posting = file.posting();
        return new PostingView(
                file.application().posting().value(),
                file.application().organisation(),
                file.organisationName(),
                posting == null ? null : posting.reference(),
                posting == null ? Map.of() : posting.titles());
    }

    private static List<DocumentView> documents(List<StoredDocument> documents) {
        return IntStream.range(0, documents.size())
                .mapToObj(i -> {
                    var document = documents.get(i);
                    return new DocumentView(
                            document.id(),
                            document.kind().name(),
                            document.name().text(),
                            document.type().mediaType(),
                            document.size(),
                            document.receivedAt(),
                            path(i, document));
                })
                .toList();
    }

    @Override
    public String toString() {
        return "ExportView[" + id + "]";
    }
}
