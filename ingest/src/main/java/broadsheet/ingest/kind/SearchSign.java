package broadsheet.ingest.kind;

import java.util.Optional;
import java.util.regex.Pattern;

/** Results of a search: by the URL, by what the page is called, or by the field that still holds what was asked. */
final class SearchSign implements Sign {
    private static final int FEW = 250;
    private static final int RESULTS = 4;
    private static final Pattern ADDRESS = Pattern.compile(
            "/(search|suche|recherche|buscar|busca|pesquisa|cerca|zoeken|szukaj|sok|haku|poisk|ara|kensaku)(/|\\?|$)|[?&](q|s|query|search|keyword|text)=",
            Pattern.CASE_INSENSITIVE);
    private static final String FIELD =
            "form input[type=search][value], form input[type=text][value], form input:not([type])[value]";

    @Override
    public Optional<String> on(Seen page) {
        boolean placed = ADDRESS.matcher(page.url()).find();
        boolean few = page.words() < FEW && !page.isTypedArticle();
        boolean asked = placed && few && isAsked(page);
        return ((placed || few) && page.says(Phrases.SEARCH))
                        || (placed && !page.isTypedArticle() && page.stories().count() >= RESULTS)
                        || asked
                ? Optional.of("results of a search")
                : Optional.empty();
    }

    private static boolean isAsked(Seen page) {
        return page.all(FIELD)
                .map(field -> field.attr("value").strip())
                .anyMatch(value -> !value.isEmpty() && page.url().contains("?"));
    }
}
