package broadsheet.console.index;

import broadsheet.console.query.QueryField;

/** What results are counted by. */
public enum FacetField {
    SECTION(QueryField.SECTION, IndexField.SECTION, Integer.MAX_VALUE),
    SOURCE(QueryField.SOURCE, IndexField.SOURCE, Integer.MAX_VALUE),
    LANGUAGE(QueryField.LANGUAGE, IndexField.LANGUAGE, Integer.MAX_VALUE),
    /** There are too many names to count them in all results: in the first ones only. */
    ENTITY(QueryField.ENTITY, IndexField.ENTITY, FacetField.FIRST_RESULTS);

    /** So many results are looked at for names. */
    public static final int FIRST_RESULTS = 500;

    private final QueryField query;
    private final String field;
    private final int looked;

    FacetField(QueryField query, String index, int looked) {
        this.query = query;
        this.field = index + IndexField.COUNTED;
        this.looked = looked;
    }

    /** How it is asked for. */
    public QueryField query() {
        return query;
    }

    String field() {
        return field;
    }

    /** In how many of the results it is counted at most. */
    int looked() {
        return looked;
    }
}
