/** What takedowns ask for, what they keep out, and how they are worked off in steps. */
@NullMarked
package broadsheet.sink.takedowns;

import org.jspecify.annotations.NullMarked;
