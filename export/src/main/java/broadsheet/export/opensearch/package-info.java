/**
 * OpenSearch: an index of originals, one of copies, and one that holds the bookmark. There are no transactions; what takes
 * their place is told in {@link broadsheet.export.opensearch.OpenSearchTarget}.
 */
@NullMarked
package broadsheet.export.opensearch;

import org.jspecify.annotations.NullMarked;
