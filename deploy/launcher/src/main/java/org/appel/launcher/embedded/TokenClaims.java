package org.appel.launcher.embedded;

import java.time.Duration;
import java.util.Set;

/**
 * What a token says about its bearer.
 *
 * @param subject who it is
 * @param groups the roles: admin, hr, panel, board, ops, service
 * @param organisations ids of the organisations the bearer works for
 * @param lifetime how long the token is good
 */
public record TokenClaims(String subject, Set<String> groups, Set<String> organisations, Duration lifetime) {

    public TokenClaims {
        groups = Set.copyOf(groups);
        organisations = Set.copyOf(organisations);
    }
}
