/** Benchmarks and quality floors. */
@NullMarked
package broadsheet.bench;

import org.jspecify.annotations.NullMarked;
