/** The main job in one process, with a broker of its own; the only module that brings one. */
@NullMarked
package broadsheet.demo;

import org.jspecify.annotations.NullMarked;
