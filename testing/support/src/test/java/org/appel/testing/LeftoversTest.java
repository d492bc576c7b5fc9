package org.appel.testing;

import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LeftoversTest {

    @Test
    void the_directory_of_a_dead_process_is_an_orphan_and_that_of_a_living_one_is_not() {
        // Given
        var own = Path.of("/tmp/appel-test-" + ProcessHandle.current().pid() + "-1");
        var dead = Path.of("/tmp/appel-test-2147483646-1");

        // When
        var orphans = Stream.of(own, dead).filter(Leftovers::isOrphan);

        // Then
        assertThat(orphans).containsExactly(dead);
    }
}
