/** Places that an article names to their entries in ISO 3166 and GeoNames. */
@NullMarked
package broadsheet.enrich.places;

import org.jspecify.annotations.NullMarked;
