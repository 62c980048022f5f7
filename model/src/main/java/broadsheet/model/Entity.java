package broadsheet.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * A named thing that an article speaks of, with all its mentions under one name.
 *
 * @param name the fullest name the article uses: {@code Alexander Kozlov}, not {@code Kozlov}
 * @param type what it is
 * @param mentions where it is named in the body, in order; empty if only the headline names it
 * @param salience share of the article that is about it, from 0 to 1, to four places; comparable within one article
 * @param link the entry for it in a public register; empty if none is certain
 */
public record Entity(String name, Type type, List<Mention> mentions, double salience, Optional<Link> link) {

    /** What an entity is. */
    public enum Type {
        PERSON,
        ORGANIZATION,
        LOCATION
    }

    /**
     * One mention.
     *
     * @param start offset of its first character in the body, in UTF-16 code units
     * @param end offset after its last character, in UTF-16 code units
     * @param text the body's characters from {@code start} to {@code end}
     */
    public record Mention(int start, int end, String text) {
        public Mention {
            if (start < 0 || end <= start) {
                throw new IllegalArgumentException("mention is empty: " + start + ".." + end);
            }
        }
    }

    /**
     * An entry in a public register.
     *
     * @param scheme {@code iso-3166} or {@code geonames}
     * @param id the entry's id there: {@code KR}, {@code 1871859}
     * @param name the entry's English name there
     * @param latitude degrees north, WGS 84; empty if the register gives none
     * @param longitude degrees east, WGS 84; empty if the register gives none
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Link(String scheme, String id, String name, Optional<Double> latitude, Optional<Double> longitude) {}

    public Entity {
        salience = Json.rounded(salience);
        if (name.isBlank()) {
            throw new IllegalArgumentException("entity has no name");
        }
        mentions = List.copyOf(mentions);
    }

    /** This entity with an entry in a register. */
    public Entity withLink(Link entry) {
        return new Entity(name, type, mentions, salience, Optional.of(entry));
    }
}
