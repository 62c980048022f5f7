/** PostgreSQL: tables of articles and what belongs to them, in one transaction with the bookmark. */
@NullMarked
package broadsheet.export.postgres;

import org.jspecify.annotations.NullMarked;
