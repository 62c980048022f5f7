package broadsheet.explain;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.explain.ArticleStanding.Place;
import broadsheet.explain.ArticleStanding.Removed;
import broadsheet.explain.Explanation.Input;
import broadsheet.explain.Explanation.Line;
import broadsheet.model.Origin;
import broadsheet.model.Outcome.Kind;
import broadsheet.model.StageName;
import broadsheet.model.Takedown;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("an explanation as a person reads it")
class ExplanationTextTest {

    private static Line line(StageName stage, Kind kind, Optional<String> reason, Optional<Origin> successor) {
        return new Line(
                stage,
                kind,
                reason,
                Optional.empty(),
                Optional.empty(),
                kind == Kind.EXPANDED ? Optional.of(3) : Optional.empty(),
                successor,
                Optional.empty());
    }

    private static List<String> text(List<Line> lines, List<ArticleStanding> articles) {
        Input input = new Input(Origin.parse("2@17#1"), Optional.empty(), lines, Optional.empty(), Optional.empty());
        return ExplanationText.of(new Explanation("asked", "told", List.of(input), 4, articles, List.of()));
    }

    @Test
    void saysWhatIsLeftOutAndWhatIsNotThereAnyMore() {
        assertThat(text(List.of(), List.of()))
                .containsExactly(
                        "asked       asked",
                        "told        told",
                        "",
                        "4 earlier inputs are left out",
                        "",
                        "input 2@17#1",
                        "  came      not on its topic any more",
                        "  ingest    has not said anything of it yet");
    }

    @Test
    void goesThroughTheStagesInTheirOrder() {
        assertThat(text(
                        List.of(
                                line(StageName.SINK, Kind.PUBLISHED, Optional.of("URL_REUSED"), Optional.empty()),
                                line(StageName.INGEST, Kind.EXPANDED, Optional.empty(), Optional.empty()),
                                line(
                                        StageName.INGEST,
                                        Kind.REDRIVEN,
                                        Optional.empty(),
                                        Optional.of(Origin.parse("0@9")))),
                        List.of()))
                .containsSubsequence(
                        "  ingest    EXPANDED  3 entries, each with outcomes of its own",
                        "  ingest    REDRIVEN  sent back as 0@9",
                        "  sink      PUBLISHED URL_REUSED");
    }

    @Test
    void letsNothingThatAPageOrAnOperatorWroteMoveTheCursor() {
        var removed = new Removed("courier.example", new Takedown("desk", "a\u001b[2J\nb", Instant.EPOCH));
        var standing = new ArticleStanding(
                "id",
                Place.WITHDRAWN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(removed));
        assertThat(text(List.of(), List.of(standing)))
                .endsWith(
                        "  now       withdrawn", "  takedown  courier.example  by desk, 1970-01-01T00:00:00Z: a [2J b");
    }
}
