package org.appel.applications.config;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.appel.applications.config.MailboxesConfig.Protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MailboxesConfigTest {
    private static final Map<String, String> SMALLEST = Map.of(
            "appel.mailboxes.omct.organisation", "omct",
            "appel.mailboxes.omct.host", "imap.omct.example",
            "appel.mailboxes.omct.username", "candidatures@omct.example",
            "appel.mailboxes.omct.password", "open sesame");

    @Test
    void without_a_mailbox_there_is_none() {
        assertThat(config(Map.of()).byName()).isEmpty();
    }

    @Test
    void four_settings_make_a_mailbox() {
        // When
        var config = config(SMALLEST);

        // Then
        var mailbox = config.byName().get("omct");
        assertThat(mailbox.effectivePort()).isEqualTo(993);
        assertThat(mailbox.protection()).isEqualTo(Protection.TLS);
        assertThat(mailbox.folders()).containsExactly("INBOX");
        assertThat(mailbox.takenFolder()).isEqualTo("Appel/Taken");
        assertThat(mailbox.setAsideFolder()).isEqualTo("Appel/Set aside");
        assertThat(mailbox.ownAddresses()).containsExactly("candidatures@omct.example");
        assertThat(mailbox.poll()).isEqualTo(Duration.ofMinutes(1));
        assertThat(mailbox.largestMessage().asLongValue()).isEqualTo(50L << 20);
        assertThat(config.of("omct")).containsExactly("omct");
        assertThat(config.of("oim")).isEmpty();
        assertThat(config.faults(name -> false)).isEmpty();
    }

    @Test
    void a_mailbox_can_be_set_by_the_environment() {
        // Given
        var environment = Map.of(
                "APPEL_MAILBOXES_OMCT_ORGANISATION", "omct",
                "APPEL_MAILBOXES_OMCT_HOST", "imap.omct.example",
                "APPEL_MAILBOXES_OMCT_USERNAME", "candidatures",
                "APPEL_MAILBOXES_OMCT_OAUTH_TOKEN_URL", "https://login.example/token",
                "APPEL_MAILBOXES_OMCT_OAUTH_CLIENT_ID", "appel",
                "APPEL_MAILBOXES_OMCT_OAUTH_CLIENT_SECRET", "x",
                "APPEL_MAILBOXES_OMCT_TRUSTED_HOSTS", "mx1.omct.example,mx2.omct.example",
                "APPEL_MAILBOXES_OMCT_SET_ASIDE_FOLDER", "À part");

        // When
        var config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(MailboxesConfig.class)
                .withSources(new EnvConfigSource(environment, 300))
                .build()
                .getConfigMapping(MailboxesConfig.class);

        // Then
        var mailbox = config.byName().get("omct");
        assertThat(mailbox.oauth().orElseThrow().tokenUrl()).hasHost("login.example");
        assertThat(mailbox.trustedHosts().orElseThrow()).containsExactly("mx1.omct.example", "mx2.omct.example");
        assertThat(mailbox.setAsideFolder()).isEqualTo("À part");
        assertThat(config.faults(name -> false)).isEmpty();
    }

    @Test
    void everything_that_is_missing_is_named_at_once() {
        assertThatThrownBy(() -> config(Map.of("appel.mailboxes.omct.port", "many")))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContainingAll(
                        "appel.mailboxes.omct.organisation",
                        "appel.mailboxes.omct.host",
                        "appel.mailboxes.omct.username",
                        "appel.mailboxes.omct.port");
    }

    @Test
    void everything_that_contradicts_is_named_at_once() {
        // Given
        var config = config(with(Map.of(
                "oauth.token-url", "login.example",
                "oauth.client-id", "appel",
                "oauth.client-secret", "x",
                "port", "99999",
                "folders", "INBOX,INBOX,Appel/Taken",
                "set-aside-folder", "Appel/Taken",
                "addresses", "nobody",
                "poll", "0s",
                "tls-configuration", "ours")));

        // When
        var faults = config.faults("other"::equals);

        // Then
        assertThat(String.join("\n", faults))
                .contains(
                        "appel.mailboxes.omct.password or appel.mailboxes.omct.oauth.*",
                        "appel.mailboxes.omct.oauth.token-url",
                        "appel.mailboxes.omct.port",
                        "appel.mailboxes.omct.folders names a folder twice",
                        "appel.mailboxes.omct.taken-folder",
                        "appel.mailboxes.omct.set-aside-folder",
                        "appel.mailboxes.omct.addresses",
                        "appel.mailboxes.omct.poll",
                        "appel.mailboxes.omct.tls-configuration");
    }

    @ParameterizedTest
    @CsvSource({"OMCT", "omct-geneva", "omct.geneva"})
    void a_mailbox_is_named_so_that_the_environment_can_name_it_too(String name) {
        // Given
        var properties = new HashMap<String, String>();
        SMALLEST.forEach((key, value) -> properties.put(key.replace("omct.", "\"" + name + "\"."), value));

        // When
        var faults = config(properties).faults(any -> true);

        // Then
        assertThat(faults).singleElement().asString().contains("appel.mailboxes." + name);
    }

    @Test
    void no_folder_is_read_twice() {
        // Given
        var both = new HashMap<>(SMALLEST);
        SMALLEST.forEach((key, value) -> both.put(key.replace("mailboxes.omct", "mailboxes.second"), value));

        // When
        var faults = config(both).faults(any -> true);

        // Then
        assertThat(faults)
                .singleElement()
                .asString()
                .contains("appel.mailboxes.second.folders", "appel.mailboxes.omct.folders");
    }

    private static Map<String, String> with(Map<String, String> more) {
        var all = new HashMap<>(SMALLEST);
        more.forEach((key, value) -> all.put("appel.mailboxes.omct." + key, value));
        return all;
    }

    private static MailboxesConfig config(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(MailboxesConfig.class)
                .withDefaultValues(properties)
                .build()
                .getConfigMapping(MailboxesConfig.class);
    }
}
