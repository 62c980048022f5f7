package broadsheet.ingest.limits;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Counts the tokens of all JSON that one page makes us hold in memory: three bytes of text become two hundred there. */
public final class JsonTokens {
    private int count;

    /**
     * The document; a missing node if it is blank.
     *
     * @throws TooMuch if there are more tokens, with those of the documents before it, than are read
     */
    public JsonNode tree(ObjectMapper mapper, String json) throws JsonProcessingException {
        try (JsonParser parser = counting(mapper.createParser(json))) {
            JsonNode tree = mapper.readTree(parser);
            return tree == null ? MissingNode.getInstance() : tree;
        } catch (JsonProcessingException broken) {
            throw broken;
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from memory", impossible);
        }
    }

    /** The same parser, its tokens counted. */
    public JsonParser counting(JsonParser parser) {
        return new JsonParserDelegate(parser) {
            @Override
            public JsonToken nextToken() throws IOException {
                TooMuch.check(++count, "JSON tokens", Limits.JSON_TOKENS);
                return super.nextToken();
            }
        };
    }
}
