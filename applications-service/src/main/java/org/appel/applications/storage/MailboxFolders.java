package org.appel.applications.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

/** The folders of mailboxes: who reads each, how far, and whether it goes well. */
@ApplicationScoped
public class MailboxFolders {
    /** A folder that nobody has held is free, and so is one whose holder has not been heard of for too long. */
    private static final String HOLD = """
            INSERT INTO mailbox_folder AS f (mailbox, folder, holder, held_until, since)
            VALUES (?, ?, ?, clock_timestamp() + make_interval(secs => ?), appel_now())
            ON CONFLICT (mailbox, folder) DO UPDATE SET holder = excluded.holder, held_until = excluded.held_until
            WHERE f.holder = excluded.holder OR f.holder IS NULL OR f.held_until < clock_timestamp()
            RETURNING 1""";

    private static final String RELEASE = """
            UPDATE mailbox_folder SET holder = NULL, held_until = NULL,
                since = CASE WHEN connected THEN appel_now() ELSE since END, connected = false
            WHERE mailbox = ? AND folder = ? AND holder = ?""";

    private static final String CONNECTED = """
            UPDATE mailbox_folder SET trouble = NULL,
                since = CASE WHEN connected THEN since ELSE appel_now() END, connected = true
            WHERE mailbox = ? AND folder = ? AND holder = ?""";

    private static final String AWAY = """
            UPDATE mailbox_folder SET trouble = ?,
                since = CASE WHEN connected THEN appel_now() ELSE since END, connected = false
            WHERE mailbox = ? AND folder = ? AND holder = ?""";

    private static final String READ = """
            UPDATE mailbox_folder SET read_at = ?, drained_at = coalesce(?, drained_at), stuck = ?
            WHERE mailbox = ? AND folder = ? AND holder = ?""";

    private static final String ALL = """
            SELECT mailbox, folder, connected AND coalesce(held_until > clock_timestamp(), false) AS connected,
                   since, trouble, read_at, drained_at, stuck
            FROM mailbox_folder ORDER BY mailbox, folder""";

    private final Sql sql;

    MailboxFolders(Sql sql) {
        this.sql = sql;
    }

    /**
     * A folder as it is read by whichever process reads it.
     *
     * @param connected whether somebody is connected to it at this moment
     * @param since when that began, by Appel's clock
     * @param trouble code of what stands in the way, such as {@code login-refused}; null if nothing is known to
     * @param readAt when it was last looked at as a whole; null if never
     * @param drainedAt what arrived before has been judged; null if nothing is known to be
     * @param stuck messages that could not be judged yet
     */
    public record State(
            String mailbox,
            String folder,
            boolean connected,
            Instant since,
            @Nullable String trouble,
            @Nullable Instant readAt,
            @Nullable Instant drainedAt,
            int stuck) {}

    /** Takes or keeps the folder for that holder; false if another one has it. */
    public boolean hold(String mailbox, String folder, UUID holder, Duration lease) {
        return sql.first(
                        HOLD,
                        q -> {
                            q.setString(1, mailbox);
                            q.setString(2, folder);
                            q.setObject(3, holder);
                            q.setDouble(4, lease.toMillis() / 1000.0);
                        },
                        row -> true)
                .orElse(false);
    }

    /** Leaves the folder to whoever wants it next. */
    public void release(String mailbox, String folder, UUID holder) {
        sql.update(RELEASE, q -> {
            q.setString(1, mailbox);
            q.setString(2, folder);
            q.setObject(3, holder);
        });
    }

    /** The holder is connected. */
    public void connected(String mailbox, String folder, UUID holder) {
        sql.update(CONNECTED, q -> {
            q.setString(1, mailbox);
            q.setString(2, folder);
            q.setObject(3, holder);
        });
    }

    /** The holder is not connected, for that reason. */
    public void away(String mailbox, String folder, UUID holder, String trouble) {
        sql.update(AWAY, q -> {
            q.setString(1, trouble);
            q.setString(2, mailbox);
            q.setString(3, folder);
            q.setObject(4, holder);
        });
    }

    /**
     * The holder has looked at the whole folder.
     *
     * @param readAt when, by Appel's clock
     * @param drainedAt what arrived before has been judged; null leaves what was known
     * @param stuck messages that could not be judged
     */
    public void read(
            String mailbox, String folder, UUID holder, Instant readAt, @Nullable Instant drainedAt, int stuck) {
        sql.update(READ, q -> {
            q.setObject(1, Sql.time(readAt));
            q.setObject(2, Sql.time(drainedAt));
            q.setInt(3, stuck);
            q.setString(4, mailbox);
            q.setString(5, folder);
            q.setObject(6, holder);
        });
    }

    /** Every folder that was ever held, also of mailboxes that are no longer in the settings. */
    public List<State> all() {
        return sql.list(
                ALL,
                q -> {},
                row -> new State(
                        row.getString("mailbox"),
                        row.getString("folder"),
                        row.getBoolean("connected"),
                        Objects.requireNonNull(Sql.instant(row, "since")),
                        row.getString("trouble"),
                        Sql.instant(row, "read_at"),
                        Sql.instant(row, "drained_at"),
                        row.getInt("stuck")));
    }

    /**
     * What arrived in these folders of the mailbox before that moment has been judged. The mail server's clock and the
     * moment between a message's arrival and its appearance in the folder are for the caller to allow for.
     *
     * @return empty if one of them was never read to its end
     */
    public Optional<Instant> drainedAt(String mailbox, Collection<String> folders) {
        var read = all().stream()
                .filter(state -> state.mailbox().equals(mailbox) && folders.contains(state.folder()))
                .filter(state -> state.drainedAt() != null)
                .toList();
        return read.size() < folders.size()
                ? Optional.empty()
                : read.stream()
                        .map(state -> Objects.requireNonNull(state.drainedAt()))
                        .min(Instant::compareTo);
    }
}
