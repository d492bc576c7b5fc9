package org.appel.launcher.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.appel.launcher.embedded.FileTree;
import org.appel.launcher.embedded.TokenIssuer;

/**
 * What another process must know of a system that runs: written when it is ready, gone when it has stopped.
 *
 * @param pid of the launcher
 * @param identityKey the file with the key that signs tokens
 */
public record RunningSystem(long pid, LocalPorts ports, String issuer, String identityKey) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = "state.json";

    /** The system that runs with this data directory; empty when none does. */
    public static Optional<RunningSystem> in(Path root) {
        var file = root.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            var found = JSON.readValue(file.toFile(), RunningSystem.class);
            return ProcessHandle.of(found.pid()).map(launcher -> found);
        } catch (IOException e) {
            throw new UncheckedIOException("state " + file + " cannot be read", e);
        }
    }

    /** Signs tokens that the system's services accept. */
    public TokenIssuer tokens(Clock clock) {
        return TokenIssuer.withKeyIn(Path.of(identityKey), URI.create(issuer), clock);
    }

    void write(Path root) {
        try {
            FileTree.writePrivately(root.resolve(FILE), JSON.writeValueAsString(this));
        } catch (IOException e) {
            throw new UncheckedIOException("state cannot be written to " + root, e);
        }
    }

    static void forget(Path root) {
        try {
            Files.deleteIfExists(root.resolve(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException("state cannot be removed from " + root, e);
        }
    }
}
