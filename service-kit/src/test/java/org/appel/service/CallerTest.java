package org.appel.service;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CallerTest {

    @Test
    void a_caller_stays_the_same_person_under_another_name() {
        // Given
        var claims = new HashMap<String, Object>(Map.of("sub", "f3a1", "preferred_username", "anna"));
        var caller = callerWith(claims);

        // When
        claims.put("preferred_username", "anna.keller");

        // Then
        assertThat(caller.subject()).isEqualTo("f3a1");
        assertThat(caller.name()).isEqualTo("anna.keller");
    }

    @Test
    void without_a_subject_a_caller_is_who_it_calls_itself() {
        // Given
        var token = Map.<String, Object>of("preferred_username", "anna");

        // When
        var caller = callerWith(token);

        // Then
        assertThat(caller.subject()).isEqualTo("anna");
        assertThat(new Caller(QuarkusSecurityIdentity.builder()
                                .setAnonymous(true)
                                .build())
                        .subject())
                .isEqualTo("anonymous");
    }

    private static Caller callerWith(Map<String, Object> claims) {
        return new Caller(QuarkusSecurityIdentity.builder()
                .setPrincipal(new Token(claims))
                .build());
    }

    private record Token(Map<String, Object> claims) implements JsonWebToken {

        @Override
        public String getName() {
            return String.valueOf(claims.get("preferred_username"));
        }

        @Override
        public Set<String> getClaimNames() {
            return claims.keySet();
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T getClaim(String name) {
            return (T) claims.get(name);
        }
    }
}
