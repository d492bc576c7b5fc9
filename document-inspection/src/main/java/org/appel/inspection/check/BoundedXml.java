package org.appel.inspection.check;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML of strangers: no document type, no entities, nothing from elsewhere, not too deep. */
public final class BoundedXml {
    private static final int DEEPEST = 200;
    /** A list of a document's parts has as many as there are parts; see {@link BoundedZip}. */
    private static final int MOST_LISTED = 10_000;

    private static final XMLInputFactory FACTORY = hardened();

    private BoundedXml() {}

    /** An element without what is in it. */
    record Element(QName name, Map<String, String> attributes) {}

    /** A reader of XML that is refused where it has entities; a document type is reported, and for the caller to refuse. */
    public static XMLStreamReader reader(InputStream xml) throws XMLStreamException {
        return FACTORY.createXMLStreamReader(xml);
    }

    /** The name of the root element of a document that was read to its end, so that it is known to be well-formed. */
    static QName root(byte[] xml) throws XMLStreamException {
        var reader = reader(new ByteArrayInputStream(xml));
        QName root = null;
        int depth = 0;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                root = root == null ? reader.getName() : root;
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
            if (depth > DEEPEST || event == XMLStreamConstants.DTD) {
                throw new XMLStreamException("too deep, or with a document type");
            }
        }
        if (root == null) {
            throw new XMLStreamException("no element");
        }
        return root;
    }

    /** All elements of a small document, in its order. */
    static List<Element> elements(byte[] xml) throws XMLStreamException {
        var reader = reader(new ByteArrayInputStream(xml));
        var elements = new ArrayList<Element>();
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                if (elements.size() == MOST_LISTED) {
                    throw new XMLStreamException("more elements than any list of parts has");
                }
                elements.add(new Element(reader.getName(), attributes(reader)));
            }
        }
        return elements;
    }

    private static Map<String, String> attributes(XMLStreamReader reader) {
        var attributes = new HashMap<String, String>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return attributes;
    }

    private static XMLInputFactory hardened() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((_, _, _, _) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory;
    }
}
