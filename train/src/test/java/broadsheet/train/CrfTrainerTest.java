package broadsheet.train;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.enrich.entities.EntityRecognizer;
import broadsheet.enrich.entities.Span;
import broadsheet.enrich.tagging.Encoder;
import broadsheet.enrich.tagging.Lexicon;
import broadsheet.enrich.tagging.Tagger;
import broadsheet.model.Entity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrfTrainerTest {
    private static final int BITS = 12;
    private static final Lexicon LEXICON = Lexicon.of(Map.of("lagos", "0110", "quito", "0111"), Map.of("Lagos", 2));
    private static final List<String> PEOPLE = List.of("Ada Obi", "Ben Ito", "Cy Amadi", "Dora Lund", "Eli Roux");
    private static final List<String> PLACES = List.of("Lagos", "Quito", "Oslo", "Lima", "Accra");

    @TempDir
    Path folder;

    @Test
    void learnsNamesByWhatStandsAroundThem() throws IOException {
        EntityRecognizer recognizer = new EntityRecognizer(train(1));
        String unseen = "Mr. Fela Grant went to Turin.";
        assertThat(recognizer.spans(unseen))
                .containsExactly(new Span(4, 14, Entity.Type.PERSON), new Span(23, 28, Entity.Type.LOCATION));
    }

    @Test
    void givesTheSameBytesForTheSameSeed() throws IOException {
        assertThat(bytes(train(7))).isEqualTo(bytes(train(7)));
        assertThat(bytes(train(7))).isNotEqualTo(bytes(train(8)));
    }

    @Test
    void aModelReadBackIsTheModelWritten() throws IOException {
        byte[] written = bytes(train(1));
        assertThat(bytes(Tagger.read(new ByteArrayInputStream(written)))).isEqualTo(written);
    }

    private Tagger train(long seed) throws IOException {
        StringBuilder gold = new StringBuilder();
        int id = 0;
        for (String person : PEOPLE) {
            for (String place : PLACES) {
                int end = 4 + person.length();
                gold.append("""
                    {"id": "%d", "text": "Mr. %s went to %s.", "entities": [\
                    {"start": 4, "end": %d, "type": "PERSON"}, {"start": %d, "end": %d, "type": "LOCATION"}]}
                    """.formatted(id++, person, place, end, end + 9, end + 9 + place.length()));
            }
        }
        Path file = Files.writeString(folder.resolve("gold.jsonl"), gold);
        Examples examples = new Examples(new Encoder(LEXICON, BITS), new InventedHeadlines(0, 0, seed));
        examples.addGold(file);
        var options = new CrfTrainer.Options(BITS, 5, 0.1f, 0.2f, 1e-6f, seed, 0);
        return new CrfTrainer(options).train(examples.all(), LEXICON);
    }

    private static byte[] bytes(Tagger tagger) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        tagger.write(out);
        return out.toByteArray();
    }
}
