package broadsheet.console.page;

import broadsheet.console.index.ResultOrder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where pages are. */
public final class PageAddress {

    private PageAddress() {}

    public static String article(String id) {
        return "/article?id=" + encoded(id);
    }

    static String search(String query) {
        return "/search?" + question(query);
    }

    static String search(String query, ResultOrder order, int page) {
        String sorted = order == ResultOrder.TIME ? "" : "&sort=" + order.word();
        return search(query) + sorted + (page <= 1 ? "" : "&page=" + page);
    }

    /** What is asked, as it stands behind the question mark. */
    public static String question(String query) {
        return "q=" + encoded(query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
