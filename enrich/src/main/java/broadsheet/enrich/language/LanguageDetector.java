package broadsheet.enrich.language;

import static broadsheet.model.Article.UNDETERMINED;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Tells in which language a text is written.
 *
 * <p>Where the script is used for one language, the script decides. Else the text is read as words in lower case, and
 * each sequence of one to four letters within a word is evidence for the languages that use it (naive Bayes). The
 * language is {@code und} if there is too little text, if the second best is too close, or if too few of the sequences
 * are known in the best: then it is probably a language that the profiles lack, or no language.
 *
 * <pre>{@code
 * LanguageDetector.load().detect("Haushalt", "Der Bundestag stimmt am Freitag ab.").tag() // "de"
 * }</pre>
 *
 * <p>Norwegian is one language here ({@code no}), Bokmål and Nynorsk are not told apart; Bosnian, Croatian and Serbian
 * in Latin script are {@code hr}. Thread-safe. Source of the profiles: docs/model-cards/language.md.
 */
public final class LanguageDetector {

    /** More text than this no longer changes the answer; it bounds the time for a text of any size. */
    private static final int LONGEST_TEXT = 2_000;

    /** Fewer letters than this tell nothing. */
    private static final int FEWEST_LETTERS = 8;

    /** Evidence by which the best must lead, in nats; calibrated on texts of 40 characters. */
    private static final double LEAD = 2;

    /** Mean evidence per sequence, in nats, below which a text is in none of the languages. */
    private static final double PLAUSIBLE = 5.5;

    private final NgramProfiles profiles;

    private LanguageDetector(NgramProfiles profiles) {
        this.profiles = profiles;
    }

    /**
     * The language of a text.
     *
     * @param tag BCP 47 primary subtag; {@code und} if unsure
     * @param alternative the second best or, if unsure, the best; {@code und} if there is none
     * @param lead by how much the best is more probable than the second, in nats; 0 by lack of text
     */
    public record Detection(String tag, String alternative, double lead) {}

    /** Loads the profiles that come with this module; about 0.3 s and 20 MB, so once per process. */
    public static LanguageDetector load() {
        try (InputStream file =
                requireNonNull(LanguageDetector.class.getResourceAsStream("profiles.bin.gz"), "profiles.bin.gz")) {
            return new LanguageDetector(NgramProfiles.read(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read language profiles", e);
        }
    }

    /** The language of a headline and the body below it; either may be empty. */
    public Detection detect(String headline, String body) {
        var evidence = new Evidence(profiles, start(headline, 300) + "\n" + start(body, LONGEST_TEXT));
        return evidence.script()
                .language()
                .map(tag -> new Detection(tag, UNDETERMINED, evidence.letters()))
                .orElseGet(() -> decide(evidence));
    }

    private Detection decide(Evidence evidence) {
        int best = evidence.best(-1);
        if (best < 0 || evidence.letters() < FEWEST_LETTERS) {
            return new Detection(UNDETERMINED, UNDETERMINED, 0);
        }
        int second = evidence.best(best);
        double lead = evidence.of(best) - evidence.of(second);
        boolean sure = lead >= LEAD && evidence.density(best) >= PLAUSIBLE;
        return new Detection(sure ? tag(best) : UNDETERMINED, sure ? tag(second) : tag(best), lead);
    }

    private String tag(int language) {
        return language < 0 ? UNDETERMINED : profiles.tags().get(language);
    }

    /** The first {@code length} units of a text, without half a surrogate pair. */
    private static String start(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}
