package org.appel.applications.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import org.appel.applications.model.ApplicationRefused;
import org.appel.applications.model.DocumentType;
import org.appel.applications.model.Refusal;
import org.appel.inspection.DocumentInspector;
import org.appel.inspection.Inspection;
import org.appel.inspection.TooLargeToScan;
import org.appel.inspection.Verdict;
import org.appel.inspection.VirusScanner;
import org.appel.inspection.Wish;

/** What every file of a stranger passes, by whichever door it came, before anything of it is kept. */
@ApplicationScoped
public class Inspections {
    private static final Logger LOG = Logger.getLogger(Inspections.class);

    private final DocumentInspector inspector;
    private final Optional<VirusScanner> scanner;

    Inspections(DocumentInspector inspector, ClamavConfig clamav) {
        this.inspector = inspector;
        scanner = Inspectors.scanner(clamav);
    }

    /** What is to become of a file. */
    public sealed interface Finding {
        /**
         * It may be kept.
         *
         * @param type told by its content
         * @param file what to keep: the file that came, or its copy without traces
         * @param size of that, in bytes
         * @param text the first 20 000 characters, if they were wished for and could be told
         */
        record Sound(
                DocumentType type,
                Path file,
                long size,
                @Nullable String text) implements Finding {
            @Override
            public String toString() {
                return "Sound[" + type + ", " + size + " bytes]";
            }
        }

        /** @param why to the candidate: a sentence without a full stop, which quotes nothing of the content */
        record Unfit(String why) implements Finding {}
    }

    /**
     * Scans a file for viruses, where a scanner is set, and looks into it.
     *
     * @param copy where a copy without its author's traces is to be written and kept instead; null if the file is kept as
     *     it came
     * @param wishes only {@link Wish#TEXT} makes a difference
     * @throws ApplicationRefused with {@link Refusal.Busy} or {@link Refusal.DocumentsAway} if nothing can be said of it now
     */
    public Finding look(Path file, @Nullable Path copy, Wish... wishes) {
        try {
            var harm = harm(file);
            if (harm.isPresent()) {
                return new Finding.Unfit(
                        harm.get().virus() == null
                                ? "This file is too large to be scanned for viruses"
                                : "This file carries a virus: it was not taken");
            }
            if (copy == null) {
                return finding(inspector.inspect(file, wishes), file);
            }
            var stripped = inspector.strip(file, copy);
            return finding(
                    stripped instanceof Inspection.Sound && wishes.length > 0
                            ? inspector.inspect(copy, wishes)
                            : stripped,
                    copy);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApplicationRefused(new Refusal.Busy());
        }
    }

    /**
     * Scans a file that is handed out as it came, where a scanner is set.
     *
     * @throws ApplicationRefused with {@link Refusal.UnsafeFile}, or {@link Refusal.DocumentsAway} if nothing can be said
     *     of it now
     */
    public void scan(Path file) {
        try {
            var harm = harm(file);
            if (harm.isPresent()) {
                throw new ApplicationRefused(harm.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApplicationRefused(new Refusal.DocumentsAway());
        }
    }

    private Optional<Refusal.UnsafeFile> harm(Path file) throws InterruptedException {
        if (scanner.isEmpty()) {
            return Optional.empty();
        }
        try (var content = Files.newInputStream(file)) {
            return switch (scanner.get().scan(content)) {
                case Verdict.Clean _ -> Optional.empty();
                case Verdict.Infected infected -> {
                    LOG.warnf("document with a virus refused signature=%s", infected.signature());
                    yield Optional.of(new Refusal.UnsafeFile(infected.signature()));
                }
            };
        } catch (TooLargeToScan e) {
            return Optional.of(new Refusal.UnsafeFile(null));
        } catch (IOException e) {
            LOG.warnf("virus scanner is away reason=%s", e.getMessage());
            throw new ApplicationRefused(new Refusal.DocumentsAway());
        }
    }

    private static Finding finding(Inspection inspection, Path kept) {
        return switch (inspection) {
            case Inspection.Sound sound ->
                new Finding.Sound(
                        DocumentType.ofMediaType(sound.format().mediaType()), kept, sound.size(), sound.text());
            case Inspection.Unfit unfit -> new Finding.Unfit(unfit.why());
            case Inspection.Unready unready -> {
                LOG.warnf("documents cannot be looked into reason=%s", unready.why());
                throw new ApplicationRefused(new Refusal.Busy());
            }
        };
    }
}
