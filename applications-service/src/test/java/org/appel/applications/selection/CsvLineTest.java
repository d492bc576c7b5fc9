package org.appel.applications.selection;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CsvLineTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "plain|plain",
                "``|``",
                "a,b|\"a,b\"",
                "say \"hi\"|\"say \"\"hi\"\"\"",
                "=cmd()|\"'=cmd()\"",
                "+216 71|\"'+216 71\"",
                "-1|\"'-1\"",
                "@SUM(A1)|\"'@SUM(A1)\"",
                "\uFF1Dcmd()|\"'\uFF1Dcmd()\"",
                "a=b|a=b"
            })
    void a_cell_is_quoted_and_never_a_formula(String value, String expected) {
        // When
        var cell = CsvLine.cell(value);

        // Then
        assertThat(cell).isEqualTo(expected);
    }
}
