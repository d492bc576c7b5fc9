package org.appel.applications.mailbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.appel.applications.mailbox.mime.IncomingMail;
import org.appel.applications.mailbox.mime.MailPart;
import org.appel.applications.model.Content;
import org.appel.applications.model.Document;
import org.appel.applications.model.DocumentKind;
import org.appel.applications.model.DocumentType;
import org.appel.applications.model.FileName;
import org.appel.applications.model.KnownPosting;
import org.appel.applications.model.UnusableDocument;

/** Goes by the first bytes and the names. */
@ApplicationScoped
class PlainPapers implements Papers {
    @Override
    public MailDocuments of(IncomingMail mail, KnownPosting posting) {
        var sound = new ArrayList<Document>();
        var unusable = new ArrayList<UnusableDocument>();
        for (var part : mail.parts()) {
            var name = part.name() == null ? "" : part.name();
            var type = type(part);
            if (type.isEmpty()) {
                unusable.add(new UnusableDocument(name, "The file is of a format that is not taken"));
            } else {
                var kind = kind(name);
                sound.add(new Document(
                        kind,
                        type.get(),
                        FileName.of(part.name(), kind, type.get()),
                        part.size(),
                        Content.of(part.content())));
            }
        }
        return new MailDocuments(sound, unusable);
    }

    private static Optional<DocumentType> type(MailPart part) {
        try (var in = Files.newInputStream(part.content())) {
            var head = new String(in.readNBytes(5), StandardCharsets.ISO_8859_1);
            if (head.startsWith("%PDF")) {
                return Optional.of(DocumentType.PDF);
            }
            if (head.startsWith("PK")) {
                return Optional.of(DocumentType.DOCX);
            }
            return part.declaredType().equals("text/plain") && !head.startsWith("MZ")
                    ? Optional.of(DocumentType.TEXT)
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DocumentKind kind(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        if (lower.contains("cv")) {
            return DocumentKind.CV;
        }
        return lower.contains("lettre") || lower.contains("letter") ? DocumentKind.COVER_LETTER : DocumentKind.OTHER;
    }
}
