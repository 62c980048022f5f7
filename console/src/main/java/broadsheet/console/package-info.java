/**
 * The door for who has no Kafka client: pages, search and feeds over the downstream topics. An {@link
 * broadsheet.export.Export} fills a search index, as it would a file or a database ({@code index}); questions are read by a
 * parser of ours ({@code query}); answers are pages ({@code page}) and feeds ({@code feed}), made on the server.
 */
@NullMarked
package broadsheet.console;

import org.jspecify.annotations.NullMarked;
