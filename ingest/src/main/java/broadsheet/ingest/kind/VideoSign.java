package broadsheet.ingest.kind;

import java.util.Optional;
import java.util.regex.Pattern;

/** A player, and no more text than a description. */
final class VideoSign implements Sign {
    private static final int FEW = 100;
    private static final Pattern ADDRESS = Pattern.compile(
            "/(videos?|watch|player|mediathek|vod|wideo|episodes?|podcasts?)(/|\\?)", Pattern.CASE_INSENSITIVE);
    private static final String PLAYER =
            "video, audio, iframe[src*=youtube], iframe[src*=vimeo], iframe[src*=player], iframe[src*=embed], [class*=player], [id*=player], [data-video]";

    @Override
    public Optional<String> on(Seen page) {
        if (page.words() >= FEW || page.isTypedArticle()) {
            return Optional.empty();
        }
        boolean typed = page.isTyped("VideoObject") && !page.isDeclaredArticle();
        boolean declared = typed || page.sharedAs().startsWith("video");
        boolean placed = ADDRESS.matcher(page.url()).find() && page.has(PLAYER);
        return declared || placed ? Optional.of("a player and " + page.words() + " words") : Optional.empty();
    }
}
