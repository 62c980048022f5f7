package broadsheet.explain;

import broadsheet.explain.ArticleStanding.Copy;
import broadsheet.explain.ArticleStanding.Place;
import broadsheet.explain.ArticleStanding.Removed;
import broadsheet.explain.Explanation.Input;
import broadsheet.explain.Explanation.Line;
import broadsheet.model.Article;
import broadsheet.model.PublishedArticle;
import broadsheet.runtime.endpoint.Answer;
import broadsheet.runtime.endpoint.Question;
import broadsheet.runtime.stage.StageService;
import broadsheet.runtime.stage.StageState;
import broadsheet.sink.ArticleState;
import broadsheet.sink.ArticleState.Placed;
import broadsheet.sink.SinkSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code GET /explain?url=…} or {@code ?id=…} at the sink: what its state holds of an article, in milliseconds. The
 * instance that is asked passes the question on to the one that keeps the article. What the sink never saw, such as a
 * rejected page, is not there; {@code broadsheet explain} tells that from the topics.
 */
public final class ExplainFromState implements Function<Question, Answer> {

    private static final String TOLD =
            "from the state of the sink: the input that brought each version, and how it stands;"
                    + " broadsheet explain tells the rest from the topics";

    private final SinkSettings settings;
    private final StageState state;

    public ExplainFromState(SinkSettings settings, StageService sink) {
        this.settings = settings;
        state = new StageState(sink);
    }

    @Override
    public Answer apply(Question question) {
        Asked asked =
                Asked.of(question.value("id").or(() -> question.value("url")).orElse(""));
        String id = asked.id()
                .orElseThrow(() ->
                        new IllegalArgumentException("an input is explained by broadsheet explain: " + asked.text()));
        return state.answer(
                question,
                ArticleState.STORE,
                id,
                stores -> ArticleState.find(stores, settings, id)
                        .map(found -> Answer.of(explanation(asked, id, found)))
                        .orElseGet(() -> Answer.problem(
                                404,
                                "the sink keeps nothing under article id " + id
                                        + ": it was refused before, goes by another URL, or"
                                        + " is forgotten; broadsheet explain looks through the topics")));
    }

    private static Explanation explanation(Asked asked, String id, ArticleState found) {
        List<Input> inputs = found.versions().stream()
                .map(version -> new Input(
                        version.origin(), Optional.empty(), List.<Line>of(), Optional.empty(), Optional.empty()))
                .toList();
        Optional<Removed> takedown = found.ban().map(ban -> new Removed(ban.key(), ban.takedown()));
        List<ArticleStanding> standings = new ArrayList<>();
        found.stories().forEach(story -> standings.add(standing(story, found, takedown)));
        if (standings.isEmpty()) {
            standings.add(new ArticleStanding(
                    id,
                    Place.WITHDRAWN,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    takedown));
        }
        return new Explanation(asked.text(), TOLD, inputs, 0, standings, List.of());
    }

    private static ArticleStanding standing(Placed story, ArticleState found, Optional<Removed> takedown) {
        PublishedArticle published = story.article();
        Article article = published.enriched().article();
        Place place = story.isWaiting()
                ? Place.AWAITS_RULING
                : published.copyOf().isPresent() ? Place.COPIES : Place.PUBLISHED;
        var history = published.version().history();
        String latest = history.get(history.size() - 1).contentHash();
        return new ArticleStanding(
                published.id(),
                place,
                Optional.empty(),
                found.versions().stream()
                        .filter(version -> version.contentHash().equals(latest))
                        .map(ArticleState.Fetched::origin)
                        .findFirst(),
                article.address(),
                Optional.of(published.version()),
                published
                        .copyOf()
                        .map(of -> new Copy(
                                of.id(),
                                Optional.empty(),
                                of.similarity(),
                                of.method(),
                                of.fuller(),
                                Optional.empty())),
                takedown);
    }
}
