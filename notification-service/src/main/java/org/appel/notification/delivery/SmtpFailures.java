package org.appel.notification.delivery;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;

import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

import org.appel.notification.model.ProblemCode;
import org.appel.notification.model.SmtpReply;
import org.appel.notification.model.SmtpReply.Meaning;

/** What the mail library's exceptions mean; their texts, which repeat the server's and the addresses, end here. */
final class SmtpFailures {

    private SmtpFailures() {}

    /** Why there is no connection. */
    static ProblemCode connecting(MessagingException failure, int lastCode) {
        if (failure instanceof AuthenticationFailedException) {
            return new ProblemCode("login-refused");
        }
        if (lastCode >= 400) {
            return SmtpReply.of(lastCode, null).problem();
        }
        return line(failure, "no-connection");
    }

    /** What a failed sending to one recipient means. */
    static SmtpAnswer answer(MessagingException failure) {
        var replies = replies(failure);
        for (Meaning meaning : List.of(Meaning.NOT_LET_IN, Meaning.DEFERRED, Meaning.REJECTED)) {
            var reply = replies.stream().filter(r -> r.meaning() == meaning).findFirst();
            if (reply.isPresent()) {
                return answer(reply.get());
            }
        }
        return new SmtpAnswer.Later(line(failure, "connection-lost"));
    }

    private static SmtpAnswer answer(SmtpReply reply) {
        return switch (reply.meaning()) {
            case NOT_LET_IN -> new SmtpAnswer.Away(reply.problem());
            case REJECTED -> new SmtpAnswer.Refused(reply.problem());
            case DEFERRED, ACCEPTED -> new SmtpAnswer.Later(reply.problem());
        };
    }

    private static List<SmtpReply> replies(MessagingException failure) {
        var replies = new ArrayList<SmtpReply>();
        for (Exception e = failure; e != null; e = e instanceof MessagingException m ? m.getNextException() : null) {
            switch (e) {
                case SMTPAddressFailedException f -> replies.add(SmtpReply.of(f.getReturnCode(), f.getMessage()));
                case SMTPSenderFailedException f -> replies.add(SmtpReply.of(f.getReturnCode(), f.getMessage()));
                case SMTPSendFailedException f -> replies.add(SmtpReply.of(f.getReturnCode(), f.getMessage()));
                default -> {
                    // Only the library's own words.
                }
            }
        }
        // A dropped line shows as -1.
        replies.removeIf(reply -> reply.code() < 400);
        return replies;
    }

    private static ProblemCode line(MessagingException failure, String otherwise) {
        for (Throwable e = failure;
                e != null;
                e = e instanceof MessagingException m ? m.getNextException() : e.getCause()) {
            switch (e) {
                case SocketTimeoutException _ -> {
                    return new ProblemCode("timeout");
                }
                case UnknownHostException _ -> {
                    return new ProblemCode("unknown-host");
                }
                case ConnectException _ -> {
                    return new ProblemCode("connection-refused");
                }
                case SSLException _ -> {
                    return new ProblemCode("tls-failed");
                }
                default -> {
                    // Look deeper.
                }
            }
        }
        return new ProblemCode(otherwise);
    }
}
