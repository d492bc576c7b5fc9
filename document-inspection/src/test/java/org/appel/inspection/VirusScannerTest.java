package org.appel.inspection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

@Timeout(60)
class VirusScannerTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final long MOST = 25 << 20;

    private ClamdStandIn clamd;

    @BeforeEach
    void start() throws IOException {
        clamd = ClamdStandIn.started();
    }

    @AfterEach
    void stop() throws IOException {
        clamd.close();
    }

    @Test
    void the_harmless_test_virus_is_found_and_named() throws Exception {
        // When
        var verdict = scanner(LONG, MOST).scan(new ByteArrayInputStream(ClamdStandIn.EICAR));

        // Then
        assertThat(verdict).isEqualTo(new Verdict.Infected(ClamdStandIn.SIGNATURE));
    }

    @Test
    void it_is_found_across_the_border_of_two_parts() throws Exception {
        // Given
        var content = new SequenceInputStream(zeros(2030), new ByteArrayInputStream(ClamdStandIn.EICAR));

        // When
        var verdict = scanner(LONG, MOST).scan(content);

        // Then
        assertThat(verdict).isInstanceOf(Verdict.Infected.class);
    }

    @Test
    void a_large_clean_file_is_streamed_to_its_end() throws Exception {
        // When
        var verdict = scanner(LONG, MOST).scan(zeros(20_000_000));

        // Then
        assertThat(verdict).isEqualTo(new Verdict.Clean());
        assertThat(clamd.bytes()).isEqualTo(20_000_000);
    }

    @Test
    void an_empty_file_is_clean() throws Exception {
        // When
        var verdict = scanner(LONG, MOST).scan(InputStream.nullInputStream());

        // Then
        assertThat(verdict).isEqualTo(new Verdict.Clean());
    }

    @Test
    void the_content_stays_open_for_whoever_opened_it() throws Exception {
        // Given
        var closed = new AtomicBoolean();
        var content = new ByteArrayInputStream(new byte[10]) {
            @Override
            public void close() {
                closed.set(true);
            }
        };

        // When
        scanner(LONG, MOST).scan(content);

        // Then
        assertThat(closed).isFalse();
    }

    @Test
    void more_than_is_scanned_is_told_apart_from_a_scanner_that_is_away() {
        // When
        var thrown = catchThrowable(() -> scanner(LONG, 1_000_000).scan(zeros(1_000_001)));

        // Then
        assertThat(thrown).isInstanceOf(TooLargeToScan.class).hasMessageContaining("1000000");
        assertThat(clamd.scans()).isZero();
    }

    @Test
    void exactly_as_much_as_is_scanned_is_scanned() throws Exception {
        // When
        var verdict = scanner(LONG, 1_000_000).scan(zeros(1_000_000));

        // Then
        assertThat(verdict).isEqualTo(new Verdict.Clean());
    }

    @Test
    void a_scanner_that_takes_less_than_was_agreed_is_no_verdict() throws Exception {
        // Given
        try (var small = ClamdStandIn.taking(1_000)) {
            var scanner = new VirusScanner(small.host(), small.port(), LONG, MOST);

            // When
            var thrown = catchThrowable(() -> scanner.scan(zeros(10_000_000)));

            // Then
            assertThat(thrown).isInstanceOf(IOException.class).isNotInstanceOf(TooLargeToScan.class);
        }
    }

    @Test
    void a_scanner_that_is_away_is_no_verdict() throws Exception {
        // Given
        var scanner = scanner(LONG, MOST);
        clamd.close();

        // When
        var thrown = catchThrowable(() -> scanner.scan(zeros(10)));

        // Then
        assertThat(thrown).isInstanceOf(IOException.class);
        assertThat(scanner.isReady()).isFalse();
    }

    @Test
    void a_host_without_an_address_is_no_verdict() {
        // When
        var thrown = catchThrowable(() -> new VirusScanner("clamd.invalid", 3310, LONG, MOST).scan(zeros(10)));

        // Then
        assertThat(thrown).isInstanceOf(IOException.class);
    }

    @Test
    void one_that_takes_the_connection_and_says_nothing_is_given_up_in_time() throws Exception {
        // Given
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var scanner = new VirusScanner(
                    silent.getInetAddress().getHostAddress(), silent.getLocalPort(), Duration.ofMillis(300), MOST);

            // When
            var thrown = catchThrowable(() -> scanner.scan(zeros(100)));

            // Then
            assertThat(thrown).isInstanceOf(IOException.class).hasMessageContaining("in time");
        }
    }

    @Test
    void a_scanner_that_never_reads_does_not_hold_a_large_file() throws Exception {
        // Given
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var scanner = new VirusScanner(
                    silent.getInetAddress().getHostAddress(), silent.getLocalPort(), Duration.ofMillis(500), MOST);

            // When
            var thrown = catchThrowable(() -> scanner.scan(zeros((int) MOST)));

            // Then
            assertThat(thrown).isInstanceOf(IOException.class).hasMessageContaining("in time");
        }
    }

    @Test
    void content_that_cannot_be_read_is_no_verdict() {
        // Given
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the disk");
            }
        };

        // When
        var thrown = catchThrowable(() -> scanner(LONG, MOST).scan(broken));

        // Then
        assertThat(thrown).isInstanceOf(IOException.class);
        assertThat(clamd.scans()).isZero();
    }

    @Test
    void an_interrupt_ends_the_scan() throws Exception {
        // Given
        try (var slow = ClamdStandIn.slow(LONG)) {
            var scanner = new VirusScanner(slow.host(), slow.port(), LONG, MOST);
            var thrown = new AtomicReference<Throwable>();
            var thread = Thread.ofVirtual().start(() -> thrown.set(catchThrowable(() -> scanner.scan(zeros(10)))));

            // When
            thread.interrupt();
            thread.join();

            // Then
            assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void a_scanner_that_answers_is_ready() throws Exception {
        // When
        var ready = scanner(LONG, MOST).isReady();

        // Then
        assertThat(ready).isTrue();
    }

    private VirusScanner scanner(Duration timeout, long mostBytes) {
        return new VirusScanner(clamd.host(), clamd.port(), timeout, mostBytes);
    }

    private static InputStream zeros(int count) {
        return new InputStream() {
            private int left = count;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                if (left <= 0) {
                    return -1;
                }
                int read = Math.min(left, length);
                Arrays.fill(bytes, offset, offset + read, (byte) 0);
                left -= read;
                return read;
            }
        };
    }
}
