package org.appel.applications.mailbox.imap;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;

import org.appel.applications.config.MailboxesConfig.Mailbox;
import org.appel.applications.config.MailboxesConfig.Protection;

/** Opens lines to the server of a mailbox, and logs in. */
final class Connector {
    private final Mailbox mailbox;
    private final Credentials credentials;
    private final Properties properties;

    /** @param tls trusts the server; empty for what Java trusts */
    Connector(Mailbox mailbox, Credentials credentials, Optional<SSLContext> tls) {
        this.mailbox = mailbox;
        this.credentials = credentials;
        properties = new Properties();
        properties.put("mail.imap.connectiontimeout", millis(mailbox.connectTimeout()));
        properties.put("mail.imap.timeout", millis(mailbox.readTimeout()));
        properties.put("mail.imap.writetimeout", millis(mailbox.readTimeout()));
        properties.put("mail.imap.ssl.checkserveridentity", "true");
        // Else a server that these certificates do not cover would be judged by those that Java trusts.
        properties.put("mail.imap.socketFactory.fallback", "false");
        tls.ifPresent(context -> properties.put("mail.imap.ssl.socketFactory", context.getSocketFactory()));
    }

    /** @throws Away if there is no line, or we are not let in */
    ImapLine connect() throws Away {
        var line = open();
        try {
            if (mailbox.protection() == Protection.STARTTLS) {
                protect(line);
            }
            login(line);
            line.capability();
            return line;
        } catch (IOException | ProtocolException | RuntimeException e) {
            line.close();
            throw Away.of(e);
        } catch (Away e) {
            line.close();
            throw e;
        }
    }

    private ImapLine open() throws Away {
        try {
            boolean tls = mailbox.protection() == Protection.TLS;
            return new ImapLine(mailbox.host(), mailbox.effectivePort(), properties, tls);
        } catch (SSLException e) {
            throw new Away("tls-refused", e);
        } catch (IOException | ProtocolException | RuntimeException e) {
            throw Away.of(e);
        }
    }

    private static void protect(ImapLine line) throws Away, ProtocolException {
        if (!line.hasCapability("STARTTLS")) {
            throw new Away("no-starttls", null);
        }
        try {
            line.startTLS();
        } catch (ProtocolException e) {
            throw new Away("tls-refused", e);
        }
        // What was said before is not to be trusted.
        line.capability();
    }

    private void login(ImapLine line) throws Away, IOException, ProtocolException {
        try {
            switch (credentials) {
                case Credentials.Password password -> login(line, password.value());
                case Credentials.Bearer bearer -> login(line, bearer);
            }
        } catch (CommandFailedException e) {
            credentials.refused();
            // RFC 5530: the server's own trouble, which says nothing about ours.
            boolean passes = String.valueOf(e.getMessage()).contains("[UNAVAILABLE]");
            throw new Away(passes ? "unavailable" : Away.LOGIN_REFUSED, e);
        }
    }

    private void login(ImapLine line, String password) throws ProtocolException, IOException, Away {
        if (line.hasCapability("AUTH=PLAIN")) {
            line.authenticate("PLAIN", "\0" + mailbox.username() + "\0" + password);
        } else if (line.hasCapability("LOGINDISABLED")) {
            throw new Away("no-login", null);
        } else {
            line.login(mailbox.username(), password);
        }
    }

    private void login(ImapLine line, Credentials.Bearer bearer) throws Away, ProtocolException, IOException {
        boolean standard = line.hasCapability("AUTH=OAUTHBEARER");
        if (!standard && !line.hasCapability("AUTH=XOAUTH2")) {
            throw new Away("no-bearer-login", null);
        }
        var token = bearer.token();
        if (standard) {
            // RFC 7628
            line.authenticate(
                    "OAUTHBEARER",
                    "n,a=%s,\1host=%s\1port=%d\1auth=Bearer %s\1\1"
                            .formatted(mailbox.username(), mailbox.host(), mailbox.effectivePort(), token));
        } else {
            line.authenticate("XOAUTH2", "user=%s\1auth=Bearer %s\1\1".formatted(mailbox.username(), token));
        }
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
