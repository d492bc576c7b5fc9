package org.appel.notification.delivery;

import org.appel.notification.model.ProblemCode;

/** What the mail server said to one mail for one recipient. */
sealed interface SmtpAnswer {

    /** It has taken the mail over. */
    record Taken() implements SmtpAnswer {}

    /** No, for good. */
    record Refused(ProblemCode problem) implements SmtpAnswer {}

    /** Later; or the line dropped while it took the mail: it may have it or not. */
    record Later(ProblemCode problem) implements SmtpAnswer {}

    /** Nothing of the mail: it cannot be reached, or does not let us in. */
    record Away(ProblemCode problem) implements SmtpAnswer {}
}
