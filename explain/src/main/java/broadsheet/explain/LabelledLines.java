package broadsheet.explain;

import java.util.ArrayList;
import java.util.List;

/** Text for a person: under headings lines that say at their begin what they are about. Not thread-safe. */
final class LabelledLines {

    private final List<String> lines = new ArrayList<>();

    /** Begins something new. */
    void head(String heading) {
        gap();
        lines.add(heading);
    }

    /** The same without a heading. */
    void gap() {
        lines.add("");
    }

    /** @param label what it is about; blank for what the line before was about */
    void say(String label, String what) {
        // A value may come from a page: nothing in it moves the cursor of a terminal.
        lines.add(String.format("%-12s%s", label, what.replaceAll("\\p{Cntrl}+", " "))
                .stripTrailing());
    }

    List<String> all() {
        return List.copyOf(lines);
    }
}
