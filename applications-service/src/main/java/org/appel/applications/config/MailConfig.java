package org.appel.applications.config;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long mails are kept here that did not become applications. */
@ConfigMapping(prefix = "appel.mail")
public interface MailConfig {
    /** How long a mail waits to be sorted; then it is given up, unanswered, and stays in its mailbox only. */
    @WithDefault("90d")
    Duration keepUnsorted();

    /** How long it is known, after the answer, who sent a mail that was declined. */
    @WithDefault("30d")
    Duration keepDeclined();
}
