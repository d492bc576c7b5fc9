package org.appel.postings.board;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class KeptRouteTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none | true",
                "*/* | true",
                "application/json | true",
                "application/json, text/plain, */* | true",
                "application/json, application/json | true",
                "application/json;q=0.1, application/ld+json | false",
                "application/json, application/ld+json | false",
                "application/json, application/feed+json;q=0.5 | false",
                "application/json;charset=UTF-8 | false",
                "application/json-seq | false",
                "text/html, */* | false",
                "application/ld+json | false",
                "'' | false",
                ", | false",
                "; | false"
            })
    void only_who_surely_wants_json_goes_the_short_way(String accept, boolean isShort) {
        // Given
        var header = accept;

        // When
        boolean takes = KeptRoute.takesJson(header);

        // Then
        assertThat(takes).isEqualTo(isShort);
    }
}
