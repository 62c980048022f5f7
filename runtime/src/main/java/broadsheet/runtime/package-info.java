/** Settings, Streams defaults, stage lifecycle, health and metrics. The only module that starts things. */
@NullMarked
package broadsheet.runtime;

import org.jspecify.annotations.NullMarked;
