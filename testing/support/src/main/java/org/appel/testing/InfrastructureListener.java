package org.appel.testing;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.management.JMException;

import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

import org.appel.launcher.embedded.FileTree;

/**
 * Starts the infrastructure before the first test class is looked at and tells Quarkus where it is by system properties. JUnit finds it by
 * {@code META-INF/services}. It comes before Quarkus' own resources, which ask for their addresses earlier than any test resource could start.
 */
public final class InfrastructureListener implements LauncherSessionListener {

    private @Nullable InfrastructureControl control;
    private @Nullable Path directory;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        QuietLogs.apply();
        var kind = InfrastructureKind.chosen();
        if (kind == InfrastructureKind.NONE || Infrastructure.isRegistered()) {
            return;
        }
        var made = Leftovers.freshDirectory();
        directory = made;
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "infrastructure-stop"));
        control = new InfrastructureControl(
                switch (kind) {
                    case DOCKER -> new ContainerBacking();
                    case EMBEDDED, NONE -> new EmbeddedBacking(made);
                },
                made);
        register(control);
        settings(control).forEach(System::setProperty);
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        stop();
    }

    private synchronized void stop() {
        if (control != null) {
            control.close();
            control = null;
        }
        if (directory != null) {
            FileTree.delete(directory);
            directory = null;
        }
    }

    private static void register(InfrastructureControl control) {
        try {
            ManagementFactory.getPlatformMBeanServer().registerMBean(control, Infrastructure.NAME);
        } catch (JMException e) {
            throw new IllegalStateException("the infrastructure cannot be registered", e);
        }
    }

    private static Map<String, String> settings(InfrastructureControl control) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("quarkus.devservices.enabled", "false");
        settings.put("quarkus.http.test-port", "0");
        settings.put("kafka.bootstrap.servers", control.getKafka());
        settings.put("quarkus.datasource.jdbc.url", control.getJdbcUrl());
        settings.put("quarkus.datasource.username", control.getDatabaseUser());
        settings.put("quarkus.datasource.password", control.getDatabasePassword());
        if (isOnClassPath("io.quarkus.oidc.OidcTenantConfig")) {
            settings.put("quarkus.oidc.auth-server-url", control.getIssuer());
        }
        if (isOnClassPath("io.quarkus.oidc.client.OidcClient")) {
            settings.put("quarkus.oidc-client.auth-server-url", control.getIssuer());
            settings.put("quarkus.oidc-client.client-id", InfrastructureControl.CLIENT_ID);
            settings.put("quarkus.oidc-client.credentials.secret", control.clientSecret());
        }
        if (isOnClassPath("io.quarkus.mailer.Mailer")) {
            settings.put("quarkus.mailer.mock", "false");
            settings.put("quarkus.mailer.host", "127.0.0.1");
            settings.put("quarkus.mailer.port", Integer.toString(control.getSmtpPort()));
        }
        return settings;
    }

    /** A setting of an extension that a module does not have would only make Quarkus warn. */
    private static boolean isOnClassPath(String name) {
        var file = name.replace('.', '/') + ".class";
        return InfrastructureListener.class.getClassLoader().getResource(file) != null;
    }
}
