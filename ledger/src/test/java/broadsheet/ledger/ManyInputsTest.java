package broadsheet.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.model.Origin;
import broadsheet.model.Outcome;
import broadsheet.model.Outcome.Kind;
import broadsheet.model.Rejection;
import broadsheet.model.StageName;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * {@code -Dledger.inputs=20000000} with {@code -Xmx300m} is two weeks of the world's news at the size that an audit in a
 * container has to hold.
 */
@DisplayName("a ledger of many inputs")
class ManyInputsTest {

    private static final long INPUTS = Long.getLong("ledger.inputs", 200_000);
    private static final int PARTITIONS = 6;
    private static final long ALL = INPUTS / PARTITIONS * PARTITIONS;
    private static final long SEED = 20261130;

    private final Ledger ledger = new Ledger();
    private final Random random = new Random(SEED);

    @AfterEach
    void close() {
        ledger.close();
    }

    private static String article(long number) {
        return Long.toHexString(number * 0x9e3779b97f4a7c15L) + "-" + number;
    }

    /** Returns whether it was published or a copy. */
    private boolean say(long number) {
        Origin origin = Origin.of((int) (number % PARTITIONS), number / PARTITIONS);
        if (random.nextInt(4) == 0) {
            ledger.add(Outcome.rejected(
                    new Rejection(StageName.INGEST, "REASON_" + number % 40, "", origin, Optional.empty())));
            return false;
        }
        ledger.add(Outcome.of(StageName.INGEST, Kind.PARSED, origin, article(number)));
        ledger.add(Outcome.of(StageName.ENRICH, Kind.ENRICHED, origin, article(number)));
        ledger.add(Outcome.of(StageName.SINK, Kind.PUBLISHED, origin, article(number)));
        return true;
    }

    @Test
    void addsUpAndIsForgottenWithItsTopic() {
        long start = System.nanoTime();
        long copies = 0;
        long articles = 0;
        for (int partition = 0; partition < PARTITIONS; partition++) {
            ledger.expect(partition, 0, INPUTS / PARTITIONS);
        }
        for (long number = 0; number < ALL; number++) {
            if (say(number)) {
                articles++;
                if (number % 5 == 0) {
                    ledger.stands(article(number), true);
                    copies++;
                }
            }
        }
        System.out.println(INPUTS + " inputs, seed " + SEED + ": taken in after " + seconds(start) + " s, " + heap());
        long sum = System.nanoTime();
        Balance balance = ledger.tally(Patience.ENDLESS).balance();
        System.out.println("summed up in " + seconds(sum) + " s, " + heap() + ": " + balance.line());
        assertThat(balance.inputs()).isEqualTo(ALL);
        assertThat(balance.count(Kind.COPY)).isEqualTo(copies);
        assertThat(balance.count(Kind.PUBLISHED)).isEqualTo(articles - copies);
        assertThat(balance.open()).isZero();
        for (int look = 0; look < 2; look++) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                ledger.expect(partition, INPUTS / PARTITIONS, INPUTS / PARTITIONS);
            }
            assertThat(ledger.tally(Patience.ENDLESS).balance().inputs()).isZero();
        }
        assertThat(ledger.tally(Patience.ENDLESS).deleted()).isZero();
    }

    private static String seconds(long since) {
        return String.format(Locale.ROOT, "%.1f", (System.nanoTime() - since) / 1e9);
    }

    private static String heap() {
        Runtime memory = Runtime.getRuntime();
        return "heap " + ((memory.totalMemory() - memory.freeMemory()) >> 20) + " of " + (memory.maxMemory() >> 20)
                + " MiB";
    }
}
