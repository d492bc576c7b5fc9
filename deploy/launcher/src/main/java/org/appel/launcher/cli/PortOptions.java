package org.appel.launcher.cli;

import picocli.CommandLine.Option;

import org.appel.launcher.local.LocalPorts;

/** One option per port. */
final class PortOptions {

    @Option(names = "--port-postings", paramLabel = "<port>", defaultValue = "" + LocalPorts.POSTINGS)
    private int postings;

    @Option(names = "--port-applications", paramLabel = "<port>", defaultValue = "" + LocalPorts.APPLICATIONS)
    private int applications;

    @Option(names = "--port-notification", paramLabel = "<port>", defaultValue = "" + LocalPorts.NOTIFICATION)
    private int notification;

    @Option(names = "--port-identity", paramLabel = "<port>", defaultValue = "" + LocalPorts.IDENTITY)
    private int identity;

    @Option(names = "--port-broker", paramLabel = "<port>", defaultValue = "" + LocalPorts.BROKER)
    private int broker;

    @Option(names = "--port-database", paramLabel = "<port>", defaultValue = "" + LocalPorts.DATABASE)
    private int database;

    @Option(names = "--port-smtp", paramLabel = "<port>", defaultValue = "" + LocalPorts.SMTP)
    private int smtp;

    @Option(names = "--port-imap", paramLabel = "<port>", defaultValue = "" + LocalPorts.IMAP)
    private int imap;

    LocalPorts ports() {
        return new LocalPorts(postings, applications, notification, identity, broker, database, smtp, imap);
    }
}
