package org.appel.inspection.process;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.appel.inspection.Format;
import org.appel.inspection.Inspection;
import org.appel.inspection.Inspection.Sound;
import org.appel.inspection.Inspection.Unfit;
import org.appel.inspection.Inspection.Unready;
import org.appel.inspection.Wish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FramesTest {

    static Stream<Inspection> inspections() {
        return Stream.of(
                new Sound(Format.PDF, 1L << 40, "Ж漢\uD83D\uDE00".repeat(5_000), Map.of("author", "Amélie")),
                new Sound(Format.TEXT, 1, null, Map.of()),
                new Sound(Format.ODT, 1, "", Map.of()),
                new Unfit("It is broken"),
                new Unready("later"));
    }

    @ParameterizedTest
    @MethodSource("inspections")
    void an_answer_comes_as_it_was_given(Inspection inspection) throws IOException {
        // Given
        var pipe = new ByteArrayOutputStream();
        Frames.write(pipe, new Answer(7, inspection).toFrame());

        // When
        var answer = Answer.ofFrame(Frames.read(new ByteArrayInputStream(pipe.toByteArray())));

        // Then
        assertThat(answer).isEqualTo(new Answer(7, inspection));
    }

    @Test
    void a_request_comes_as_it_was_made() throws IOException {
        // Given
        var request = new Request(Path.of("/data/Amélie/файл"), Path.of("/data/copy"), Set.of(Wish.TEXT));

        // When
        var asked = Request.ofFrame(request.toFrame(3));

        // Then
        assertThat(asked).isEqualTo(new Request.Numbered(3, request));
    }

    @Test
    void an_answer_is_cut_or_longer_nowhere_without_being_noticed() {
        // Given
        var frame = new Answer(7, new Sound(Format.PDF, 5, "text", Map.of("author", "Amina"))).toFrame();

        for (int length = 0; length < frame.length; length++) {
            var cut = Arrays.copyOf(frame, length);

            // Then
            assertThatThrownBy(() -> Answer.ofFrame(cut))
                    .as("cut to %s", length)
                    .isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> Answer.ofFrame(Arrays.copyOf(frame, frame.length + 1)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void noise_is_refused_and_nothing_worse() {
        // Given
        var random = new Random(3);

        for (int i = 0; i < 20_000; i++) {
            var noise = new byte[random.nextInt(64)];
            random.nextBytes(noise);
            try {
                // When
                var answer = Answer.ofFrame(noise);

                // Then
                assertThat(answer).isNotNull();
            } catch (IOException refused) {
                assertThat(refused).isNotNull();
            }
        }
    }

    @Test
    void a_frame_of_more_than_was_agreed_is_not_read() {
        // Given
        var announced = new ByteArrayInputStream(new byte[] {0x7F, 0, 0, 0, 1, 2, 3});

        // Then
        assertThatThrownBy(() -> Frames.read(announced)).isInstanceOf(IOException.class);
    }

    @Test
    void a_text_longer_than_was_agreed_is_not_taken() {
        // Given
        var frame = new Answer(1, new Sound(Format.PDF, 5, "x".repeat(20_001), Map.of())).toFrame();

        // Then
        assertThatThrownBy(() -> Answer.ofFrame(frame)).isInstanceOf(IOException.class);
    }
}
