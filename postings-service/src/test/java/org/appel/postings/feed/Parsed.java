package org.appel.postings.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

import static org.assertj.core.api.Assertions.assertThat;

/** Feeds as the parsers of others read them. */
final class Parsed {

    private Parsed() {}

    /** With Rome, for Atom and RSS. */
    static SyndFeed rome(byte[] feed) {
        try {
            var input = new SyndFeedInput();
            input.setAllowDoctypes(false);
            return input.build(new XmlReader(new ByteArrayInputStream(feed)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FeedException e) {
            throw new AssertionError("Rome cannot read it", e);
        }
    }

    /** With the JDK's own parser. */
    static Document xml(byte[] xml) {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new AssertionError("not well-formed", e);
        }
    }

    /** Fails with the first thing that a schema of ours objects to. */
    static void assertValid(String schema, byte[] xml) {
        try {
            SchemaFactory.newDefaultInstance()
                    .newSchema(Objects.requireNonNull(Parsed.class.getResource("/schemas/" + schema)))
                    .newValidator()
                    .validate(new StreamSource(new ByteArrayInputStream(xml)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException e) {
            throw new AssertionError("violates " + schema, e);
        }
    }

    /** The texts of all elements of a name, in order. */
    static List<String> texts(byte[] xml, String element) {
        var nodes = xml(xml).getElementsByTagName(element);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent())
                .toList();
    }

    /** The words of a description, which must be well-formed and hold nothing but headings, paragraphs and lists. */
    static Element html(String description) {
        var parser = Parser.htmlParser().setTrackErrors(10);
        var body = Jsoup.parse(description, "", parser).body();
        var tags = new Safelist().addTags("h3", "p", "ul", "li", "br");
        assertThat(parser.getErrors())
                .filteredOn(error -> !error.getErrorMessage().contains("doctype"))
                .isEmpty();
        assertThat(new Cleaner(tags).isValid(Jsoup.parse(description)))
                .as("only headings, paragraphs and lists")
                .isTrue();
        assertThat(body.getAllElements())
                .allSatisfy(element -> assertThat(element.attributes()).isEmpty());
        return body;
    }
}
