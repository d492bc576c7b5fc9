package org.appel.applications.config;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long mails are kept that did not become applications, here and in their mailbox. */
@ConfigMapping(prefix = "appel.mail")
public interface MailConfig {
    /**
     * How long a mail waits to be sorted; then it is given up, unanswered, and removed from its mailbox. Mails of machines,
     * and repetitions of what became no application, leave the mailbox after this time, too.
     */
    @WithDefault("90d")
    Duration keepUnsorted();

    /**
     * How long it is known, after the answer, who sent a mail that was declined; and after which time a mail that was
     * declined or thrown away leaves its mailbox.
     */
    @WithDefault("30d")
    Duration keepDeclined();
}
