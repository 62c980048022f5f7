package broadsheet.ingest;

import broadsheet.ingest.kind.PageKind;

/** Why a raw record, or an entry of a feed, is no article. The names are stable: metrics, ledger and docs use them. */
public enum Reason {
    /** No bytes, or only white space. */
    EMPTY,
    /** More bytes than the limit, before or after unpacking, or more tags, lines or text than any page of news has. */
    TOO_LARGE,
    /** Made so that its text cannot be found in the steps that any page of news needs. */
    TOO_COMPLEX,
    /** No type of page that we read: an image, a PDF, an archive, random bytes. */
    UNSUPPORTED_TYPE,
    /** Of a type that we read, but broken: JSON that is no JSON, a WARC record without a response. */
    MALFORMED,
    /** The server answered with an error, or the page says it is one. */
    ERROR_PAGE,
    /** The front page of a site. */
    HOME_PAGE,
    /** A section, tag, author or archive page: a list of articles. */
    LISTING,
    /** Results of a search. */
    SEARCH_PAGE,
    /** Pictures with captions, without an article. */
    GALLERY,
    /** A player without an article. */
    VIDEO_ONLY,
    /** A form to log in or to register. */
    LOGIN_PAGE,
    /** No running text worth the name. */
    NO_TEXT,
    /** No text but what scripts would put in, and none of it in the data that they are given. */
    NEEDS_SCRIPT,
    /** Nothing that could be a headline. */
    NO_HEADLINE,
    /** An entry of a feed that has only a teaser; the detail names its link. */
    TEASER_ONLY,
    /** The beginning of an article that the publisher sells; the detail names its link. */
    PAYWALLED;

    /** The reason for which a page of this kind is rejected. */
    static Reason of(PageKind kind) {
        return switch (kind) {
            case ERROR_PAGE -> ERROR_PAGE;
            case LOGIN_PAGE -> LOGIN_PAGE;
            case SEARCH_PAGE -> SEARCH_PAGE;
            case HOME_PAGE -> HOME_PAGE;
            case GALLERY -> GALLERY;
            case VIDEO_ONLY -> VIDEO_ONLY;
            case LISTING -> LISTING;
        };
    }
}
