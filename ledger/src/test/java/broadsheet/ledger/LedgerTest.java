package broadsheet.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.ledger.Ledger.Word;
import broadsheet.ledger.Sum.Gap;
import broadsheet.model.Origin;
import broadsheet.model.Outcome;
import broadsheet.model.Outcome.Kind;
import broadsheet.model.Rejection;
import broadsheet.model.StageName;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
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
        ledger.stands("a2", true);
        assertThat(balance().line())
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
        assertThat(ledger.tally(Patience.NONE).gaps()).containsExactly(new Gap(0, 1, 2));
        ledger.dismiss(0, 1, 2);
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
        ledger.stands("a1", true);
        Balance turned = balance();
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

    @Test
    void countsAnArticleThatIsNoCopyAnyMore() {
        ledger.expect(0, 0, 1);
        say(StageName.SINK, Kind.COPY, "0@0");
        ledger.stands("a2", true);
        ledger.stands("a2", false);
        assertThat(balance().count(Kind.PUBLISHED)).isEqualTo(1);
    }

    @Test
    void takesTheEntriesOfAFeedBeforeTheFeedIsSpokenOf() {
        ledger.expect(0, 0, 1);
        say(StageName.SINK, Kind.PUBLISHED, "0@0#40");
        ledger.add(Outcome.expanded(Origin.parse("0@0"), 41));
        assertThat(balance().inputs()).isEqualTo(41);
        assertThat(balance().open()).isEqualTo(40);
    }

    @Test
    void remembersWhatAStageSaidAndWhy() {
        reject("0@2", "NO_TEXT");
        assertThat(ledger.said(StageName.INGEST, Origin.parse("0@2")))
                .contains(new Word(Kind.REJECTED, Optional.of("NO_TEXT")));
        assertThat(ledger.said(StageName.SINK, Origin.parse("0@2"))).isEmpty();
        say(StageName.INGEST, Kind.PARSED, "0@3");
        say(StageName.ENRICH, Kind.ENRICHED, "0@3");
        assertThat(ledger.said(StageName.ENRICH, Origin.parse("0@3")))
                .contains(new Word(Kind.ENRICHED, Optional.empty()));
    }

    @Nested
    @DisplayName("while stages work")
    class WhileStagesWork {

        private final Patience turn = new Patience(Set.of(StageName.ENRICH), Map.of(StageName.ENRICH, 1), false);

        @Test
        void missesAnInputOnlyAfterItsStageHasWorkedOffWhatLayBeforeItThreeTimes() {
            ledger.expect(0, 0, 1);
            say(StageName.INGEST, Kind.PARSED, "0@0");
            assertThat(ledger.tally(turn).unaccounted()).isZero();
            assertThat(ledger.tally(turn).unaccounted()).isZero();
            assertThat(ledger.tally(turn).unaccounted()).isEqualTo(1);
            say(StageName.ENRICH, Kind.ENRICHED, "0@0");
            assertThat(ledger.tally(turn).unaccounted()).isZero();
        }

        @Test
        void doesNotMissAnInputWhoseStageHasNotGotOn() {
            ledger.expect(0, 0, 1);
            say(StageName.INGEST, Kind.PARSED, "0@0");
            Patience still = new Patience(Set.of(StageName.INGEST), Map.of(StageName.ENRICH, 1), false);
            for (int look = 0; look < 10; look++) {
                assertThat(ledger.tally(still).unaccounted()).isZero();
            }
        }

        @Test
        void missesASilentRecordOnlyWhenItIsKnownToBeOne() {
            ledger.expect(0, 0, 1);
            assertThat(ledger.tally(Patience.NONE).unaccounted()).isZero();
            ledger.confirm(Origin.parse("0@0"));
            assertThat(ledger.tally(Patience.NONE).unaccounted()).isEqualTo(1);
        }
    }

    @Nested
    @DisplayName("when the raw topic is cut")
    class WhenTheRawTopicIsCut {

        @Test
        void countsWhatLeftItBeforeAnybodySpokeOfIt() {
            ledger.expect(0, 0, 100);
            say(StageName.SINK, Kind.PUBLISHED, "0@0");
            ledger.expect(0, 50, 100);
            // At this look an outcome may still be on its way.
            assertThat(ledger.tally(Patience.ENDLESS).deleted()).isZero();
            ledger.expect(0, 50, 100);
            assertThat(ledger.tally(Patience.ENDLESS).deleted()).isEqualTo(49);
        }

        @Test
        void takesSingleOffsetsForMarkers() {
            ledger.expect(0, 0, 3);
            say(StageName.SINK, Kind.PUBLISHED, "0@0");
            say(StageName.SINK, Kind.PUBLISHED, "0@2");
            ledger.expect(0, 3, 3);
            ledger.expect(0, 3, 3);
            assertThat(ledger.tally(Patience.ENDLESS).deleted()).isZero();
        }

        @Test
        void doesNotLookForWhatItMayHaveForgotten() {
            ledger.expect(0, 50, 100);
            say(StageName.SINK, Kind.PUBLISHED, "0@10");
            ledger.forgive(0, 50);
            ledger.expect(0, 50, 100);
            assertThat(ledger.tally(Patience.ENDLESS).deleted()).isZero();
        }

        @Test
        void keepsWhatIsStillOnItsWay() {
            ledger.expect(0, 0, 1);
            say(StageName.INGEST, Kind.PARSED, "0@0");
            ledger.expect(0, 1, 1);
            assertThat(balance().open()).isEqualTo(1);
            say(StageName.SINK, Kind.PUBLISHED, "0@0");
            assertThat(balance().inputs()).isZero();
        }
    }

    private Balance balance() {
        return ledger.tally(Patience.ENDLESS).balance();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private void say(StageName stage, Kind kind, String origin) {
        ledger.add(Outcome.of(stage, kind, Origin.parse(origin), kind == Kind.COPY ? "a2" : "a1"));
    }

    private void reject(String origin, String reason) {
        ledger.add(
                Outcome.rejected(new Rejection(StageName.INGEST, reason, "", Origin.parse(origin), Optional.empty())));
    }
}
