package broadsheet.export;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.model.Entity;
import broadsheet.model.PublishedArticle;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("plain text")
class StorableTextTest {

    @Test
    void hasNoNulAndNoHalfCharacters() {
        assertThat(StorableText.of("a\0b\uD83Dc\uDE00d🌉e\uD83D")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd🌉e\uFFFD");
    }

    @Test
    void isTheSameObjectWhereNothingIsWrong() {
        String text = "Whitby 🌉";
        assertThat(StorableText.of(text)).isSameAs(text);
    }

    @Test
    void standsInEveryFieldOfAnArticle() {
        PublishedArticle article = StorableText.article(Sample.record(1, json -> {
            json.put("body", "a\0b");
            json.put("section", "c\0");
            json.putArray("authors").add("d\0");
        }));
        assertThat(article.enriched().article().body()).isEqualTo("a\uFFFDb");
        assertThat(article.enriched().article().section()).contains("c\uFFFD");
        assertThat(article.enriched().article().authors()).containsExactly("d\uFFFD");
    }

    @Test
    void keepsTheOffsetsOfMentionsWhichAreCountedInCodePoints() {
        PublishedArticle article = StorableText.article(Sample.record(1));
        String body = article.enriched().article().body();
        for (Entity entity : CodePoints.of(body).counted(article.enriched().entities())) {
            assertThat(entity.mentions()).hasSize(2).allSatisfy(mention -> {
                int[] points = body.codePoints()
                        .skip(mention.start())
                        .limit(mention.end() - mention.start())
                        .toArray();
                assertThat(new String(points, 0, points.length)).isEqualTo(mention.text());
            });
        }
    }

    @Test
    void countsAsTheJdkDoesAtEveryPlace() {
        long seed = 21;
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            text.append(random.nextInt(5) == 0 ? "😀" : random.nextInt(3) == 0 ? "é" : "x");
        }
        CodePoints points = CodePoints.of(text.toString());
        for (int at = 0;
                at <= text.length();
                at = text.offsetByCodePoints(at, at < text.length() ? 1 : 0) + (at == text.length() ? 1 : 0)) {
            assertThat(points.at(at)).as("seed %d, at %d", seed, at).isEqualTo(text.codePointCount(0, at));
        }
    }
}
