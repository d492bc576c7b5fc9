package org.appel.applications.mailbox.routing;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MendingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "=?utf-8?Q?Charg=C3=A9?=|Chargé",
                "=?iso-8859-1?q?Charg=E9_de?=|Chargé de",
                "=?UTF-8?B?Q2hhcmfDqQ==?=|Chargé",
                "=?UTF-8?B?Q2hhcmfD?= =?UTF-8?B?qQ==?=|Chargé",
                "Poste =?utf-8?Q?Charg=C3=A9?= de =?utf-8?Q?mission?= x|Poste Chargé de mission x",
                "=?utf-8?Q?Charg=C3?= =?iso-8859-1?Q?=E9?=|Charg\uFFFDé",
                "=?UTF-8*fr?Q?Charg=C3=A9?=|Chargé",
                "=?UTF-8?B?PT9pc28tODg1OS0xP1E/Q2hhcmc9RTk/PQ==?=|Chargé",
                "ChargÃ©Â·e|Chargé·e",
                "ChargÃƒÂ©Ã‚Â·e|Chargé·e",
                "lâ€™espace|l’espace",
                "Charg%C3%A9%20de|Chargé de",
                "Charg&eacute;&#183;e &#x2019;|Charge·e ’",
                "a\u200Bb\u202Ec\u0000d|abcd"
            })
    void what_software_has_made_of_a_text_is_undone(String text, String expected) {
        assertThat(Mending.mend(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "« CONGÉ »",
                "« Qualité\u00A0»",
                "OÙ\u00A0»",
                "À l’étranger, là où ça naît",
                "Ægir Åström Šárka Żółć",
                "100% de 80%de 50 %",
                "a=b, x=FF",
                "AT&T; M&E &c.",
                "=?x-unknown?Q?a?=",
                "=?utf-8?X?a?=",
                "الأمين العام",
                "Генеральный секретарь"
            })
    void what_may_have_been_meant_so_is_left_alone(String text) {
        assertThat(Mending.mend(text)).isEqualTo(text);
    }

    @Test
    void every_text_of_the_west_comes_back_from_being_misread() {
        // Given
        var text = "Chargé·e « à l’œuvre » – ÀÂÄÇÈÉÊËÎÏÔÖÙÛÜàâäçèéêëîïôöùûüÿñ €";
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var misread = new StringBuilder();
        for (byte b : bytes) {
            var c = new String(new byte[] {b}, Charset.forName("windows-1252"));
            misread.append(c.equals("\uFFFD") ? Character.toString(b & 0xFF) : c);
        }

        // When
        var mended = Mending.mend(misread.toString());

        // Then
        assertThat(mended).isEqualTo(text);
    }

    @Test
    void a_folded_line_becomes_one() {
        assertThat(Mending.mend("Secrétaire\r\n\tGénéral(e)\n adjoint")).isEqualTo("Secrétaire Général(e) adjoint");
    }
}
