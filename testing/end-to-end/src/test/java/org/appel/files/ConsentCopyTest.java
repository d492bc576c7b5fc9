package org.appel.files;

import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Candidates agree to the words that they were shown: those of the form are those that are kept. */
class ConsentCopyTest {

    private static final Pattern WORDING = Pattern.compile("String WORDING = \"([^\"]+)\"");

    private static final String IN_FORCE =
            only("applications-service/src/main/java/org/appel/applications/model/Consent.java");
    private static final String SHOWN =
            only("postings-service/src/main/java/org/appel/postings/careers/ApplyPages.java");

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void the_form_shows_the_wording_that_is_in_force(String language) {
        // Given
        var kept = Repository.text(
                "applications-service/src/main/resources/consents/" + IN_FORCE + "/" + language + ".txt");

        // When
        var shown = Repository.text("postings-service/src/main/resources/consents/" + SHOWN + "/" + language + ".txt");

        // Then
        assertThat(SHOWN).isEqualTo(IN_FORCE);
        assertThat(shown).isEqualTo(kept);
    }

    private static String only(String source) {
        return Repository.all(WORDING, Repository.text(source)).iterator().next();
    }
}
