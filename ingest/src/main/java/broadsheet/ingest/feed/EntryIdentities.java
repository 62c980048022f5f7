package broadsheet.ingest.feed;

import broadsheet.ingest.identity.ArticleId;
import broadsheet.ingest.identity.Identity;
import broadsheet.ingest.metadata.Found;
import broadsheet.model.Provenance;
import broadsheet.model.url.ArticleUrl;
import broadsheet.model.url.Url;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the entries of one feed go by: their link, where it is a page of the feed's own site that no other entry has; else
 * what the feed calls them, within that site. An entry that links to another site is never that site's article.
 */
public final class EntryIdentities {
    /** A shorter name, a number above all, is one only within its own feed. */
    private static final int WORLDWIDE = 16;

    private final Optional<ArticleUrl> owner;
    private final boolean anybodys;
    private final Map<String, Set<String>> entriesOfLinks = new HashMap<>();
    private final Map<String, Set<String>> entriesOfNames = new HashMap<>();

    private EntryIdentities(Optional<ArticleUrl> owner, boolean anybodys) {
        this.owner = owner;
        this.anybodys = anybodys;
    }

    /**
     * Those of a feed.
     *
     * @param fetched the URL of the feed as the producer gives it; without it the feed's own word is all there is
     */
    public static EntryIdentities of(Optional<String> fetched, Feed feed) {
        Optional<ArticleUrl> owner = fetched.isPresent()
                ? fetched.flatMap(Url::parseTyped).map(ArticleUrl::of)
                : feed.home().flatMap(ArticleUrl::of);
        var identities = new EntryIdentities(owner, fetched.isEmpty() && owner.isEmpty());
        feed.entries().forEach(identities::count);
        return identities;
    }

    private void count(FeedEntry entry) {
        String title = entry.title().orElse("");
        entry.links().stream()
                .flatMap(link -> ArticleUrl.of(link).stream())
                .map(ArticleUrl::key)
                .distinct()
                .forEach(key -> entriesOfLinks
                        .computeIfAbsent(key, none -> new HashSet<>())
                        .add(entry.guid().orElse(title)));
        entry.guid()
                .ifPresent(name -> entriesOfNames
                        .computeIfAbsent(name, none -> new HashSet<>())
                        .add(title));
    }

    /** What an entry of the feed goes by. */
    public Identity of(FeedEntry entry) {
        Optional<ArticleUrl> own = entry.links().stream()
                .flatMap(link -> ArticleUrl.stated(link).stream())
                .filter(link -> isTheFeeds(link) && tellsOne(link))
                .findFirst();
        return own.map(page -> new Identity(
                        Optional.of(ArticleId.of(page)),
                        Optional.of(new Found<>(page.text(), Provenance.FEED)),
                        Optional.of(page.domain())))
                .orElseGet(() -> new Identity(named(entry), elsewhere(entry), owner.map(ArticleUrl::domain)));
    }

    private boolean isTheFeeds(ArticleUrl link) {
        return anybodys || owner.filter(feed -> feed.site().equals(link.site())).isPresent();
    }

    /** Two entries that share a guid and a link are one entry twice. */
    private boolean tellsOne(ArticleUrl link) {
        return !link.isFrontPage()
                && entriesOfLinks.getOrDefault(link.key(), Set.of()).size() == 1;
    }

    private Optional<String> named(FeedEntry entry) {
        String site = owner.map(ArticleUrl::site).orElse("");
        String feed = owner.map(ArticleUrl::key).orElse("");
        return entry.guid()
                .filter(name -> entriesOfNames.getOrDefault(name, Set.of()).size() == 1)
                .filter(name ->
                        ArticleUrl.of(name).filter(ArticleUrl::isFrontPage).isEmpty())
                .map(name -> ArticleId.ofEntry(name.length() >= WORLDWIDE ? site : feed, name))
                .or(() -> entry.links().stream()
                        .flatMap(link -> ArticleUrl.stated(link).stream())
                        .filter(this::tellsOne)
                        .map(link -> ArticleId.ofEntry(site, link.key()))
                        .findFirst());
    }

    /** Only an entry without any link of its own says outright that its page is another's. */
    private static Optional<Found<String>> elsewhere(FeedEntry entry) {
        return entry.elsewhere()
                .filter(link -> entry.links().isEmpty())
                .flatMap(ArticleUrl::stated)
                .map(page -> new Found<>(page.text(), Provenance.FEED));
    }
}
