package broadsheet.publish;

import java.util.List;

/**
 * What became of the pages of a source: {@code found = sent + refused + unreadable}, once the source is at its end.
 *
 * @param sent acknowledged by the cluster
 * @param refused larger than the cluster accepts
 * @param unreadable could not be read from the source
 * @param skipped not meant to be pages; not part of {@code found}
 * @param problems one line for each refused or unreadable page, the first {@value #MAX_PROBLEMS}
 */
public record PublishReport(long sent, long refused, long unreadable, long skipped, List<String> problems) {

    /** How many problems are spelled out; the counts go on. */
    public static final int MAX_PROBLEMS = 100;

    public PublishReport {
        problems = List.copyOf(problems);
    }

    /** How many pages the source had. */
    public long found() {
        return sent + refused + unreadable;
    }

    /** Whether every page was sent. */
    public boolean isComplete() {
        return refused == 0 && unreadable == 0;
    }

    /** One line for an operator. */
    public String summary() {
        return "found=" + found() + " sent=" + sent + " refused=" + refused + " unreadable=" + unreadable + " skipped="
                + skipped;
    }
}
