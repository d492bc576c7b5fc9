package org.appel.inspection.stripping;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

import org.apache.commons.imaging.Imaging;
import org.apache.commons.imaging.formats.jpeg.JpegImageMetadata;
import org.apache.commons.imaging.formats.tiff.constants.TiffTagConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class PicturesTest {

    static Stream<Arguments> shown() {
        return Stream.of(
                arguments("JPEG", TracedPictures.jpeg(6)),
                arguments("PNG", TracedPictures.png()),
                arguments("GIF", TracedPictures.gif()),
                arguments("TIFF", TracedPictures.tiff()));
    }

    static Stream<Arguments> all() {
        return Stream.concat(
                shown(),
                Stream.of(arguments("WebP", TracedPictures.webP()), arguments("EMF", TracedPictures.metafile())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void a_picture_has_no_trace_of_who_took_it_when_and_where(String kind, byte[] picture) throws IOException {
        // Given
        assertThat(Traces.in(picture)).as(kind).isNotEmpty();

        // When
        var stripped = Pictures.strip(picture, true);

        // Then
        assertThat(Traces.in(stripped)).isEmpty();
        assertThat(stripped).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shown")
    void a_picture_looks_as_it_did(String kind, byte[] picture) throws IOException {
        // Given
        var before = ImageIO.read(new ByteArrayInputStream(picture));

        // When
        var after = ImageIO.read(new ByteArrayInputStream(Pictures.strip(picture, true)));

        // Then
        assertThat(pixels(after)).as(kind).isEqualTo(pixels(before));
    }

    @Test
    void a_picture_stays_as_its_camera_was_held() throws IOException {
        // When
        var stripped = Pictures.strip(TracedPictures.jpeg(6), true);

        // Then
        var metadata = (JpegImageMetadata) Imaging.getMetadata(stripped);
        assertThat(metadata.getExif().getAllFields())
                .singleElement()
                .satisfies(field -> assertThat(field.getTagInfo()).isEqualTo(TiffTagConstants.TIFF_TAG_ORIENTATION))
                .satisfies(field -> assertThat(field.getIntValue()).isEqualTo(6));
    }

    @Test
    void one_that_nobody_turns_has_no_such_mark() throws IOException {
        // When
        var stripped = Pictures.strip(TracedPictures.jpeg(6), false);

        // Then
        assertThat(Imaging.getMetadata(stripped)).isNull();
    }

    @Test
    void a_web_picture_says_its_length_and_no_longer_that_there_is_more() {
        // When
        var stripped = Pictures.strip(TracedPictures.webP(), true);

        // Then
        var head = ByteBuffer.wrap(stripped).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(head.getInt(4)).isEqualTo(stripped.length - 8);
        assertThat(stripped[20]).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void a_broken_picture_is_no_fault(String kind, byte[] picture) {
        // Given
        var random = new Random(7);
        for (int i = 0; i < 300; i++) {
            var broken = Arrays.copyOf(picture, 13 + random.nextInt(picture.length - 12));
            broken[12 + random.nextInt(broken.length - 12)] ^= 0x5A;

            // Then
            assertThatCode(() -> Pictures.strip(broken, true)).as(kind).doesNotThrowAnyException();
        }
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
