/** What became of a page, stage by stage: from the topics, and from the state of the sink. */
@NullMarked
package broadsheet.explain;

import org.jspecify.annotations.NullMarked;
