package org.appel.service;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonString;

import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who calls, by the bearer token: roles from its claim {@code groups}, organisations from {@code organisations}.
 *
 * <p>An object of an organisation that the caller does not work for is answered exactly as an unknown one.
 */
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Whether there is no token. */
    public boolean isAnonymous() {
        return identity.isAnonymous();
    }

    /**
     * What the caller is called: the token's {@code upn}, else its {@code preferred_username}, else its subject; {@code
     * anonymous} without a token. Names are for logs and readers; they can be changed and given to somebody else.
     */
    public String name() {
        return identity.isAnonymous() ? "anonymous" : identity.getPrincipal().getName();
    }

    /**
     * Who the caller is, for good: the token's {@code sub}, else what it calls itself; {@code anonymous} without a token.
     */
    public String subject() {
        return identity.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null
                ? token.getSubject()
                : name();
    }

    /**
     * The program that calls, as the issuer registered it: the token's {@code azp}, else its {@code client_id}, else its
     * subject; {@code anonymous} without a token.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9068#section-2.2">RFC 9068, 2.2</a>
     */
    public String client() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return Stream.of("azp", "client_id")
                    .map(claim -> token.<Object>getClaim(claim))
                    .filter(Objects::nonNull)
                    .map(value -> value instanceof JsonString text ? text.getString() : String.valueOf(value))
                    .filter(value -> !value.isBlank())
                    .findFirst()
                    .orElseGet(this::name);
        }
        return name();
    }

    /** Whether the token has the role. */
    public boolean is(String role) {
        return identity.hasRole(role);
    }

    /** The ids of the organisations that the caller works for; an administrator need not be listed. */
    public Set<String> organisations() {
        var ids = new LinkedHashSet<String>();
        if (identity.getPrincipal() instanceof JsonWebToken token
                && token.getClaim("organisations") instanceof Iterable<?> claimed) {
            claimed.forEach(id -> ids.add(id instanceof JsonString text ? text.getString() : String.valueOf(id)));
        }
        return Set.copyOf(ids);
    }

    /** Whether the caller may act for the organisation: an administrator for each, others for those of the token. */
    public boolean worksFor(String organisation) {
        return is(Roles.ADMIN) || organisations().contains(organisation);
    }
}
