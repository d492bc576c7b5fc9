package org.appel.applications.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ConsentTest {
    /** Lines are only ever added: candidates agreed to these texts, letter by letter. */
    private static final Map<String, String> AGREED = Map.of(
            "2026-1/fr", "a0845dd41bf5ed637b870b765f0ccb18b94de25e09eec7ce367efd5f99aa275a",
            "2026-1/en", "bd6f7690c28b5212a8a53379cd9d4e81a4e087a2e47ef1b0f0d949bea22c3295",
            "by-mail-1/fr", "4be72bd469eccce87324f2f0cc6cca746ab2bac8a369b6084e8580c160d1c8c2",
            "by-mail-1/en", "33097adad3865fad3fecd082c654dfa71390c65f95bd8d96ea48d8b8c7b2d753");

    @Test
    void the_text_of_a_wording_never_changes() {
        // When
        var wordings = Consent.wordings();

        // Then
        assertThat(AGREED).allSatisfy((name, hash) -> {
            var wording = name.split("/");
            assertThat(sha256(String.valueOf(Consent.texts(wording[0]).get(wording[1]))))
                    .as("Give a new text a new name, and leave %s as it is", name)
                    .isEqualTo(hash);
        });
        assertThat(wordings).as("Add the hashes of a new wording here").allSatisfy(wording -> assertThat(AGREED)
                .containsKeys(wording + "/fr", wording + "/en"));
    }

    @Test
    void the_wordings_in_force_are_known() {
        // When
        var wordings = Consent.wordings();

        // Then
        assertThat(wordings).contains(Consent.WORDING, Consent.BY_MAIL);
        assertThat(Consent.TEXTS).containsOnlyKeys("fr", "en");
        assertThat(Consent.texts("never-was")).isEmpty();
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
