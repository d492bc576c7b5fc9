package org.appel.inspection.stripping;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.apache.commons.imaging.FormatCompliance;
import org.apache.commons.imaging.bytesource.ByteSource;
import org.apache.commons.imaging.formats.tiff.TiffReader;
import org.apache.commons.imaging.formats.tiff.constants.TiffTagConstants;
import org.apache.commons.imaging.formats.tiff.write.TiffImageWriterLossy;
import org.apache.commons.imaging.formats.tiff.write.TiffOutputSet;

/**
 * A JPEG without EXIF, XMP, IPTC, comments, previews and second pictures behind the first. What decoders need stays: sizes,
 * colours, the profile, and, where asked, which side is up.
 */
final class Jpeg {
    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int COMMENT = 0xFE;
    private static final int FIRST_APPLICATION = 0xE0;
    private static final int LAST_APPLICATION = 0xEF;
    private static final String EXIF = "Exif\0\0";
    /** As most cameras are held. */
    private static final int UPRIGHT = 1;

    private final byte[] in;
    private final boolean turned;
    private final ByteArrayOutputStream out;
    private int at = 2;

    private Jpeg(byte[] in, boolean turned) {
        this.in = in;
        this.turned = turned;
        this.out = new ByteArrayOutputStream(in.length);
    }

    /** Where it cannot be read further it ends, as it does for whoever shows it. */
    static byte[] strip(byte[] picture, boolean turned) {
        return new Jpeg(picture, turned).strip();
    }

    private byte[] strip() {
        marker(START);
        while (at + 1 < in.length && in[at] == (byte) 0xFF) {
            int marker = in[at + 1] & 0xFF;
            if (marker == 0xFF) {
                at++;
            } else if (marker == END) {
                marker(END);
                break;
            } else if (isBare(marker)) {
                marker(marker);
                at += 2;
            } else if (!segment(marker)) {
                break;
            }
        }
        return out.toByteArray();
    }

    /** @return false if it is cut off */
    private boolean segment(int marker) {
        if (at + 4 > in.length) {
            return false;
        }
        int end = at + 2 + ((in[at + 2] & 0xFF) << 8 | in[at + 3] & 0xFF);
        if (end < at + 4 || end > in.length) {
            return false;
        }
        if (isKept(marker)) {
            out.write(in, at, end - at);
        } else if (turned && Pictures.is(in, at + 4, EXIF)) {
            orientation(Arrays.copyOfRange(in, at + 4 + EXIF.length(), end));
        }
        at = end;
        if (marker == SCAN) {
            scan();
        }
        return true;
    }

    /** Copies what follows the head of a scan, in which a marker is never a byte of the picture. */
    private void scan() {
        int from = at;
        while (at + 1 < in.length && (in[at] != (byte) 0xFF || in[at + 1] == 0 || isRestart(in[at + 1] & 0xFF))) {
            at++;
        }
        if (at + 1 >= in.length) {
            at = in.length;
        }
        out.write(in, from, at - from);
    }

    private boolean isKept(int marker) {
        return switch (marker) {
            case FIRST_APPLICATION -> Pictures.is(in, at + 4, "JFIF\0");
            case 0xE2 -> Pictures.is(in, at + 4, "ICC_PROFILE\0");
            // Adobe's, without which colours are taken for others.
            case 0xEE -> Pictures.is(in, at + 4, "Adobe");
            default -> marker != COMMENT && (marker < FIRST_APPLICATION || marker > LAST_APPLICATION);
        };
    }

    /** Writes an EXIF block that says which side is up, and nothing else. */
    private void orientation(byte[] exif) {
        int orientation = orientationOf(exif);
        if (orientation <= UPRIGHT || orientation > 8) {
            return;
        }
        try {
            var tags = new TiffOutputSet();
            tags.addRootDirectory().add(TiffTagConstants.TIFF_TAG_ORIENTATION, (short) orientation);
            var block = new ByteArrayOutputStream();
            new TiffImageWriterLossy().write(block, tags);
            int length = 2 + EXIF.length() + block.size();
            marker(0xE1);
            out.write(length >> 8);
            out.write(length);
            out.writeBytes(EXIF.getBytes(StandardCharsets.ISO_8859_1));
            out.writeBytes(block.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int orientationOf(byte[] exif) {
        try {
            var tags = new TiffReader(false)
                    .readFirstDirectory(ByteSource.array(exif), false, FormatCompliance.getDefault());
            var orientation = tags.directories.getFirst().findField(TiffTagConstants.TIFF_TAG_ORIENTATION);
            return orientation == null ? UPRIGHT : orientation.getIntValue();
        } catch (IOException | RuntimeException e) {
            // Whoever shows it cannot read it either.
            return UPRIGHT;
        }
    }

    private void marker(int marker) {
        out.write(0xFF);
        out.write(marker);
    }

    private static boolean isBare(int marker) {
        return marker == 0x01 || isRestart(marker) || marker == START;
    }

    private static boolean isRestart(int marker) {
        return marker >= 0xD0 && marker <= 0xD7;
    }
}
