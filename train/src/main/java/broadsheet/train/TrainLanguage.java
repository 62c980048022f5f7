package broadsheet.train;

import broadsheet.enrich.entities.EntityRecognizer;
import broadsheet.enrich.entities.LanguageModels;
import broadsheet.enrich.tagging.Encoder;
import broadsheet.enrich.tagging.Lexicon;
import broadsheet.enrich.tagging.Orthography;
import broadsheet.enrich.tagging.Tagger;
import broadsheet.enrich.tagging.WordKinds;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Learns the {@link EntityRecognizer} of one language other than English, from annotated texts and a list of words. It
 * shares the clusters and the gazetteer of the English model. {@code train/language} shows how the shipped ones are made.
 */
@Command(name = "train-language", mixinStandardHelpOptions = true)
public final class TrainLanguage implements Callable<Integer> {
    @Option(names = "--language", required = true)
    private String language = "";

    @Option(names = "--gold", required = true, description = "annotated texts")
    private List<Path> gold = List.of();

    @Option(names = "--words", description = "lines: word in small letters, tab, its kinds as a number")
    private Path words = Path.of("");

    @Mixin
    private SilverTexts silver = new SilverTexts();

    @Option(names = "--bits", defaultValue = "22")
    private int bits;

    @Option(names = "--epochs", defaultValue = "8")
    private int epochs;

    @Option(names = "--dropout", defaultValue = "0.1")
    private float dropout;

    @Option(names = "--decay", defaultValue = "1e-4")
    private float decay;

    @Option(names = "--titled", defaultValue = "0.02")
    private double titled;

    @Option(names = "--capitals", defaultValue = "0.02")
    private double capitals;

    @Option(names = "--least", defaultValue = "0.03", description = "smaller weights are left out")
    private float least;

    @Option(names = "--seed", defaultValue = "1")
    private long seed;

    @Option(names = "--out", required = true)
    private Path out = Path.of("");

    private TrainLanguage() {}

    /** Runs it; the same files and options give the same bytes on the same machine. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new TrainLanguage()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        Lexicon lexicon = LanguageModels.englishTagger().lexicon().in(Orthography.of(language), vocabulary());
        Examples examples = new Examples(new Encoder(lexicon, bits), new InventedHeadlines(titled, capitals, seed));
        for (Path file : gold) {
            examples.addGold(file);
        }
        silver.addTo(examples);
        System.err.printf("%s: %d sentences%n", language, examples.all().size());
        var options = new CrfTrainer.Options(bits, epochs, 0.1f, dropout, decay, seed, least);
        Tagger tagger = new CrfTrainer(options).train(examples.all(), lexicon);
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(out))) {
            tagger.write(file);
        }
        return 0;
    }

    private WordKinds vocabulary() throws IOException {
        Map<String, Integer> kinds = new HashMap<>();
        if (!words.toString().isEmpty()) {
            try (BufferedReader in = Files.newBufferedReader(words)) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    int tab = line.indexOf('\t');
                    kinds.put(line.substring(0, tab), Integer.valueOf(line.substring(tab + 1)));
                }
            }
        }
        return WordKinds.of(kinds);
    }
}
