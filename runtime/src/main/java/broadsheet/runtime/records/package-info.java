/**
 * What may become of one record: the door that each passes on its way into a step, what is made of those that do
 * not come through, and what is counted.
 */
@NullMarked
package broadsheet.runtime.records;

import org.jspecify.annotations.NullMarked;
