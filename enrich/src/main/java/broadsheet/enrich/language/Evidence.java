package broadsheet.enrich.language;

import java.util.Set;

/** What the letters of a text say for each language: read once, from start to end. */
final class Evidence {

    /** Languages with few newspapers on the web, and the evidence, in nats, that they need before it counts. */
    private static final Set<String> RARE = Set.of("af", "cy", "eu", "ga", "la", "so", "sw", "tl");

    private static final double HANDICAP = 3;

    private final NgramProfiles profiles;
    private final int[] perLanguage;
    private final Script script = new Script();
    private int letters;
    private int sequences;

    /** The last letters of the current word, and how many they are. */
    private long window;

    private int inWord;

    Evidence(NgramProfiles profiles, String text) {
        this.profiles = profiles;
        this.perLanguage = profiles.tags().stream()
                .mapToInt(tag -> RARE.contains(tag) ? (int) (-HANDICAP * NgramProfiles.SCALE) : 0)
                .toArray();
        text.codePoints().forEach(this::read);
    }

    Script script() {
        return script;
    }

    int letters() {
        return letters;
    }

    /** Index of the language with the most evidence, leaving out {@code except}; -1 if none has any. */
    int best(int except) {
        int best = -1;
        for (int i = 0; i < perLanguage.length; i++) {
            if (i != except && perLanguage[i] > (best < 0 ? 0 : perLanguage[best])) {
                best = i;
            }
        }
        return best;
    }

    /** Evidence for a language, in nats; 0 for index -1. */
    double of(int language) {
        return language < 0 ? 0 : perLanguage[language] / NgramProfiles.SCALE;
    }

    /** Evidence for a language, in nats, per sequence that was read. */
    double density(int language) {
        return of(language) / Math.max(1, sequences);
    }

    private void read(int codePoint) {
        script.add(codePoint);
        if (!Character.isLetter(codePoint) || !Character.isBmpCodePoint(codePoint)) {
            inWord = 0;
            window = 0;
            return;
        }
        letters++;
        inWord = Math.min(inWord + 1, NgramProfiles.LONGEST);
        window = window << Character.SIZE | Character.toLowerCase(codePoint);
        for (int length = 1; length <= inWord; length++) {
            profiles.addEvidence(window & -1L >>> (Long.SIZE - Character.SIZE * length), perLanguage);
            sequences++;
        }
    }
}
