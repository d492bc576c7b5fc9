package org.appel.launcher.local;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.appel.launcher.embedded.Ports;
import org.appel.launcher.process.Service;

/** The ports of a local system, all on 127.0.0.1. */
public record LocalPorts(
        int postings, int applications, int notification, int identity, int broker, int database, int smtp, int imap) {

    public static final int POSTINGS = 8081;
    public static final int APPLICATIONS = 8082;
    public static final int NOTIFICATION = 8083;
    public static final int IDENTITY = 8084;
    public static final int BROKER = 9092;
    public static final int DATABASE = 15432;
    public static final int SMTP = 3025;
    public static final int IMAP = 3143;

    /** The ports that the documents name. */
    public static LocalPorts usual() {
        return new LocalPorts(POSTINGS, APPLICATIONS, NOTIFICATION, IDENTITY, BROKER, DATABASE, SMTP, IMAP);
    }

    /** Ports nobody listens on, so that a system can run beside another. */
    public static LocalPorts free() {
        return new LocalPorts(
                Ports.free(),
                Ports.free(),
                Ports.free(),
                Ports.free(),
                Ports.free(),
                Ports.free(),
                Ports.free(),
                Ports.free());
    }

    int of(Service service) {
        return switch (service) {
            case POSTINGS -> postings;
            case APPLICATIONS -> applications;
            case NOTIFICATION -> notification;
        };
    }

    /** Each port by the name of the option that changes it, in the order in which people read them. */
    public Map<String, Integer> byOption() {
        var all = new LinkedHashMap<String, Integer>();
        all.put("--port-postings", postings);
        all.put("--port-applications", applications);
        all.put("--port-notification", notification);
        all.put("--port-identity", identity);
        all.put("--port-broker", broker);
        all.put("--port-database", database);
        all.put("--port-smtp", smtp);
        all.put("--port-imap", imap);
        return all;
    }

    /**
     * Makes sure that all can be used.
     *
     * @throws CannotStart naming every busy port and the option that changes it
     */
    void requireFree() {
        var busy = byOption().entrySet().stream()
                .filter(port -> !Ports.isFree(port.getValue()))
                .map(port ->
                        "Port %d is in use; choose another with %s <port>.".formatted(port.getValue(), port.getKey()))
                .toList();
        if (!busy.isEmpty()) {
            throw new CannotStart(String.join(System.lineSeparator(), busy));
        }
        var twice = List.copyOf(byOption().values());
        if (twice.stream().distinct().count() < twice.size()) {
            throw new CannotStart("Two of the ports are the same: " + byOption());
        }
    }
}
