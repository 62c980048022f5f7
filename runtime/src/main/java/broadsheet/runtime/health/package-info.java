/** How a stage is: whether its steps get on, its brokers answer and its topics are there. */
@NullMarked
package broadsheet.runtime.health;

import org.jspecify.annotations.NullMarked;
