package org.appel.notification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceConfigurableLifecycleManager;
import io.quarkus.test.common.WithTestResource;

import org.appel.testing.Infrastructure;
import org.appel.testing.RealInfrastructure;

/**
 * Runs the service with real database, broker and mail server, in a hurry: its pauses are milliseconds where operation
 * has minutes. The two other services, and the mail server if it has to misbehave, are the test's to put on the ports
 * that stand in the settings.
 */
@RealInfrastructure
@WithTestResource(RunningService.Settings.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RunningService {

    /** Whether the test itself plays the mail server, on port {@code appel.mail.port}. */
    boolean scriptedMail() default false;

    /** Sets the addresses and the pauses. */
    class Settings implements QuarkusTestResourceConfigurableLifecycleManager<RunningService> {

        private boolean scriptedMail;

        @Override
        public void init(RunningService annotation) {
            scriptedMail = annotation.scriptedMail();
        }

        @Override
        public Map<String, String> start() {
            var settings = new HashMap<String, String>();
            settings.put("appel.local", "true");
            settings.put("quarkus.http.test-port", "0");
            settings.put("test.applications-port", freePort());
            settings.put("test.postings-port", freePort());
            settings.put("appel.applications-url", "http://127.0.0.1:" + settings.get("test.applications-port"));
            settings.put("appel.postings-url", "http://127.0.0.1:" + settings.get("test.postings-port"));
            settings.put("appel.mail.host", "127.0.0.1");
            settings.put(
                    "appel.mail.port",
                    scriptedMail
                            ? freePort()
                            : String.valueOf(Infrastructure.mail().smtpPort()));
            settings.put("appel.mail.from", "no-reply@appel.example");
            settings.put("appel.mail.return-path", "bounces@appel.example");
            settings.put("appel.mail.read-timeout", "1s");
            settings.put("appel.mail.total-timeout", "3s");
            settings.put("appel.delivery.poll", "200ms");
            if (scriptedMail) {
                // What a slow server holds up is told by time, to which the pace would add its own.
                settings.put("appel.delivery.per-second", "200");
            }
            settings.put("appel.delivery.refused.first", "100ms");
            settings.put("appel.delivery.refused.longest", "400ms");
            settings.put("appel.delivery.postponed.first", "50ms");
            settings.put("appel.delivery.postponed.longest", "300ms");
            settings.put("appel.delivery.away.first", "50ms");
            settings.put("appel.delivery.away.longest", "300ms");
            settings.put("appel.delivery.slow-after", "300ms");
            settings.put("quarkus.rest-client.applications.read-timeout", "1000");
            settings.put("appel.links.application", "https://hr.example/applications/{id}");
            return settings;
        }

        @Override
        public void stop() {}

        private static String freePort() {
            try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return String.valueOf(socket.getLocalPort());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
