package broadsheet.train;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.enrich.tagging.Label;
import broadsheet.enrich.tagging.Orthography;
import broadsheet.model.Entity;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class VotesTest {
    private static final int ANY = (1 << Label.COUNT) - 1;
    private static final int OUTSIDE = 1 << Label.OUTSIDE;
    private static final String TEXT = "Ada Obi saw Lagos.";

    private final Document document = document(TEXT);
    private final Votes votes = new Votes(document);

    @Nested
    @DisplayName("a name with enough votes")
    class Certain {
        @Test
        void isTakenAsGiven() {
            votes.add(names(0, 7, "PERSON"), 1);
            votes.add(names(0, 7, "PERSON"), 1);
            assertThat(votes.allowed(2, 1).get(0))
                    .containsExactly(
                            1 << Label.of(Entity.Type.PERSON, 0, 2),
                            1 << Label.of(Entity.Type.PERSON, 1, 2),
                            OUTSIDE,
                            OUTSIDE,
                            OUTSIDE);
        }

        @Test
        void winsOverOneWithFewerThatOverlaps() {
            votes.add(names(0, 7, "PERSON"), 3);
            votes.add(names(0, 3, "PERSON"), 2);
            assertThat(votes.allowed(2, 1).get(0)[0]).isEqualTo(1 << Label.of(Entity.Type.PERSON, 0, 2));
        }
    }

    @Test
    void tokensOfADoubtfulNameAreLeftOpen() {
        votes.add(names(12, 17, "GPE"), 1);
        assertThat(votes.allowed(2, 1).get(0)).containsExactly(OUTSIDE, OUTSIDE, OUTSIDE, ANY, OUTSIDE);
    }

    @Test
    void whatAnAnnotatorLeavesOpenStaysOpenUnlessAnotherIsCertain() {
        votes.add(names(0, 7, "PERSON"), 2);
        votes.leaveOpen(document.open(annotation(0, 3, "OPEN")));
        votes.leaveOpen(document.open(annotation(12, 17, "OPEN")));
        assertThat(votes.allowed(2, 1).get(0))
                .containsExactly(
                        1 << Label.of(Entity.Type.PERSON, 0, 2),
                        1 << Label.of(Entity.Type.PERSON, 1, 2),
                        OUTSIDE,
                        ANY,
                        OUTSIDE);
    }

    @Test
    void tokensOfANameWithHardlyAVoteAreOutside() {
        votes.add(names(12, 17, "GPE"), 0.5);
        assertThat(votes.allowed(2, 1).get(0)).containsOnly(OUTSIDE);
    }

    @Test
    void namesWithinATokenAndOfOtherTypesAreLeftOut() {
        assertThat(names(1, 7, "PERSON")).isEmpty();
        assertThat(names(0, 7, "MISC")).isEmpty();
    }

    @Test
    void offsetsCountCodePoints() {
        Document other = document("🎉 Lagos");
        assertThat(other.names(annotation(2, 7, "LOC"))).hasSize(1);
    }

    @Test
    void aNameThatHoldsATokenTheTaggerSkipsIsLeftOpen() {
        int[] allowed = {
            1 << Label.of(Entity.Type.PERSON, 0, 3),
            1 << Label.of(Entity.Type.PERSON, 1, 3),
            1 << Label.of(Entity.Type.PERSON, 2, 3)
        };
        Votes.fit(allowed, new int[][] {{1}, {}, {1}});
        assertThat(allowed).containsExactly(ANY, OUTSIDE, ANY);
    }

    private List<Document.Name> names(int start, int end, String type) {
        return document.names(annotation(start, end, type));
    }

    private static Document document(String text) {
        return Document.of(Document.JSON.createObjectNode().put("id", "1").put("text", text), Orthography.ENGLISH);
    }

    private static JsonNode annotation(int start, int end, String type) {
        try {
            return Document.JSON.readTree(
                    "{\"entities\": [{\"start\": %d, \"end\": %d, \"type\": \"%s\"}]}".formatted(start, end, type));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
