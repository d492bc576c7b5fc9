package org.appel.launcher.cli;

import java.time.Clock;

import picocli.CommandLine;
import picocli.CommandLine.Command;

import org.appel.launcher.local.CannotStart;
import org.appel.launcher.process.ServiceFailed;
import org.appel.launcher.screen.Screen;

/**
 * The entry of the launcher. Exit status: 0 done, 1 something did not agree or broke, 2 asked for something that cannot be.
 */
@Command(
        name = "appel",
        description = "Runs the whole of Appel on this machine.",
        synopsisSubcommandLabel = "start | demo | ledger | token",
        mixinStandardHelpOptions = true)
public final class Appel {

    static final int OK = 0;
    static final int BROKEN = 1;
    static final int NOT_POSSIBLE = 2;

    private Appel() {}

    public static void main(String[] arguments) {
        Logs.calm();
        System.exit(run(Screen.ofTerminal(), Clock.systemUTC(), arguments));
    }

    static int run(Screen screen, Clock machine, String... arguments) {
        return new CommandLine(new Appel())
                .addSubcommand(new StartCommand(screen, machine))
                .addSubcommand(new DemoCommand(screen, machine))
                .addSubcommand(new TokenCommand(screen, machine))
                .addSubcommand(new LedgerCommand(screen, machine))
                .addSubcommand(new TrainCommand(screen, machine))
                .setOut(screen.out())
                .setErr(screen.err())
                .setExecutionExceptionHandler((failure, command, parsed) -> explain(screen, failure))
                .execute(arguments);
    }

    private static int explain(Screen screen, Exception failure) {
        return switch (failure) {
            case CannotStart reason -> {
                screen.complain(reason.getMessage());
                yield NOT_POSSIBLE;
            }
            case ServiceFailed reason -> {
                screen.complain(reason.getMessage());
                yield BROKEN;
            }
            default -> {
                screen.complain(failure);
                yield BROKEN;
            }
        };
    }
}
