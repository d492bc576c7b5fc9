package org.appel.postings.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import com.ctc.wstx.api.WstxOutputProperties;
import com.ctc.wstx.stax.WstxOutputFactory;
import org.codehaus.stax2.XMLStreamProperties;
import org.jspecify.annotations.Nullable;

import org.appel.postings.messaging.Characters;

/** Writes XML 1.0 in UTF-8. Whatever a text holds, the document stays well-formed. */
final class Xml {

    private static final WstxOutputFactory FACTORY = factory();

    private final XMLStreamWriter writer;

    Xml(OutputStream out) throws IOException {
        try {
            writer = FACTORY.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        } catch (XMLStreamException e) {
            throw failure(e);
        }
    }

    /** @param attributes names and values in turn */
    void start(String name, String... attributes) throws IOException {
        try {
            writer.writeStartElement(name);
            write(attributes);
        } catch (XMLStreamException e) {
            throw failure(e);
        }
    }

    void end() throws IOException {
        try {
            writer.writeEndElement();
        } catch (XMLStreamException e) {
            throw failure(e);
        }
    }

    /** An element without content. */
    void empty(String name, String... attributes) throws IOException {
        try {
            writer.writeEmptyElement(name);
            write(attributes);
        } catch (XMLStreamException e) {
            throw failure(e);
        }
    }

    /** An element with a text; none without a text. */
    void text(String name, @Nullable Object text, String... attributes) throws IOException {
        if (text == null) {
            return;
        }
        start(name, attributes);
        try {
            writer.writeCharacters(Characters.clean(text.toString()));
        } catch (XMLStreamException e) {
            throw failure(e);
        }
        end();
    }

    /** An element with a text in a CDATA section, or in several where the text itself would end one; none without. */
    void cdata(String name, @Nullable Object text) throws IOException {
        if (text == null) {
            return;
        }
        start(name);
        try {
            writer.writeCData(Characters.clean(text.toString()));
        } catch (XMLStreamException e) {
            throw failure(e);
        }
        end();
    }

    void close() throws IOException {
        try {
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException e) {
            throw failure(e);
        }
    }

    private void write(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            writer.writeAttribute(attributes[i], Characters.clean(attributes[i + 1]));
        }
    }

    private static IOException failure(XMLStreamException e) {
        return e.getCause() instanceof IOException cause ? cause : new IOException(e);
    }

    private static WstxOutputFactory factory() {
        var factory = new WstxOutputFactory();
        // The few names with a prefix are written as they are.
        factory.setProperty(XMLStreamProperties.XSP_NAMESPACE_AWARE, false);
        // "]]>" in a CDATA section is split over two.
        factory.setProperty(WstxOutputProperties.P_OUTPUT_FIX_CONTENT, true);
        return factory;
    }
}
