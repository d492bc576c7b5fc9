package org.appel.inspection.stripping;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.appel.inspection.check.BoundedXml;

/**
 * Fields in a text that show what the file says of itself, such as its author. A program fills them anew when it opens the
 * file; since the copy says nothing any more, the words that they show have to stay without the field.
 */
final class PropertyFields {
    private static final Set<String> KINDS = Set.of(
            "AUTHOR",
            "COMMENTS",
            "CREATEDATE",
            "DOCPROPERTY",
            "DOCVARIABLE",
            "EDITTIME",
            "FILENAME",
            "INFO",
            "KEYWORDS",
            "LASTSAVEDBY",
            "PRINTDATE",
            "REVNUM",
            "SAVEDATE",
            "SUBJECT",
            "TEMPLATE",
            "TITLE",
            "USERADDRESS",
            "USERINITIALS",
            "USERNAME");

    private static final String MARK = "fldChar";
    private static final String INSTRUCTION = "instrText";

    private final Deque<Field> open = new ArrayDeque<>();
    private final Set<Integer> found = new HashSet<>();
    private int count;

    private PropertyFields() {}

    /** Its marks and the parts of its instruction, by their numbers among all of those. */
    private record Field(List<Integer> parts, StringBuilder instruction) {}

    static boolean isOne(String instruction) {
        var words = instruction.strip().split("[\\s\\\\]+", 2);
        return KINDS.contains(words[0].toUpperCase(Locale.ROOT));
    }

    /** Whether it is one of the elements that a field is made of in Word's XML. */
    static boolean isPart(String element) {
        return element.equals(MARK) || element.equals(INSTRUCTION);
    }

    /** Of all parts of fields in Word's XML, counted from 1, those of fields that show properties. */
    static Set<Integer> in(byte[] xml) throws IOException {
        try {
            var fields = new PropertyFields();
            var reader = BoundedXml.reader(new ByteArrayInputStream(xml));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT && isPart(reader.getLocalName())) {
                    fields.add(reader);
                }
            }
            return fields.found;
        } catch (XMLStreamException e) {
            throw new IOException("no XML", e);
        }
    }

    private void add(XMLStreamReader reader) throws XMLStreamException {
        count++;
        boolean mark = reader.getLocalName().equals(MARK);
        var type = mark ? type(reader) : "";
        if (type.equals("begin")) {
            open.push(new Field(new ArrayList<>(), new StringBuilder()));
        }
        var field = open.peek();
        if (field == null) {
            return;
        }
        field.parts().add(count);
        if (!mark) {
            field.instruction().append(reader.getElementText());
        }
        if (type.equals("end")) {
            open.pop();
            if (isOne(field.instruction().toString())) {
                found.addAll(field.parts());
            }
        }
    }

    private static String type(XMLStreamReader mark) {
        for (int i = 0; i < mark.getAttributeCount(); i++) {
            if (mark.getAttributeLocalName(i).equals("fldCharType")) {
                return mark.getAttributeValue(i);
            }
        }
        return "";
    }
}
