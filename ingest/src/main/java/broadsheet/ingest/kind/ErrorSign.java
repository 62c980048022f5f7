package broadsheet.ingest.kind;

import java.util.Optional;

/** A page that is called an error. What it says below, and the stories it offers instead, is little. */
final class ErrorSign implements Sign {
    private static final int FEW = 150;

    @Override
    public Optional<String> on(Seen page) {
        return page.words() < FEW && !page.isTypedArticle() && page.says(Phrases.ERROR)
                ? Optional.of("it is called an error message")
                : Optional.empty();
    }
}
