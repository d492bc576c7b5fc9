package org.appel.running;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.appel.inspection.CandidateFiles;

/** Files that nobody sends who wants to work somewhere. */
public final class HostileFiles {

    private static final String DOCX_MAIN =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final int MEBIBYTE = 1 << 20;

    private HostileFiles() {}

    /** Each by what it is; none of them is taken. */
    public static Map<String, byte[]> all() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("an empty file", new byte[0]);
        files.put("a program", program());
        files.put("a zip bomb as DOCX", docx("<w:document xmlns:w=\"urn:w\"/>", 400));
        files.put("a DOCX of entities", docx(entities(), 0));
        files.put("a PDF whose directory unpacks to 256 MiB", packedDirectory());
        files.put("a PDF of arrays in arrays", nested("[", 2_000_000));
        files.put("a PDF of dictionaries in dictionaries", nested("<</A", 1_000_000));
        files.put("a PDF whose pages are their own parents", endlessPages());
        files.put("a PDF with a password", CandidateFiles.pdf("Curriculum vitae", "a password"));
        files.put("a PDF that is cut off", "%PDF-1.7\n1 0 obj<</Type/Catalog".getBytes(StandardCharsets.US_ASCII));
        return files;
    }

    private static byte[] program() {
        var program = new byte[4096];
        program[0] = 'M';
        program[1] = 'Z';
        System.arraycopy("PE\0\0".getBytes(StandardCharsets.US_ASCII), 0, program, 128, 4);
        program[60] = (byte) 128;
        return program;
    }

    private static String entities() {
        var declarations = new StringBuilder("<!ENTITY e0 \"entity\">");
        for (int i = 1; i < 12; i++) {
            declarations.append(
                    "<!ENTITY e%d \"%s\">".formatted(i, "&e%d;".formatted(i - 1).repeat(10)));
        }
        return "<?xml version=\"1.0\"?><!DOCTYPE d [" + declarations
                + "]><w:document xmlns:w=\"urn:w\"><w:p>&e11;</w:p></w:document>";
    }

    private static byte[] docx(String document, int mebibytesOfZeros) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            entry(zip, "[Content_Types].xml", """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                    <Override PartName="/word/document.xml" ContentType="%s"/></Types>""".formatted(DOCX_MAIN));
            entry(zip, "word/document.xml", document);
            zip.putNextEntry(new ZipEntry("word/media/image1.bin"));
            for (int i = 0; i < mebibytesOfZeros; i++) {
                zip.write(new byte[MEBIBYTE]);
            }
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static byte[] packedDirectory() {
        var packed = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(packed)) {
            for (int i = 0; i < 256; i++) {
                deflater.write(new byte[MEBIBYTE]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var out = new ByteArrayOutputStream();
        out.writeBytes(latin("""
                %PDF-1.7
                1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
                2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
                3 0 obj<</Type/Page/Parent 2 0 R>>endobj
                """));
        int start = out.size();
        out.writeBytes(latin("4 0 obj\n<</Type/XRef/Size 5/W[1 2 1]/Root 1 0 R/Filter/FlateDecode/Length "
                + packed.size() + ">>\nstream\n"));
        out.writeBytes(packed.toByteArray());
        out.writeBytes(latin("\nendstream\nendobj\nstartxref\n" + start + "\n%%EOF\n"));
        return out.toByteArray();
    }

    private static byte[] nested(String opening, int depth) {
        return latin("%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R/Deep " + opening.repeat(depth)
                + "\nendobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R>>endobj\n"
                + "trailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n");
    }

    private static byte[] endlessPages() {
        return latin("""
                %PDF-1.7
                1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
                2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2000000000>>endobj
                trailer<</Root 1 0 R>>
                startxref
                9
                %%EOF
                """);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
