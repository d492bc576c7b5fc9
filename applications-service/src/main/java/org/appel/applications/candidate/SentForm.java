package org.appel.applications.candidate;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;

import org.appel.applications.model.Content;
import org.appel.applications.model.ReplaceDocuments.SentFile;

/** The files of a form; they lie in a folder for uploads until the request ends, however large they are. */
final class SentForm {
    /** Field of the page’s form with the name of the kind. */
    static final String KIND = "kind";

    private SentForm() {}

    /** All files, whatever their fields are called; a file field that was left empty is none. */
    static List<SentFile> files(MultipartFormDataInput form) {
        return form.getValues().values().stream()
                .flatMap(values -> values.stream())
                .flatMap(SentForm::file)
                .toList();
    }

    /** A body that is one file; the kind will name it. */
    static List<SentFile> file(File body) {
        return body.length() == 0 ? List.of() : List.of(new SentFile(null, body.length(), Content.of(body.toPath())));
    }

    /** A field of text; empty if there is none. */
    static String text(MultipartFormDataInput form, String field) {
        return form.getValues().getOrDefault(field, List.of()).stream()
                .filter(value -> !value.isFileItem())
                .map(FormValue::getValue)
                .findFirst()
                .orElse("");
    }

    private static Stream<SentFile> file(FormValue value) {
        if (!value.isFileItem()) {
            return Stream.empty();
        }
        try {
            var file = value.getFileItem();
            return isLeftEmpty(value.getFileName(), file.getFileSize())
                    ? Stream.empty()
                    : Stream.of(new SentFile(value.getFileName(), file.getFileSize(), file::getInputStream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isLeftEmpty(@Nullable String name, long size) {
        return size == 0 && (name == null || name.isEmpty());
    }
}
