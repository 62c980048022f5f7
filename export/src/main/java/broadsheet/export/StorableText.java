package broadsheet.export;

import broadsheet.model.Json;
import broadsheet.model.PublishedArticle;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;

/** Text as every target can hold it: where NUL or half of a surrogate pair stands, U+FFFD does. As long as before. */
public final class StorableText {

    private static final char REPLACEMENT = '\uFFFD';

    private static final ObjectReader ARTICLES = Json.mapper()
            .copy()
            .registerModule(new SimpleModule().addDeserializer(String.class, new PlainStrings()))
            .readerFor(PublishedArticle.class);

    private static final class PlainStrings extends StdScalarDeserializer<String> {

        private static final long serialVersionUID = 1;

        PlainStrings() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String text = json.getValueAsString();
            return text == null ? (String) context.handleUnexpectedToken(String.class, json) : of(text);
        }
    }

    private StorableText() {}

    /**
     * Reads a record, all of its text plain.
     *
     * @throws SerializationException if it is none
     */
    public static PublishedArticle article(byte[] json) {
        try {
            PublishedArticle read = ARTICLES.readValue(json);
            if (read == null) {
                throw new SerializationException("null is no article");
            }
            return read;
        } catch (IOException e) {
            throw new SerializationException("not an article in JSON", e);
        }
    }

    /** The text, the same object if there is nothing to replace. */
    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isUnfit(text, i)) {
                return replaced(text);
            }
        }
        return text;
    }

    private static String replaced(String text) {
        StringBuilder plain = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            if (isUnfit(text, i)) {
                plain.setCharAt(i, REPLACEMENT);
            }
        }
        return plain.toString();
    }

    private static boolean isUnfit(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        boolean isSecond = at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        return c == 0 || (Character.isLowSurrogate(c) && !isSecond);
    }
}
