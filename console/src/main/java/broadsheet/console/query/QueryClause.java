package broadsheet.console.query;

/**
 * One part of a search.
 *
 * @param field what it is compared with
 * @param text with what; never blank
 * @param isPhrase whether it stood in quotation marks: its words are to follow each other, as they are
 * @param isExcluded whether a hyphen stood before it: what has it is not wanted
 * @param raw as it was written
 */
public record QueryClause(QueryField field, String text, boolean isPhrase, boolean isExcluded, String raw) {

    public QueryClause {
        if (text.isBlank()) {
            throw new IllegalArgumentException("clause is blank: " + raw);
        }
    }
}
