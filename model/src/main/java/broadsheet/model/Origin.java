package broadsheet.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Where a derived record comes from: the raw record, and within a feed the entry.
 *
 * <p>Its text form, {@code partition@offset} or {@code partition@offset#item}, is the key of the ledger and the value
 * of the header {@value #HEADER} on every derived record.
 *
 * @param partition partition of the raw topic, from 0
 * @param offset offset in that partition, from 0
 * @param item position of the entry in its feed, from 0; empty if the raw record is one page
 */
public record Origin(int partition, long offset, Optional<Integer> item) {

    public static final String HEADER = "broadsheet-origin";

    private static final Pattern TEXT = Pattern.compile("(\\d{1,9})@(\\d{1,18})(?:#(\\d{1,9}))?");

    public Origin {
        if (partition < 0 || offset < 0 || item.orElse(0) < 0) {
            throw new IllegalArgumentException("origin is negative: " + partition + "@" + offset + item);
        }
    }

    public static Origin of(int partition, long offset) {
        return new Origin(partition, offset, Optional.empty());
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if {@code text} is not of that form
     */
    @JsonCreator
    public static Origin parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not an origin: " + text);
        }
        return new Origin(
                Integer.parseInt(matcher.group(1)),
                Long.parseLong(matcher.group(2)),
                Optional.ofNullable(matcher.group(3)).map(Integer::valueOf));
    }

    /**
     * The origin that a derived record carries.
     *
     * @throws IllegalArgumentException if the header is missing or unreadable: such a record was not written by a stage
     */
    public static Origin from(Headers headers) {
        return find(headers)
                .orElseThrow(() -> new IllegalArgumentException("header is missing or no origin: " + HEADER));
    }

    /**
     * The origin that a record carries; empty on a record that no stage wrote, such as a raw page. What a raw page says in
     * this header is its producer's word and not to be believed.
     */
    public static Optional<Origin> find(Headers headers) {
        return Optional.ofNullable(headers.lastHeader(HEADER))
                .map(Header::value)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .filter(text -> TEXT.matcher(text).matches())
                .map(Origin::parse);
    }

    /** Puts this origin into {@code headers}, in place of any that is there. */
    public Headers writeTo(Headers headers) {
        headers.remove(HEADER);
        return headers.add(HEADER, text().getBytes(StandardCharsets.UTF_8));
    }

    /** The origin of the {@code index}-th entry of this raw record, from 0. */
    public Origin withItem(int index) {
        return new Origin(partition, offset, Optional.of(index));
    }

    /** The origin of the whole raw record. */
    public Origin raw() {
        return of(partition, offset);
    }

    /** The text form. */
    @JsonValue
    public String text() {
        return partition + "@" + offset + item.map(i -> "#" + i).orElse("");
    }

    @Override
    public String toString() {
        return text();
    }
}
