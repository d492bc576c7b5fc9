package org.appel.launcher.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/**
 * Signs bearer tokens with a key of its own (RS256).
 *
 * @param issuer the tokens' {@code iss}
 * @param key private and public part
 * @param clock of the machine, not the shifted one: tokens are checked by the machine's time
 */
public record TokenIssuer(URI issuer, RSAKey key, Clock clock) {

    private static final int KEY_BITS = 2048;
    private static final String AUDIENCE = "appel";

    /**
     * An issuer whose key is kept in a file that only its owner can read; the key is made when the file is missing.
     *
     * @throws EmbeddedPartFailed when the file holds no key
     */
    public static TokenIssuer withKeyIn(Path file, URI issuer, Clock clock) {
        try {
            if (!Files.exists(file)) {
                FileTree.writePrivately(file, newKey().toJSONString());
            }
            return new TokenIssuer(issuer, RSAKey.parse(Files.readString(file)), clock);
        } catch (IOException e) {
            throw new UncheckedIOException("identity: key " + file + " cannot be read", e);
        } catch (ParseException | JOSEException e) {
            throw new EmbeddedPartFailed("identity: key " + file + " is none", e);
        }
    }

    /** A signed token in its compact form. */
    public String issue(TokenClaims claims) {
        var now = clock.instant();
        var content = new JWTClaimsSet.Builder()
                .issuer(issuer.toString())
                .subject(claims.subject())
                .audience(AUDIENCE)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(claims.lifetime())))
                .jwtID(UUID.randomUUID().toString())
                .claim("preferred_username", claims.subject())
                .claim("groups", List.copyOf(claims.groups()))
                .claim("organisations", List.copyOf(claims.organisations()))
                .build();
        var header =
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
        try {
            var token = new SignedJWT(header, content);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new EmbeddedPartFailed("identity: a token cannot be signed", e);
        }
    }

    /** The public keys, as a JSON Web Key Set. */
    String publicKeys() {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    private static RSAKey newKey() throws JOSEException {
        return new RSAKeyGenerator(KEY_BITS)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .keyIDFromThumbprint(true)
                .generate();
    }
}
