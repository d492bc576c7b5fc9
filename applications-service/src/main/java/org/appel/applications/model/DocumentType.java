package org.appel.applications.model;

import java.util.Arrays;
import java.util.Locale;

/** The formats that are taken, told by content and never by name. */
public enum DocumentType {
    PDF("application/pdf", "pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    RTF("application/rtf", "rtf"),
    TEXT("text/plain", "txt");

    private final String mediaType;
    private final String extension;

    DocumentType(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The usual end of a file name, without the dot. */
    public String extension() {
        return extension;
    }

    /** @throws IllegalArgumentException if no format has that media type */
    public static DocumentType ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no document type " + mediaType));
    }

    boolean fits(String fileName) {
        return fileName.toLowerCase(Locale.ROOT).endsWith("." + extension);
    }
}
