package org.appel.testing;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.management.JMX;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

import org.appel.launcher.embedded.ReceivedMail;

/**
 * The broker, database, mail server and identity provider of this JVM's tests, real ones, started before the first test class. Each keeps its port
 * and its data while it is stopped.
 */
public final class Infrastructure {

    static final ObjectName NAME = name();

    private Infrastructure() {}

    /** Host and port for {@code bootstrap.servers}. */
    public static String kafka() {
        return control().getKafka();
    }

    /** The JDBC address of the database that the service under test uses. */
    public static String jdbcUrl() {
        return control().getJdbcUrl();
    }

    /** The user of every database here. */
    public static String databaseUser() {
        return control().getDatabaseUser();
    }

    /** The password of {@link #databaseUser()}. */
    public static String databasePassword() {
        return control().getDatabasePassword();
    }

    /** Makes a fresh, empty database and gives its JDBC address; same user and password. */
    public static String newDatabase() {
        return control().newDatabase();
    }

    /** The OIDC issuer's address. */
    public static String issuer() {
        return control().getIssuer();
    }

    /** The mail server. */
    public static Mailboxes mail() {
        return new Mailboxes(control());
    }

    /** Takes the broker away; returns when its port is closed. */
    public static void stopBroker() {
        control().stopBroker();
    }

    /** Brings the broker back; returns when it answers. */
    public static void startBroker() {
        control().startBroker();
    }

    /** Takes the database away as a shutdown does. */
    public static void stopDatabase() {
        control().stopDatabase();
    }

    /** Takes the database away as a crash does: no checkpoint, connections broken. */
    public static void crashDatabase() {
        control().crashDatabase();
    }

    /** Brings the database back; returns when it answers. */
    public static void startDatabase() {
        control().startDatabase();
    }

    /** The mail server as a test uses it. */
    public static final class Mailboxes {

        private final InfrastructureControlMXBean control;

        private Mailboxes(InfrastructureControlMXBean control) {
            this.control = control;
        }

        /** The port on 127.0.0.1. */
        public int smtpPort() {
            return control.getSmtpPort();
        }

        /** The port on 127.0.0.1; the address is the user, any password will do. */
        public int imapPort() {
            return control.getImapPort();
        }

        /** Every mail in every mailbox, each recipient's copy for itself, in the order of arrival. */
        public List<ReceivedMail> messages() {
            return Arrays.stream(control.mailSources())
                    .map(source -> ReceivedMail.parse(source.getBytes(StandardCharsets.ISO_8859_1)))
                    .toList();
        }

        /** The mails that name the address as a recipient. */
        public List<ReceivedMail> messagesTo(String address) {
            return messages().stream()
                    .filter(mail -> mail.to().stream().anyMatch(address::equalsIgnoreCase))
                    .toList();
        }

        /** Empties every mailbox. */
        public void clear() {
            control.clearMail();
        }

        /** Takes the server away; mails are kept. */
        public void stop() {
            control.stopMail();
        }

        /** Brings the server back on the same ports. */
        public void start() {
            control.startMail();
        }
    }

    static boolean isRegistered() {
        return ManagementFactory.getPlatformMBeanServer().isRegistered(NAME);
    }

    static InfrastructureControlMXBean control() {
        if (!isRegistered()) {
            throw new IllegalStateException("no infrastructure: run with -Dinfra=auto, embedded or docker");
        }
        return JMX.newMXBeanProxy(ManagementFactory.getPlatformMBeanServer(), NAME, InfrastructureControlMXBean.class);
    }

    private static ObjectName name() {
        try {
            return new ObjectName("org.appel.testing:type=Infrastructure");
        } catch (MalformedObjectNameException e) {
            throw new IllegalStateException(e);
        }
    }
}
