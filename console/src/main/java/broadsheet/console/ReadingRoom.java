package broadsheet.console;

import broadsheet.console.feed.FeedFormat;
import broadsheet.console.feed.SearchFeed;
import broadsheet.console.index.ArticleSearch;
import broadsheet.console.index.FacetCount;
import broadsheet.console.index.FacetField;
import broadsheet.console.index.ResultOrder;
import broadsheet.console.index.SearchHit;
import broadsheet.console.index.SearchResult;
import broadsheet.console.page.ArticlePage;
import broadsheet.console.page.FrontPage;
import broadsheet.console.page.MissingPage;
import broadsheet.console.page.PageAddress;
import broadsheet.console.page.SearchPage;
import broadsheet.console.page.SourcesPage;
import broadsheet.console.query.QueryField;
import broadsheet.console.query.SearchQuery;
import broadsheet.console.query.SearchQueryReader;
import broadsheet.model.CopyOf;
import broadsheet.runtime.endpoint.Answer;
import broadsheet.runtime.endpoint.Question;
import broadsheet.runtime.endpoint.StatusEndpoint;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Which question is answered with what: pages, feeds, and what pages bring along. */
final class ReadingRoom {

    private static final int COLUMNS = 8;
    private static final int IN_A_COLUMN = 6;
    private static final Duration CARRIED = Duration.ofDays(7);

    private final ArticleSearch search;
    private final Doorkeeper door;
    private final String address;
    private final InstantSource clock;
    private final MeterRegistry meters;

    /** @param address by what address readers come, without a slash behind */
    ReadingRoom(ArticleSearch search, Doorkeeper door, String address, InstantSource clock, MeterRegistry meters) {
        this.search = search;
        this.door = door;
        this.address = address;
        this.clock = clock;
        this.meters = meters;
    }

    void open(StatusEndpoint endpoint) {
        for (PageAsset asset : PageAsset.values()) {
            String text = asset.text();
            answer(endpoint, asset.path(), question -> PageAnswer.asset(asset.type(), text));
        }
        answer(endpoint, "/", this::front);
        answer(endpoint, "/search", this::results);
        answer(endpoint, "/article", question -> article(question, this::page));
        answer(
                endpoint,
                "/article.json",
                question -> article(
                        question,
                        hit -> PageAnswer.data(
                                "application/json", new String(hit.json(), StandardCharsets.UTF_8), question)));
        answer(endpoint, "/sources", question -> PageAnswer.page(200, new SourcesPage(search.outlets()).html()));
        for (FeedFormat format : FeedFormat.values()) {
            answer(endpoint, format.path(), question -> feed(format, question));
        }
    }

    private void answer(StatusEndpoint endpoint, String path, Function<Question, Answer> answering) {
        var timer = meters.timer("broadsheet.console.answer", "path", path);
        endpoint.answer(
                path,
                question -> door.refusal(question).orElseGet(() -> timer.record(() -> answering.apply(question))));
    }

    private SearchQuery query(Question question) {
        return SearchQueryReader.read(question.value("q").orElse(""), clock.instant());
    }

    private Answer front(Question question) {
        Optional<String> language = question.value("language").filter(tag -> tag.matches("[A-Za-z]{2,8}"));
        String asked = language.map(tag -> SearchQuery.written(QueryField.LANGUAGE, tag))
                .orElse("");
        SearchResult all = search.search(SearchQuery.ALL, ResultOrder.TIME, 0, IN_A_COLUMN);
        SearchResult latest = asked.isEmpty()
                ? all
                : search.search(SearchQueryReader.read(asked, clock.instant()), ResultOrder.TIME, 0, IN_A_COLUMN);
        List<FrontPage.SectionColumn> columns = new ArrayList<>();
        for (FacetCount section :
                latest.values(FacetField.SECTION).stream().limit(COLUMNS).toList()) {
            String wanted = SearchQuery.written(QueryField.SECTION, section.value()) + " " + asked;
            List<SearchHit> newest = search.newest(SearchQueryReader.read(wanted, clock.instant()), IN_A_COLUMN);
            columns.add(new FrontPage.SectionColumn(section.value(), section.count(), newest));
        }
        // Counted back from the newest article: what is read from an archive is a front page too.
        List<SearchHit> carried = all.hits().isEmpty()
                ? List.of()
                : search.mostCarried(all.hits().get(0).time().minus(CARRIED), IN_A_COLUMN);
        return PageAnswer.page(
                200, new FrontPage(language, all.values(FacetField.LANGUAGE), latest.hits(), carried, columns).html());
    }

    private Answer results(Question question) {
        int number = page(question.value("page"));
        ResultOrder order = ResultOrder.of(question.value("sort"));
        SearchQuery query = query(question);
        SearchResult result = search.search(query, order, (number - 1) * SearchPage.SIZE, SearchPage.SIZE);
        return PageAnswer.page(200, new SearchPage(query, order, number, result).html());
    }

    private static int page(Optional<String> number) {
        return number.filter(text -> text.matches("[0-9]{1,4}"))
                .map(text -> Math.max(1, Math.min(SearchPage.LAST, Integer.parseInt(text))))
                .orElse(1);
    }

    private Answer article(Question question, Function<SearchHit, Answer> answering) {
        return search.article(question.value("id").orElse(""))
                .map(answering)
                .orElseGet(() -> PageAnswer.page(
                        404,
                        new MissingPage("There is no such article, or not any more: it may have been withdrawn.")
                                .html()));
    }

    private Answer page(SearchHit hit) {
        Optional<SearchHit> original = hit.published().copyOf().map(CopyOf::id).flatMap(search::article);
        List<SearchHit> copies = hit.published().copyOf().isPresent()
                ? List.of()
                : search.copies(hit.article().id(), ArticlePage.MOST_COPIES);
        return PageAnswer.page(200, new ArticlePage(hit, original, copies).html());
    }

    private Answer feed(FeedFormat format, Question question) {
        SearchQuery query = query(question);
        String asked = query.text().isEmpty() ? "" : "?" + PageAddress.question(query.text());
        String title = query.text().isEmpty() ? "Broadsheet" : "Broadsheet: " + query.text();
        var feed = new SearchFeed(
                title,
                address + "/search" + asked,
                address + format.path() + asked,
                clock.instant(),
                search.newest(query, format.most()));
        return PageAnswer.data(format.type(), format.write(feed), question);
    }
}
