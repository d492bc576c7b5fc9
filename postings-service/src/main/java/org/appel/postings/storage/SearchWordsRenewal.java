package org.appel.postings.storage;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

/**
 * Makes the words of the search anew where a release with older rules made them: once after each start, beside all other
 * work. Each replica takes rows that no other holds; until its turn has come a posting is found by its old words.
 */
@ApplicationScoped
class SearchWordsRenewal {

    private static final Logger LOG = Logger.getLogger(SearchWordsRenewal.class);

    /** A transaction of so many rows takes a tenth of a second, so that nobody waits long for a row it holds. */
    private static final int BATCH = 50;

    private final PostingRows rows;
    private final OrganisationRows organisations;
    private final BoardState board;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("search-words").daemon().factory());

    SearchWordsRenewal(PostingRows rows, OrganisationRows organisations, BoardState board) {
        this.rows = rows;
        this.organisations = organisations;
        this.board = board;
    }

    void start(@Observes StartupEvent started) {
        thread.execute(this::renewAll);
    }

    void stop(@Observes ShutdownEvent stopping) {
        thread.shutdownNow();
    }

    /** Renews what is old. Trouble leaves the rest to the next start: it is found by its old words. */
    void renewAll() {
        try {
            int renewed = 0;
            for (int batch = renew(); batch > 0 && !thread.isShutdown(); batch = renew()) {
                renewed += batch;
            }
            if (renewed > 0) {
                LOG.infof("words of the search renewed postings=%d version=%d", renewed, SearchWords.VERSION);
            }
        } catch (RuntimeException e) {
            LOG.warnf("words of the search stay old until the next start reason=%s", e.getMessage());
        }
    }

    private int renew() {
        return QuarkusTransaction.requiringNew().call(() -> {
            var old = rows.withOldWords(BATCH);
            var names =
                    organisations
                            .list(
                                    "id IN ?1",
                                    old.stream()
                                            .map(row -> row.organisation)
                                            .distinct()
                                            .toList())
                            .stream()
                            .collect(Collectors.toMap(row -> row.id, row -> row.name));
            // Not through the row, whose revision must not rise: the posting says what it said.
            old.forEach(row -> rows.update(
                    "words = ?1, wordsVersion = ?2 WHERE id = ?3",
                    SearchWords.of(row.ad, names.get(row.organisation)),
                    SearchWords.VERSION,
                    row.id));
            board.changesWithThisTransaction();
            return old.size();
        });
    }
}
