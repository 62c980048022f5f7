/**
 * Enriched articles to one record per article downstream.
 *
 * <p>Here are the {@linkplain broadsheet.sink.SinkTopology topology}, its steps, and the {@linkplain
 * broadsheet.sink.ArticleState door} through which others see what it keeps. What they do is in five packages, each of which
 * knows only those before it: {@code copies} (whose text is whose), {@code versions} (what a publisher said, and when),
 * {@code memory} (what a partition keeps), {@code publication} (how a story goes downstream), {@code takedowns} (what is
 * withdrawn and kept out).
 *
 * <p>Who says what to whom:
 *
 * <table>
 * <caption>The words of the sink</caption>
 * <tr><th>word</th><th>who says it to whom</th><th>on which topic</th><th>what it is</th></tr>
 * <tr><td>enriched article</td><td>enrich to {@code track-versions}</td><td>{@code enriched-articles}</td>
 *     <td>one fetch of a page, read and annotated</td></tr>
 * <tr><td>wording</td><td>no one: it is kept</td><td>changelog of {@code track-versions}</td>
 *     <td>one version: what the publisher said, and when it was seen</td></tr>
 * <tr><td>story</td><td>no one: it is kept</td><td>changelog of {@code track-versions}</td>
 *     <td>versions that are one article; most often all under its URL</td></tr>
 * <tr><td>ask</td><td>{@code track-versions} to {@code judge-copies}</td><td>{@code ask-for-copies}, by language</td>
 *     <td>a question about a story, with the article to judge; or that it is to be forgotten</td></tr>
 * <tr><td>article to judge</td><td>part of an ask</td><td></td><td>when a text was first seen, and its fingerprint</td></tr>
 * <tr><td>verdict</td><td>the judge to {@code judge-copies}</td><td></td><td>original, or copy of which original and how</td></tr>
 * <tr><td>ruling</td><td>{@code judge-copies} to {@code apply-rulings}</td><td>{@code bring-rulings}, by article id</td>
 *     <td>the verdict on its way to where the article is kept, asked for or changed since</td></tr>
 * <tr><td>amend</td><td>both steps to {@code name-amendments}</td><td>{@code tell-originals}, by article id</td>
 *     <td>what a later article is to its original: a correction, an update, or nothing any more</td></tr>
 * <tr><td>publish</td><td>both steps to the world</td><td>{@code published-articles} or {@code copies}</td>
 *     <td>the record of a story, or its tombstone</td></tr>
 * <tr><td>pending, tell</td><td>both steps to the ledger</td><td>{@code outcomes}</td>
 *     <td>the line of an input; pending as long as its ruling is to come</td></tr>
 * <tr><td>takedown request</td><td>an operator to all partitions</td><td>{@code takedowns}</td>
 *     <td>a takedown, or its end</td></tr>
 * <tr><td>ban</td><td>no one: it is kept</td><td>changelog of {@code apply-takedowns}</td>
 *     <td>a takedown in force, by which an article is kept out</td></tr>
 * <tr><td>removal</td><td>no one: it is kept</td><td>changelog of {@code work-off-takedowns}</td>
 *     <td>a takedown in force of which articles are still to be withdrawn, and how far that has come</td></tr>
 * <tr><td>confirm</td><td>{@code track-versions} to the operator</td><td>{@code receipts}</td>
 *     <td>what a partition withdrew for a takedown</td></tr>
 * <tr><td>bury</td><td>{@code track-versions} to whoever mends it</td><td>{@code dead-letters}</td>
 *     <td>a takedown that cannot be read or be done</td></tr>
 * </table>
 */
@NullMarked
package broadsheet.sink;

import org.jspecify.annotations.NullMarked;
