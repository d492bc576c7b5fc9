package org.appel.applications.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.appel.applications.config.MailboxesConfig.Mailbox;
import org.appel.applications.model.EmailAddress;

/** Looks for what is wrong with the settings of mailboxes. */
class MailboxFaults {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]{1,40}");

    private final Predicate<String> knowsCertificates;
    private final List<String> faults = new ArrayList<>();

    MailboxFaults(Predicate<String> knowsCertificates) {
        this.knowsCertificates = knowsCertificates;
    }

    List<String> of(Map<String, Mailbox> mailboxes) {
        var readBy = new HashMap<String, String>();
        new TreeMap<>(mailboxes).forEach((name, mailbox) -> {
            look(name, mailbox);
            for (String folder : mailbox.folders()) {
                var place = mailbox.host() + "\n" + mailbox.effectivePort() + "\n" + mailbox.username() + "\n" + folder;
                var other = readBy.putIfAbsent(place, name);
                if (other != null && !other.equals(name)) {
                    fault(name, "folders", "names a folder that " + key(other, "folders") + " names, too");
                }
            }
        });
        return faults;
    }

    private void look(String name, Mailbox mailbox) {
        if (!NAME.matcher(name).matches()) {
            faults.add("the name of appel.mailboxes." + name + " must be of small letters and digits");
        }
        if (mailbox.password().isPresent() == mailbox.oauth().isPresent()) {
            fault(name, "password", "or " + key(name, "oauth.*") + " must be set, and not both");
        }
        mailbox.port().ifPresent(port -> {
            if (port < 1 || port > 65_535) {
                fault(name, "port", "must be from 1 to 65535");
            }
        });
        mailbox.tlsConfiguration()
                .filter(knowsCertificates.negate())
                .ifPresent(missing ->
                        fault(name, "tls-configuration", "names quarkus.tls." + missing + ".*, which is not set"));
        mailbox.oauth().ifPresent(oauth -> {
            if (!List.of("http", "https")
                    .contains(String.valueOf(oauth.tokenUrl().getScheme()))) {
                fault(name, "oauth.token-url", "must be an address that begins with https://");
            }
        });
        lookAtFolders(name, mailbox);
        lookAtLimits(name, mailbox);
    }

    private void lookAtFolders(String name, Mailbox mailbox) {
        var folders = mailbox.folders();
        if (folders.isEmpty() || folders.stream().anyMatch(String::isBlank)) {
            fault(name, "folders", "must name at least one folder");
        }
        if (new HashSet<>(folders).size() < folders.size()) {
            fault(name, "folders", "names a folder twice");
        }
        if (folders.contains(mailbox.takenFolder())) {
            fault(name, "taken-folder", "must not be one of those that are read");
        }
        if (folders.contains(mailbox.setAsideFolder())) {
            fault(name, "set-aside-folder", "must not be one of those that are read");
        }
        if (mailbox.takenFolder().equals(mailbox.setAsideFolder())) {
            fault(name, "set-aside-folder", "must be another folder than " + key(name, "taken-folder"));
        }
    }

    private void lookAtLimits(String name, Mailbox mailbox) {
        for (String address : mailbox.addresses().orElse(List.of())) {
            if (EmailAddress.of(address).isEmpty()) {
                fault(name, "addresses", "holds what is no address");
            }
        }
        if (mailbox.poll().isNegative() || mailbox.poll().isZero()) {
            fault(name, "poll", "must be longer than nothing");
        }
        if (mailbox.connectTimeout().toMillis() < 1) {
            fault(name, "connect-timeout", "must be longer than nothing");
        }
        if (mailbox.readTimeout().toMillis() < 1) {
            fault(name, "read-timeout", "must be longer than nothing");
        }
        if (mailbox.largestMessage().asLongValue() < 1) {
            fault(name, "largest-message", "must be more than nothing");
        }
    }

    private void fault(String mailbox, String setting, String what) {
        faults.add(key(mailbox, setting) + " " + what);
    }

    private static String key(String mailbox, String setting) {
        return "appel.mailboxes." + mailbox + "." + setting;
    }
}
