package broadsheet.console.feed;

import broadsheet.console.index.SearchHit;
import broadsheet.model.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON Feed 1.1. */
final class JsonFeed {

    private static final String VERSION = "https://jsonfeed.org/version/1.1";

    private JsonFeed() {}

    static String write(SearchFeed feed) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("version", VERSION);
        all.put("title", feed.title());
        all.put("home_page_url", feed.page());
        all.put("feed_url", feed.self());
        List<Map<String, Object>> items = new ArrayList<>();
        for (SearchHit hit : feed.entries()) {
            items.add(item(new FeedItem(hit)));
        }
        all.put("items", items);
        return Json.line(all);
    }

    private static Map<String, Object> item(FeedItem entry) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", entry.id());
        entry.link().ifPresent(link -> item.put("url", link));
        item.put("title", entry.title());
        item.put("content_html", entry.html());
        item.put("content_text", entry.text());
        entry.summary().ifPresent(summary -> item.put("summary", summary));
        item.put("date_published", entry.published().toString());
        item.put("date_modified", entry.updated().toString());
        item.put(
                "authors",
                entry.authors().stream().map(name -> Map.of("name", name)).toList());
        item.put("tags", entry.categories());
        item.put("language", entry.language());
        return item;
    }
}
