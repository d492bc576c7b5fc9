package org.appel.notification.config;

import java.time.Duration;
import java.util.Optional;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The mail server and the envelope; the reason for each number is in {@code application.properties}. */
@ConfigMapping(prefix = "appel.mail")
public interface MailConfig {

    /** The mail server that takes our mails over. */
    @NotBlank
    String host();

    /** Its port: 25, 587 (STARTTLS) or 465 (TLS). */
    @Min(1)
    @Max(65535)
    int port();

    /** How the line is protected: {@code none}, {@code starttls} (never without) or {@code tls} (from the start). */
    @WithDefault("none")
    Protection protection();

    /** Name for the login; without it there is none. */
    Optional<String> username();

    /** Password for the login. */
    Optional<String> password();

    /** The address in From; the name before it is the organisation's. */
    @Email
    @NotBlank
    String from();

    /** Envelope sender, to which bounces go; without it the address in From. */
    Optional<@Email String> returnPath();

    /**
     * Envelope sender of the letters that answer a mail, for a mail server that does not take the null sender
     * {@code <>}, which they have without it (RFC 3834). Nothing may ever answer from that address.
     */
    Optional<@Email String> answerReturnPath();

    /** Domain of the Message-IDs; without it the domain of the address in From. */
    Optional<String> domain();

    /** Longest wait for a connection. */
    Duration connectTimeout();

    /** Longest wait for one answer of the server. */
    Duration readTimeout();

    /** Longest that one mail may take in all, however the server dribbles; shorter than the lease. */
    Duration totalTimeout();

    /** After this many mails a connection is closed and another one opened. */
    @Min(1)
    int mailsPerConnection();

    /** A connection that has been idle for longer is not used again. */
    Duration keepAlive();

    /** How the line is protected. */
    enum Protection {
        NONE,
        STARTTLS,
        TLS
    }

    /** The {@link #domain}, or what stands in for it. */
    default String messageIdDomain() {
        return domain().orElseGet(() -> from().substring(from().lastIndexOf('@') + 1));
    }
}
