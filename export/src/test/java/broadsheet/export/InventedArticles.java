package broadsheet.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Records of articles of all lengths, in words of many scripts, with mentions that are where they say, from a seed. */
final class InventedArticles {

    private static final int LONGEST_BODY = 1_000_000;
    private static final int ONE_IN_SO_MANY_IS_THE_LONGEST = 400;
    private static final int MOST_WORDS = 900;

    private static final List<String> WORDS = List.of(
            "bridge",
            "the",
            "council",
            "Größe",
            "🌉",
            "日本語",
            "مرحبا",
            "naïve",
            "“quoted”",
            "\"plain\"",
            "back\\slash",
            "a\ttab",
            "𝔘nicode",
            "e\u0301",
            "it's",
            "one,",
            "two;",
            "{three}",
            "\\N",
            "NULL",
            "=4+5",
            "'",
            "👩‍🚒",
            "line\nbreak",
            "carriage\r\nreturn");
    private static final List<String> NAMES = List.of("Whitby", "Helen Ackroyd 😀", "Ferry & Sons", "Łódź");

    private final Random random;

    InventedArticles(long seed) {
        random = new Random(seed);
    }

    /** The next one, of this number; what it has and what it lacks is by chance. */
    byte[] next(int number, String headline) {
        return Sample.record(number, article -> fill(article, headline));
    }

    /** The same as a copy of another one. */
    byte[] nextCopy(int number, int original, String headline) {
        return Sample.record(number, article -> {
            fill(article, headline);
            article.putObject("copyOf")
                    .put("id", Sample.id(original))
                    .put("similarity", 0.5 + random.nextInt(50) / 100.0)
                    .put("method", "bottom-k-4gram/3")
                    .put("fuller", random.nextBoolean());
        });
    }

    private void fill(ObjectNode article, String headline) {
        article.put("headline", headline + " " + WORDS.get(random.nextInt(10)));
        for (String field : List.of("url", "accessibleForFree", "publishedAt")) {
            if (random.nextInt(4) == 0) {
                article.remove(field);
            }
        }
        if (article.has("publishedAt")) {
            Instant published = Instant.EPOCH.plus(Duration.ofSeconds(random.nextInt(Integer.MAX_VALUE)));
            article.put("publishedAt", published.toString());
        }
        if (random.nextBoolean()) {
            article.put("description", random.nextInt(3) == 0 ? "" : words(12));
        }
        fillBody(article);
    }

    private void fillBody(ObjectNode article) {
        StringBuilder body = new StringBuilder(words(1 + random.nextInt(MOST_WORDS)));
        ArrayNode entities = article.putArray("entities");
        for (String name : NAMES) {
            ArrayNode mentions = entities.addObject()
                    .put("name", name)
                    .put("type", "LOCATION")
                    .put("salience", 0.25)
                    .putArray("mentions");
            for (int i = random.nextInt(3); i >= 0; i--) {
                int start = body.append(' ').length();
                body.append(name);
                mentions.addObject()
                        .put("start", start)
                        .put("end", body.length())
                        .put("text", name);
                body.append(' ').append(words(1 + random.nextInt(9)));
            }
        }
        if (random.nextInt(ONE_IN_SO_MANY_IS_THE_LONGEST) == 0) {
            while (body.length() < LONGEST_BODY - 100) {
                body.append(Integer.toString(random.nextInt(), 36)).append(" Größe 🌉 ");
            }
        }
        article.put("body", body.toString());
    }

    private String words(int count) {
        StringBuilder words = new StringBuilder("It");
        for (int i = 0; i < count; i++) {
            words.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return words.toString();
    }
}
