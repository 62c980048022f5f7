package broadsheet.explain;

import broadsheet.explain.Explanation.Annotated;
import broadsheet.explain.Explanation.Came;
import broadsheet.explain.Explanation.Extracted;
import broadsheet.explain.Explanation.Fetched;
import broadsheet.explain.Explanation.Input;
import broadsheet.explain.Explanation.Line;
import broadsheet.model.Origin;
import broadsheet.model.Outcome;
import broadsheet.model.StageName;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An explanation as a person reads it, line by line. */
public final class ExplanationText {

    private final LabelledLines lines = new LabelledLines();

    private ExplanationText() {}

    public static List<String> of(Explanation explanation) {
        var text = new ExplanationText();
        text.lines.say("asked", explanation.asked());
        text.lines.say("told", explanation.told());
        if (explanation.earlier() > 0) {
            text.lines.head(explanation.earlier() + " earlier inputs are left out");
        }
        text.fetched(explanation.fetched());
        explanation.inputs().forEach(text::input);
        explanation.articles().forEach(new StandingText(text.lines)::tell);
        return text.lines.all();
    }

    private void fetched(List<Fetched> all) {
        if (!all.isEmpty()) {
            lines.gap();
        }
        for (Fetched one : all) {
            lines.say(
                    "fetch",
                    one.at() + "  " + one.outcome()
                            + one.status().map(status -> " (" + status + ")").orElse("") + ", as " + one.why()
                            + one.detail().map(text -> ": " + text).orElse(""));
        }
    }

    private void input(Input input) {
        lines.head("input " + input.origin());
        input.came().ifPresentOrElse(this::came, () -> lines.say("  came", "not on its topic any more"));
        for (StageName stage : StageName.OF_PAGES) {
            List<Line> said =
                    input.lines().stream().filter(line -> line.stage() == stage).toList();
            said.forEach(line -> lines.say("  " + stage.word(), outcome(line)));
            if (stage == StageName.INGEST) {
                input.extracted().ifPresent(this::extracted);
            } else if (stage == StageName.ENRICH) {
                input.annotated().ifPresent(this::annotated);
            }
        }
        if (input.lines().isEmpty()) {
            lines.say("  ingest", "has not said anything of it yet");
        }
    }

    private void came(Came came) {
        lines.say(
                "  came",
                came.at() + "  " + came.kind() + ", " + came.bytes() + " bytes"
                        + came.contentType().map(type -> ", said to be " + type).orElse(""));
        came.url().ifPresent(url -> lines.say("", url));
        lines.say(
                "",
                "fetched " + came.fetchedAt() + (came.redriven() > 0 ? ", sent back, attempt " + came.redriven() : ""));
    }

    private static String outcome(Line line) {
        StringBuilder said = new StringBuilder(line.kind().name());
        line.reason().ifPresent(reason -> said.append(' ').append(reason));
        line.items()
                .ifPresent(items -> said.append("  ").append(items).append(" entries, each with outcomes of its own"));
        line.articleId().ifPresent(id -> said.append("  article ").append(id));
        line.detail()
                .filter(detail -> !detail.isBlank())
                .ifPresent(detail -> said.append("  ").append(detail));
        line.accident()
                .ifPresent(accident -> said.append("  ")
                        .append(accident.exception())
                        .append(accident.message().isBlank() ? "" : ": " + accident.message())
                        .append("; the letter is ")
                        .append(accident.letter()));
        if (line.kind() == Outcome.Kind.REDRIVEN) {
            said.append("  sent back")
                    .append(line.successor()
                            .map(Origin::text)
                            .map(origin -> " as " + origin)
                            .orElse(""));
        }
        return said.toString();
    }

    private void extracted(Extracted extracted) {
        extracted
                .fields()
                .forEach(field -> lines.say(
                        "", String.format("%-13s %-10s %s", field.name(), field.provenance(), field.value())));
        lines.say(
                "",
                String.format(
                        Locale.ROOT, "%d words of body, confidence %.2f", extracted.words(), extracted.confidence()));
    }

    private void annotated(Annotated annotated) {
        lines.say(
                "",
                "language      " + annotated.language()
                        + (annotated.tried().isEmpty() ? "" : ", tried: " + String.join(", ", annotated.tried())));
        annotated
                .sections()
                .forEach(section -> lines.say(
                        "",
                        String.format(
                                Locale.ROOT,
                                "section       %-10s %s, %.2f",
                                section.origin().word(),
                                section.name(),
                                section.confidence())));
        String entities = new TreeMap<>(annotated.entities())
                .entrySet().stream()
                        .map(type -> type.getValue() + " " + type.getKey().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
        lines.say("", "entities      " + (entities.isEmpty() ? "none" : entities));
    }
}
