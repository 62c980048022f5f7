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
 * @param articleBody the text in its structured data as written, with marks and lines: often only a teaser
 */
public record Metadata(
        Optional<Found<String>> headline,
        Optional<Found<List<String>>> authors,
        Optional<Found<ClaimedTime>> published,
        Optional<Found<ClaimedTime>> modified,
        Optional<Found<String>> language,
        List<Found<String>> addresses,
        Optional<Found<String>> siteName,
        Optional<Found<String>> section,
        Optional<Found<List<String>>> keywords,
        Optional<Found<String>> image,
        Optional<Found<String>> description,
        Optional<Found<Boolean>> accessibleForFree,
        Optional<String> articleBody) {
    /** A page that says nothing yet; its facts are set by name. */
    public static Builder named() {
        return new Builder();
    }

    /** Gathers what a page says. */
    public static final class Builder {
        private Optional<Found<String>> headline = Optional.empty();
        private Optional<Found<List<String>>> authors = Optional.empty();
        private Optional<Found<ClaimedTime>> published = Optional.empty();
        private Optional<Found<ClaimedTime>> modified = Optional.empty();
        private Optional<Found<String>> language = Optional.empty();
        private List<Found<String>> addresses = List.of();
        private Optional<Found<String>> siteName = Optional.empty();
        private Optional<Found<String>> section = Optional.empty();
        private Optional<Found<List<String>>> keywords = Optional.empty();
        private Optional<Found<String>> image = Optional.empty();
        private Optional<Found<String>> description = Optional.empty();
        private Optional<Found<Boolean>> accessibleForFree = Optional.empty();
        private Optional<String> articleBody = Optional.empty();

        private Builder() {}

        public Builder headline(Optional<Found<String>> found) {
            headline = found;
            return this;
        }

        public Builder authors(Optional<Found<List<String>>> found) {
            authors = found;
            return this;
        }

        public Builder published(Optional<Found<ClaimedTime>> found) {
            published = found;
            return this;
        }

        public Builder modified(Optional<Found<ClaimedTime>> found) {
            modified = found;
            return this;
        }

        public Builder language(Optional<Found<String>> found) {
            language = found;
            return this;
        }

        public Builder addresses(List<Found<String>> found) {
            addresses = found;
            return this;
        }

        public Builder siteName(Optional<Found<String>> found) {
            siteName = found;
            return this;
        }

        public Builder section(Optional<Found<String>> found) {
            section = found;
            return this;
        }

        public Builder keywords(Optional<Found<List<String>>> found) {
            keywords = found;
            return this;
        }

        public Builder image(Optional<Found<String>> found) {
            image = found;
            return this;
        }

        public Builder description(Optional<Found<String>> found) {
            description = found;
            return this;
        }

        public Builder accessibleForFree(Optional<Found<Boolean>> found) {
            accessibleForFree = found;
            return this;
        }

        public Builder articleBody(Optional<String> found) {
            articleBody = found;
            return this;
        }

        public Metadata build() {
            return new Metadata(
                    headline,
                    authors,
                    published,
                    modified,
                    language,
                    addresses,
                    siteName,
                    section,
                    keywords,
                    image,
                    description,
                    accessibleForFree,
                    articleBody);
        }
    }
}
