/** Stories as a forest: each article hangs on the earlier one that it is most like. Pure; knows no Kafka. */
@NullMarked
package broadsheet.stories.forest;

import org.jspecify.annotations.NullMarked;
