package org.appel.service;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SecretGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "appel", "changeme", "change-me-please-now", "secret", "my-password-123456", "short"})
    void a_default_or_short_secret_is_objected_to_in_operation(String value) {
        assertThat(SecretGuard.objection(value, false)).isPresent();
    }

    @Test
    void a_random_secret_is_accepted() {
        assertThat(SecretGuard.objection("v3Kq0ZpL8sYwTn2RbXfH", false)).isEmpty();
    }

    @Test
    void a_long_random_text_may_hold_a_known_word_by_chance() {
        assertThat(SecretGuard.objection("a9f0testc83be1d77e5f2a60b4c9d8e7f6", false))
                .isEmpty();
    }

    @Test
    void the_local_mode_only_needs_a_secret_to_be_there() {
        assertThat(SecretGuard.objection("appel", true)).isEmpty();
        assertThat(SecretGuard.objection("", true)).isPresent();
    }

    @Test
    void the_service_does_not_start_and_names_every_secret_that_is_to_be_set() {
        // Given
        var config = new SmallRyeConfigBuilder()
                .withDefaultValues(Map.of("database.password", "appel", "mail.password", "v3Kq0ZpL8sYwTn2RbXfH"))
                .build();
        var guard =
                new SecretGuard(config, false, Optional.of(List.of("database.password", "mail.password", "vault.key")));

        // Then
        assertThatThrownBy(() -> guard.start(new StartupEvent()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("database.password is a well-known value")
                .hasMessageContaining("vault.key is missing")
                .hasMessageNotContainingAny("mail.password");
    }
}
