package org.appel.inspection.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

import org.appel.inspection.Format;

/** Tells a DOCX or ODT from any other archive, and whether its text can be read. */
final class OfficeCheck {
    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final String DOCX_MAIN = Format.DOCX.mediaType() + ".main+xml";
    private static final String MANIFEST = "META-INF/manifest.xml";

    private OfficeCheck() {}

    static Format formatOf(Path file) throws UnfitDocument {
        try {
            var archive = BoundedZip.of(file);
            if (archive.has("mimetype")) {
                checkOdt(archive);
                return Format.ODT;
            }
            if (archive.has(CONTENT_TYPES)) {
                checkDocx(archive);
                return Format.DOCX;
            }
        } catch (IOException | XMLStreamException | RuntimeException e) {
            throw new UnfitDocument("The document is broken and cannot be opened: save it anew and send it again");
        }
        throw new UnfitDocument("The content is a ZIP archive, which is not taken: send each document by itself");
    }

    private static void checkDocx(BoundedZip archive) throws UnfitDocument, IOException, XMLStreamException {
        var mainPart = mainPart(archive)
                .orElseThrow(() -> new UnfitDocument("The content is an Office file, but no DOCX without macros"));
        var root = BoundedXml.root(archive.content(mainPart));
        if (!root.getLocalPart().equals("document")) {
            throw new IOException("no document");
        }
    }

    private static Optional<String> mainPart(BoundedZip archive) throws UnfitDocument, IOException, XMLStreamException {
        return BoundedXml.elements(archive.content(CONTENT_TYPES)).stream()
                .filter(element -> element.name().getLocalPart().equals("Override"))
                .filter(element -> DOCX_MAIN.equals(element.attributes().get("ContentType")))
                .map(element -> element.attributes().getOrDefault("PartName", ""))
                .map(part -> part.startsWith("/") ? part.substring(1) : part)
                .findFirst();
    }

    private static void checkOdt(BoundedZip archive) throws UnfitDocument, IOException, XMLStreamException {
        var type = new String(archive.content("mimetype"), StandardCharsets.US_ASCII).strip();
        if (!type.equals(Format.ODT.mediaType())) {
            throw new UnfitDocument(
                    "The content is another OpenDocument or archive format than ODT, which is not taken");
        }
        boolean encrypted = BoundedXml.elements(archive.content(MANIFEST)).stream()
                .anyMatch(element -> element.name().getLocalPart().equals("encryption-data"));
        if (encrypted) {
            throw new UnfitDocument("The document is protected by a password: save it without one");
        }
        var root = BoundedXml.root(archive.content("content.xml"));
        if (!root.getLocalPart().equals("document-content")) {
            throw new IOException("no document-content");
        }
    }
}
