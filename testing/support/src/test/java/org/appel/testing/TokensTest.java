package org.appel.testing;

import java.text.ParseException;

import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TokensTest {

    @Test
    void a_token_names_role_organisations_audience_and_issuer() throws ParseException {
        // When
        var claims = SignedJWT.parse(Tokens.hr("omct", "oim")).getJWTClaimsSet();

        // Then
        assertThat(claims.getStringListClaim("groups")).containsExactly("hr");
        assertThat(claims.getStringListClaim("organisations")).containsExactlyInAnyOrder("omct", "oim");
        assertThat(claims.getAudience()).containsExactly("appel");
        assertThat(claims.getIssuer()).isEqualTo(Infrastructure.issuer());
        assertThat(claims.getSubject()).isEqualTo("hr@omct");
    }
}
