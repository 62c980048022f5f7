package broadsheet.cli;

import broadsheet.fetch.FetchSettings;
import broadsheet.fetch.host.OneShot;
import broadsheet.fetch.http.WebAddress;
import broadsheet.model.Facts;
import broadsheet.model.Fetch;
import broadsheet.model.Fetch.Outcome;
import broadsheet.model.FetchRequest.Kind;
import broadsheet.publish.PageSource;
import broadsheet.publish.SourceItem;
import broadsheet.publish.SourcePage;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Pages of the web that are fetched once, with the manners of {@code fetch}: those that are named, or those of the last two
 * days that a sitemap names.
 */
final class WebPages implements PageSource {

    private final FetchSettings settings;
    private final Kind kind;
    private final List<String> urls;
    private final Set<String> asked = new HashSet<>();

    WebPages(FetchSettings settings, Kind kind, List<String> urls) {
        this.settings = settings;
        this.kind = kind;
        this.urls = List.copyOf(urls);
    }

    @Override
    public void read(Consumer<SourceItem> found) {
        try (OneShot web = OneShot.open(settings)) {
            for (String url : urls) {
                if (WebAddress.parse(url).isEmpty()) {
                    found.accept(new SourceItem.Unreadable(url, "not a URL"));
                } else if (asked.add(url)) {
                    web.ask(OneShot.request(url, kind, Map.of()));
                }
            }
            web.run((fetch, body, facts) -> take(web, fetch, body, facts, found));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(
            OneShot web, Fetch fetch, Optional<byte[]> body, Map<String, String> facts, Consumer<SourceItem> found) {
        if (fetch.outcome() == Outcome.FETCHED && fetch.kind() == Kind.SITEMAP) {
            fetch.entries().forEach(entry -> page(web, entry));
        } else if (body.isPresent()) {
            found.accept(new SourceItem.Page(new SourcePage(fetch.task(), body.get(), facts)));
        } else if (fetch.outcome() != Outcome.REDIRECTED) {
            found.accept(new SourceItem.Unreadable(
                    fetch.url(),
                    fetch.outcome()
                            + fetch.status().map(status -> " " + status).orElse("")
                            + fetch.detail().map(text -> ": " + text).orElse("")));
        }
    }

    private void page(OneShot web, Fetch.Entry entry) {
        entry.link().filter(asked::add).ifPresent(link -> {
            Map<String, String> facts = new TreeMap<>();
            entry.title().ifPresent(title -> facts.put(Facts.FEED_TITLE, title));
            entry.published().ifPresent(at -> facts.put(Facts.FEED_PUBLISHED, at));
            web.ask(OneShot.request(link, Kind.PAGE, facts));
        });
    }
}
