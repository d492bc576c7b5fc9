package org.appel.running;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import org.appel.launcher.process.Service;

/**
 * Searches everything that Appel keeps for a text: every table, every topic, every folder of the organisation's mailbox,
 * and every file below the data directory, among them the logs, the broker's and the database's own files, and those that
 * the services need for a moment.
 */
public final class Traces {

    private static final List<String> TOPICS = Stream.concat(
                    Records.TOPICS.stream(), Stream.of(Service.values()).map(service -> service.id() + ".dead-letters"))
            .toList();

    private Traces() {}

    /** The places where the text stands, as it is or in hexadecimal or Base64: {@code table applications.document}. */
    public static List<String> of(String text) throws SQLException, IOException {
        var places = new ArrayList<String>();
        for (var service : Service.values()) {
            try (var connection = RunningAppel.appel().database().connect(service.database())) {
                for (var table : tables(connection)) {
                    if (rows(connection, table).anyMatch(row -> holds(row, text))) {
                        places.add("table " + service.database() + "." + table);
                    }
                }
            }
        }
        for (var topic : TOPICS) {
            if (Records.of(topic).stream().anyMatch(r -> holds(r, text))) {
                places.add("topic " + topic);
            }
        }
        places.addAll(inMailFolders(text));
        for (var file : files(RunningAppel.appel().settings().data())) {
            if (holds(read(file), text)) {
                places.add("file " + file.getFileName());
            }
        }
        return places;
    }

    /** Those of the places that are folders of the organisation's mailbox: much quicker than to search everything. */
    public static List<String> inMailFolders(String text) {
        return MailClient.folders().stream()
                .filter(folder -> MailClient.sources(folder).stream().anyMatch(mail -> holds(utf8(mail), text)))
                .map(folder -> "mail " + folder)
                .toList();
    }

    /** The columns that still hold something sealed of the application: its key, its person, its documents. */
    public static List<String> sealedOf(String application) throws SQLException {
        var query = """
                SELECT 'key' FROM application WHERE id = '%1$s' AND wrapped_key IS NOT NULL
                UNION ALL SELECT 'person' FROM application WHERE id = '%1$s' AND sealed_person IS NOT NULL
                UNION ALL SELECT 'index' FROM application WHERE id = '%1$s' AND subject_index IS NOT NULL
                UNION ALL SELECT 'document' FROM document WHERE application_id = '%1$s'""".formatted(application);
        try (var connection = RunningAppel.appel().database().connect(Service.APPLICATIONS.database())) {
            return column(connection, query);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        return column(
                connection,
                "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'");
    }

    private static Stream<String> rows(Connection connection, String table) throws SQLException {
        return column(connection, "SELECT t::text FROM \"" + table + "\" t").stream();
    }

    private static List<String> column(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var column = new ArrayList<String>();
            while (rows.next()) {
                column.add(rows.getString(1));
            }
            return column;
        }
    }

    private static boolean holds(ConsumerRecord<String, byte[]> kafkaRecord, String text) {
        var all = new StringBuilder(String.valueOf(kafkaRecord.key()));
        kafkaRecord
                .headers()
                .forEach(h -> all.append(' ').append(h.key()).append('=').append(utf8(h.value())));
        return holds(all.append(' ').append(utf8(kafkaRecord.value())).toString(), text);
    }

    private static String utf8(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    private static boolean holds(String place, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return place.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT))
                || place.contains(HexFormat.of().formatHex(bytes))
                || base64(bytes).stream().anyMatch(place::contains);
    }

    /** What is the same of the Base64 of any longer text that holds this one, for each of the three places in it. */
    private static List<String> base64(byte[] bytes) {
        var forms = new ArrayList<String>();
        for (int before = 0; before < 3; before++) {
            var shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            var encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            forms.add(encoded.substring((before * 8 + 5) / 6, shifted.length * 8 / 6));
        }
        return forms;
    }

    /** Some may go while they are listed. */
    private static List<Path> files(Path root) throws IOException {
        var found = new ArrayList<Path>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path gone, IOException e) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    /** Byte for byte; a file that is gone since it was listed holds nothing. */
    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }
}
