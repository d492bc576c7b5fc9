package org.appel.testing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.appel.launcher.embedded.EmbeddedIdentity;
import org.appel.launcher.embedded.EmbeddedIdentity.Client;
import org.appel.launcher.embedded.EmbeddedMail;
import org.appel.launcher.embedded.TokenClaims;

/** Holds the parts; lives once per JVM, in the class loader of the test runner. */
final class InfrastructureControl implements InfrastructureControlMXBean, AutoCloseable {

    static final String CLIENT_ID = "notification-service";

    private static final Duration TOKEN_LIFETIME = Duration.ofHours(1);

    private final String clientSecret = UUID.randomUUID().toString();
    private final AtomicInteger databases = new AtomicInteger();
    private final Backing backing;
    private final EmbeddedMail mail = new EmbeddedMail(0, 0);
    private final EmbeddedIdentity identity;
    private final String jdbcUrl;

    InfrastructureControl(Backing backing, Path directory) {
        this.backing = backing;
        identity = new EmbeddedIdentity(
                directory.resolve("identity.json"),
                0,
                Map.of(CLIENT_ID, new Client(clientSecret, Set.of("service"))),
                Clock.systemUTC());
        identity.start();
        mail.start();
        backing.start();
        jdbcUrl = newDatabase();
    }

    String clientSecret() {
        return clientSecret;
    }

    @Override
    public String getKafka() {
        return backing.kafka();
    }

    @Override
    public String getJdbcUrl() {
        return jdbcUrl;
    }

    @Override
    public String getDatabaseUser() {
        return Backing.DATABASE_USER;
    }

    @Override
    public String getDatabasePassword() {
        return backing.databasePassword();
    }

    @Override
    public String getIssuer() {
        return identity.url().toString();
    }

    @Override
    public int getSmtpPort() {
        return mail.port();
    }

    @Override
    public int getImapPort() {
        return mail.imapPort();
    }

    @Override
    public String newDatabase() {
        return backing.createDatabase("test_" + databases.incrementAndGet());
    }

    @Override
    public void startBroker() {
        backing.startBroker();
    }

    @Override
    public void stopBroker() {
        backing.stopBroker();
    }

    @Override
    public void startDatabase() {
        backing.startDatabase();
    }

    @Override
    public void stopDatabase() {
        backing.stopDatabase();
    }

    @Override
    public void crashDatabase() {
        backing.crashDatabase();
    }

    @Override
    public void startMail() {
        mail.start();
    }

    @Override
    public void stopMail() {
        mail.stop();
    }

    @Override
    public void clearMail() {
        mail.clear();
    }

    @Override
    public String[] mailSources() {
        return mail.sources().stream()
                .map(source -> new String(source, StandardCharsets.ISO_8859_1))
                .toArray(String[]::new);
    }

    @Override
    public String token(String subject, String[] groups, String[] organisations) {
        return identity.issuer().issue(new TokenClaims(subject, Set.of(groups), Set.of(organisations), TOKEN_LIFETIME));
    }

    @Override
    public void close() {
        try (identity;
                mail) {
            backing.close();
        }
    }
}
