/**
 * People, organisations and places in English text: {@link broadsheet.enrich.entities.EntityRecognizer} is the door.
 *
 * <p>Flow: {@code tagging} marks names token by token, {@link broadsheet.enrich.entities.Consistency} makes one document
 * agree with itself, {@link broadsheet.enrich.entities.Grouping} puts mentions of one thing under one name, and
 * {@link broadsheet.enrich.entities.Salience} says how much of the article is about it.
 */
@NullMarked
package broadsheet.enrich.entities;

import org.jspecify.annotations.NullMarked;
