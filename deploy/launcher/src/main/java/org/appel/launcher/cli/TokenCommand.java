package org.appel.launcher.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import org.appel.launcher.embedded.TokenClaims;
import org.appel.launcher.local.CannotStart;
import org.appel.launcher.local.RunningSystem;
import org.appel.launcher.screen.Screen;

/** Prints a bearer token for the running system and nothing else. */
@Command(
        name = "token",
        description = "Prints a bearer token for the system that ./appel start runs, and nothing else.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {

    private final Screen screen;
    private final Clock machine;

    @Option(names = "--role", paramLabel = "<role>", required = true, description = "One of ${COMPLETION-CANDIDATES}.")
    private Role role = Role.hr;

    @Option(
            names = "--organisation",
            paramLabel = "<id>",
            description = "An organisation that the bearer works for, like omct; may be repeated.")
    private List<String> organisations = List.of();

    @Option(
            names = "--subject",
            paramLabel = "<name>",
            description = "Who it is; made of role and organisation otherwise.")
    private @Nullable String subject;

    @Option(
            names = "--hours",
            paramLabel = "<n>",
            defaultValue = "12",
            description = "How long it is good (default: ${DEFAULT-VALUE}).")
    private int hours;

    @Option(names = "--data", paramLabel = "<directory>", description = "The data directory of the running system.")
    private @Nullable Path data;

    /** As they stand in tokens. */
    enum Role {
        admin,
        hr,
        panel,
        board,
        ops,
        service
    }

    TokenCommand(Screen screen, Clock machine) {
        this.screen = screen;
        this.machine = machine;
    }

    @Override
    public Integer call() {
        var running = RunningSystem.in(Home.data(data))
                .orElseThrow(() -> new CannotStart("Appel is not running here; start it with ./appel start."));
        var name = subject == null ? defaultSubject() : subject;
        var claims = new TokenClaims(name, Set.of(role.name()), new TreeSet<>(organisations), Duration.ofHours(hours));
        screen.line(running.tokens(machine).issue(claims));
        return Appel.OK;
    }

    private String defaultSubject() {
        return organisations.isEmpty() ? role.name() : role.name() + "@" + organisations.getFirst();
    }
}
