/** Which texts are near-identical, and which of them is the original. Pure: no clock, no Kafka, no randomness. */
@NullMarked
package broadsheet.sink.copies;

import org.jspecify.annotations.NullMarked;
