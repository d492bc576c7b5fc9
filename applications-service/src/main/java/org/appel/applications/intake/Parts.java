package org.appel.applications.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jspecify.annotations.Nullable;

import org.appel.applications.model.Content;

/**
 * The parts of the form that came in.
 *
 * @param application the part of that name; there should be one
 * @param documents all other parts; a file field that was left empty is none
 */
record Parts(List<Part> application, List<Part> documents) {
    static final String APPLICATION = "application";
    /** In bytes, of part {@code application}: as much as a form field may have. JSON grows much when it is read. */
    static final int LARGEST_TEXT = 64 * 1024;

    Parts {
        application = List.copyOf(application);
        documents = List.copyOf(documents);
    }

    static Parts of(Map<String, Collection<FormValue>> form) {
        var application = new ArrayList<Part>();
        var documents = new ArrayList<Part>();
        form.forEach((name, values) -> values.stream()
                .map(value -> Part.of(name == null ? "" : name, value))
                .filter(part -> !part.isEmptyField())
                .forEach(part -> (part.name().equals(APPLICATION) ? application : documents).add(part)));
        return new Parts(application, documents);
    }

    /**
     * One part.
     *
     * @param name of the form's field: the kind of the document
     * @param fileName as the client sent it; null if it sent none
     * @param size in bytes
     * @param upload the file in which the content lies; null if it does not lie in any
     */
    record Part(
            String name,
            @Nullable String fileName,
            long size,
            Content content,
            @Nullable Path upload) {
        static Part of(String name, FormValue value) {
            try {
                if (value.isFileItem()) {
                    var file = value.getFileItem();
                    return new Part(
                            name,
                            value.getFileName(),
                            file.getFileSize(),
                            file::getInputStream,
                            file.isInMemory() ? null : file.getFile());
                }
                var text = value.getValue().getBytes(StandardCharsets.UTF_8);
                return new Part(name, null, text.length, Content.of(text), null);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** What a browser sends for a file field that nobody filled in. */
        boolean isEmptyField() {
            return size == 0 && (fileName == null || fileName.isEmpty());
        }

        /** Sent as a file, part {@code application} may be as large as a request; then nobody reads it. */
        boolean isTooLargeForText() {
            return size > LARGEST_TEXT;
        }

        /** The content in a file. */
        Path file(Scratch scratch) {
            if (upload != null) {
                return upload;
            }
            var file = scratch.file();
            try (var in = content.open()) {
                Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
                return file;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** All of part {@code application}, which is not too large for that. */
        byte[] text() {
            try (var in = content.open()) {
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String toString() {
            return "Part[" + size + " bytes]";
        }
    }
}
