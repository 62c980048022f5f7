/** How a story goes downstream: the question whose copy it is, the record, and its withdrawal. */
@NullMarked
package broadsheet.sink.publication;

import org.jspecify.annotations.NullMarked;
