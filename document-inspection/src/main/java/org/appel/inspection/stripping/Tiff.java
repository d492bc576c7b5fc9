package org.appel.inspection.stripping;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;

import org.apache.commons.imaging.bytesource.ByteSource;
import org.apache.commons.imaging.formats.tiff.TiffImageMetadata;
import org.apache.commons.imaging.formats.tiff.TiffImageParser;
import org.apache.commons.imaging.formats.tiff.TiffImagingParameters;
import org.apache.commons.imaging.formats.tiff.write.TiffImageWriterLossy;
import org.apache.commons.imaging.formats.tiff.write.TiffOutputSet;

/** A TIFF of the tags alone that say how it looks. */
final class Tiff {
    /** Baseline tags, those of tiles and compression, and the colour profile. */
    private static final Set<Integer> KEPT = Set.of(
            254, 255, 256, 257, 258, 259, 262, 263, 264, 265, 266, 273, 274, 277, 278, 279, 280, 281, 282, 283, 284,
            290, 291, 292, 293, 296, 301, 317, 318, 319, 320, 321, 322, 323, 324, 325, 332, 334, 336, 338, 339, 340,
            341, 347, 512, 513, 514, 515, 517, 518, 519, 520, 521, 529, 530, 531, 532, 34675);

    private Tiff() {}

    /** Empty if it cannot be read: what is in it is then not known, and hardly anything shows it. */
    static byte[] strip(byte[] picture) {
        try {
            var parameters = new TiffImagingParameters();
            parameters.setReadThumbnails(true);
            var metadata = (TiffImageMetadata) new TiffImageParser().getMetadata(ByteSource.array(picture), parameters);
            var read = metadata.getOutputSet();
            var written = new TiffOutputSet(read.byteOrder);
            for (var directory : read) {
                // Those of EXIF and GPS have no pictures, and negative types.
                if (directory.getType() >= 0) {
                    List.copyOf(directory.getFields()).stream()
                            .mapToInt(field -> field.tag)
                            .filter(tag -> !KEPT.contains(tag))
                            .forEach(directory::removeField);
                    written.addDirectory(directory);
                }
            }
            var out = new ByteArrayOutputStream(picture.length);
            new TiffImageWriterLossy(written.byteOrder).write(out, written);
            return out.toByteArray();
        } catch (IOException | RuntimeException e) {
            return new byte[0];
        }
    }
}
