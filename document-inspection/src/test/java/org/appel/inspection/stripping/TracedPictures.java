package org.appel.inspection.stripping;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

import org.apache.commons.imaging.bytesource.ByteSource;
import org.apache.commons.imaging.formats.jpeg.exif.ExifRewriter;
import org.apache.commons.imaging.formats.tiff.TiffImageMetadata;
import org.apache.commons.imaging.formats.tiff.TiffImageParser;
import org.apache.commons.imaging.formats.tiff.TiffImagingParameters;
import org.apache.commons.imaging.formats.tiff.constants.ExifTagConstants;
import org.apache.commons.imaging.formats.tiff.constants.TiffTagConstants;
import org.apache.commons.imaging.formats.tiff.write.TiffImageWriterLossy;
import org.apache.commons.imaging.formats.tiff.write.TiffOutputSet;

/** Pictures as cameras and programs make them, with who, when and where. */
final class TracedPictures {
    static final String XMP =
            "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><dc:creator>" + Traces.AUTHOR + "</dc:creator></x:xmpmeta>";

    private TracedPictures() {}

    /**
     * Of 40 times 20 points, the lower half red; with a second picture behind the first, as phones put it there.
     *
     * @param orientation as EXIF counts it; 1 is upright
     */
    static byte[] jpeg(int orientation) {
        try {
            var tags = new TiffOutputSet();
            tags.getOrCreateRootDirectory().add(TiffTagConstants.TIFF_TAG_ORIENTATION, (short) orientation);
            tags.getOrCreateRootDirectory().add(TiffTagConstants.TIFF_TAG_ARTIST, Traces.AUTHOR);
            tags.getOrCreateExifDirectory().add(ExifTagConstants.EXIF_TAG_DATE_TIME_ORIGINAL, "2024:05:06 07:08:09");
            tags.setGpsInDegrees(6.14, 46.2);
            var withExif = new ByteArrayOutputStream();
            new ExifRewriter().updateExifMetadataLossless(ByteSource.array(encoded("jpg")), withExif, tags);
            var whole = withExif.toByteArray();
            return joined(
                    Arrays.copyOf(whole, 2),
                    segment(0xE1, "http://ns.adobe.com/xap/1.0/\0" + XMP),
                    segment(0xED, "Photoshop 3.0\0" + Traces.AUTHOR),
                    segment(0xFE, "by " + Traces.AUTHOR),
                    Arrays.copyOfRange(whole, 2, whole.length),
                    whole);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] png() {
        var plain = encoded("png");
        int firstData = new String(plain, StandardCharsets.ISO_8859_1).indexOf("IDAT") - 4;
        return joined(
                Arrays.copyOf(plain, firstData),
                chunk("tEXt", "Author\0" + Traces.AUTHOR),
                chunk("iTXt", "XML:com.adobe.xmp\0\0\0\0\0" + XMP),
                Arrays.copyOfRange(plain, firstData, plain.length),
                latin(Traces.AUTHOR));
    }

    static byte[] gif() {
        var plain = encoded("gif");
        int tables = 13 + ((plain[10] & 0x80) == 0 ? 0 : 3 << (plain[10] & 7) + 1);
        var comment = latin(Traces.AUTHOR);
        var application = latin("XMP DataXMP");
        return joined(
                Arrays.copyOf(plain, tables),
                new byte[] {0x21, (byte) 0xFE, (byte) comment.length},
                comment,
                new byte[] {0, 0x21, (byte) 0xFF, (byte) application.length},
                application,
                new byte[] {(byte) comment.length},
                comment,
                new byte[] {0},
                Arrays.copyOfRange(plain, tables, plain.length));
    }

    static byte[] tiff() {
        try {
            var parameters = new TiffImagingParameters();
            parameters.setReadThumbnails(true);
            var read = (TiffImageMetadata)
                    new TiffImageParser().getMetadata(ByteSource.array(encoded("tiff")), parameters);
            var tags = read.getOutputSet();
            tags.getOrCreateRootDirectory().add(TiffTagConstants.TIFF_TAG_ARTIST, Traces.AUTHOR);
            tags.getOrCreateExifDirectory().add(ExifTagConstants.EXIF_TAG_DATE_TIME_ORIGINAL, "2024:05:06 07:08:09");
            var out = new ByteArrayOutputStream();
            new TiffImageWriterLossy(tags.byteOrder).write(out, tags);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of chunks alone; nothing shows it. */
    static byte[] webP() {
        return riff(
                "RIFF",
                joined(
                        latin("WEBP"),
                        riff("VP8X", new byte[] {0x0C, 0, 0, 0, 39, 0, 0, 19, 0, 0}),
                        riff("VP8 ", latin("picture")),
                        riff("EXIF", latin(Traces.AUTHOR)),
                        riff("XMP ", latin(XMP))));
    }

    /** A drawing that says which program made it from which file. */
    static byte[] metafile() {
        return ByteBuffer.allocate(140)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0, 1)
                .put(40, latin(" EMF"))
                .putInt(60, Traces.AUTHOR.length())
                .putInt(64, 100)
                .put(100, Traces.AUTHOR.getBytes(StandardCharsets.UTF_16LE))
                .array();
    }

    static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] encoded(String format) {
        var image = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 10, 40, 10);
        graphics.dispose();
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(image, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] segment(int marker, String content) {
        var bytes = latin(content);
        return ByteBuffer.allocate(4 + bytes.length)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (2 + bytes.length))
                .put(bytes)
                .array();
    }

    private static byte[] chunk(String type, String content) {
        var body = latin(type + content);
        var crc = new CRC32();
        crc.update(body);
        return ByteBuffer.allocate(8 + body.length)
                .putInt(body.length - 4)
                .put(body)
                .putInt((int) crc.getValue())
                .array();
    }

    private static byte[] riff(String type, byte[] content) {
        return ByteBuffer.allocate(8 + content.length + content.length % 2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(latin(type))
                .putInt(content.length)
                .put(content)
                .array();
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
