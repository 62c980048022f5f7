/**
 * Out of Kafka into files, databases and search engines. {@link broadsheet.export.Export} reads both downstream topics, {@link
 * broadsheet.export.Sorter} makes {@link broadsheet.export.Change}s of records, and a {@link broadsheet.export.Target}
 * carries them out and remembers in the same step how far it came. Each standing of an article, original or copy, is kept
 * apart by its id, the last record of each topic counts, and so the order in which the two topics are read does not matter.
 */
@NullMarked
package broadsheet.export;

import org.jspecify.annotations.NullMarked;
