package broadsheet.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.model.Origin;
import broadsheet.model.Outcome;
import broadsheet.model.Outcome.Kind;
import broadsheet.model.Rejection;
import broadsheet.model.StageName;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the ledger")
class LedgerTest {

    private final Ledger ledger = new Ledger();

    @Test
    void addsUpWhateverBecameOfThePages() {
        ledger.expect(0, 0, 4);
        say(StageName.INGEST, Kind.PARSED, "0@0");
        say(StageName.ENRICH, Kind.ENRICHED, "0@0");
        say(StageName.SINK, Kind.PUBLISHED, "0@0");
        say(StageName.INGEST, Kind.PARSED, "0@1");
        say(StageName.ENRICH, Kind.ENRICHED, "0@1");
        say(StageName.SINK, Kind.COPY, "0@1");
        reject("0@2", "NOT_AN_ARTICLE");
        ledger.add(Outcome.deadLettered(StageName.ENRICH, Origin.parse("0@3"), "ArithmeticException"));
        assertThat(ledger.balance(Set.of("a2")).line())
                .isEqualTo("inputs=4 published=1 copies=1 revised=0 unchanged=0 rejected=1 dead-letters=1"
                        + " unaccounted=0");
        assertThat(balance().rejections()).containsEntry("NOT_AN_ARTICLE", 1L);
    }

    @Test
    void countsAFeedAsItsEntries() {
        ledger.expect(0, 0, 1);
        ledger.add(Outcome.expanded(Origin.parse("0@0"), 2));
        say(StageName.SINK, Kind.PUBLISHED, "0@0#0");
        reject("0@0#1", "TEASER_ONLY");
        assertThat(balance().inputs()).isEqualTo(2);
        assertThat(balance().open()).isZero();
    }

    @Test
    void missesAnEntryThatNobodySpokeOf() {
        ledger.expect(0, 0, 1);
        ledger.add(Outcome.expanded(Origin.parse("0@0"), 3));
        say(StageName.SINK, Kind.PUBLISHED, "0@0#0");
        assertThat(balance().open()).isEqualTo(2);
    }

    @Test
    void keepsAPageOpenUntilItsLastStageHasSpoken() {
        ledger.expect(0, 0, 2);
        say(StageName.INGEST, Kind.PARSED, "0@0");
        assertThat(balance().open()).isEqualTo(2);
    }

    @Test
    void noticesThatAStageSpokeTwice() {
        ledger.expect(0, 0, 1);
        say(StageName.SINK, Kind.PUBLISHED, "0@0");
        say(StageName.SINK, Kind.UNCHANGED, "0@0");
        assertThat(balance().doubles()).isEqualTo(1);
    }

    @Test
    void doesNotCountAnOffsetWithoutARecord() {
        ledger.expect(0, 0, 2);
        say(StageName.SINK, Kind.PUBLISHED, "0@0");
        assertThat(ledger.silent()).containsExactly(Origin.parse("0@1"));
        ledger.dismiss(Origin.parse("0@1"));
        assertThat(balance().inputs()).isEqualTo(1);
        assertThat(balance().open()).isZero();
    }

    @Test
    void passesOverWhatIsNoLongerOnTheRawTopic() {
        ledger.expect(0, 5, 5);
        say(StageName.SINK, Kind.PUBLISHED, "0@0");
        assertThat(balance().inputs()).isZero();
    }

    @Test
    void countsAnArticleWhereItStandsNow() {
        ledger.expect(0, 0, 2);
        say(StageName.SINK, Kind.PUBLISHED, "0@0");
        say(StageName.SINK, Kind.COPY, "0@1");
        Balance turned = ledger.balance(Set.of("a1"));
        assertThat(turned.count(Kind.COPY)).isEqualTo(1);
        assertThat(turned.count(Kind.PUBLISHED)).isEqualTo(1);
        assertThat(turned.line()).contains("inputs=2 published=1 copies=1");
    }

    @Test
    void countsTheSuccessorOfARawRecordThatWasSentBack() {
        ledger.expect(0, 0, 2);
        ledger.add(Outcome.deadLettered(StageName.INGEST, Origin.parse("0@0"), "ArithmeticException"));
        ledger.add(Outcome.redriven(StageName.INGEST, Origin.parse("0@0"), Origin.parse("0@1")));
        assertThat(balance().open()).isEqualTo(1);
        say(StageName.SINK, Kind.PUBLISHED, "0@1");
        assertThat(balance().line())
                .isEqualTo("inputs=1 published=1 copies=0 revised=0 unchanged=0 rejected=0 dead-letters=0 redriven=1"
                        + " unaccounted=0");
    }

    @Test
    void takesTheSecondWordOfAStageToWhichAnInputWasSentBack() {
        ledger.expect(0, 0, 1);
        say(StageName.INGEST, Kind.PARSED, "0@0");
        ledger.add(Outcome.deadLettered(StageName.ENRICH, Origin.parse("0@0"), "ArithmeticException"));
        ledger.add(Outcome.redriven(StageName.ENRICH, Origin.parse("0@0"), Origin.parse("0@0")));
        assertThat(balance().open()).isEqualTo(1);
        say(StageName.ENRICH, Kind.ENRICHED, "0@0");
        say(StageName.SINK, Kind.PUBLISHED, "0@0");
        assertThat(balance().open()).isZero();
        assertThat(balance().doubles()).isZero();
        say(StageName.ENRICH, Kind.ENRICHED, "0@0");
        assertThat(balance().doubles()).isEqualTo(1);
    }

    private Balance balance() {
        return ledger.balance(Set.of());
    }

    private void say(StageName stage, Kind kind, String origin) {
        ledger.add(Outcome.of(stage, kind, Origin.parse(origin), kind == Kind.COPY ? "a2" : "a1"));
    }

    private void reject(String origin, String reason) {
        ledger.add(
                Outcome.rejected(new Rejection(StageName.INGEST, reason, "", Origin.parse(origin), Optional.empty())));
    }
}
