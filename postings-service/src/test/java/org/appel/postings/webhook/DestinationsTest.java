package org.appel.postings.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.appel.postings.config.PostingsConfig;

import static org.assertj.core.api.Assertions.assertThat;

class DestinationsTest {

    private final Destinations usual = destinations(Map.of(), PatientResolver.ofTheMachine());

    @Test
    void an_address_in_the_public_internet_is_fit_and_is_the_one_that_is_called() {
        // Given
        var destinations = destinations(Map.of(), leadingTo("93.184.215.14"));

        // When
        var judged = destinations.judge(URI.create("https://board.example/hooks?x=1"));

        // Then
        assertThat(judged.objections()).isEmpty();
        assertThat(judged.address().orElseThrow().getAddress().getHostAddress()).isEqualTo("93.184.215.14");
        assertThat(judged.address().orElseThrow().getPort()).isEqualTo(443);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://localhost/",
                "https://127.0.0.1/",
                "https://2130706433/",
                "https://127.1/",
                "https://[::1]/",
                "https://[::ffff:169.254.169.254]/",
                "https://[64:ff9b::a00:1]/",
                "https://169.254.169.254/latest/meta-data",
                "https://10.1.2.3:8443/"
            })
    void an_address_of_a_private_network_is_unfit_however_it_is_written(String url) {
        // When
        var judged = usual.judge(URI.create(url));

        // Then
        assertThat(judged.address()).isEmpty();
        assertThat(judged.objections()).hasSize(1);
    }

    @Test
    void a_name_of_which_only_one_address_is_private_is_unfit() {
        // Given
        var destinations = destinations(Map.of(), leadingTo("93.184.215.14", "10.0.0.7"));

        // When
        var judged = destinations.judge(URI.create("https://board.example/"));

        // Then
        assertThat(judged.objections()).containsExactly("must name a host that can be found in the public internet");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    http://board.example/              | must begin with https://
                    ftp://board.example/               | must begin with https://
                    /hooks                             | must begin with https://
                    https:///hooks                     | must name a host
                    https://board.example:22/          | must have one of the ports [443, 8443]
                    https://user:word@board.example/   | must not hold a name or password
                    https://board.example/#part        | must not have a fragment""")
    void an_address_of_another_form_is_unfit(String url, String objection) {
        // Given
        var destinations = destinations(Map.of(), leadingTo("93.184.215.14"));

        // When
        var judged = destinations.judge(URI.create(url));

        // Then
        assertThat(judged.objections()).contains(objection);
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        // When
        var judged = usual.judge(URI.create("http://user@board.example:22/#part"));

        // Then
        assertThat(judged.objections()).hasSize(4);
    }

    @Test
    void a_name_that_leads_nowhere_is_unfit() {
        // Given
        Resolver nobody = (host, _) -> {
            throw new UnknownHostException(host);
        };

        // When
        var judged = destinations(Map.of(), nobody).judge(URI.create("https://board.example/"));

        // Then
        assertThat(judged.objections()).containsExactly("must name a host that can be found in the public internet");
    }

    @Test
    void a_developers_machine_may_call_itself() {
        // Given
        var local = destinations(
                Map.of(
                        "appel.postings.webhooks.allow-http", "true",
                        "appel.postings.webhooks.allow-private-networks", "true"),
                PatientResolver.ofTheMachine());

        // When
        var judged = local.judge(URI.create("http://127.0.0.1:9099/hooks"));

        // Then
        assertThat(judged.objections()).isEmpty();
    }

    private static Resolver leadingTo(String... addresses) {
        return (_, _) -> Arrays.stream(addresses).map(DestinationsTest::address).toList();
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Destinations destinations(Map<String, String> settings, Resolver resolver) {
        var config = new SmallRyeConfigBuilder()
                // As Quarkus reads them: 500ms.
                .withConverter(Duration.class, 200, new DurationConverter())
                .withConverter(MemorySize.class, 200, new MemorySizeConverter())
                .withDefaultValue("appel.postings.careers.preview-secret", "for tests only")
                .withMapping(PostingsConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getConfigMapping(PostingsConfig.class);
        return new Destinations(config.webhooks(), resolver);
    }
}
