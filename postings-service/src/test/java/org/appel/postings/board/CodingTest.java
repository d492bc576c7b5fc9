package org.appel.postings.board;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class CodingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none | IDENTITY",
                "'' | IDENTITY",
                "gzip | GZIP",
                "x-gzip | GZIP",
                "GZIP | GZIP",
                "br | BROTLI",
                "gzip, deflate, br, zstd | BROTLI",
                "gzip;q=1.0, br;q=0.5 | GZIP",
                "gzip;q=0.5, br;q=0.5 | BROTLI",
                "gzip;q=0.1 | GZIP",
                "gzip;q=0 | IDENTITY",
                "br;q=0, * | GZIP",
                "* | BROTLI",
                "*;q=0 | IDENTITY",
                "identity | IDENTITY",
                "identity;q=1, gzip;q=0.5 | IDENTITY",
                "identity;q=0.5, gzip | GZIP",
                "identity;q=0, gzip;q=0.2 | GZIP",
                "deflate, zstd | IDENTITY",
                "gzip;q=NaN | IDENTITY",
                "gzip;q=-1, br;q=x | BROTLI",
                "; , ;;q, = | IDENTITY",
                "; | IDENTITY",
                "gzip,; | GZIP",
                "gzip; | GZIP",
                ", | IDENTITY",
                "br;;q=0 | BROTLI"
            })
    void the_coding_that_the_client_likes_best_is_taken(String header, Coding expected) {
        // Given
        var accepted = header;

        // When
        var coding = Coding.wanted(accepted);

        // Then
        assertThat(coding).isEqualTo(expected);
    }

    @Test
    void packed_bytes_are_fewer_and_unpack_to_the_same() throws IOException {
        // Given
        var plain =
                "Chargé·e de mission, défense des droits humains. ".repeat(100).getBytes(UTF_8);

        // When
        var gzip = Coding.GZIP.pack(plain);
        var brotli = Coding.BROTLI.pack(plain);

        // Then
        assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip)).readAllBytes())
                .isEqualTo(plain);
        assertThat(new BrotliInputStream(new ByteArrayInputStream(brotli)).readAllBytes())
                .isEqualTo(plain);
        assertThat(gzip).hasSizeLessThan(plain.length / 10);
        assertThat(brotli).hasSizeLessThan(plain.length / 10);
    }
}
