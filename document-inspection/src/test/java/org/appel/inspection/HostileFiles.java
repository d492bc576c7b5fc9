package org.appel.inspection;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Files that are small and cost whoever reads them carelessly all memory or all time. */
public final class HostileFiles {

    private HostileFiles() {}

    /** A PDF whose page has a list of so many numbers: a few bytes each in the file, some hundred in memory. */
    public static Path pdfOfNumbers(Path file, int numbers) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            write(out, """
                    %PDF-1.4
                    1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
                    2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
                    3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Numbers[""");
            for (int i = 0; i < numbers; i++) {
                write(out, i % 10 + ".5 ");
            }
            write(out, "]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
        }
        return file;
    }

    /**
     * A PDF whose page shows a drawing that shows another one twice, and so on: to read its text takes twice as long for each.
     *
     * @param depth 15 for a second or so, 40 for years
     */
    public static Path pdfOfDrawings(Path file, int depth) throws IOException {
        var pdf = new StringBuilder("""
                %%PDF-1.4
                1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
                2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
                3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<</D 5 0 R>>>>>>endobj
                4 0 obj<</Length 5>>stream
                /D Do
                endstream endobj
                """.replace("%%", "%"));
        for (int i = 5; i < 5 + depth; i++) {
            pdf.append(i)
                    .append(" 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</D ")
                    .append(i + 1)
                    .append(" 0 R>>>>/Length 11>>stream\n/D Do /D Do\nendstream endobj\n");
        }
        pdf.append(5 + depth)
                .append(" 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 0>>stream\n\nendstream endobj\n")
                .append("trailer<</Root 1 0 R>>\n%%EOF\n");
        return Files.writeString(file, pdf);
    }

    /** A PDF whose pages are their own children. */
    public static Path pdfOfPagesInACircle(Path file) throws IOException {
        return Files.writeString(file, """
                %PDF-1.4
                1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
                2 0 obj<</Type/Pages/Kids[4 0 R 4 0 R]/Count 2000000000>>endobj
                4 0 obj<</Type/Pages/Parent 2 0 R/Kids[2 0 R 2 0 R]/Count 2000000000>>endobj
                trailer<</Root 1 0 R>>
                %%EOF
                """);
    }

    /** A PDF of lists in lists in lists. */
    public static Path pdfOfNestedLists(Path file, int depth) throws IOException {
        return Files.writeString(
                file,
                "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R/A " + "[".repeat(depth) + "]".repeat(depth)
                        + ">>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R"
                        + "/A " + "[".repeat(depth) + ">>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
    }

    /** A DOCX with a text of so many MiB of blanks, packed to about a thousandth. */
    public static Path docxOfMebibytes(Path file, int mebibytes) throws IOException {
        var name = "word/document.xml".getBytes(StandardCharsets.US_ASCII);
        var part = packedBlanks();
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.write(littleEndian(0x04034b50, 20 | 1 << 3 << 16, Deflater.DEFLATED, 0, 0, 0));
            // Sizes and checksum come behind; the length of the name and of nothing more.
            out.write(new byte[2]);
            out.write(name.length);
            out.write(new byte[3]);
            out.write(name);
            for (int i = 0; i < mebibytes; i++) {
                out.write(part);
            }
            out.write(new byte[] {3, 0});
            out.write(littleEndian(0x08074b50, (int) new CRC32().getValue(), mebibytes * part.length, 0));
        }
        return file;
    }

    /** A DOCX whose text is nine levels of names for ten names each: a thousand million words when they are put in. */
    public static byte[] docxOfEntities() {
        var xml = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a0 \"words \">");
        for (int i = 1; i < 10; i++) {
            xml.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        xml.append("]><w:document xmlns:w=\"urn:w\"><w:p>&a9;</w:p></w:document>");
        return CandidateFiles.docxWithText(xml.toString());
    }

    /** A piece of a packed stream that stands for one MiB and can be repeated. */
    private static byte[] packedBlanks() {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        var blanks = new byte[1 << 20];
        Arrays.fill(blanks, (byte) ' ');
        deflater.setInput(blanks);
        var packed = new ByteArrayOutputStream();
        var buffer = new byte[4096];
        for (int n = deflater.deflate(buffer, 0, buffer.length, Deflater.FULL_FLUSH);
                n > 0;
                n = deflater.deflate(buffer, 0, buffer.length, Deflater.FULL_FLUSH)) {
            packed.write(buffer, 0, n);
        }
        deflater.end();
        return packed.toByteArray();
    }

    private static byte[] littleEndian(int... numbers) {
        var bytes = ByteBuffer.allocate(numbers.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int number : numbers) {
            bytes.putInt(number);
        }
        return bytes.array();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
