/** What a publisher said, and when: the versions of an article, and the stories that they make up. Pure; knows no store. */
@NullMarked
package broadsheet.sink.versions;

import org.jspecify.annotations.NullMarked;
