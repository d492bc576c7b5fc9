package org.appel.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A CV as a file. */
final class SampleCv {

    private SampleCv() {}

    /** A PDF of one page, with a stream that does not compress. */
    static byte[] pdf(int size) throws IOException {
        var noise = new byte[size - 700];
        new Random(7).nextBytes(noise);
        var pdf = new ByteArrayOutputStream();
        var offsets = new ArrayList<Integer>();
        object(pdf, offsets, "<< /Type /Catalog /Pages 2 0 R >>");
        object(pdf, offsets, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        object(
                pdf,
                offsets,
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /I 4 0 R >> >> >>");
        int side = (int) Math.sqrt(noise.length);
        offsets.add(pdf.size());
        write(
                pdf,
                "4 0 obj\n<< /Type /XObject /Subtype /Image /Width " + side + " /Height " + side
                        + " /ColorSpace /DeviceGray /BitsPerComponent 8 /Length " + noise.length + " >>\nstream\n");
        pdf.write(noise);
        write(pdf, "\nendstream\nendobj\n");
        int directory = pdf.size();
        write(pdf, "xref\n0 5\n0000000000 65535 f \n");
        for (int offset : offsets) {
            write(pdf, "%010d 00000 n \n".formatted(offset));
        }
        write(pdf, "trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n" + directory + "\n%%EOF\n");
        return pdf.toByteArray();
    }

    private static void object(ByteArrayOutputStream pdf, List<Integer> offsets, String content) throws IOException {
        if (offsets.isEmpty()) {
            write(pdf, "%PDF-1.7\n");
        }
        offsets.add(pdf.size());
        write(pdf, offsets.size() + " 0 obj\n" + content + "\nendobj\n");
    }

    private static void write(ByteArrayOutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
