package org.appel.applications.mailbox.imap;

import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.mail.internet.MailDateFormat;

import org.jboss.logging.Logger;

/**
 * When a message arrived: by the topmost {@code Received} line of a server that is trusted, since that one stands at the
 * border and some mail is carried on for hours behind it; without such a server by the folder's internal date.
 */
final class ReceivingTime {
    private static final Logger LOG = Logger.getLogger(ReceivingTime.class);
    private static final Pattern BY =
            Pattern.compile("(?:^|\\s)by\\s+\\[?([^\\s;()\\[\\]]+)", Pattern.CASE_INSENSITIVE);

    private final Set<String> trustedHosts;
    private final Clock clock;
    private final Supplier<Duration> shift;

    /** @param shift how far Appel's clock is moved from real time, in which mail servers live */
    ReceivingTime(Collection<String> trustedHosts, Clock clock, Supplier<Duration> shift) {
        this.trustedHosts =
                trustedHosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        this.clock = clock;
        this.shift = shift;
    }

    /** By Appel's clock, never later than now; now where nothing says it. */
    Instant of(Optional<Instant> internalDate, Path raw) throws IOException {
        var now = clock.instant();
        return atBorder(raw)
                .or(() -> internalDate)
                .map(real -> real.plus(shift.get()))
                .filter(moment -> moment.isBefore(now))
                .orElse(now);
    }

    private Optional<Instant> atBorder(Path raw) throws IOException {
        if (trustedHosts.isEmpty()) {
            return Optional.empty();
        }
        return RawHeader.of(raw).received().stream()
                .filter(this::isTrusted)
                .findFirst()
                .flatMap(ReceivingTime::moment);
    }

    private boolean isTrusted(String received) {
        var by = BY.matcher(received);
        return by.find() && trustedHosts.contains(by.group(1).toLowerCase(Locale.ROOT));
    }

    private static Optional<Instant> moment(String received) {
        try {
            return Optional.of(new MailDateFormat()
                    .parse(received.substring(received.lastIndexOf(';') + 1).strip())
                    .toInstant());
        } catch (ParseException e) {
            LOG.debug("a trusted server wrote a date that cannot be read");
            return Optional.empty();
        }
    }
}
