package broadsheet.enrich.sections;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Tells an English report of politics in the words of sport ("the senator won the race after a late sprint") from one of
 * sport: it names offices and votes, and next to nothing that only sport has.
 *
 * <p>The model counts words one by one, and half of these are words of sport.
 */
final class SportingWords {
    private static final String SPORT = "medtop:15000000";
    private static final String POLITICS = "medtop:11000000";
    private static final int WORDS = 300;
    private static final int FEWEST = 3;

    private static final Set<String> OF_POLITICS =
            Set.of("""
                parliament parliamentary senator senators senate governor voters ballot ballots opposition minister
                ministers government election elections electoral candidate candidates coalition polls voting
                referendum congress lawmakers lawmaker legislation legislature mayor presidency chancellor cabinet
                bill budget mp mps constituency constituents manifesto whips speaker treaty democrats republicans
                conservatives liberals socialists premier deputies congressman congresswoman caucus primary
                """.strip().replace('\n', ' ').split(" ", 0));
    private static final Set<String> OF_SPORT =
            Set.of("""
                league football footballer soccer basketball tennis cricket cricketer rugby golf golfer hockey baseball
                olympic olympics championship championships tournament striker goalkeeper midfielder defender innings
                wicket stadium athlete athletes quarterback playoff playoffs batsman bowler fixture fixtures squad
                penalty goalscorer swimmer cyclist peloton jockey grandstand fifa uefa nba nfl nhl ncaa
                season club clubs players teammate teammates supporters cup
                """.strip().replace('\n', ' ').split(" ", 0));

    private SportingWords() {}

    /** The scores by topic, the highest first; those of sport and politics changed about where the text is one of politics. */
    static Map<String, Double> mended(String headline, String body, Map<String, Double> scores) {
        double sport = scores.getOrDefault(SPORT, 0.0);
        double politics = scores.getOrDefault(POLITICS, 0.0);
        if (sport <= politics || !isPolitics(headline, body)) {
            return scores;
        }
        Map<String, Double> mended = new LinkedHashMap<>();
        scores.forEach((topic, score) -> mended.put(turned(topic), score));
        return mended;
    }

    private static String turned(String topic) {
        return topic.equals(SPORT) ? POLITICS : topic.equals(POLITICS) ? SPORT : topic;
    }

    private static boolean isPolitics(String headline, String body) {
        var politics = new HashSet<String>();
        var sport = new HashSet<String>();
        var text = new SectionWords(headline, body);
        for (int words = 0; words < WORDS && text.hasNext(); words++) {
            String word = text.next();
            if (OF_POLITICS.contains(word)) {
                politics.add(word);
            } else if (OF_SPORT.contains(word)) {
                sport.add(word);
            }
        }
        return politics.size() >= FEWEST && politics.size() > 2 * sport.size();
    }
}
