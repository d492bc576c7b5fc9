package org.appel.applications.mailbox.imap;

import java.util.Arrays;

import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.protocol.ListInfo;
import org.eclipse.angus.mail.imap.protocol.Namespaces;

/** How a server calls the folders that the settings name with {@code /} between their levels. */
final class FolderNames {
    private final ImapLine line;
    private final char separator;
    private final String prefix;

    FolderNames(ImapLine line) throws ProtocolException {
        this.line = line;
        var root = line.list("", "");
        separator = root == null || root.length == 0 || root[0].separator == 0 ? '/' : root[0].separator;
        prefix = personal(line);
    }

    /** The server's name of a folder that is there. */
    String existing(String setting) throws ProtocolException, Away {
        if (setting.equalsIgnoreCase("INBOX") || exists(plain(setting))) {
            return setting.equalsIgnoreCase("INBOX") ? "INBOX" : plain(setting);
        }
        if (exists(prefix + plain(setting))) {
            return prefix + plain(setting);
        }
        throw new Away("no-such-folder", null);
    }

    /** The server's name of a folder, which is made if it is missing. */
    String made(String setting) throws ProtocolException, Away {
        try {
            return existing(setting);
        } catch (Away missing) {
            create(inNamespace(setting));
            return existing(setting);
        }
    }

    private String inNamespace(String setting) {
        var plain = plain(setting);
        return plain.startsWith(prefix) ? plain : prefix + plain;
    }

    private void create(String name) throws ProtocolException {
        try {
            line.create(name);
        } catch (CommandFailedException refused) {
            // Some servers want the upper level first; or another replica was faster.
            int last = name.lastIndexOf(separator);
            if (last > 0 && !exists(name)) {
                if (!exists(name.substring(0, last))) {
                    create(name.substring(0, last));
                }
                line.create(name);
            }
        }
        try {
            line.subscribe(name);
        } catch (CommandFailedException notToBeHad) {
            // Mail programs may not show it, which is all.
        }
    }

    private String plain(String setting) {
        return setting.replace('/', separator);
    }

    private boolean exists(String name) throws ProtocolException {
        var found = line.list("", name);
        return found != null && Arrays.stream(found).anyMatch(folder -> isThere(folder, name));
    }

    private static boolean isThere(ListInfo folder, String name) {
        boolean gone = folder.attrs != null && Arrays.asList(folder.attrs).contains("\\NonExistent");
        return folder.name.equals(name) && folder.canOpen && !gone;
    }

    /** Where a user's own folders are, such as {@code INBOX.}; empty on most servers (RFC 2342). */
    private static String personal(ImapLine line) throws ProtocolException {
        if (!line.hasCapability("NAMESPACE")) {
            return "";
        }
        Namespaces namespaces;
        try {
            namespaces = line.namespace();
        } catch (CommandFailedException notToBeHad) {
            return "";
        }
        var personal = namespaces == null ? null : namespaces.personal;
        return personal == null || personal.length == 0 || personal[0].prefix == null ? "" : personal[0].prefix;
    }
}
