package org.appel.applications.mailbox.mime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/** Messages of all kinds, spoilt by chance: they are read or are unreadable, and nothing else happens. */
class MutatedMailTest {
    /** Over all messages, however many there are. */
    private static final int ROUNDS = 1_200;

    private static final List<String> WORDS = List.of(
            "\r\n",
            "\r\n\r\n",
            "\0",
            "--",
            "=?UTF-8?B?",
            "?=",
            "Content-Type: multipart/mixed; boundary=",
            "Content-Type: message/rfc822\r\n",
            "Content-Type: application/ms-tnef\r\n",
            "Content-Type: application/zip; name=x.zip\r\n",
            "Content-Transfer-Encoding: base64\r\n",
            "filename*0*=",
            "\"",
            ";",
            "<",
            "\u00ff\u00fe",
            "(((((((",
            "PK\u0003\u0004",
            "From:",
            "x".repeat(3000));

    @TempDir
    Path directory;

    static Stream<Path> messages() throws IOException {
        try (var files = Files.walk(Path.of("src/test/resources"))) {
            return files.filter(file -> file.toString().endsWith(".eml")).sorted().toList().stream();
        }
    }

    @Test
    void there_are_messages() throws IOException {
        assertThat(messages()).hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @MethodSource("messages")
    @Timeout(300)
    void a_spoilt_message_is_read_or_is_unreadable(Path message) throws IOException {
        // Given
        var whole = Files.readAllBytes(message);
        var random = new Random(message.getFileName().toString().hashCode());

        for (int round = 0; round <= ROUNDS / messages().count(); round++) {
            // When
            var spoilt = spoil(whole, random);

            // Then
            readOrRefuse(spoilt, message + ", round " + round);
        }
    }

    private void readOrRefuse(byte[] message, String which) throws IOException {
        var parts = directory.resolve("parts");
        var raw = Files.write(directory.resolve("raw"), message);
        try {
            assertThat(new MailParser().parse(raw, parts)).isNotNull();
        } catch (UnreadableMail e) {
            // Which is said.
        } catch (RuntimeException | Error e) {
            fail(which, e);
        } finally {
            delete(parts);
        }
    }

    private static byte[] spoil(byte[] whole, Random random) {
        var spoilt = whole;
        for (int i = 0; i <= random.nextInt(8); i++) {
            int from = random.nextInt(spoilt.length + 1);
            int to = Math.min(spoilt.length, from + random.nextInt(1 + random.nextInt(400)));
            spoilt = switch (random.nextInt(5)) {
                case 0 -> join(spoilt, from, noise(random), to);
                case 1 -> join(spoilt, from, new byte[0], to);
                case 2 -> join(spoilt, to, Arrays.copyOfRange(spoilt, from, to), to);
                case 3 ->
                    join(
                            spoilt,
                            from,
                            WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.ISO_8859_1),
                            from);
                default -> Arrays.copyOf(spoilt, Math.max(1, from));
            };
            if (spoilt.length == 0) {
                return new byte[] {'x'};
            }
        }
        return spoilt;
    }

    private static byte[] noise(Random random) {
        var noise = new byte[random.nextInt(20)];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] join(byte[] whole, int end, byte[] middle, int from) {
        var joined = new ByteArrayOutputStream();
        joined.write(whole, 0, end);
        joined.writeBytes(middle);
        joined.write(whole, from, whole.length - from);
        return joined.toByteArray();
    }

    private static void delete(Path parts) throws IOException {
        if (Files.exists(parts)) {
            try (var files = Files.walk(parts)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
