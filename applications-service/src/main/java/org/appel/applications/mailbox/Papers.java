package org.appel.applications.mailbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.appel.applications.config.Inspections;
import org.appel.applications.config.Inspections.Finding;
import org.appel.applications.config.IntakeConfig;
import org.appel.applications.mailbox.mime.IncomingMail;
import org.appel.applications.mailbox.mime.MailPart;
import org.appel.applications.mailbox.routing.Paper;
import org.appel.applications.mailbox.routing.PaperTeller;
import org.appel.applications.mailbox.routing.Told;
import org.appel.applications.model.ApplicationRefused;
import org.appel.applications.model.Content;
import org.appel.applications.model.Document;
import org.appel.applications.model.DocumentKind;
import org.appel.applications.model.FileName;
import org.appel.applications.model.KnownPosting;
import org.appel.applications.model.Refusal;
import org.appel.applications.model.UnusableDocument;
import org.appel.inspection.Wish;

/** Looks into the files of mails and tells of each what it is. */
@ApplicationScoped
class Papers {
    private static final int MEBIBYTE = 1 << 20;
    /** Ends the name of a copy without its author's traces, beside the file. */
    private static final String UNNAMED = "";

    private static final String WITHOUT_TRACES = ".without-traces";

    private final Inspections inspections;
    private final long largest;

    Papers(Inspections inspections, IntakeConfig config) {
        this.inspections = inspections;
        largest = config.documentLimit().asLongValue();
    }

    /**
     * @param mail whose files are there for as long as the documents are used
     * @param posting says what it asks for, and how careful to be
     * @throws ApplicationRefused with {@link Refusal.Busy} or {@link Refusal.DocumentsAway} if nothing can be said now
     */
    MailDocuments of(IncomingMail mail, KnownPosting posting) {
        var sound = new ArrayList<Looked>();
        var unusable = new ArrayList<UnusableDocument>();
        for (var part : mail.parts()) {
            switch (look(part, posting)) {
                case Finding.Sound found -> sound.add(new Looked(part, found));
                case Finding.Unfit unfit -> unusable.add(new UnusableDocument(name(part), unfit.why()));
            }
        }
        // What could not even be unpacked was sent, too.
        mail.left().forEach(remark -> unusable.add(new UnusableDocument(UNNAMED, remark.replaceFirst("\\.$", ""))));
        return new MailDocuments(told(sound, posting), unusable);
    }

    private Finding look(MailPart part, KnownPosting posting) {
        if (part.size() > largest) {
            return new Finding.Unfit("The file is larger than " + largest / MEBIBYTE + " MiB");
        }
        Path copy = posting.protectCandidates()
                ? part.content().resolveSibling(part.content().getFileName() + WITHOUT_TRACES)
                : null;
        return inspections.look(part.content(), copy, Wish.TEXT);
    }

    private static List<Document> told(List<Looked> sound, KnownPosting posting) {
        var papers = sound.stream()
                .map(looked -> new Paper(name(looked.part()), looked.finding().text()))
                .toList();
        var told = PaperTeller.tell(papers, posting.requiredDocuments());
        var documents = new ArrayList<Document>();
        for (int i = 0; i < sound.size(); i++) {
            documents.add(document(sound.get(i), told.get(i)));
        }
        return documents;
    }

    private static Document document(Looked looked, Told told) {
        var finding = looked.finding();
        return new Document(
                told.kind(),
                finding.type(),
                FileName.of(looked.part().name(), told.kind(), finding.type()),
                finding.size(),
                Content.of(finding.file()),
                told.alsoHolds(),
                told.kind().equals(DocumentKind.OTHER));
    }

    private static String name(MailPart part) {
        return part.name() == null ? UNNAMED : part.name();
    }

    private record Looked(MailPart part, Finding.Sound finding) {}
}
