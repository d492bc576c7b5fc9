package org.appel.launcher.local;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.appel.launcher.process.Service;

/** What each service is told by its environment. */
record ServiceEnvironment(LocalPorts ports, Secrets secrets, Duration uploadLimit) {

    static final String CLIENT_ID = "notification-service";

    Map<String, String> of(Service service) {
        var environment = new HashMap<>(common(service));
        environment.putAll(
                switch (service) {
                    case POSTINGS -> Map.<String, String>of();
                    case APPLICATIONS -> applications();
                    case NOTIFICATION -> notification();
                });
        return Map.copyOf(environment);
    }

    private Map<String, String> common(Service service) {
        return Map.of(
                "APPEL_LOCAL", "true",
                "QUARKUS_HTTP_HOST", "127.0.0.1",
                "QUARKUS_HTTP_PORT", Integer.toString(ports.of(service)),
                "QUARKUS_DATASOURCE_JDBC_URL",
                        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(ports.database(), service.database()),
                "QUARKUS_DATASOURCE_USERNAME", service.database(),
                "QUARKUS_DATASOURCE_PASSWORD", secrets.database(),
                "KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.broker(),
                "QUARKUS_OIDC_AUTH_SERVER_URL", url(ports.identity()));
    }

    private Map<String, String> applications() {
        return Map.of(
                "APPEL_VAULT_MASTER_KEYSET", secrets.masterKeyset(),
                "APPEL_VAULT_INDEX_KEY", secrets.indexKey(),
                "APPEL_INTAKE_UPLOAD_LIMIT", uploadLimit.toSeconds() + "s");
    }

    private Map<String, String> notification() {
        return Map.of(
                "QUARKUS_MAILER_HOST", "127.0.0.1",
                "QUARKUS_MAILER_PORT", Integer.toString(ports.smtp()),
                "APPEL_MAIL_FROM", "appel@appel.example",
                "APPEL_POSTINGS_URL", url(ports.postings()),
                "APPEL_APPLICATIONS_URL", url(ports.applications()),
                "QUARKUS_OIDC_CLIENT_AUTH_SERVER_URL", url(ports.identity()),
                "QUARKUS_OIDC_CLIENT_CLIENT_ID", CLIENT_ID,
                "QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET", secrets.client());
    }

    private static String url(int port) {
        return "http://127.0.0.1:" + port;
    }
}
