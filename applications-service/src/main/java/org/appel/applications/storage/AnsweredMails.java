package org.appel.applications.storage;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

/** Who got an answer to a mail within a day, so that nobody gets two about the same posting. */
@ApplicationScoped
public class AnsweredMails {
    /** Two that ask at once wait for each other: one of them is answered. */
    private static final String CLAIM = """
            INSERT INTO mail_answered (answer_index, answered_at) VALUES (?, appel_now())
            ON CONFLICT (answer_index) DO UPDATE SET answered_at = excluded.answered_at
            WHERE mail_answered.answered_at <= excluded.answered_at - interval '1 day'""";

    private static final String NOTE = """
            INSERT INTO mail_answered (answer_index, answered_at) VALUES (?, appel_now())
            ON CONFLICT (answer_index) DO UPDATE SET answered_at = excluded.answered_at""";

    private final Sql sql;

    AnsweredMails(Sql sql) {
        this.sql = sql;
    }

    /**
     * Asks to answer, with the current transaction.
     *
     * @param answer blind index of sender and posting, or of sender and mailbox
     * @return false if they were answered within the last 24 hours
     */
    public boolean claim(byte[] answer) {
        return sql.update(CLAIM, q -> q.setBytes(1, answer)) == 1;
    }

    /** Notes an answer that is given in any case, since a person decided it. */
    public void note(byte[] answer) {
        sql.update(NOTE, q -> q.setBytes(1, answer));
    }

    /** Forgets answers that were given before that time, a day ago or more. */
    public int forgetBefore(Instant time) {
        return sql.update("DELETE FROM mail_answered WHERE answered_at < ?", q -> q.setObject(1, Sql.time(time)));
    }
}
