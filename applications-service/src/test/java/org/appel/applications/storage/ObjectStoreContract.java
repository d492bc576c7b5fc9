package org.appel.applications.storage;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What every store outside the database keeps to besides. */
abstract class ObjectStoreContract extends DocumentStoreContract {
    static final UUID HOME = new UUID(0, 1);
    static final UUID OTHER_HOME = new UUID(0, 2);

    @Override
    abstract ObjectStore store();

    /** A store in the same place for another database. */
    abstract ObjectStore neighbour();

    /** Makes the store unreachable, and reachable again. */
    abstract void goAway() throws IOException;

    abstract void comeBack() throws IOException;

    @Override
    void put(List<SealedContent> contents) throws IOException {
        store().put(contents);
    }

    @Override
    void remove(List<UUID> contents) throws IOException {
        store().remove(contents);
    }

    @Test
    void contents_are_shown_by_their_age_and_only_those_of_the_same_database() throws IOException {
        // Given
        var own = UUID.randomUUID();
        var others = UUID.randomUUID();
        store().put(List.of(plain(own, bytes(own))));
        neighbour().put(List.of(plain(others, bytes(others))));

        // When
        var future = shown(Instant.now().plus(1, ChronoUnit.HOURS));
        var past = shown(Instant.now().minus(1, ChronoUnit.HOURS));

        // Then
        assertThat(future).contains(own).doesNotContain(others);
        assertThat(past).isEmpty();
    }

    @Test
    void more_than_a_page_is_shown_and_may_be_removed_meanwhile() throws IOException {
        // Given
        var all = new ArrayList<UUID>();
        for (int i = 0; i < 1100; i++) {
            all.add(UUID.randomUUID());
        }
        neighbour().put(all.stream().map(id -> plain(id, bytes(id))).toList());
        var shown = new ArrayList<UUID>();

        // When
        neighbour().eachBefore(Instant.now().plus(1, ChronoUnit.HOURS), page -> {
            shown.addAll(page);
            neighbour().remove(page);
        });

        // Then
        assertThat(shown).containsAll(all).doesNotHaveDuplicates();
        neighbour().eachBefore(Instant.now().plus(1, ChronoUnit.HOURS), page -> assertThat(page)
                .isEmpty());
    }

    @Test
    void while_it_is_away_it_says_so_and_does_not_claim_that_anything_is_lost_or_removed() throws IOException {
        // Given
        var content = UUID.randomUUID();
        store().put(List.of(plain(content, bytes(content))));

        // When
        goAway();

        // Then
        try {
            assertThatThrownBy(() -> store().get(content))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(java.io.FileNotFoundException.class);
            assertThatThrownBy(() -> store().remove(List.of(content))).isInstanceOf(IOException.class);
        } finally {
            comeBack();
        }
        assertThat(raw(content)).isEqualTo(bytes(content));
    }

    private List<UUID> shown(Instant before) throws IOException {
        var shown = new ArrayList<UUID>();
        store().eachBefore(before, shown::addAll);
        return shown;
    }
}
