package org.appel.applications.mailbox.mime;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a message may cost is bounded, whatever it holds. The bounds in time are wide, for a machine that is busy. */
@Timeout(60)
class HostileMailTest {
    private static final String FROM = "From: a@mail.example\n";
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    Path directory;

    @Test
    void after_a_hundred_parts_the_rest_is_left_and_said() {
        // Given
        var message = new StringBuilder(FROM + "Content-Type: multipart/mixed; boundary=b\n\n");
        for (int i = 0; i < 100_000; i++) {
            message.append("--b\nContent-Type: application/pdf; name=")
                    .append(i)
                    .append(".pdf\n\nx\n");
        }

        // When
        var mail = Eml.parse(message.append("--b--\n").toString());

        // Then
        assertThat(mail.parts()).hasSize(100);
        assertThat(mail.left()).singleElement().asString().contains("100 parts");
    }

    @Test
    void what_is_nested_too_deeply_is_left_and_said() {
        // Given
        var message = new StringBuilder(FROM);
        for (int i = 0; i < 5_000; i++) {
            message.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }

        // When
        var mail = Eml.parse(message.append("\nBonjour\n").toString());

        // Then
        assertThat(mail.left()).singleElement().asString().contains("too deeply");
    }

    @Test
    void messages_in_messages_come_to_an_end() {
        // Given
        var message =
                "From: a@mail.example\nSubject: TR: x\nContent-Type: message/rfc822\n\n".repeat(2_000) + FROM + "\nx\n";

        // When
        var mail = Eml.parse(message);

        // Then
        assertThat(mail.forwarded()).isNotNull();
        assertThat(mail.left()).singleElement().asString().contains("too deeply");
    }

    @Test
    void a_header_line_without_an_end_ends_the_message() {
        // Given
        var message = bytes("From: a@mail.example\nSubject: ", 30 << 20);

        // When
        long cost = cost(() -> assertThatThrownBy(() -> read(message)).isInstanceOf(UnreadableMail.class));

        // Then
        assertThat(cost).isLessThan(16 << 20);
    }

    @Test
    void a_header_line_without_an_end_within_a_part_ends_the_message() {
        // Given
        var message =
                bytes("From: a@mail.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\nSubject: ", 30 << 20);

        // When
        long cost = cost(() -> assertThatThrownBy(() -> read(message)).isInstanceOf(UnreadableMail.class));

        // Then
        assertThat(cost).isLessThan(16 << 20);
    }

    @Test
    void a_header_without_an_end_ends_the_message() {
        assertThatThrownBy(() -> read(bytes("X: 1\n".repeat(1_000_000), 0))).isInstanceOf(UnreadableMail.class);
    }

    @Test
    void a_boundary_without_an_end_does_no_harm() {
        assertThat(Eml.parse(FROM + "Content-Type: multipart/mixed; boundary=\"" + "b".repeat(200_000)
                                + "\"\n\nBonjour\n")
                        .text())
                .isEqualTo("Bonjour");
    }

    @Test
    void lines_that_nearly_are_a_boundary_do_not_cost_more() {
        // Given
        var boundary = "=_" + "-".repeat(60);
        var body = ("--=_" + "-".repeat(59) + "\n").repeat(300_000);

        // When
        var mail = Eml.parse(FROM + "Content-Type: multipart/mixed; boundary=\"" + boundary + "\"\n\n--" + boundary
                + "\n\nBonjour\n" + body);

        // Then
        assertThat(mail.text()).startsWith("Bonjour");
    }

    @Test
    void a_large_file_is_never_held_in_memory() throws IOException {
        // Given
        var content = new byte[30 << 20];
        new Random(1).nextBytes(content);
        var raw = directory.resolve("raw");
        try (var out = Files.newOutputStream(raw)) {
            out.write((FROM + "Content-Type: application/pdf; name=cv.pdf\nContent-Transfer-Encoding: base64\n\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(Base64.getMimeEncoder().encode(content));
        }

        // When
        long cost = cost(() -> assertThat(
                        new MailParser().parse(raw, directory.resolve("parts")).parts())
                .singleElement()
                .satisfies(part -> assertThat(part.size()).isEqualTo(content.length)));

        // Then
        assertThat(cost).isLessThan(16 << 20);
    }

    @Test
    void broken_base64_gives_what_can_be_read() {
        // When
        var mail = Eml.parse(FROM + "Content-Type: application/pdf; name=cv.pdf\nContent-Transfer-Encoding: base64\n\n"
                + "JVBE!!Ri0x\u00e9Ljc==\n=JVB\n");

        // Then
        assertThat(Eml.content(mail.parts().getFirst())).asString().startsWith("%PDF-1.7");
    }

    @Test
    void nulls_do_no_harm() {
        // When
        var mail = Eml.parse(
                "From: a@mail.example\0\nSubject: a\0b\nContent-Type: text/plain;\0 charset=\0utf-8\n\nBon\0jour\n");

        // Then
        assertThat(mail.subject()).isEqualTo("ab");
        assertThat(mail.text()).isEqualTo("Bonjour");
    }

    @Test
    void a_name_of_nothing_but_tricks_does_not_cost_more() {
        assertThat(Eml.withField("Subject: " + "=?x".repeat(50_000)).subject()).hasSizeLessThan(20_000);
        assertThat(Eml.withField("Subject: " + "=?utf-8?Q?a".repeat(20_000)).subject())
                .hasSizeLessThan(20_000);
        assertThat(Eml.withField("Content-Type: a/b; " + "x*0*=\"".repeat(30_000))
                        .parts())
                .hasSize(1);
        assertThat(Eml.parse("From: " + "\"<(,".repeat(50_000) + "\n\nx\n").from())
                .isNull();
        assertThat(Eml.withField("References: " + "<a@b ".repeat(50_000)).references())
                .isEmpty();
    }

    @Test
    void html_that_is_nested_without_end_is_read() {
        assertThat(html("<div>".repeat(100_000) + "Bonjour").text()).isEqualTo("Bonjour");
        assertThat(html("<b><i><a><p>".repeat(50_000) + "Bonjour").text()).isEqualTo("Bonjour");
        assertThat(html("<table><tr><td>".repeat(50_000) + "Bonjour").text()).contains("Bonjour");
    }

    @Test
    void html_in_many_parts_costs_no_more_than_in_one() {
        // Given
        var part = "--b\nContent-Type: text/html\n\n" + "<div>".repeat(150_000) + "\n";

        // When
        var mail = Eml.parse(FROM + "Content-Type: multipart/mixed; boundary=b\n\n" + part.repeat(60) + "--b--\n");

        // Then
        assertThat(mail.left()).singleElement().asString().contains("very long");
    }

    @Test
    void a_very_long_text_is_cut_and_that_is_said() {
        // When
        var mail = Eml.parse(FROM + "\n" + "Bonjour, De : x\n".repeat(1_000_000));

        // Then
        assertThat(mail.text()).hasSizeLessThanOrEqualTo(256 << 10);
        assertThat(mail.left()).singleElement().asString().contains("very long");
    }

    private static IncomingMail html(String html) {
        return Eml.parse(FROM + "Content-Type: text/html\n\n" + html);
    }

    private interface Work {
        void run() throws Exception;
    }

    /** Bytes allocated by the work, for good or for a moment. */
    private static long cost(Work work) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        try {
            work.run();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    private Path bytes(String start, int more) {
        try (var out = Files.newOutputStream(directory.resolve("raw"))) {
            out.write(start.getBytes(StandardCharsets.UTF_8));
            var block = "x".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
            for (int written = 0; written < more; written += block.length) {
                out.write(block);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return directory.resolve("raw");
    }

    private void read(Path raw) throws UnreadableMail {
        new MailParser().parse(raw, directory.resolve("parts"));
    }
}
