package broadsheet.explain;

import broadsheet.explain.Explanation.Annotated;
import broadsheet.explain.Explanation.Came;
import broadsheet.explain.Explanation.Copy;
import broadsheet.explain.Explanation.Extracted;
import broadsheet.explain.Explanation.Fetched;
import broadsheet.explain.Explanation.Input;
import broadsheet.explain.Explanation.Line;
import broadsheet.explain.Explanation.Standing;
import broadsheet.model.Origin;
import broadsheet.model.Outcome;
import broadsheet.model.StageName;
import broadsheet.model.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An explanation as a person reads it, line by line. */
public final class ExplanationText {

    private final List<String> lines = new ArrayList<>();

    private ExplanationText() {}

    public static List<String> of(Explanation explanation) {
        var text = new ExplanationText();
        text.say("asked", explanation.asked());
        text.say("told", explanation.told());
        if (explanation.earlier() > 0) {
            text.lines.add("");
            text.lines.add(explanation.earlier() + " earlier inputs are left out");
        }
        text.fetched(explanation.fetched());
        explanation.inputs().forEach(text::input);
        explanation.articles().forEach(text::standing);
        return List.copyOf(text.lines);
    }

    private void fetched(List<Fetched> all) {
        if (!all.isEmpty()) {
            lines.add("");
        }
        for (Fetched one : all) {
            say(
                    "fetch",
                    one.at() + "  " + one.outcome()
                            + one.status().map(status -> " (" + status + ")").orElse("") + ", as " + one.why()
                            + one.detail().map(text -> ": " + text).orElse(""));
        }
    }

    private void input(Input input) {
        lines.add("");
        lines.add("input " + input.origin());
        input.came().ifPresentOrElse(this::came, () -> say("  came", "not on its topic any more"));
        for (StageName stage : StageName.OF_PAGES) {
            List<Line> said =
                    input.lines().stream().filter(line -> line.stage() == stage).toList();
            said.forEach(line -> say("  " + stage.word(), outcome(line)));
            if (stage == StageName.INGEST) {
                input.extracted().ifPresent(this::extracted);
            } else if (stage == StageName.ENRICH) {
                input.annotated().ifPresent(this::annotated);
            }
        }
        if (input.lines().isEmpty()) {
            say("  ingest", "has not said anything of it yet");
        }
    }

    private void came(Came came) {
        say(
                "  came",
                came.at() + "  " + came.kind() + ", " + came.bytes() + " bytes"
                        + came.contentType().map(type -> ", said to be " + type).orElse(""));
        came.url().ifPresent(url -> say("", url));
        say("", "fetched " + came.fetchedAt() + (came.redriven() > 0 ? ", sent back, attempt " + came.redriven() : ""));
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
                .forEach(field ->
                        say("", String.format("%-13s %-10s %s", field.name(), field.provenance(), field.value())));
        say(
                "",
                String.format(
                        Locale.ROOT, "%d words of body, confidence %.2f", extracted.words(), extracted.confidence()));
    }

    private void annotated(Annotated annotated) {
        say(
                "",
                "language      " + annotated.language()
                        + (annotated.tried().isEmpty() ? "" : ", tried: " + String.join(", ", annotated.tried())));
        annotated
                .sections()
                .forEach(section -> say(
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
        say("", "entities      " + (entities.isEmpty() ? "none" : entities));
    }

    private void standing(Standing standing) {
        lines.add("");
        lines.add("article " + standing.id());
        say(
                "  now",
                place(standing) + standing.record().map(place -> "  " + place).orElse(""));
        standing.url().ifPresent(url -> say("", url));
        standing.version().ifPresent(this::version);
        standing.origin().ifPresent(origin -> say("", "this version came with " + origin));
        standing.copy().ifPresent(this::copy);
        standing.takedown()
                .ifPresent(removed -> say(
                        "  takedown",
                        removed.key() + "  by "
                                + removed.takedown().by() + ", "
                                + removed.takedown().at() + ": "
                                + removed.takedown().why()));
    }

    private static String place(Standing standing) {
        return switch (standing.place()) {
            case PUBLISHED -> "published";
            case COPIES -> "a copy";
            case WITHDRAWN -> "withdrawn";
            case AWAITS_RULING -> "waits for the judge of copies";
            case NOWHERE -> "not downstream";
        };
    }

    private void version(Version version) {
        say(
                "  version",
                version.number() + ", " + version.change().word()
                        + (version.changedFields().isEmpty()
                                ? ""
                                : ": " + String.join(", ", version.changedFields())
                                        + (version.substantive() ? " (substantive)" : " (typography or little)")));
        boolean whole = version.history().size() == version.number();
        int number = 1;
        for (Version.Entry entry : version.history()) {
            say("", (whole ? number++ : "-") + "  " + entry.at() + "  content " + entry.contentHash());
        }
        if (!whole) {
            say("", version.number() - version.history().size() + " between the first and the latest are not listed");
        }
    }

    private void copy(Copy copy) {
        say("  copy of", copy.id() + copy.url().map(url -> "  " + url).orElse(""));
        say(
                "",
                String.format(
                        Locale.ROOT,
                        "similarity %.3f by %s%s",
                        copy.similarity(),
                        copy.method(),
                        copy.fuller() ? ", the copy is fuller" : ""));
        copy.passages().ifPresent(passages -> {
            say(
                    "",
                    passages.shared() + " of its " + passages.words()
                            + " words are in passages that both have; the longest:");
            passages.longest()
                    .forEach(passage -> say("", passage.words() + " words  \u201c" + passage.text() + "\u201d"));
        });
    }

    private void say(String name, String what) {
        // A value may come from a page: nothing in it moves the cursor of a terminal.
        lines.add(String.format("%-12s%s", name, what.replaceAll("\\p{Cntrl}+", " "))
                .stripTrailing());
    }
}
