package org.appel.postings.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SignatureTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final Instant AT = Instant.ofEpochSecond(1614265330);
    private static final String BODY = "{\"test\": 2432232314}";

    @Test
    void a_signature_is_the_one_of_the_specifications_example() {
        // When
        var signature = sign(SECRET);

        // Then
        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void a_signature_is_the_one_of_the_official_library() throws WebhookSigningException {
        // Given
        var secret = Signature.written(Signature.newSecret());

        // When
        var signature = sign(secret);

        // Then
        assertThat(signature).isEqualTo(new Webhook(secret).sign(ID, AT.getEpochSecond(), BODY));
    }

    @Test
    void a_secret_has_32_bytes_and_is_never_the_same() {
        // When
        var one = Signature.newSecret();
        var other = Signature.newSecret();

        // Then
        assertThat(one).hasSize(32).isNotEqualTo(other);
        assertThat(Signature.written(one)).startsWith("whsec_");
    }

    private static String sign(String secret) {
        var bytes = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        return Signature.of(List.of(bytes), ID, AT, BODY.getBytes(StandardCharsets.UTF_8));
    }
}
