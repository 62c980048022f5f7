package broadsheet.sink.copies;

import java.time.Instant;

/**
 * The text of an article as it is compared: without the sentences that are furniture. What is said of it is in {@link
 * JudgedArticle}, which is this object too: a judge holds millions, and two for each would take more memory.
 */
abstract sealed class ComparedText implements Comparable<ComparedText> permits JudgedArticle {

    private static final int UNKNOWN = -1;

    private final String id;
    private final LanguageShard home;
    private final String host;
    private final boolean furnishes;
    private final Fingerprint fingerprint;
    private final long firstSeen;
    private long mask;
    private int size;
    private int numbers;
    private long numberBits;

    ComparedText(ArticleToJudge input, LanguageShard home) {
        this.id = input.id();
        this.home = home;
        // Many are of one host.
        this.host = input.host().intern();
        this.furnishes = input.furnishes();
        this.fingerprint = input.fingerprint();
        this.firstSeen = input.firstSeen().toEpochMilli();
        leaveOut(0);
    }

    /** What it was made of, with its time to the millisecond. */
    ArticleToJudge input() {
        return new ArticleToJudge(id, Instant.ofEpochMilli(firstSeen), home.language(), host, furnishes, fingerprint);
    }

    /** Article id. */
    String id() {
        return id;
    }

    /** The articles among which it is judged. */
    LanguageShard home() {
        return home;
    }

    /** Where it was published; blank if that is not known. */
    String host() {
        return host;
    }

    /** See {@link ArticleToJudge#furnishes}. */
    boolean furnishes() {
        return furnishes;
    }

    Fingerprint fingerprint() {
        return fingerprint;
    }

    /** In milliseconds of the epoch. */
    long firstSeen() {
        return firstSeen;
    }

    /** Leaves sentences out, one bit each. What a first look at two articles needs is kept here, near at hand. */
    final void leaveOut(long sentences) {
        mask = sentences;
        size = fingerprint.size(sentences);
        Sample all = fingerprint.numbers();
        numbers = all.isWhole() ? all.count(sentences) : UNKNOWN;
        numberBits = all.bits(sentences);
    }

    /** Sentences that are left out, one bit each. */
    long mask() {
        return mask;
    }

    /** Number of distinct 4-grams that are not left out. */
    int size() {
        return size;
    }

    /** At least {@code least} numbers are known of each, and the share that both have is surely below {@code share}. */
    boolean hasOtherNumbers(ComparedText other, int least, double share) {
        int smaller = Math.min(numbers, other.numbers);
        if (smaller < least) {
            return false;
        }
        // As many as fall on one bit could be shared without a bit of their own.
        int shared = Long.bitCount(numberBits & other.numberBits)
                + Math.min(numbers - Long.bitCount(numberBits), other.numbers - Long.bitCount(other.numberBits));
        return shared < share * smaller;
    }

    /** The one order in which articles are judged: first seen, then id. */
    @Override
    public final int compareTo(ComparedText other) {
        int order = Long.compare(firstSeen, other.firstSeen);
        return order != 0 ? order : id.compareTo(other.id);
    }
}
