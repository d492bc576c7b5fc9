package org.appel.inspection.process;

import java.io.File;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The jars that a process for documents needs, found where this program has them: by the build tool's class path, under a
 * framework's own class loader, or beside a packaged service. A class of each is enough to find it.
 */
final class ChildClassPath {
    static final List<String> MARKERS = List.of(
            "org.appel.inspection.process.InspectionProcess",
            "org.apache.tika.Tika",
            "org.apache.tika.parser.pdf.PDFParser",
            "org.apache.tika.parser.xmp.JempboxExtractor",
            "org.apache.tika.parser.microsoft.ooxml.OOXMLParser",
            "org.apache.tika.parser.odf.OpenDocumentParser",
            "org.apache.tika.parser.html.JSoupParser",
            "org.apache.tika.parser.xml.XMLParser",
            "org.apache.tika.parser.txt.TXTParser",
            "org.apache.tika.zip.utils.ZipSalvager",
            "org.apache.pdfbox.pdmodel.PDDocument",
            "org.apache.pdfbox.io.RandomAccessRead",
            "org.apache.fontbox.ttf.TrueTypeFont",
            "org.apache.xmpbox.XMPMetadata",
            "org.apache.jempbox.xmp.XMPMetadata",
            "org.apache.poi.poifs.filesystem.POIFSFileSystem",
            "org.apache.poi.openxml4j.opc.OPCPackage",
            "org.apache.poi.hwpf.HWPFDocumentCore",
            "org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBody",
            "org.apache.xmlbeans.XmlObject",
            "org.apache.commons.csv.CSVParser",
            "org.apache.commons.compress.archivers.zip.ZipFile",
            "org.apache.commons.codec.digest.DigestUtils",
            "org.apache.commons.collections4.MultiValuedMap",
            "org.apache.commons.imaging.Imaging",
            "org.apache.commons.io.IOUtils",
            "org.apache.commons.lang3.StringUtils",
            "org.apache.commons.logging.LogFactory",
            "org.apache.commons.math3.util.ArithmeticUtils",
            "org.apache.logging.log4j.Logger",
            "org.slf4j.Logger",
            "org.jsoup.Jsoup",
            "org.mozilla.universalchardet.UniversalDetector",
            "com.zaxxer.sparsebits.SparseBitSet",
            // Quarkus' own commons-logging, where it stands before the real one, needs it.
            "org.jboss.logging.Logger",
            "org.jspecify.annotations.NullMarked");

    private ChildClassPath() {}

    /** What is not found is left out: a process that cannot do without does not start, or leaves out the text. */
    static String find() {
        var loader = ChildClassPath.class.getClassLoader();
        var places = new LinkedHashSet<String>();
        for (var marker : MARKERS) {
            var resource = marker.replace('.', '/') + ".class";
            var found = loader.getResource(resource);
            if (found != null) {
                places.add(place(found, resource).toString());
            }
        }
        return places.stream().collect(Collectors.joining(File.pathSeparator));
    }

    /** The jar or folder that a resource is in. */
    static Path place(URL found, String resource) {
        var url = found.toString();
        var place = url.substring(0, url.length() - resource.length());
        if (place.startsWith("jar:")) {
            place = place.substring("jar:".length(), place.lastIndexOf("!/"));
        }
        return Path.of(URI.create(place));
    }
}
