package org.appel.launcher.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import org.appel.launcher.embedded.TokenClaims;
import org.appel.launcher.http.Api;
import org.appel.launcher.local.CannotStart;
import org.appel.launcher.local.RunningSystem;
import org.appel.launcher.screen.Screen;

/** Shows the account of every posting and mailbox of the running system, and whether each balances. */
@Command(
        name = "ledger",
        description = "Shows what arrived for each posting and mailbox and what became of it; exit status 1 if an"
                + " account does not balance.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class LedgerCommand implements Callable<Integer> {

    private static final List<String> COLUMNS =
            List.of("arrived", "accepted", "updated", "duplicate", "refused", "unsorted", "automatic");
    private static final String LINE = "  %-38s" + "%10s".repeat(COLUMNS.size() + 3) + "  %s";

    private final Screen screen;
    private final Clock machine;

    @Option(names = "--data", paramLabel = "<directory>", description = "The data directory of the running system.")
    private @Nullable Path data;

    LedgerCommand(Screen screen, Clock machine) {
        this.screen = screen;
        this.machine = machine;
    }

    @Override
    public Integer call() {
        var running = RunningSystem.in(Home.data(data))
                .orElseThrow(() -> new CannotStart("Appel is not running here; start it with ./appel start."));
        var token = running.tokens(machine)
                .issue(new TokenClaims("ledger", Set.of("ops"), Set.of(), Duration.ofMinutes(5)));
        var service = URI.create("http://127.0.0.1:" + running.ports().applications());
        return show(
                new Api(service, token).get("/ledgers").orThrow("the ledgers").json());
    }

    /** The exit status that belongs to it. */
    int show(JsonNode books) {
        table("posting", books.path("postings"), "acknowledgements");
        table("mailbox", books.path("mailboxes"), "answers");
        boolean balanced = books.path("balanced").asBoolean();
        screen.line(balanced ? screen.good("Every account balances.") : screen.bad("An account does not balance."));
        return balanced ? Appel.OK : Appel.BROKEN;
    }

    private void table(String subject, JsonNode accounts, String answers) {
        screen.line(screen.bold(line(subject, COLUMNS, List.of("answered", "not", "pending"), "")));
        for (var account : accounts) {
            var counts =
                    COLUMNS.stream().map(column -> sum(account.path(column))).toList();
            var told = account.path(answers);
            screen.line(line(
                    account.path(subject).asText(),
                    counts,
                    List.of(
                            sum(told.path("sent")),
                            String.valueOf(Long.parseLong(sum(told.path("failed")))
                                    + Long.parseLong(sum(told.path("suppressed")))),
                            sum(told.path("pending"))),
                    account.path("balanced").asBoolean() ? screen.good("✓") : screen.bad("✗")));
        }
        screen.gap();
    }

    private static String line(String subject, List<String> counts, List<String> answers, String verdict) {
        var cells = new java.util.ArrayList<String>();
        cells.add(subject);
        cells.addAll(counts);
        cells.addAll(answers);
        cells.add(verdict);
        return LINE.formatted(cells.toArray());
    }

    /** A number as it is; numbers by reason added up. */
    private static String sum(JsonNode value) {
        return String.valueOf(
                value.isObject()
                        ? value.valueStream().mapToLong(JsonNode::asLong).sum()
                        : value.asLong());
    }
}
