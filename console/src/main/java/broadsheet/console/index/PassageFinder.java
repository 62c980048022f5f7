package broadsheet.console.index;

import broadsheet.model.Article;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Finds the passage of a text that is shown with it.
 *
 * @param terms words and marked stems that are looked for
 */
record PassageFinder(WordAnalysis analysis, Set<String> terms) {

    private static final int LENGTH = 280;
    private static final int BEFORE = 80;

    /** So much of a body is read for it. */
    private static final int READ = 50_000;

    MatchedPassage passage(Article article) throws IOException {
        String body = article.body().length() > READ ? article.body().substring(0, READ) : article.body();
        List<MatchedPassage.Mark> found = terms.isEmpty() ? List.of() : found(article.language(), body);
        if (found.isEmpty()) {
            return cut(article.description().filter(text -> !text.isBlank()).orElse(body), 0, List.of());
        }
        return cut(body, beginning(body, found.get(0).start()), found);
    }

    private List<MatchedPassage.Mark> found(String language, String body) throws IOException {
        List<MatchedPassage.Mark> found = new ArrayList<>();
        try (TokenStream stream = analysis.stream(language, "passage", body)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken() && !isFull(found, offset.startOffset())) {
                boolean isNew = found.isEmpty() || found.get(found.size() - 1).end() <= offset.startOffset();
                if (isNew && terms.contains(term.toString())) {
                    found.add(new MatchedPassage.Mark(offset.startOffset(), offset.endOffset()));
                }
            }
            stream.end();
        }
        return found;
    }

    private static boolean isFull(List<MatchedPassage.Mark> found, int at) {
        return !found.isEmpty() && at > found.get(0).start() + LENGTH;
    }

    /** A little before the first word found, at the beginning of a word or a block. */
    private static int beginning(String text, int found) {
        int from = Math.max(0, found - BEFORE);
        int block = text.lastIndexOf("\n\n", found);
        if (block >= from) {
            return block + 2;
        }
        int space = text.indexOf(' ', from);
        return from == 0 || space < 0 || space >= found ? Math.min(from, found) : space + 1;
    }

    private static MatchedPassage cut(String text, int from, List<MatchedPassage.Mark> marks) {
        int end = Math.min(text.length(), from + LENGTH);
        while (end < text.length() && end > from + LENGTH / 2 && !Character.isWhitespace(text.charAt(end))) {
            end--;
        }
        if (end > from && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        String before = from > 0 ? "… " : "";
        int shift = before.length() - from;
        int last = end;
        List<MatchedPassage.Mark> inside = marks.stream()
                .filter(mark -> mark.start() >= from && mark.end() <= last)
                .map(mark -> new MatchedPassage.Mark(mark.start() + shift, mark.end() + shift))
                .toList();
        String after = end < text.length() ? " …" : "";
        return new MatchedPassage(before + text.substring(from, end).replace('\n', ' ') + after, inside);
    }
}
