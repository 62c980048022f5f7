package broadsheet.console.feed;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML 1.0: whatever text comes in goes out as text, without the characters that XML has no way to write. */
final class XmlText {

    private final StringWriter out = new StringWriter();
    private final XMLStreamWriter xml;

    /** What is written to one. */
    interface Content {
        void write(XmlText xml) throws XMLStreamException;
    }

    private XmlText() throws XMLStreamException {
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
    }

    static String document(Content content) {
        try {
            var text = new XmlText();
            text.out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
            content.write(text);
            text.xml.flush();
            return text.out.append('\n').toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot be written as XML", e);
        }
    }

    /** Begins an element with a prefix of its own, or none; attributes are names and values in turn. */
    XmlText begin(String name, String... attributes) throws XMLStreamException {
        xml.writeStartElement(name);
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], clean(attributes[i + 1]));
        }
        return this;
    }

    XmlText end() throws XMLStreamException {
        xml.writeEndElement();
        return this;
    }

    /** An element with text. */
    XmlText element(String name, String text, String... attributes) throws XMLStreamException {
        begin(name, attributes);
        xml.writeCharacters(clean(text));
        return end();
    }

    /** An element without. */
    XmlText empty(String name, String... attributes) throws XMLStreamException {
        return begin(name, attributes).end();
    }

    /** XML 1.0, section 2.2. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().filter(XmlText::isCharacter).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isCharacter(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
