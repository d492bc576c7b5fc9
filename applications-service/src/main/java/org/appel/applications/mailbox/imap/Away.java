package org.appel.applications.mailbox.imap;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

import org.eclipse.angus.mail.iap.ConnectionException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.util.SocketConnectException;
import org.jspecify.annotations.Nullable;

/** The mailbox cannot be read at this moment. */
final class Away extends Exception {
    /** It is known to be in vain, and servers lock out who tries too often. */
    static final String LOGIN_REFUSED = "login-refused";

    /** Mails wait until the postings are known as they are now. */
    static final String POSTINGS_NOT_READ = "postings-not-read";

    private static final long serialVersionUID = 1L;

    private final String code;

    /** @param code for operators, names neither person nor address */
    Away(String code, @Nullable Throwable cause) {
        super(code, cause);
        this.code = code;
    }

    String code() {
        return code;
    }

    static Away of(Exception e) {
        return e instanceof Away away ? away : new Away(code(e), e);
    }

    private static String code(Exception e) {
        var causes = Stream.<Throwable>iterate(e, t -> t != null, Throwable::getCause)
                .limit(10)
                .toList();
        for (Throwable cause : causes) {
            switch (cause) {
                case SSLException _ -> {
                    return "tls-refused";
                }
                case UnknownHostException _ -> {
                    return "unknown-host";
                }
                case ConnectException _ -> {
                    return "unreachable";
                }
                case SocketTimeoutException _ -> {
                    return "no-answer";
                }
                default -> {
                    // Perhaps its cause says more.
                }
            }
        }
        return switch (e) {
            case SocketConnectException _ -> "unreachable";
            case ConnectionException _ -> "line-lost";
            case ProtocolException _ -> "refused";
            default -> "line-lost";
        };
    }
}
