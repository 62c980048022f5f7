/** What a partition keeps of its articles: the stores, what is found in them and how, and when it is forgotten. */
@NullMarked
package broadsheet.sink.memory;

import org.jspecify.annotations.NullMarked;
