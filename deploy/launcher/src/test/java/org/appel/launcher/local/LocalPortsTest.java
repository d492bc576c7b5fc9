package org.appel.launcher.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LocalPortsTest {

    @Test
    void every_busy_port_is_named_at_once() throws IOException {
        try (var first = listening();
                var second = listening()) {
            // Given
            var ports = new LocalPorts(first.getLocalPort(), 1, 2, 3, 4, 5, second.getLocalPort(), 6);

            // When
            var check = assertThatThrownBy(ports::requireFree);

            // Then
            check.isInstanceOf(CannotStart.class)
                    .hasMessageContaining(
                            "Port %d is in use; choose another with --port-postings".formatted(first.getLocalPort()))
                    .hasMessageContaining(
                            "Port %d is in use; choose another with --port-smtp".formatted(second.getLocalPort()));
        }
    }

    @Test
    void one_port_for_two_parts_is_refused() {
        // Given
        var free = LocalPorts.free();
        var ports = new LocalPorts(
                free.postings(),
                free.postings(),
                free.notification(),
                free.identity(),
                free.broker(),
                free.database(),
                free.smtp(),
                free.imap());

        // When
        var check = assertThatThrownBy(ports::requireFree);

        // Then
        check.isInstanceOf(CannotStart.class).hasMessageContaining("the same");
    }

    @Test
    void free_ports_are_free_and_eight_different_ones() {
        // When
        var ports = LocalPorts.free();

        // Then
        ports.requireFree();
        assertThat(ports.byOption().values()).doesNotHaveDuplicates().hasSize(8);
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}
