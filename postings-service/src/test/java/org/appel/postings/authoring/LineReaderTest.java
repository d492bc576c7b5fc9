package org.appel.postings.authoring;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LineReaderTest {

    private static final int LONGEST = 8;

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "'a', '1 a'",
        "'a|b|', '1 a;2 b'",
        "'a||  |b', '1 a;4 b'",
        "'a^|b^|', '1 a;2 b'",
        "'12345678|123456789|c', '1 12345678;2 too long;3 c'",
        "'123456789', '1 too long'",
        "'é', '1 é'"
    })
    void a_body_is_read_line_by_line(String body, String expected) throws IOException {
        // Given
        var bytes = body.replace('|', '\n').replace('^', '\r').getBytes(StandardCharsets.UTF_8);
        var reader = new LineReader(new ByteArrayInputStream(bytes), LONGEST);

        // When
        var lines = read(reader);

        // Then
        assertThat(String.join(";", lines)).isEqualTo(expected);
    }

    private static List<String> read(LineReader reader) throws IOException {
        var lines = new ArrayList<String>();
        for (var line = reader.next(); line != null; line = reader.next()) {
            var json = line.json();
            lines.add(line.number() + " "
                    + (json == null ? "too long" : new String(json, StandardCharsets.UTF_8).strip()));
        }
        return lines;
    }
}
