package broadsheet.train.blocks;

import broadsheet.ingest.bytes.TextDecoder;
import broadsheet.ingest.html.BlockReader;
import broadsheet.ingest.html.Blocks;
import broadsheet.ingest.html.Markup;
import broadsheet.ingest.metadata.Found;
import broadsheet.ingest.metadata.Marks;
import broadsheet.ingest.metadata.Metadata;
import broadsheet.ingest.metadata.MetadataReader;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What each step is worth that finds headline, authors and date: on how many marked pages the fact is right with the step
 * and wrong without it, and the other way round. Facts are compared as the scorer of extraction compares them: titles and
 * names by their words, dates by the day.
 */
final class FactEffects {
    private record Page(MarkedPage marked, Marks marks, Blocks blocks) {}

    private final List<Page> pages = new ArrayList<>();

    private FactEffects() {}

    /** The table, a line a step. */
    static List<String> measure(List<MarkedPage> all) {
        var effects = new FactEffects();
        for (MarkedPage page : all) {
            if (page.facts().isAny()) {
                var document = Markup.page(
                        TextDecoder.decode(page.page().bytes(), page.page().contentType()),
                        page.page().url().orElse(""));
                effects.pages.add(new Page(page, Marks.of(document), BlockReader.read(document)));
            }
        }
        return effects.table();
    }

    private List<String> table() {
        List<Set<String>> whole = right(Set.of());
        List<String> lines = new ArrayList<>();
        lines.add("| step | right only with it | right only without it |");
        lines.add("| --- | --- | --- |");
        for (String step : MetadataReader.steps()) {
            List<Set<String>> without = right(Set.of(step));
            int helped = 0;
            int harmed = 0;
            for (int i = 0; i < whole.size(); i++) {
                helped += lost(whole.get(i), without.get(i));
                harmed += lost(without.get(i), whole.get(i));
            }
            lines.add(String.format(Locale.ROOT, "| `%s` | %d | %d |", step, helped, harmed));
        }
        return lines;
    }

    private static int lost(Set<String> facts, Set<String> among) {
        return (int) facts.stream().filter(fact -> !among.contains(fact)).count();
    }

    /** For each page the facts that are right. */
    private List<Set<String>> right(Set<String> without) {
        List<Set<String>> right = new ArrayList<>();
        for (Page page : pages) {
            Metadata found = MetadataReader.read(
                    page.marks(),
                    page.blocks(),
                    page.marked().page().url().orElse(""),
                    page.marked().page().fetchedAt(),
                    without);
            right.add(right(page.marked().facts(), found));
        }
        return right;
    }

    private static Set<String> right(MarkedFacts marked, Metadata found) {
        Set<String> right = new HashSet<>();
        String title = found.headline().map(Found::value).orElse("");
        if (!marked.title().isEmpty() && words(marked.title()).equals(words(title))) {
            right.add("title");
        }
        String day =
                found.published().map(date -> date.value().day().toString()).orElse("");
        if (!marked.day().isEmpty() && marked.day().equals(day)) {
            right.add("date");
        }
        Set<String> authors = names(found.authors().map(Found::value).orElse(List.of()));
        if (!marked.authors().isEmpty() && names(marked.authors()).equals(authors)) {
            right.add("authors");
        }
        return right;
    }

    private static Set<String> names(List<String> names) {
        Set<String> plain = new HashSet<>();
        names.forEach(name -> plain.add(words(name)));
        return plain;
    }

    /** The words alone, without accents and in lower case. */
    private static String words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        return String.join(" ", BlockLabels.words(plain.toLowerCase(Locale.ROOT)));
    }
}
