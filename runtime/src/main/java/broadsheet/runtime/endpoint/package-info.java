/** The endpoint of a process: health, metrics, questions and deliveries over HTTP. */
@NullMarked
package broadsheet.runtime.endpoint;

import org.jspecify.annotations.NullMarked;
