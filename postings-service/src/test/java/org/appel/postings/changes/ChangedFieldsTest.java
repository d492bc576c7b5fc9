package org.appel.postings.changes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ChangedFieldsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"a":1,"b":2}          | {"a":1,"b":2}            | ''
                    {"a":1,"b":2}          | {"a":1,"b":3}            | /b
                    {"a":{"b":1,"c":2}}    | {"a":{"b":9,"c":2}}      | /a/b
                    {"a":[1,2,3]}          | {"a":[1,9,3]}            | /a/1
                    {"a":[1,2,3]}          | {"a":[1,2]}              | /a
                    {"a":null}             | {"a":{"b":1}}            | /a
                    {"a":1}                | {"a":1,"b":2}            | /b
                    {"a":1,"b":2}          | {"a":1}                  | /b
                    {"a/b":1,"~":1}        | {"a/b":2,"~":2}          | /a~1b /~0
                    {"a":[{"b":1},{"b":1}]}| {"a":[{"b":1},{"b":2}]}  | /a/1/b""")
    void what_differs_is_named_as_deep_as_it_can_be(String before, String after, String pointers)
            throws JsonProcessingException {
        // When
        var found = ChangedFields.between(JSON.readTree(before), JSON.readTree(after));

        // Then
        assertThat(String.join(" ", found)).isEqualTo(pointers);
    }
}
