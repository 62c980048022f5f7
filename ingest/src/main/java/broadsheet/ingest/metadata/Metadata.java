package broadsheet.ingest.metadata;

import java.util.List;
import java.util.Optional;

/**
 * What a page says about its article, each with the place where it says it.
 *
 * @param headline one line, without the site's name
 * @param authors names of people, in the order of the by-line
 * @param published when it says it was published
 * @param modified when it says it last changed
 * @param language the tag it declares
 * @param addresses the URLs that it calls its own, absolute, as written, the most trusted first
 * @param siteName the publisher's name
 * @param section the publisher's word for the section
 * @param keywords the publisher's keywords
 * @param image absolute URL of the lead image
 * @param description the publisher's summary
 * @param accessibleForFree whether it says that reading is free
 * @param articleBody the text in its structured data: often only a teaser
 */
public record Metadata(
        Optional<Found<String>> headline,
        Optional<Found<List<String>>> authors,
        Optional<Found<Claim>> published,
        Optional<Found<Claim>> modified,
        Optional<Found<String>> language,
        List<Found<String>> addresses,
        Optional<Found<String>> siteName,
        Optional<Found<String>> section,
        Optional<Found<List<String>>> keywords,
        Optional<Found<String>> image,
        Optional<Found<String>> description,
        Optional<Found<Boolean>> accessibleForFree,
        Optional<String> articleBody) {}
