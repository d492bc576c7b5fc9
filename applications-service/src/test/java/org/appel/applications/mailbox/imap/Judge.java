package org.appel.applications.mailbox.imap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes what is laid before it, and judges as it was told to. */
final class Judge implements MessageHandler {
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final List<Place> places = new CopyOnWriteArrayList<>();
    private volatile Opinion opinion = message -> Disposition.TAKEN;

    /** What to make of a message. */
    interface Opinion {
        Disposition of(Seen message);
    }

    record Seen(StoredMessage message, String raw) {
        String subject() {
            return raw.lines()
                    .filter(line -> line.startsWith("Subject: "))
                    .map(line -> line.substring(9))
                    .findFirst()
                    .orElse("");
        }
    }

    @Override
    public Disposition handle(StoredMessage message) {
        try {
            var one = new Seen(message, Files.readString(message.raw(), StandardCharsets.ISO_8859_1));
            seen.add(one);
            return opinion.of(one);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void moved(StoredMessage message, Place place) {
        places.add(place);
    }

    void judges(Opinion now) {
        opinion = now;
    }

    List<Seen> seen() {
        return seen;
    }

    List<String> subjects() {
        return seen.stream().map(Seen::subject).toList();
    }

    List<Place> places() {
        return places;
    }
}
