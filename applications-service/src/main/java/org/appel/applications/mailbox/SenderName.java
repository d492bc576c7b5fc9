package org.appel.applications.mailbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.appel.applications.model.EmailAddress;

/** What to call somebody of whom only a mail is known. */
final class SenderName {
    private static final int LONGEST = 200;

    private SenderName() {}

    /**
     * The name as the author writes it, else what the address says, such as {@code Amina Ben Salah} for
     * {@code amina.ben-salah+jobs@…}.
     *
     * @return 1 to 200 characters
     */
    static String of(@Nullable String written, EmailAddress address) {
        var name = written == null ? "" : clean(written);
        return name.isEmpty() || name.contains("@") ? shortened(readable(address)) : shortened(name);
    }

    private static String clean(String written) {
        return written.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}]", " ")
                .replaceAll("^[\\s\"'<>]+|[\\s\"'<>]+$", "")
                .replaceAll("\\s+", " ");
    }

    private static String readable(EmailAddress address) {
        var text = address.text();
        var local = text.substring(0, text.lastIndexOf('@')).replaceFirst("(?<=.)\\+.*", "");
        var words = Arrays.stream(local.split("[._\\-\\d]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining(" "));
        return words.isEmpty() ? local : words;
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST).strip();
    }
}
