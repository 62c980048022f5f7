package broadsheet.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * A subject of an article, from the IPTC Media Topics.
 *
 * @param mediaTopic the topic's qcode: {@code medtop:11000000}
 * @param name the topic's English name: {@code politics and government}
 * @param confidence how sure we are, from 0 to 1, to four places
 * @param origin who says so
 */
public record Section(String mediaTopic, String name, double confidence, Origin origin) {

    public Section {
        confidence = Json.rounded(confidence);
    }

    /** Who says that an article belongs to a section. */
    public enum Origin {
        /** The publisher's own section or keywords. */
        PUBLISHER,
        /** The path of the URL. */
        URL,
        /** The trained model. */
        MODEL;

        /** The lower-case word used in JSON. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
