package org.appel.launcher.screen;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** What a person at the terminal sees. Colours only where they can be shown and are wanted. */
public final class Screen {

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean colours;

    /**
     * A screen on any two streams.
     *
     * @param colours whether it can show them
     */
    public Screen(PrintWriter out, PrintWriter err, boolean colours) {
        this.out = out;
        this.err = err;
        this.colours = colours;
    }

    /** Standard output and error. */
    public static Screen ofTerminal() {
        var console = System.console();
        return new Screen(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                console != null && console.isTerminal() && System.getenv("NO_COLOR") == null);
    }

    public PrintWriter out() {
        return out;
    }

    public PrintWriter err() {
        return err;
    }

    /** One line. */
    public void line(String text) {
        out.println(text);
        out.flush();
    }

    /** An empty line. */
    public void gap() {
        line("");
    }

    /** A heading with air around it. */
    public void heading(String text) {
        gap();
        line(bold(text));
        gap();
    }

    /** A label and what belongs to it, in two columns. */
    public void pair(String label, String value) {
        line("  %-22s %s".formatted(label, value).stripTrailing());
    }

    public String bold(String text) {
        return styled("1", text);
    }

    /** For what matters less. */
    public String faint(String text) {
        return styled("2", text);
    }

    public String good(String text) {
        return styled("32", text);
    }

    public String bad(String text) {
        return styled("31", text);
    }

    /** One line on standard error. */
    public void complain(String message) {
        err.println("appel: " + message);
        err.flush();
    }

    /** A fault with all its details, on standard error. */
    public void complain(Exception failure) {
        err.println("appel: " + failure);
        failure.printStackTrace(err);
        err.flush();
    }

    private String styled(String code, String text) {
        return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
