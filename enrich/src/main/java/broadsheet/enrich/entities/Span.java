package broadsheet.enrich.entities;

import broadsheet.model.Entity;

/**
 * A name in a text.
 *
 * @param start offset of its first character, in UTF-16 code units
 * @param end offset after its last character
 * @param type what it names
 */
public record Span(int start, int end, Entity.Type type) {
    public Span {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("span is empty: " + start + ".." + end);
        }
    }

    Span as(Entity.Type other) {
        return new Span(start, end, other);
    }
}
