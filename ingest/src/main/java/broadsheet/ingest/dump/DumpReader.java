package broadsheet.ingest.dump;

import broadsheet.ingest.body.EndHeadings;
import broadsheet.ingest.limits.Limits;
import broadsheet.ingest.limits.TooMuch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the article in a page that came as plain text, navigation, captions and lists of other stories included.
 *
 * <p>Each line weighs what it says: running text counts for the article, short lines, bullets and addresses against it.
 * The article is the span of lines with the greatest sum, cut where a line announces something else; a caption is known
 * by standing there twice, the second time with its credit.
 */
public final class DumpReader {
    private static final int AGAINST = 45;
    private static final Pattern SECTION = Pattern.compile("^\\[(\\p{L}[\\p{L} &-]{2,30})\\]");
    private static final Pattern DATE = Pattern.compile(
            "(\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}|\\d{1,2}\\W{1,2}\\p{L}{3,10}\\W{1,2}\\d{4}|\\p{L}{3,10}\\.? \\d{1,2},"
                    + " \\d{4})");

    private final List<Line> lines;
    private final Set<Integer> captions = new HashSet<>();

    private DumpReader(List<Line> lines) {
        this.lines = lines;
    }

    /** The article in a page of plain text. */
    public static Dump read(String page) {
        List<Line> lines = new ArrayList<>();
        boolean blank = true;
        for (int start = 0; start < page.length(); ) {
            int end = start;
            while (end < page.length() && !isBreak(page.charAt(end))) {
                end++;
            }
            String text = spaced(page.substring(start, end));
            start = page.startsWith("\r\n", end) ? end + 2 : end + 1;
            if (text.isEmpty()) {
                blank = true;
            } else {
                lines.add(Line.of(text, blank));
                TooMuch.check(lines.size(), "lines or more", Limits.LINES);
                blank = false;
            }
        }
        return new DumpReader(lines).read();
    }

    private static boolean isBreak(char c) {
        return (c >= '\n' && c <= '\r') || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    /** With one space for each run of blanks. */
    private static String spaced(String line) {
        var text = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean blank = c == ' ' || c == '\t' || c == '\u00a0' || c == '\u200b';
            if (!blank) {
                text.append(c);
            } else if (text.length() > 0 && text.charAt(text.length() - 1) != ' ') {
                text.append(' ');
            }
        }
        return text.toString().strip();
    }

    private Dump read() {
        markCaptions();
        int[] span = bestSpan();
        int first = span[0];
        int end = span[1];
        Optional<Integer> title = titleAbove(first);
        String headline = title.map(i -> lines.get(i).text()).orElse("");
        String body = body(first, end, headline);
        int all = prose(0, lines.size());
        double confidence = all == 0 ? 0 : Math.min(1, (double) prose(first, end) / all);
        return new Dump(
                Optional.of(headline).filter(text -> !text.isBlank()),
                authors(title.orElse(Math.max(0, first - 5)), first, end),
                dateLine(title.orElse(Math.max(0, first - 8)), first),
                section(),
                body,
                confidence);
    }

    private void markCaptions() {
        for (int i = 0; i + 1 < lines.size(); i++) {
            String one = lines.get(i).text();
            String other = lines.get(i + 1).text();
            if (one.length() > 30 && sameWithCredit(one, other)) {
                captions.add(i);
                captions.add(i + 1);
            }
        }
    }

    /** Whether two lines begin alike as far as a credit at the end leaves room. */
    private static boolean sameWithCredit(String one, String other) {
        int length = Math.min(one.length(), other.length());
        int same = 0;
        while (same < length && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        int longest = Math.max(one.length(), other.length());
        return same >= 30 && longest - same < Math.max(30, longest / 5);
    }

    private int[] bestSpan() {
        int best = 0;
        int[] span = {0, 0};
        int sum = 0;
        int first = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (sum <= 0) {
                sum = 0;
                first = i;
            }
            boolean over = EndHeadings.isEnd(lines.get(i).text());
            sum += over ? -sum : weight(i);
            if (sum > best) {
                best = sum;
                span = new int[] {first, i + 1};
            }
        }
        return span;
    }

    private int weight(int index) {
        Line line = lines.get(index);
        if (captions.contains(index)) {
            return 0;
        }
        if (line.isProse()) {
            return line.letters();
        }
        return line.isBullet() ? -2 * AGAINST : -AGAINST;
    }

    private int prose(int first, int end) {
        int letters = 0;
        for (int i = first; i < end; i++) {
            letters += lines.get(i).isProse() ? lines.get(i).letters() : 0;
        }
        return letters;
    }

    /** The nearest line above the text that can be a headline: no by-line, date, caption, sentence or bullet. */
    private Optional<Integer> titleAbove(int first) {
        for (int i = first - 1; i >= Math.max(0, first - 14); i--) {
            Line line = lines.get(i);
            boolean aside = captions.contains(i) || !line.author().isEmpty() || line.isBullet() || line.isMail();
            if (!aside && line.words() >= 4 && line.letters() >= 15 && line.letters() < 200 && !isDate(line)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static boolean isDate(Line line) {
        Matcher date = DATE.matcher(line.text());
        return date.find() && line.letters() < 60;
    }

    private List<String> authors(int title, int first, int end) {
        Set<String> names = new LinkedHashSet<>();
        for (int i = title + 1; i < first && i < lines.size(); i++) {
            if (!captions.contains(i) && !lines.get(i).author().isEmpty()) {
                names.add(lines.get(i).author());
            }
        }
        for (int i = end; i + 1 < Math.min(lines.size(), end + 3); i++) {
            if (lines.get(i + 1).isMail() && !lines.get(i).author().isEmpty()) {
                names.add(lines.get(i).author());
            }
        }
        return List.copyOf(names);
    }

    private Optional<String> dateLine(int from, int to) {
        return lines.subList(Math.max(0, from), Math.max(from, to)).stream()
                .map(Line::text)
                .filter(text -> DATE.matcher(text).find())
                .findFirst();
    }

    private Optional<String> section() {
        return lines.stream()
                .map(line -> SECTION.matcher(line.text()))
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .findFirst();
    }

    private String body(int first, int end, String headline) {
        var body = new StringBuilder();
        for (int i = first; i < end; i++) {
            Line line = lines.get(i);
            if (captions.contains(i) || line.text().equals(headline) || line.isMail()) {
                continue;
            }
            boolean joins =
                    body.length() > 0 && !line.afterBlank() && !lines.get(i - 1).endsSentence();
            body.append(body.length() == 0 ? "" : joins ? " " : "\n\n").append(line.text());
        }
        return body.toString();
    }
}
