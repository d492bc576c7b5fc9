package org.appel.launcher.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

/**
 * One PostgreSQL server.
 *
 * <p>It is a process of its own that outlives a killed JVM: a server that was left behind in the data directory is stopped before a new one starts.
 * A commit survives the death of the server's process; unless it is asked for, it is not forced to the disk and does not survive a power cut.
 */
public final class EmbeddedDatabase implements EmbeddedPart {

    private static final String SUPERUSER = "postgres";
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);

    private final Path directory;
    private final int port;
    private final String password;
    private final boolean forced;
    private @Nullable EmbeddedPostgres server;

    /**
     * A server, not yet started.
     *
     * @param directory where the data is kept; made when missing, and gone on with when a server left it there
     * @param port on 127.0.0.1, 0 for any free one
     * @param password the superuser's; must be the same again for a kept directory
     */
    public EmbeddedDatabase(Path directory, int port, String password) {
        this(directory, port, password, false);
    }

    /**
     * The same.
     *
     * @param forced whether each commit waits until it is on the disk, as a server in operation has it
     */
    public EmbeddedDatabase(Path directory, int port, String password, boolean forced) {
        this.directory = directory;
        this.port = port == 0 ? Ports.free() : port;
        this.password = password;
        this.forced = forced;
    }

    @Override
    public synchronized void start() {
        if (server != null) {
            return;
        }
        FileTree.make(directory);
        stopWhatWasLeft(directory);
        var passwordFile = directory.resolveSibling(directory.getFileName() + ".password");
        FileTree.writePrivately(passwordFile, password);
        try {
            server = EmbeddedPostgres.builder()
                    .setDataDirectory(directory)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setOverrideWorkingDirectory(Binaries.directory().toFile())
                    .setPort(port)
                    .setPGStartupWait(READY_WITHIN)
                    .setConnectConfig("password", password)
                    // Options of initdb: no locale of the machine, and nobody gets in without a password.
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("pwfile", passwordFile.toString())
                    .setLocaleConfig("auth-host", "scram-sha-256")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "''")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("fsync", forced ? "on" : "off")
                    .start();
        } catch (IOException e) {
            throw new EmbeddedPartFailed("database: did not start in " + directory, e);
        } finally {
            FileTree.delete(passwordFile);
        }
    }

    @Override
    public synchronized void stop() {
        if (server != null) {
            try {
                server.close();
            } catch (IOException e) {
                throw new EmbeddedPartFailed("database: did not stop", e);
            }
            server = null;
        }
    }

    /** Ends the server at once, as a crash would: connections break, the next start recovers. */
    public synchronized void crash() {
        new Postmaster(directory).crash();
        stop();
    }

    /** Stops a server that a killed JVM left behind in this data directory; does nothing when there is none. */
    public static void stopWhatWasLeft(Path directory) {
        new Postmaster(directory).stop();
    }

    @Override
    public int port() {
        return port;
    }

    /** The JDBC address of a database on this server, without user and password. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Makes a user and a database that this user owns; what exists is kept, and the password is set again. */
    public void createDatabase(String database, String user, String userPassword) {
        try (var connection = connect(SUPERUSER);
                var statement = connection.createStatement()) {
            var known = exists(connection, "SELECT FROM pg_roles WHERE rolname = ?", user);
            statement.execute("%s ROLE %s LOGIN PASSWORD %s"
                    .formatted(
                            known ? "ALTER" : "CREATE",
                            statement.enquoteIdentifier(user, true),
                            statement.enquoteLiteral(userPassword)));
            if (!exists(connection, "SELECT FROM pg_database WHERE datname = ?", database)) {
                statement.execute("CREATE DATABASE %s OWNER %s"
                        .formatted(
                                statement.enquoteIdentifier(database, true), statement.enquoteIdentifier(user, true)));
            }
        } catch (SQLException e) {
            throw new EmbeddedPartFailed("database: %s was not made".formatted(database.toLowerCase(Locale.ROOT)), e);
        }
    }

    /** A connection of the superuser; the caller closes it. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), SUPERUSER, password);
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }
}
