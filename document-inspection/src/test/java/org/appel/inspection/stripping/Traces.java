package org.appel.inspection.stripping;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;

/** Looks for what must not be in a file, in all that can be unpacked from it and in every way it may be written. */
final class Traces {
    static final String AUTHOR = "Leila Traceable";
    static final String INITIALS = "LTQX";
    static final String PROGRAM = "Tracewriter 3";
    static final String COMPANY = "Traces and Sons";
    static final String HOME = "/Users/ltraceable/";

    /** What a reader sees, and has to see afterwards. */
    static final String SEEN = "A baker of twenty years";

    private static final List<String> TELLTALE = List.of(
            "Traceable",
            INITIALS,
            "Tracewriter",
            COMPANY,
            "Secret title",
            "2024-05-06",
            "20240506",
            "2024:05:06",
            "00C0FFEE",
            "12648430",
            "1713046344");
    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F\\s]{40,}");

    private Traces() {}

    /** The traces that are found, each as often as there are parts that have it. */
    static List<String> in(byte[] file) throws IOException {
        var found = new ArrayList<String>();
        for (var part : parts(file)) {
            for (var charset : CHARSETS) {
                var text = new String(part, charset).toLowerCase(Locale.ROOT);
                TELLTALE.stream()
                        .filter(trace -> text.contains(trace.toLowerCase(Locale.ROOT)))
                        .forEach(found::add);
            }
        }
        return found;
    }

    /** The file and all that can be unpacked from it. */
    private static List<byte[]> parts(byte[] file) throws IOException {
        var parts = new ArrayList<byte[]>();
        parts.add(file);
        if (Pictures.is(file, 0, "PK")) {
            try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
                for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    parts.add(entry.getName().getBytes(StandardCharsets.UTF_8));
                    parts.addAll(parts(zip.readAllBytes()));
                }
            }
        } else if (Pictures.is(file, 0, "%PDF")) {
            pdf(file, parts);
        } else if (Pictures.is(file, 0, "{\\rtf")) {
            var digits = HEX.matcher(new String(file, StandardCharsets.ISO_8859_1));
            while (digits.find()) {
                var hex = digits.group().replaceAll("\\s", "");
                parts.add(HexFormat.of().parseHex(hex.substring(0, hex.length() & ~1)));
            }
        }
        return parts;
    }

    private static void pdf(byte[] file, List<byte[]> parts) throws IOException {
        try (var document = Loader.loadPDF(file)) {
            for (var key : document.getDocument().getXrefTable().keySet()) {
                if (document.getDocument().getObjectFromPool(key).getObject() instanceof COSStream stream) {
                    try (var raw = stream.createRawInputStream();
                            var in = stream.createInputStream()) {
                        parts.add(raw.readAllBytes());
                        parts.addAll(parts(in.readAllBytes()));
                    }
                }
            }
            var plain = new ByteArrayOutputStream();
            document.save(plain, CompressParameters.NO_COMPRESSION);
            parts.add(plain.toByteArray());
        }
    }
}
