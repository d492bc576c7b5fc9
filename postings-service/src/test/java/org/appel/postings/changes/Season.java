package org.appel.postings.changes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;

/** A great many changes of every kind, by several people at once. */
final class Season {

    private static final int WRITERS = 3;
    private static final int OF_EACH_POSTING = 8;

    private final Desk desk;
    private final int changes;
    private final ConcurrentLinkedQueue<UUID> postings = new ConcurrentLinkedQueue<>();

    Season(Desk desk, int changes) {
        this.desk = desk;
        this.changes = changes;
    }

    /** Returns when all are made and seen to. */
    void run() throws Exception {
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            var writers = IntStream.range(0, WRITERS)
                    .<Callable<Void>>mapToObj(number -> () -> {
                        write(new Random(number));
                        return null;
                    })
                    .toList();
            for (var done : threads.invokeAll(writers)) {
                done.get();
            }
        }
    }

    List<UUID> postings() {
        return new ArrayList<>(postings);
    }

    private void write(Random random) {
        for (int done = 0; done < changes / WRITERS; done += OF_EACH_POSTING) {
            var id = desk.publish();
            postings.add(id);
            boolean open = true;
            int days = Desk.USUAL_DAYS;
            for (int i = 1; i < OF_EACH_POSTING; i++) {
                if (!open) {
                    desk.extend(id, ++days);
                    open = true;
                } else if (i == OF_EACH_POSTING - 1 && random.nextInt(3) == 0) {
                    desk.withdraw(id);
                } else if (random.nextInt(8) == 0) {
                    close(id);
                    open = false;
                } else if (random.nextInt(3) == 0) {
                    desk.extend(id, ++days);
                } else {
                    desk.amend(id, "Titre " + i + " de " + id, days);
                }
            }
        }
    }

    /** The service closes it by itself, within half a second. */
    private void close(UUID id) {
        desk.letClose(id);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> desk.isClosed(id));
    }
}
