package org.appel.applications.selection;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.appel.applications.model.Application;
import org.appel.applications.model.StoredDocument;

/**
 * Lines of the CSV file, by RFC 4180. A cell that a spreadsheet would take for a formula gets an apostrophe in front:
 * what candidates write is shown and never run.
 */
final class CsvLine {
    static final String HEADER = line(List.of(
            "id",
            "received_at",
            "updated_at",
            "stage",
            "admission",
            "revision",
            "name",
            "email",
            "phone",
            "language",
            "source",
            "documents"));

    /** A spreadsheet takes a cell that begins so for a formula, the wide forms of East Asian keyboards included. */
    private static final String FORMULA_BEGINNINGS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private CsvLine() {}

    static String of(Application.Live application, List<StoredDocument> documents) {
        var person = application.person();
        return line(Stream.of(
                        application.id().toString(),
                        application.receivedAt().toString(),
                        application.updatedAt().toString(),
                        application.candidacy().stage().code(),
                        application.admission().code(),
                        Integer.toString(application.revision()),
                        person.name(),
                        person.email().text(),
                        person.phone(),
                        person.language().code(),
                        person.source(),
                        documents.stream()
                                .map(document ->
                                        document.kind() + ": " + document.name().text())
                                .collect(Collectors.joining("; ")))
                .map(value -> value == null ? "" : value)
                .toList());
    }

    static String cell(String value) {
        var harmless = value.isEmpty() || FORMULA_BEGINNINGS.indexOf(value.charAt(0)) < 0 ? value : "'" + value;
        return harmless.matches("(?s).*[\",;\r\n'].*") ? "\"" + harmless.replace("\"", "\"\"") + "\"" : harmless;
    }

    private static String line(List<String> values) {
        return values.stream().map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n"));
    }
}
