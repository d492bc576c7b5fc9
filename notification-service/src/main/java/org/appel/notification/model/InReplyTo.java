package org.appel.notification.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The mail that a letter answers, for its headers {@code In-Reply-To} and {@code References} (RFC 5322, 3.6.4). Its ids
 * are a stranger's text: only what can be nothing but a message id is taken from it.
 *
 * @param messageId of the mail that is answered; null if it had none that may stand in a header
 * @param references of its thread, the oldest first, with its own id last; empty if there are none
 */
public record InReplyTo(@Nullable String messageId, List<String> references) {

    /** A mail of which no id is known. */
    public static final InReplyTo UNKNOWN = new InReplyTo(null, List.of());

    /** A long thread keeps its newest ids, which are what mail programs look for. */
    private static final int MOST_REFERENCES = 20;

    /** Printable ASCII within angle brackets, and short enough for a line of its own. */
    private static final Pattern ID = Pattern.compile("<[!-;=?-~]{1,400}@[!-;=?-~]{1,400}>");

    public InReplyTo {
        references = List.copyOf(references);
    }

    /** What of this may stand in a header of ours. */
    public static InReplyTo of(@Nullable String messageId, List<String> references) {
        var own = id(messageId);
        var thread = new LinkedHashSet<String>();
        references.forEach(reference -> id(reference).ifPresent(thread::add));
        own.ifPresent(id -> {
            thread.remove(id);
            thread.add(id);
        });
        var all = new ArrayList<>(thread);
        return new InReplyTo(own.orElse(null), all.subList(Math.max(0, all.size() - MOST_REFERENCES), all.size()));
    }

    private static Optional<String> id(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(id -> ID.matcher(id)
                .matches());
    }
}
