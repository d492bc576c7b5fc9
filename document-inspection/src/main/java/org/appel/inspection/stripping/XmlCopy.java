package org.appel.inspection.stripping;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;

import org.appel.inspection.check.BoundedXml;

/**
 * Copies XML by rules. What stays is written with the prefixes it had, since other parts name them, and with its blanks; the
 * platform's own writer would turn line ends in attributes into blanks.
 */
final class XmlCopy {
    private static final int DEEPEST = 2_000;

    private final XMLStreamReader reader;
    private final XmlRules rules;
    private final Writer out;
    /** Of the open elements, whether each was written. */
    private final Deque<Boolean> written = new ArrayDeque<>();

    private XmlCopy(XMLStreamReader reader, XmlRules rules, Writer out) {
        this.reader = reader;
        this.rules = rules;
        this.out = out;
    }

    /** @throws IOException if it is not well-formed or has a document type */
    static byte[] of(byte[] xml, XmlRules rules) throws IOException {
        var copied = new ByteArrayOutputStream(xml.length);
        try (var out = new OutputStreamWriter(copied, StandardCharsets.UTF_8)) {
            out.write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
            new XmlCopy(BoundedXml.reader(new ByteArrayInputStream(xml)), rules, out).copy();
        } catch (XMLStreamException e) {
            throw new IOException("no XML", e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return copied.toByteArray();
    }

    private void copy() throws XMLStreamException, IOException {
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> element();
                case XMLStreamConstants.END_ELEMENT -> {
                    if (written.pop()) {
                        out.write("</" + name() + ">");
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (!written.isEmpty()) {
                        write(reader.getText(), false);
                    }
                }
                case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                    out.write("<?" + reader.getPITarget() + " " + reader.getPIData() + "?>");
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XMLStreamException("a document type");
                default -> {
                    // Comments are for whoever wrote them.
                }
            }
        }
    }

    private void element() throws XMLStreamException, IOException {
        if (written.size() == DEEPEST) {
            throw new XMLStreamException("too deep");
        }
        switch (rules.fate(reader.getName(), attributes())) {
            case XmlRules.Fate.Kept _ -> {
                start();
                written.push(true);
            }
            // One that names a space for what is in it is needed.
            case XmlRules.Fate.Unwrapped _
            when reader.getNamespaceCount() > 0 -> {
                start();
                written.push(true);
            }
            case XmlRules.Fate.Unwrapped _ -> written.push(false);
            case XmlRules.Fate.Dropped _ -> skip();
            case XmlRules.Fate.Refilled(var text) -> {
                start();
                write(text, false);
                var name = name();
                skip();
                out.write("</" + name + ">");
            }
        }
    }

    private void start() throws IOException {
        out.write("<" + name());
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            var prefix = reader.getNamespacePrefix(i);
            var uri = reader.getNamespaceURI(i);
            attribute(prefix == null || prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix, uri == null ? "" : uri);
        }
        var element = reader.getName();
        var added = new HashMap<>(rules.added(element));
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            var name = reader.getAttributeName(i);
            var value = rules.attribute(element, name, reader.getAttributeValue(i));
            boolean replaced =
                    name.getNamespaceURI().equals(element.getNamespaceURI()) && added.containsKey(name.getLocalPart());
            if (value != null && !replaced) {
                attribute(qualified(name.getPrefix(), name.getLocalPart()), value);
            }
        }
        for (var one : added.entrySet()) {
            attribute(qualified(element.getPrefix(), one.getKey()), one.getValue());
        }
        out.write(">");
    }

    private Map<QName, String> attributes() {
        var attributes = new HashMap<QName, String>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeName(i), reader.getAttributeValue(i));
        }
        return attributes;
    }

    /** Reads to the end of the element whose start was read. */
    private void skip() throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {}
            }
        }
    }

    private String name() {
        return qualified(reader.getPrefix(), reader.getLocalName());
    }

    private static String qualified(@Nullable String prefix, String local) {
        return prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
    }

    private void attribute(String name, String value) throws IOException {
        out.write(" " + name + "=\"");
        write(value, true);
        out.write("\"");
    }

    private void write(String text, boolean inAttribute) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.write("&amp;");
                case '<' -> out.write("&lt;");
                case '>' -> out.write("&gt;");
                case '\r' -> out.write("&#13;");
                case '"' -> out.write(inAttribute ? "&quot;" : "\"");
                case '\n' -> out.write(inAttribute ? "&#10;" : "\n");
                case '\t' -> out.write(inAttribute ? "&#9;" : "\t");
                default -> out.write(c);
            }
        }
    }
}
