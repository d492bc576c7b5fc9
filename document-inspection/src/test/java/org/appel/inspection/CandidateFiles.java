package org.appel.inspection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.jspecify.annotations.Nullable;

/** Candidates' files, made as the programs make them. */
public final class CandidateFiles {
    private static final String CONTENT_TYPES = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Override PartName="/word/document.xml" ContentType="%s"/></Types>""";

    private static final String RELATIONSHIPS = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
            <Relationship Id="rId1" Target="word/document.xml" \
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>""";

    private static final String DOCX_MAIN =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final String MACRO_MAIN = "application/vnd.ms-word.document.macroEnabled.main+xml";
    private static final String ODT = "application/vnd.oasis.opendocument.text";

    private CandidateFiles() {}

    public static byte[] pdf(String text) {
        return pdf(text, null);
    }

    /** A PDF that says who wrote it. */
    public static byte[] pdfBy(String author, String text) {
        try (var document = Loader.loadPDF(pdf(text));
                var out = new ByteArrayOutputStream()) {
            document.getDocumentInformation().setAuthor(author);
            document.save(out, CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param userPassword null for an open file; empty for one that everybody may read and nobody may print */
    public static byte[] pdf(String text, @Nullable String userPassword) {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(50, 700);
                content.showText(text);
                content.endText();
            }
            if (userPassword != null) {
                document.protect(new StandardProtectionPolicy("owner", userPassword, new AccessPermission()));
            }
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A PDF that says who wrote it. */
    public static byte[] pdfOf(String author, String title) {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.getDocumentInformation().setAuthor(author);
            document.getDocumentInformation().setTitle(title);
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A PDF of one page whose directory is packed and unpacks to 64 MiB of nothing.
     *
     * @param parameters put beside its filter
     * @param changed bits of the packed stream's first byte
     */
    public static byte[] pdfWithBomb(String parameters, int changed) {
        var packed = packed(new byte[64 << 20]);
        packed[0] ^= (byte) changed;
        var out = new ByteArrayOutputStream();
        out.writeBytes(utf8("""
                %PDF-1.7
                1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
                2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
                3 0 obj<</Type/Page/Parent 2 0 R>>endobj
                """));
        var start = out.size();
        out.writeBytes(utf8("4 0 obj\n<</Type/XRef/Size 5/W[1 2 1]/Root 1 0 R/Filter/FlateDecode" + parameters
                + "/Length " + packed.length + ">>\nstream\n"));
        out.writeBytes(packed);
        out.writeBytes(utf8("\nendstream\nendobj\nstartxref\n" + start + "\n%%EOF\n"));
        return out.toByteArray();
    }

    private static byte[] packed(byte[] content) {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out)) {
            deflater.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static byte[] docxOfManyParts(int parts) {
        var entries = docxEntries("small", DOCX_MAIN);
        entries.put("[Content_Types].xml", utf8("<Types>" + "<a/>".repeat(parts) + "</Types>"));
        var picture = new byte[parts / 10];
        new Random(1).nextBytes(picture);
        entries.put("word/media/image1.jpeg", picture);
        return zip(entries);
    }

    public static byte[] docx(String text) {
        return zip(docxEntries(text, DOCX_MAIN));
    }

    public static byte[] docm(String text) {
        return zip(docxEntries(text, MACRO_MAIN));
    }

    public static byte[] docxWithBomb() {
        var entries = docxEntries("small", DOCX_MAIN);
        entries.put("word/media/image1.bin", new byte[60 << 20]);
        return zip(entries);
    }

    public static byte[] docxWithEntities() {
        return docxWithText("""
                <?xml version="1.0"?><!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>
                <w:document xmlns:w="urn:w"><w:p>&a;</w:p></w:document>""");
    }

    /** @param xml the whole main part */
    public static byte[] docxWithText(String xml) {
        var entries = docxEntries("small", DOCX_MAIN);
        entries.put("word/document.xml", utf8(xml));
        return zip(entries);
    }

    public static byte[] odt(String text) {
        return zip(odtEntries(text, ""));
    }

    public static byte[] encryptedOdt() {
        return zip(odtEntries("x", "<manifest:encryption-data manifest:checksum=\"abc\"/>"));
    }

    public static byte[] rtf(String text) {
        return ("{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Arial;}}\\f0 " + text + " \\{ \\}\\par}")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** The head of an old Word document, or of a new one saved with a password. */
    public static byte[] ole2(boolean encrypted) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1});
        out.writeBytes(new byte[1024]);
        out.writeBytes((encrypted ? "EncryptedPackage" : "WordDocument").getBytes(StandardCharsets.UTF_16LE));
        out.writeBytes(new byte[512]);
        return out.toByteArray();
    }

    public static byte[] exe() {
        var bytes = new byte[2048];
        bytes[0] = 'M';
        bytes[1] = 'Z';
        System.arraycopy(utf8("This program cannot be run in DOS mode."), 0, bytes, 78, 39);
        return bytes;
    }

    public static byte[] html() {
        return utf8("<!DOCTYPE html><html><head><title>CV</title></head><body><script>alert(1)</script></body></html>");
    }

    public static byte[] zipOf(String name, byte[] content) {
        return zip(new LinkedHashMap<>(Map.of(name, content)));
    }

    public static byte[] cut(byte[] whole, int bytesLeft) {
        return Arrays.copyOf(whole, bytesLeft);
    }

    private static LinkedHashMap<String, byte[]> docxEntries(String text, String mainType) {
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("[Content_Types].xml", utf8(CONTENT_TYPES.formatted(mainType)));
        entries.put("_rels/.rels", utf8(RELATIONSHIPS));
        entries.put(
                "word/document.xml",
                utf8("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                        + "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p></w:body></w:document>"));
        return entries;
    }

    private static LinkedHashMap<String, byte[]> odtEntries(String text, String inManifest) {
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("mimetype", utf8(ODT));
        entries.put(
                "content.xml",
                utf8("<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\">"
                        + "<office:body><office:text><text:p xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">"
                        + text + "</text:p></office:text></office:body></office:document-content>"));
        entries.put(
                "META-INF/manifest.xml",
                utf8("<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">"
                        + "<manifest:file-entry manifest:full-path=\"content.xml\">" + inManifest
                        + "</manifest:file-entry></manifest:manifest>"));
        return entries;
    }

    private static byte[] zip(LinkedHashMap<String, byte[]> entries) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(entry(entry.getKey(), entry.getValue()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** As OpenDocument asks, the type stands first and is not packed. */
    private static ZipEntry entry(String name, byte[] content) {
        var entry = new ZipEntry(name);
        if (name.equals("mimetype")) {
            var crc = new CRC32();
            crc.update(content);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(crc.getValue());
        }
        return entry;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
