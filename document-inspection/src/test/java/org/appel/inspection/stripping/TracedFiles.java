package org.appel.inspection.stripping;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

import static org.appel.inspection.stripping.Traces.AUTHOR;
import static org.appel.inspection.stripping.Traces.COMPANY;
import static org.appel.inspection.stripping.Traces.HOME;
import static org.appel.inspection.stripping.Traces.INITIALS;
import static org.appel.inspection.stripping.Traces.PROGRAM;
import static org.appel.inspection.stripping.Traces.SEEN;

/** Letters of somebody who leaves traces wherever a format has room for them. */
final class TracedFiles {
    private static final String W = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String CHANGE = " w:id=\"1\" w:author=\"" + AUTHOR + "\" w:date=\"2024-05-06T07:08:09Z\"";

    private TracedFiles() {}

    static byte[] pdf() {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            var page = new PDPage(new PDRectangle(300, 300));
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(10, 200);
                content.showText(SEEN);
                content.endText();
                var picture = JPEGFactory.createFromByteArray(document, TracedPictures.jpeg(6));
                picture.setMetadata(xmp(document));
                content.drawImage(picture, 10, 10, 40, 20);
            }
            var editor = new COSDictionary();
            editor.setString("Editor", AUTHOR);
            page.getCOSObject().setItem(COSName.PIECE_INFO, editor);
            page.getCOSObject().setDate(COSName.LAST_MODIFIED, day());
            describe(document);
            annotate(document, page);
            attach(document);
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void describe(PDDocument document) throws IOException {
        var information = document.getDocumentInformation();
        information.setAuthor(AUTHOR);
        information.setTitle("Secret title");
        information.setProducer(PROGRAM);
        information.setCreator(PROGRAM);
        information.setCreationDate(day());
        information.setCustomMetadataValue("Company", COMPANY);
        document.getDocumentCatalog().setMetadata(xmp(document));
    }

    private static void annotate(PDDocument document, PDPage page) throws IOException {
        var note = new PDAnnotationText();
        note.setRectangle(new PDRectangle(100, 100, 20, 20));
        note.setTitlePopup(AUTHOR);
        note.setContents("A remark that stays");
        note.setCreationDate(day());
        note.setModifiedDate(day());
        var form = new PDAcroForm(document);
        var field = new PDTextField(form);
        field.setPartialName("motivation");
        var widget = field.getWidgets().getFirst();
        widget.setRectangle(new PDRectangle(150, 150, 50, 20));
        widget.setPage(page);
        form.setFields(List.of(field));
        document.getDocumentCatalog().setAcroForm(form);
        page.setAnnotations(List.of(note, widget));
    }

    private static void attach(PDDocument document) throws IOException {
        var file = new PDEmbeddedFile(document, new ByteArrayInputStream(docx()), COSName.FLATE_DECODE);
        file.setCreationDate(day());
        file.setModDate(day());
        var attachment = new PDComplexFileSpecification();
        attachment.setFile("letter.docx");
        attachment.setEmbeddedFile(file);
        var tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of("letter.docx", attachment));
        var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
    }

    private static PDMetadata xmp(PDDocument document) throws IOException {
        return new PDMetadata(document, new ByteArrayInputStream(utf8(TracedPictures.XMP)));
    }

    private static Calendar day() {
        var day = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        day.clear();
        day.set(2024, Calendar.MAY, 6, 7, 8, 9);
        return day;
    }

    static byte[] docx() {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put(
                "[Content_Types].xml",
                utf8("""
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                <Default Extension="xml" ContentType="application/xml"/>\
                <Default Extension="jpeg" ContentType="image/jpeg"/>\
                <Default Extension="png" ContentType="image/png"/>\
                <Default Extension="gif" ContentType="image/gif"/>\
                <Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>\
                <Default Extension="sigs" ContentType="application/vnd.openxmlformats-package.digital-signature-origin"/>\
                """ + override("/word/document.xml", "officedocument.wordprocessingml.document.main")
                        + override("/word/comments.xml", "officedocument.wordprocessingml.comments")
                        + override("/word/settings.xml", "officedocument.wordprocessingml.settings")
                        + override("/docProps/core.xml", "package.core-properties")
                        + override("/docProps/app.xml", "officedocument.extended-properties")
                        + override("/_xmlsignatures/sig1.xml", "package.digital-signature-xmlsignature")
                        + "</Types>"));
        parts.put(
                "_rels/.rels",
                relationships(
                        relationship("r1", OFFICE + "/officeDocument", "word/document.xml"),
                        relationship("r2", PACKAGE + "/metadata/core-properties", "docProps/core.xml"),
                        relationship("r3", OFFICE + "/extended-properties", "docProps/app.xml"),
                        relationship("r4", PACKAGE + "/digital-signature/origin", "_xmlsignatures/origin.sigs")));
        words(parts);
        about(parts);
        parts.put("word/media/image1.jpeg", TracedPictures.jpeg(6));
        parts.put("word/media/image2.png", TracedPictures.png());
        parts.put("word/media/image3.gif", TracedPictures.gif());
        parts.put("word/embeddings/sheet.xlsx", xlsx());
        return zip(parts);
    }

    private static void words(Map<String, byte[]> parts) {
        parts.put(
                "word/document.xml",
                utf8("<w:document" + W + " xmlns:r=\"" + OFFICE + "\""
                        + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
                        + " xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" mc:Ignorable=\"w14\"><w:body>"
                        + "<w:p w:rsidR=\"00C0FFEE\" w:rsidRDefault=\"00C0FFEE\" w14:paraId=\"11112222\">"
                        + "<w:r w:rsidRPr=\"00C0FFEE\"><w:t xml:space=\"preserve\">" + SEEN + " &amp; more </w:t></w:r>"
                        + "<w:ins" + CHANGE + "><w:r><w:t>added</w:t></w:r></w:ins>"
                        + "<w:del" + CHANGE + "><w:r><w:delText>taken away</w:delText></w:r></w:del>"
                        + "<w:fldSimple w:instr=\" TITLE  \\* MERGEFORMAT \"><w:r><w:t>Shown title</w:t></w:r></w:fldSimple>"
                        + field("begin")
                        + "<w:r><w:instrText> AUT</w:instrText></w:r><w:r><w:instrText>HOR </w:instrText></w:r>"
                        + field("separate") + "<w:r><w:t>Shown author</w:t></w:r>" + field("end")
                        + field("begin") + "<w:r><w:instrText>PAGE</w:instrText></w:r>" + field("end")
                        + "<w:r><w:commentReference w:id=\"1\"/></w:r></w:p>"
                        + "<w:sdt><w:sdtPr><w:dataBinding w:xpath=\"/creator\" w:storeItemID=\"{6C3C8BC8}\"/></w:sdtPr>"
                        + "<w:sdtContent><w:p><w:pPr><w:pPrChange" + CHANGE + "><w:pPr/></w:pPrChange></w:pPr>"
                        + "<w:r><w:t>Bound words</w:t></w:r></w:p></w:sdtContent></w:sdt></w:body></w:document>"));
        parts.put(
                "word/_rels/document.xml.rels",
                relationships(
                        relationship("r1", OFFICE + "/comments", "comments.xml"),
                        relationship("r2", OFFICE + "/settings", "settings.xml"),
                        relationship("r3", OFFICE + "/image", "media/image1.jpeg"),
                        relationship("r4", OFFICE + "/image", "file://" + HOME + "photo.jpg\" TargetMode=\"External")));
        parts.put(
                "word/comments.xml",
                utf8("<w:comments" + W + "><w:comment" + CHANGE + " w:initials=\"" + INITIALS
                        + "\"><w:p><w:r><w:t>A remark that stays</w:t></w:r></w:p></w:comment></w:comments>"));
        parts.put(
                "word/people.xml",
                utf8("<w15:people xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\">"
                        + "<w15:person w15:author=\"" + AUTHOR
                        + "\"><w15:presenceInfo w15:providerId=\"AD\" w15:userId=\""
                        + AUTHOR + "\"/></w15:person></w15:people>"));
        parts.put(
                "word/settings.xml",
                utf8(
                        "<w:settings" + W + "><w:attachedTemplate xmlns:r=\"" + OFFICE
                                + "\" r:id=\"r1\"/><w:rsids><w:rsid w:val=\"00C0FFEE\"/></w:rsids><w:zoom w:percent=\"100\"/></w:settings>"));
        parts.put(
                "word/_rels/settings.xml.rels",
                relationships(relationship(
                        "r1", OFFICE + "/attachedTemplate", "file://" + HOME + "cv.dotx\" TargetMode=\"External")));
    }

    private static void about(Map<String, byte[]> parts) {
        parts.put("docProps/core.xml", utf8("""
                <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
                xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\
                <dc:creator>%s</dc:creator><dc:title>Secret title</dc:title><cp:lastModifiedBy>%s</cp:lastModifiedBy>\
                <dcterms:created xsi:type="dcterms:W3CDTF">2024-05-06T07:08:09Z</dcterms:created></cp:coreProperties>""".formatted(AUTHOR, AUTHOR)));
        parts.put("docProps/app.xml", utf8("""
                <Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">\
                <Company>%s</Company><Application>%s</Application></Properties>""".formatted(COMPANY, PROGRAM)));
        parts.put("docProps/custom.xml", utf8("""
                <Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties">\
                <property name="Owner"><lpwstr>%s</lpwstr></property></Properties>""".formatted(AUTHOR)));
        parts.put("customXml/item1.xml", utf8("<CoverPage><Author>" + AUTHOR + "</Author></CoverPage>"));
        parts.put("_xmlsignatures/origin.sigs", new byte[0]);
        parts.put("_xmlsignatures/sig1.xml", utf8("<Signature><X509>" + AUTHOR + "</X509></Signature>"));
    }

    /** A table behind a chart. */
    private static byte[] xlsx() {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("[Content_Types].xml", utf8("<Types/>"));
        parts.put("docProps/core.xml", utf8("""
                <coreProperties xmlns="http://schemas.openxmlformats.org/package/2006/metadata/core-properties">\
                <creator xmlns="http://purl.org/dc/elements/1.1/">%s</creator></coreProperties>""".formatted(AUTHOR)));
        parts.put("xl/comments1.xml", utf8("""
                <comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>%s</author>\
                </authors><commentList/></comments>""".formatted(AUTHOR)));
        parts.put("xl/workbook.xml", utf8("""
                <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
                <x15ac:absPath xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac" url="%s"/>\
                <sheets/></workbook>""".formatted(HOME)));
        return zip(parts);
    }

    static byte[] odt() {
        var parts = new LinkedHashMap<String, byte[]>();
        var who = "<dc:creator>" + AUTHOR + "</dc:creator><dc:date>2024-05-06T07:08:09.123</dc:date>";
        var spaces = """
                 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
                xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
                xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink" \
                xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" \
                xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0" \
                xmlns:officeooo="http://openoffice.org/2009/office" office:version="1.3">""";
        parts.put("mimetype", utf8("application/vnd.oasis.opendocument.text"));
        parts.put(
                "content.xml",
                utf8("<office:document-content" + spaces + "<office:body><office:text>"
                        + "<text:tracked-changes><text:changed-region text:id=\"c1\"><text:insertion><office:change-info>"
                        + who
                        + "</office:change-info></text:insertion></text:changed-region></text:tracked-changes>"
                        + "<text:p officeooo:rsid=\"00c0ffee\">" + SEEN + "<text:s text:c=\"2\"/>and "
                        + "<text:a xlink:href=\"file://" + HOME + "cv.odt\">a link</text:a>"
                        + "<office:annotation>" + who + "<meta:creator-initials>" + INITIALS
                        + "</meta:creator-initials>"
                        + "<text:p>A remark that stays</text:p></office:annotation>, shown: "
                        + "<text:user-defined text:name=\"x\">Field words</text:user-defined></text:p>"
                        + "</office:text></office:body></office:document-content>"));
        parts.put(
                "meta.xml",
                utf8("<office:document-meta" + spaces + "<office:meta><meta:initial-creator>" + AUTHOR
                        + "</meta:initial-creator>" + who + "<dc:title>Secret title</dc:title><meta:generator>"
                        + PROGRAM
                        + "</meta:generator></office:meta></office:document-meta>"));
        parts.put(
                "settings.xml",
                utf8("<office:document-settings" + spaces + "<office:settings>"
                        + "<config:config-item config:name=\"PrinterName\" config:type=\"string\">" + COMPANY
                        + "</config:config-item><config:config-item config:name=\"Rsid\">12648430</config:config-item>"
                        + "<config:config-item config:name=\"AddFrameOffsets\">true</config:config-item>"
                        + "</office:settings></office:document-settings>"));
        parts.put("META-INF/documentsignatures.xml", utf8("<s><X509>" + AUTHOR + "</X509></s>"));
        parts.put("Pictures/1.jpg", TracedPictures.jpeg(6));
        parts.put(
                "META-INF/manifest.xml",
                utf8("<manifest:manifest "
                        + "xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">"
                        + "<manifest:file-entry manifest:full-path=\"content.xml\"/></manifest:manifest>"));
        return zip(parts);
    }

    static byte[] rtf() {
        var hex = HexFormat.of().formatHex(TracedPictures.jpeg(1)).replaceAll("(.{64})", "$1\r\n");
        var raw = TracedPictures.png();
        return TracedPictures.joined(
                utf8("{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Arial;}}{\\*\\generator " + PROGRAM + ";}"
                        + "{\\info{\\author " + AUTHOR + "}{\\title Secret title}{\\creatim\\yr2024\\mo5\\dy6}"
                        + "{\\*\\company " + COMPANY + "}}{\\*\\template C:" + HOME.replace("/", "\\\\") + "cv.dot}"
                        + "{\\*\\userprops{\\propname x}{\\staticval " + AUTHOR + "}}{\\*\\rsidtbl \\rsid12648430}"
                        + "{\\*\\revtbl {Unknown;}{" + AUTHOR + ";}}\r\n"
                        + "\\f0\\pard\\insrsid12648430 " + SEEN + " \\'e0 Gen\\'e8ve \\{braces\\}\\par\r\n"
                        + "\\b\\charrsid12648430 bold\\b0\\insrsid12648430  plain"
                        + "{\\revised\\revauth1\\revdttm1713046344 added}"
                        + "{\\field{\\*\\fldinst {\\insrsid12648430  TITLE \\\\* MERGEFORMAT }}{\\fldrslt {\\b Shown title}}}"
                        + "{\\field{\\*\\fldinst PAGE}{\\fldrslt 1}}"
                        + "{\\*\\atnid " + INITIALS + "}{\\*\\atnauthor " + AUTHOR + "}\\chatn"
                        + "{\\*\\annotation{\\*\\atndate 1713046344}A remark that stays}\\par"
                        + "{\\pict\\jpegblip\\picw40\\pich20 " + hex + "}{\\pict\\pngblip\\bin" + raw.length + " "),
                raw,
                utf8("}\\par the end}"));
    }

    static byte[] zip(Map<String, byte[]> parts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.setComment(AUTHOR);
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String field(String mark) {
        return "<w:r><w:fldChar w:fldCharType=\"" + mark + "\"/></w:r>";
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"" + part + "\" ContentType=\"application/vnd.openxmlformats-" + type + "+xml\"/>";
    }

    private static byte[] relationships(String... relationships) {
        return utf8("<Relationships xmlns=\"" + PACKAGE + "\">" + String.join("", relationships) + "</Relationships>");
    }

    private static String relationship(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + type + "\" Target=\"" + target + "\"/>";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
