package org.appel.applications.mailbox.mime;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Whether a machine sent a message (RFC 3834, and what is done besides). A strong sign decides by itself. A weak one,
 * which also stands in some people's mail, counts only where no document came along: an application taken for a
 * machine's would be lost to everybody's sight.
 */
final class MachineSigns {
    private static final List<String> ANSWERING = List.of(
            "x-autoreply", "x-autoreply-from", "x-autorespond", "x-autoresponder", "x-mail-autoreply", "x-vacation");
    /** Not the others: they are about reports of delivery and reading. */
    private static final Set<String> UNWANTED = Set.of("all", "autoreply", "oof");

    private static final Pattern DAEMON =
            Pattern.compile("(mailer-?daemon|postmaster|mail-daemon|mdaemon|double-bounce|bounces?)([+=-].*)?");
    private static final Pattern NOBODY =
            Pattern.compile("(.*[._+-])?(no-?_?reply|do-?_?not-?_?reply|ne-?_?pas-?_?repondre|pas-de-reponse"
                    + "|sans-?reponse|noresponse|no-?responder|nicht-?antworten|keine-?antwort|unattended)([._+-].*)?");
    private static final Pattern ANSWERED_BY_ITSELF = Pattern.compile(
            "[\\s\\p{Z}]*(automatic reply|auto(matic)?[ -]?(reply|response|answer)|out of (the )?office"
                    + "|r[ée]ponse automatique|message d['’]absence|absence du bureau|absent du bureau"
                    + "|automatische antwort|abwesenheitsnotiz|respuesta autom[aá]tica|risposta automatica)(?!\\p{L}).*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

    private MachineSigns() {}

    /**
     * @param report whether it reports what became of another message
     * @param documents whether files came along that are no pictures
     * @param own addresses whose lists are how the mailbox gets its mail
     * @return a code; null if a person wrote it
     */
    static @Nullable String find(
            Header header, Sender sender, String subject, boolean report, boolean documents, Collection<String> own) {
        return strong(header, sender, subject, report, own)
                .or(() -> documents ? Optional.empty() : weak(header, sender, subject))
                .orElse(null);
    }

    /** Whether nobody reads what is sent to that address, so that it names no author. */
    static boolean isNobody(Sender sender) {
        return sender.localPart().filter(part -> NOBODY.matcher(part).matches()).isPresent();
    }

    /** Whether whoever sends that mail wants no answer of a machine, as Exchange and those who heed it say it. */
    static boolean isAnswerUnwanted(Header header) {
        return header.all("x-auto-response-suppress").stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(MachineSigns::word)
                .anyMatch(UNWANTED::contains);
    }

    private static Optional<String> strong(
            Header header, Sender sender, String subject, boolean report, Collection<String> own) {
        var submitted = header.first("auto-submitted").map(MachineSigns::word).orElse("");
        if (!submitted.isEmpty() && !submitted.equals("no")) {
            return Optional.of("auto-submitted");
        }
        boolean daemon = sender.localPart()
                .filter(part -> DAEMON.matcher(part).matches())
                .isPresent();
        if (sender.nullReturnPath() || report || daemon || header.has("x-failed-recipients")) {
            return Optional.of("bounce");
        }
        if (ANSWERING.stream().anyMatch(header::has)) {
            return Optional.of("auto-reply");
        }
        return list(header, own)
                .or(() -> header.has("x-auto-response-suppress") ? answeredByItself(subject) : Optional.empty());
    }

    private static Optional<String> list(Header header, Collection<String> own) {
        var precedence = header.first("precedence").map(MachineSigns::word).orElse("");
        if (precedence.startsWith("auto")) {
            return Optional.of("auto-reply");
        }
        if (isOwnList(header, own)) {
            return Optional.empty();
        }
        if (header.has("list-id") || precedence.equals("list")) {
            return Optional.of("list");
        }
        return precedence.equals("bulk") || precedence.equals("junk") ? Optional.of("bulk") : Optional.empty();
    }

    private static Optional<String> weak(Header header, Sender sender, String subject) {
        if (isNobody(sender)) {
            return Optional.of("no-reply");
        }
        return answeredByItself(subject)
                .or(() -> header.has("list-unsubscribe") ? Optional.of("bulk") : Optional.empty());
    }

    private static Optional<String> answeredByItself(String subject) {
        return ANSWERED_BY_ITSELF.matcher(subject).matches() ? Optional.of("auto-reply") : Optional.empty();
    }

    /** Some organisations get their mail by a list that is their own address. */
    private static boolean isOwnList(Header header, Collection<String> own) {
        var lists = Stream.concat(header.all("list-id").stream(), header.all("list-post").stream())
                .map(list -> list.toLowerCase(Locale.ROOT))
                .toList();
        return own.stream().map(address -> address.toLowerCase(Locale.ROOT)).anyMatch(address -> lists.stream()
                .anyMatch(list -> list.contains("<" + address.replace('@', '.') + ">")
                        || list.contains("mailto:" + address + ">")));
    }

    /** The first word of a value, without comments and parameters. */
    private static String word(String value) {
        return value.strip().toLowerCase(Locale.ROOT).split("[\\s;(]", 2)[0];
    }
}
