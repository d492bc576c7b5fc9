package org.appel.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jboss.byteman.agent.Main;

import org.appel.launcher.embedded.FileTree;

/**
 * A system of its own whose services die, as {@code kill -9} would have it, at an exact place of their code, or lack a
 * step: each place is armed by a file, and the file is gone when it was reached.
 *
 * @see <a href="https://byteman.jboss.org">Byteman</a>
 */
public final class Sabotage implements AutoCloseable {

    private final Path folder;
    private final RunningAppel.Another system;

    private Sabotage(Path folder, RunningAppel.Another system) {
        this.folder = folder;
        this.system = system;
    }

    /** Where a service dies. */
    public enum Death {
        APPLICATION_STORED_NOT_COMMITTED("org.appel.applications.storage.Submissions", "insert", "EXIT"),
        APPLICATION_COMMITTED_NOT_ANSWERED("org.appel.applications.intake.Intake", "handle", "EXIT"),
        EVENT_ACKNOWLEDGED_NOT_DELETED("org.appel.messaging.OutboxBatches", "delete", "ENTRY"),
        EVENT_DELETED_NOT_COMMITTED("org.appel.messaging.OutboxBatches", "delete", "EXIT"),
        EVENT_APPLIED_NOT_COMMITTED("org.appel.messaging.Inbox", "apply", "EXIT"),
        EVENT_COMMITTED_NOT_ACKNOWLEDGED("org.appel.messaging.Inbox", "acknowledge", "ENTRY"),
        ANSWER_SENT_NOT_NOTED("org.appel.notification.delivery.Settlement", "settle", "ENTRY"),
        ANSWER_NOTED_NOT_COMMITTED("org.appel.notification.delivery.Settlement", "settle", "EXIT"),
        MAIL_JUDGED_NOT_COMMITTED("org.appel.applications.mailbox.Verdicts", "settle", "EXIT"),
        MAIL_COMMITTED_NOT_MOVED("org.appel.applications.mailbox.MailIntake", "handle", "EXIT");

        private final String className;
        private final String method;
        private final String place;

        Death(String className, String method, String place) {
            this.className = className;
            this.method = method;
            this.place = place;
        }

        /** Whether the answer may have left before, and leaves again: the one case in which a mail is doubled. */
        public boolean mayDoubleTheAnswer() {
            return this == ANSWER_SENT_NOT_NOTED || this == ANSWER_NOTED_NOT_COMMITTED;
        }

        /** Whether only an application by mail comes to this place. */
        public boolean isOfTheMailDoor() {
            return this == MAIL_JUDGED_NOT_COMMITTED || this == MAIL_COMMITTED_NOT_MOVED;
        }

        private String rule(Path folder) {
            return rule(
                    name(),
                    className,
                    method,
                    place,
                    "(new java.io.File(\"" + folder.resolve(name()) + "\")).delete()",
                    "killJVM()");
        }

        private static String rule(
                String name, String type, String method, String place, String condition, String action) {
            return "RULE %s%nCLASS %s%nMETHOD %s%nAT %s%nIF %s%nDO %s%nENDRULE%n"
                    .formatted(name, type, method, place, condition, action);
        }
    }

    /** A step that a service leaves out while this is armed: what a careless programmer might have written. */
    public enum Mutant {
        /** The relay takes events for sent that the broker never got. */
        RELAY_DOES_NOT_SEND("org.appel.messaging.OutboxSender", "sendAll", "RETURN"),
        /** An event that comes again is taken for another one. */
        EVENTS_ARE_NEVER_THE_SAME(
                "org.appel.messaging.Envelope", "id", "RETURN java.util.UUID.randomUUID().toString()"),
        /** A mail is moved out of the inbox and nothing is made of it. */
        MAIL_TAKEN_WITHOUT_JUDGEMENT(
                "org.appel.applications.mailbox.MailIntake",
                "handle",
                "RETURN org.appel.applications.mailbox.imap.MessageHandler$Disposition.TAKEN");

        private final String className;
        private final String method;
        private final String action;

        Mutant(String className, String method, String action) {
            this.className = className;
            this.method = method;
            this.action = action;
        }

        private String rule(Path folder) {
            return Death.rule(
                    name(),
                    className,
                    method,
                    "ENTRY",
                    "(new java.io.File(\"" + folder.resolve(name()) + "\")).exists()",
                    action);
        }
    }

    /** Starts the system. */
    public static Sabotage begin() {
        try {
            var folder = Files.createTempDirectory("appel-sabotage-");
            var rules = folder.resolve("rules.btm");
            Files.writeString(
                    rules,
                    Stream.concat(
                                    Arrays.stream(Death.values()).map(death -> death.rule(folder)),
                                    Arrays.stream(Mutant.values()).map(mutant -> mutant.rule(folder)))
                            .collect(Collectors.joining("\n")));
            var agent = Path.of(Main.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .getPath());
            return new Sabotage(
                    folder,
                    RunningAppel.another(Map.of("JAVA_TOOL_OPTIONS", "-javaagent:" + agent + "=script:" + rules)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets the next service die that comes to this place. */
    public void arm(Death death) throws IOException {
        Files.createFile(folder.resolve(death.name()));
    }

    /** Whether a service died there since it was armed. */
    public boolean struck(Death death) {
        return !Files.exists(folder.resolve(death.name()));
    }

    public void arm(Mutant mutant) throws IOException {
        Files.createFile(folder.resolve(mutant.name()));
    }

    public void disarm(Mutant mutant) throws IOException {
        Files.deleteIfExists(folder.resolve(mutant.name()));
    }

    @Override
    public void close() throws IOException {
        system.close();
        FileTree.delete(folder);
    }
}
