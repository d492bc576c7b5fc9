package org.appel.applications.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.appel.applications.config.Inspections;
import org.appel.applications.config.Inspections.Finding;
import org.appel.applications.config.IntakeConfig;
import org.appel.applications.config.WorkingFiles;
import org.appel.applications.model.ApplicationRefused;
import org.appel.applications.model.Content;
import org.appel.applications.model.Document;
import org.appel.applications.model.DocumentKind;
import org.appel.applications.model.FileName;
import org.appel.applications.model.Flaw;
import org.appel.applications.model.KnownPosting;
import org.appel.applications.model.Refusal;

/** Makes sound documents of the other parts, or names what is wrong with each. */
@ApplicationScoped
class DocumentReader {
    private static final String POINTER = "/documents";
    private static final int MEBIBYTE = 1 << 20;

    private final Inspections inspections;
    private final IntakeConfig config;
    private final WorkingFiles files;

    DocumentReader(Inspections inspections, IntakeConfig config, WorkingFiles files) {
        this.inspections = inspections;
        this.config = config;
        this.files = files;
    }

    /** For one request's documents. */
    Scratch scratch() {
        return new Scratch(files);
    }

    /**
     * @param scratch holds what is not in a file yet, or kept changed: the documents are read from there
     * @param flaws gets what is wrong
     * @throws ApplicationRefused with {@link Refusal.Busy} or {@link Refusal.DocumentsAway} if nothing can be said now
     */
    List<Document> read(KnownPosting posting, List<Parts.Part> parts, Scratch scratch, List<Flaw> flaws) {
        if (parts.size() > config.documents()) {
            flaws.add(new Flaw(POINTER, "At most " + config.documents() + " documents can be sent"));
            return List.of();
        }
        var documents = new ArrayList<Document>();
        var pointers = pointers(parts);
        for (int i = 0; i < parts.size(); i++) {
            try {
                documents.add(document(posting, parts.get(i), scratch));
            } catch (UnfitDocument unfit) {
                flaws.add(new Flaw(pointers.get(i), unfit.getMessage()));
            }
        }
        return documents;
    }

    boolean isTooLarge(Parts.Part part) {
        return part.size() > config.documentLimit().asLongValue();
    }

    private Document document(KnownPosting posting, Parts.Part part, Scratch scratch) throws UnfitDocument {
        var kinds = posting.takenDocuments();
        var kind = kinds.stream()
                .filter(taken -> taken.name().equals(part.name()))
                .findFirst()
                .orElseThrow(() -> new UnfitDocument("No document of this kind is taken; taken are "
                        + kinds.stream().map(DocumentKind::name).collect(Collectors.joining(", "))));
        if (isTooLarge(part)) {
            var most = config.documentLimit().asLongValue() / MEBIBYTE;
            throw new UnfitDocument("The file is larger than " + most + " MiB");
        }
        var copy = posting.protectCandidates() ? scratch.file() : null;
        return switch (inspections.look(part.file(scratch), copy)) {
            case Finding.Sound sound ->
                new Document(
                        kind,
                        sound.type(),
                        FileName.of(part.fileName(), kind, sound.type()),
                        sound.size(),
                        Content.of(sound.file()));
            case Finding.Unfit unfit -> throw new UnfitDocument(unfit.why());
        };
    }

    /** A kind that came once is named by itself, of several each by its number. */
    private static List<String> pointers(List<Parts.Part> parts) {
        Map<String, Long> times =
                parts.stream().collect(Collectors.groupingBy(Parts.Part::name, Collectors.counting()));
        var seen = new HashMap<String, Integer>();
        return parts.stream()
                .map(part -> {
                    var pointer = POINTER + "/" + part.name().replace("~", "~0").replace("/", "~1");
                    int number = seen.merge(part.name(), 1, Integer::sum) - 1;
                    return times.get(part.name()) == 1 ? pointer : pointer + "/" + number;
                })
                .toList();
    }
}
