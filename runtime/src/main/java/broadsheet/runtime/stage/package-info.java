/**
 * A stage as it runs: its configuration, its state, its start and its end. The only place that starts Kafka
 * Streams.
 */
@NullMarked
package broadsheet.runtime.stage;

import org.jspecify.annotations.NullMarked;
