package org.appel.inspection.stripping;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.namespace.QName;

import org.jspecify.annotations.Nullable;

/** The traces in DOCX, and in the tables and slides that are embedded in it. */
final class OfficeOpenXml implements Archives, XmlRules {
    /** As Word itself writes it when it is asked to remove personal information. */
    static final String AUTHOR = "Author";

    private static final String SIGNATURES = "_xmlsignatures/";

    /** Of the properties of the file: their elements are all about who, when and with what. */
    private static final Set<String> PROPERTIES = Set.of(
            "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
            "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
            "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
            "http://purl.oclc.org/ooxml/officeDocument/extendedProperties",
            "http://purl.oclc.org/ooxml/officeDocument/customProperties",
            "http://schemas.microsoft.com/office/2020/mipLabelMetadata");

    /** Word's, in both editions of the standard. Its later additions have the same beginning. */
    private static final Set<String> WORD = Set.of(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main");

    private static final String WORD_ADDITIONS = "http://schemas.microsoft.com/office/word/";

    /** Users, sources of form letters and paths; and what fills a place in the text anew from the properties. */
    private static final Set<String> DROPPED_IN_WORD = Set.of(
            "rsids",
            "attachedTemplate",
            "mailMerge",
            "docVars",
            "dataBinding",
            "person",
            "printerSettings",
            "saveThroughXslt");

    private static final Set<String> DROPPED_ELSEWHERE = Set.of("absPath", "fileSharing");

    /** The last part of the type of a relationship to something that goes. */
    private static final Set<String> DROPPED_RELATIONSHIPS = Set.of(
            "attachedTemplate",
            "mailMergeSource",
            "mailMergeHeaderSource",
            "mailMergeRecipientData",
            "printerSettings",
            "transform",
            "origin",
            "signature");

    private final Set<Integer> propertyFields;
    private int partsOfFields;

    OfficeOpenXml() {
        this(Set.of());
    }

    /** @param propertyFields as counted by {@link PropertyFields}, of the one part that is copied by these rules */
    private OfficeOpenXml(Set<Integer> propertyFields) {
        this.propertyFields = propertyFields;
    }

    @Override
    public boolean drops(String entry) {
        return entry.startsWith(SIGNATURES) || entry.contains("/printerSettings/");
    }

    @Override
    public @Nullable XmlRules rules(String entry, byte[] content) throws IOException {
        var name = entry.toLowerCase(Locale.ROOT);
        if (name.startsWith("customxml/item") && name.endsWith(".xml") && !name.contains("props")) {
            return new EmptyRoot();
        }
        if (name.endsWith(".xml")) {
            return new OfficeOpenXml(PropertyFields.in(content));
        }
        return name.endsWith(".rels") || name.endsWith(".psmdcp") ? this : null;
    }

    @Override
    public Fate fate(QName element, Map<QName, String> attributes) {
        var name = element.getLocalPart();
        var space = element.getNamespaceURI();
        if (isOfWord(space) && DROPPED_IN_WORD.contains(name) || DROPPED_ELSEWHERE.contains(name)) {
            return DROPPED;
        }
        if (isOfWord(space) && PropertyFields.isPart(name)) {
            return propertyFields.contains(++partsOfFields) ? DROPPED : KEPT;
        }
        return switch (name) {
            case "fldSimple" -> PropertyFields.isOne(instruction(attributes)) ? UNWRAPPED : KEPT;
            case "coreProperties", "Properties", "labelList" -> PROPERTIES.contains(space) ? EMPTIED : KEPT;
            case "author" -> space.contains("/spreadsheetml/") ? new Fate.Refilled(AUTHOR) : KEPT;
            case "Relationship" -> isDropped(attributes.getOrDefault(new QName("Type"), "")) ? DROPPED : KEPT;
            case "Override" -> drops(part(attributes)) ? DROPPED : KEPT;
            default -> KEPT;
        };
    }

    @Override
    public @Nullable String attribute(QName element, QName attribute, String value) {
        var name = attribute.getLocalPart();
        if (isOfWord(attribute.getNamespaceURI())) {
            return switch (name) {
                case "author" -> AUTHOR;
                case "date", "dateUtc", "initials", "userId", "providerId" -> null;
                default -> name.startsWith("rsid") ? null : value;
            };
        }
        return switch (element.getLocalPart() + "@" + name) {
            case "Relationship@Target" -> Paths.withoutFolders(value);
            case "cmAuthor@name", "author@name", "person@displayName", "userInfo@name", "header@userName" -> AUTHOR;
            case "cmAuthor@initials", "author@initials", "author@userId", "person@userId" -> "A";
            case "threadedComment@dT", "cm@dt", "cm@created", "header@dateTime", "userInfo@dateTime" ->
                "1970-01-01T00:00:00";
            case "pageSetup@id" -> null;
            default -> value;
        };
    }

    private static String instruction(Map<QName, String> attributes) {
        return attributes.entrySet().stream()
                .filter(attribute -> attribute.getKey().getLocalPart().equals("instr"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static String part(Map<QName, String> attributes) {
        var part = attributes.getOrDefault(new QName("PartName"), "");
        return part.startsWith("/") ? part.substring(1) : part;
    }

    private static boolean isOfWord(String namespace) {
        return WORD.contains(namespace) || namespace.startsWith(WORD_ADDITIONS);
    }

    private static boolean isDropped(String relationshipType) {
        return DROPPED_RELATIONSHIPS.contains(relationshipType.substring(relationshipType.lastIndexOf('/') + 1));
    }

    /** Data of other programs beside the text, such as the author on a cover page. */
    private static final class EmptyRoot implements XmlRules {
        @Override
        public Fate fate(QName element, Map<QName, String> attributes) {
            return EMPTIED;
        }

        @Override
        public @Nullable String attribute(QName element, QName attribute, String value) {
            return null;
        }
    }
}
