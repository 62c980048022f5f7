/** The doors to {@code fetch}: for producers without a Kafka client, and for hubs. */
@NullMarked
package broadsheet.fetch.door;

import org.jspecify.annotations.NullMarked;
