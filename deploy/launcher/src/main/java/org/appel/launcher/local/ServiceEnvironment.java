package org.appel.launcher.local;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.appel.launcher.process.Service;

/** What each service is told by its environment. */
record ServiceEnvironment(LocalPorts ports, Secrets secrets, Duration uploadLimit) {

    static final String CLIENT_ID = "notification-service";

    /** To which the sample notices of OMCT send their candidates. */
    private static final String MAILBOX = "applications@omct.org";

    Map<String, String> of(Service service) {
        var environment = new HashMap<>(common(service));
        environment.putAll(
                switch (service) {
                    case POSTINGS -> postings();
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

    private Map<String, String> postings() {
        return Map.of(
                "APPEL_POSTINGS_SITE_URL", url(ports.postings()),
                "APPEL_POSTINGS_SITE_APPLICATIONS_URL", url(ports.applications()),
                // A board that is tried on this machine is called on this machine.
                "APPEL_POSTINGS_WEBHOOKS_KEYSET", secrets.masterKeyset(),
                "APPEL_POSTINGS_WEBHOOKS_ALLOW_HTTP", "true",
                "APPEL_POSTINGS_WEBHOOKS_ALLOW_PRIVATE_NETWORKS", "true",
                "APPEL_POSTINGS_CAREERS_PREVIEW_SECRET", secrets.previews());
    }

    private Map<String, String> applications() {
        return Map.ofEntries(
                Map.entry("APPEL_VAULT_MASTER_KEYSET", secrets.masterKeyset()),
                Map.entry("APPEL_VAULT_INDEX_KEY", secrets.indexKey()),
                Map.entry("APPEL_INTAKE_UPLOAD_LIMIT", uploadLimit.toSeconds() + "s"),
                Map.entry("APPEL_INTAKE_PATIENCE", "2s"),
                Map.entry("APPEL_INTAKE_WORK", "2s"),
                Map.entry("APPEL_INTAKE_CAREERS_URL", url(ports.postings()) + "/careers"),
                Map.entry("APPEL_CANDIDATE_LINK", url(ports.applications()) + "/my/applications/{id}?token={token}"),
                // The embedded server lets anybody read: the address is the name, any password will do.
                Map.entry("APPEL_MAILBOXES_OMCT_ORGANISATION", "omct"),
                Map.entry("APPEL_MAILBOXES_OMCT_HOST", "127.0.0.1"),
                Map.entry("APPEL_MAILBOXES_OMCT_PORT", Integer.toString(ports.imap())),
                Map.entry("APPEL_MAILBOXES_OMCT_PROTECTION", "none"),
                Map.entry("APPEL_MAILBOXES_OMCT_USERNAME", MAILBOX),
                Map.entry("APPEL_MAILBOXES_OMCT_PASSWORD", "any"));
    }

    private Map<String, String> notification() {
        return Map.ofEntries(
                Map.entry("APPEL_MAIL_HOST", "127.0.0.1"),
                Map.entry("APPEL_MAIL_PORT", Integer.toString(ports.smtp())),
                Map.entry("APPEL_MAIL_FROM", "appel@appel.example"),
                // The mail server is on this machine: a mail whose sender was killed need not wait for minutes.
                Map.entry("APPEL_MAIL_TOTAL_TIMEOUT", "10s"),
                Map.entry("APPEL_DELIVERY_LEASE", "15s"),
                Map.entry("APPEL_POSTINGS_URL", url(ports.postings())),
                Map.entry("APPEL_APPLICATIONS_URL", url(ports.applications())),
                Map.entry("QUARKUS_OIDC_CLIENT_AUTH_SERVER_URL", url(ports.identity())),
                Map.entry("QUARKUS_OIDC_CLIENT_CLIENT_ID", CLIENT_ID),
                Map.entry("QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET", secrets.client()));
    }

    private static String url(int port) {
        return "http://127.0.0.1:" + port;
    }
}
