package broadsheet.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name texts which several annotators vote on. */
final class SilverTexts {
    @Option(names = "--text", description = "texts to vote on")
    private @Nullable Path text;

    @Option(names = "--vote", description = "annotations of them = votes")
    private Map<Path, Double> votes = Map.of();

    @Option(names = "--certain", defaultValue = "3", description = "a name with so many votes is one")
    private double certain;

    @Option(names = "--doubtful", defaultValue = "1", description = "with so many it is left open")
    private double doubtful;

    /** Adds the texts, if any were named. */
    void addTo(Examples examples) throws IOException {
        if (text != null) {
            List<Examples.Annotator> annotators = new ArrayList<>();
            votes.forEach((file, weight) -> annotators.add(new Examples.Annotator(file, weight)));
            examples.addSilver(text, annotators, certain, doubtful);
        }
    }
}
