package org.appel.inspection.stripping;

import java.util.Map;
import java.util.Set;
import javax.xml.namespace.QName;

import org.jspecify.annotations.Nullable;

/** The traces in ODT, and in what is embedded in it. */
final class OpenDocument implements Archives, XmlRules {
    private static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";
    private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private static final String CONFIG = "urn:oasis:names:tc:opendocument:xmlns:config:1.0";

    /** As LibreOffice itself writes them when it is asked to remove personal information. */
    private static final String AUTHOR = "Author1";

    private static final String NO_DATE = "1970-01-01T00:00:00";

    /** Fields that a program would fill anew, with what is then no longer known; they keep what they show. */
    private static final Set<String> FIELDS = Set.of(
            "initial-creator",
            "creator",
            "author-name",
            "author-initials",
            "title",
            "subject",
            "keywords",
            "description",
            "creation-date",
            "creation-time",
            "modification-date",
            "modification-time",
            "printed-by",
            "print-date",
            "print-time",
            "editing-cycles",
            "editing-duration",
            "user-defined");

    private static final Set<String> PERSONAL_SETTINGS = Set.of(
            "PrinterName",
            "PrinterSetup",
            "Rsid",
            "RsidRoot",
            "CurrentDatabaseDataSource",
            "CurrentDatabaseCommand",
            "ModifyPasswordInfo");

    @Override
    public boolean drops(String entry) {
        return entry.startsWith("META-INF/") && entry.endsWith("signatures.xml");
    }

    @Override
    public @Nullable XmlRules rules(String entry, byte[] content) {
        return entry.endsWith(".xml") ? this : null;
    }

    @Override
    public Fate fate(QName element, Map<QName, String> attributes) {
        var name = element.getLocalPart();
        return switch (element.getNamespaceURI()) {
            case DUBLIN_CORE ->
                switch (name) {
                    case "creator" -> new Fate.Refilled(AUTHOR);
                    case "date" -> new Fate.Refilled(NO_DATE);
                    default -> KEPT;
                };
            case CONFIG ->
                PERSONAL_SETTINGS.contains(attributes.getOrDefault(new QName(CONFIG, "name"), "")) ? EMPTIED : KEPT;
            default ->
                switch (name) {
                    // All that the file says of itself.
                    case "meta" -> EMPTIED;
                    case "creator-initials", "sender-initials", "date-string" -> EMPTIED;
                    default -> KEPT;
                };
        };
    }

    @Override
    public @Nullable String attribute(QName element, QName attribute, String value) {
        return switch (attribute.getLocalPart()) {
            case "rsid", "paragraph-rsid" -> null;
            case "href" -> Paths.withoutFolders(value);
            default -> value;
        };
    }

    @Override
    public Map<String, String> added(QName element) {
        return element.getNamespaceURI().equals(TEXT) && FIELDS.contains(element.getLocalPart())
                ? Map.of("fixed", "true")
                : Map.of();
    }
}
