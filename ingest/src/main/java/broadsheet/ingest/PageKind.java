package broadsheet.ingest;

import broadsheet.ingest.html.Block;
import broadsheet.ingest.html.Blocks;
import broadsheet.ingest.identity.CanonicalUrl;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Tells pages that are no articles: front pages, listings, searches, galleries, players, errors and logins. A page with
 * much running text is an article whatever else it looks like; the signs count only where there is little.
 */
final class PageKind {
    /** More words than this and the page is read for its text. */
    private static final int ENOUGH_WORDS = 250;

    /** Letters of the longest block that is no link: an article has one of a few sentences. */
    private static final int SENTENCES = 200;

    private static final Pattern ERROR = Pattern.compile(
            "^(error )?(40[0-9]|41[0-9]|50[0-9])\\b|page (was |could )?not (be )?found|not found$|access denied|forbidden|service unavailable|seite (wurde )?nicht gefunden|page introuvable|página no encontrada|pagina non trovata|just a moment|are you a robot|attention required|страница не найдена",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern LOGIN = Pattern.compile(
            "^(log ?in|sign ?in|sign up|register|registration|create (an |your )?account|anmelden|einloggen|registrieren|connexion|se connecter|iniciar sesión|accedi|reset (your )?password)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern SEARCH = Pattern.compile(
            "search results?|suchergebnis|résultats de (la )?recherche|resultados de (la )?búsqueda|risultati della ricerca|results for ",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SEARCH_URL = Pattern.compile(
            "/(search|suche|recherche|buscar|cerca)(/|\\?|$)|[?&](q|s|query|search)=", Pattern.CASE_INSENSITIVE);
    private static final Pattern GALLERY = Pattern.compile(
            "galler|fotostrecke|bilderstrecke|in pictures|photos|fotos|diaporama|slideshow", Pattern.CASE_INSENSITIVE);
    private static final Pattern VIDEO_URL =
            Pattern.compile("/(videos?|watch|player|mediathek)(/|\\?)", Pattern.CASE_INSENSITIVE);
    private static final Pattern LISTING_URL = Pattern.compile(
            "/(tag|tags|category|categories|topic|topics|author|authors|section|archive|archives|kategorie|schlagwort|thema|page)/[^/]+/?(page/\\d+/?)?$",
            Pattern.CASE_INSENSITIVE);

    private final Blocks blocks;
    private final Document page;
    private final String url;
    private final String headline;
    private final int words;
    private final String types;

    private PageKind(Document page, Blocks blocks, String url, String headline, int words) {
        this.page = page;
        this.blocks = blocks;
        this.url = url;
        this.headline = headline;
        this.words = words;
        this.types = types(page);
    }

    /** What a page is if it is no article, with what was seen. */
    record Other(Reason reason, String seen) {}

    /**
     * Judges a page by its structure.
     *
     * @param words number of words in what was found as its text
     */
    static Optional<Other> of(Document page, Blocks blocks, String url, String headline, int words) {
        return new PageKind(page, blocks, url, headline, words).judge();
    }

    private Optional<Other> judge() {
        return error().or(this::login)
                .or(this::search)
                .or(this::frontPage)
                .or(this::listing)
                .or(this::gallery)
                .or(this::video);
    }

    private boolean isShort() {
        return words < ENOUGH_WORDS;
    }

    private String title() {
        return page.title().strip();
    }

    private Optional<Other> error() {
        boolean says = words < 120
                && (ERROR.matcher(headline).find() || ERROR.matcher(title()).find());
        return says ? Optional.of(new Other(Reason.ERROR_PAGE, "the headline is an error message")) : Optional.empty();
    }

    private Optional<Other> login() {
        boolean says = LOGIN.matcher(headline).find() || LOGIN.matcher(title()).find();
        boolean form = page.selectFirst("input[type=password]") != null;
        return words < 120 && form && says
                ? Optional.of(new Other(Reason.LOGIN_PAGE, "a form with a password and little text"))
                : Optional.empty();
    }

    private Optional<Other> search() {
        boolean says =
                SEARCH.matcher(headline).find() || SEARCH.matcher(title()).find();
        boolean address = SEARCH_URL.matcher(url).find();
        return (says && (address || isShort())) || (address && cards() >= 5)
                ? Optional.of(new Other(Reason.SEARCH_PAGE, "results of a search"))
                : Optional.empty();
    }

    private Optional<Other> frontPage() {
        boolean front = CanonicalUrl.isFrontPage(url);
        return front && !isDeclaredArticle() && cards() >= 5
                ? Optional.of(new Other(
                        Reason.HOME_PAGE, "the URL is the site's and the page a list of " + cards() + " stories"))
                : Optional.empty();
    }

    private Optional<Other> listing() {
        if (isDeclaredArticle()) {
            return Optional.empty();
        }
        int cards = cards();
        int prose = longestProse();
        boolean byAddress =
                cards >= 4 && prose < 500 && LISTING_URL.matcher(url).find();
        boolean byForm = cards >= 8 && prose < SENTENCES && words < 80;
        boolean bySize = cards >= 14 && prose < SENTENCES && cardShare() > 0.5;
        return byAddress || byForm || bySize
                ? Optional.of(new Other(Reason.LISTING, "a list of " + cards + " linked headlines"))
                : Optional.empty();
    }

    private Optional<Other> gallery() {
        int pictures = page.select("main img, article img, figure img, [class*=gallery] img, [class*=slideshow] img")
                .size();
        boolean says = GALLERY.matcher(headline + " " + url).find() || types.contains("ImageGallery");
        return says && pictures >= 6 && words < 150 && longestProse() < SENTENCES
                ? Optional.of(new Other(Reason.GALLERY, pictures + " pictures and " + words + " words"))
                : Optional.empty();
    }

    private Optional<Other> video() {
        boolean declared = (types.contains("VideoObject") && !isDeclaredArticle())
                || meta("og:type").startsWith("video");
        boolean address = VIDEO_URL.matcher(url).find()
                && page.selectFirst("video, iframe[src*=youtube], iframe[src*=vimeo], [class*=player]") != null;
        return words < 100 && (declared || address)
                ? Optional.of(new Other(Reason.VIDEO_ONLY, "a player and " + words + " words"))
                : Optional.empty();
    }

    private boolean isDeclaredArticle() {
        return meta("og:type").equals("article")
                || types.matches(
                        "(?s).*\"(News|Blog|Report|Opinion|Analysis|Background|Review|Tech|Scholarly|Medical)?(Article|Posting|NewsArticle)\".*");
    }

    private String meta(String property) {
        Element meta = page.selectFirst("meta[property=" + property + "]");
        return meta == null ? "" : meta.attr("content").toLowerCase(Locale.ROOT);
    }

    private static String types(Document page) {
        var types = new StringBuilder();
        page.select("script[type=application/ld+json]").forEach(script -> types.append(script.data()));
        return types.toString();
    }

    /** Linked headlines: headings that are links, and they alone, outside navigation. */
    private int cards() {
        int cards = 0;
        for (Block block : blocks.all()) {
            boolean linked = block.linkDensity() > 0.9 && block.letters() >= 20;
            cards += linked && block.kind() == Block.Kind.HEADING ? 1 : 0;
        }
        return cards;
    }

    private double cardShare() {
        double linked = 0;
        double all = 0;
        for (Block block : blocks.all()) {
            all += block.letters();
            linked += block.linkDensity() > 0.9 ? block.letters() : 0;
        }
        return all == 0 ? 0 : linked / all;
    }

    private int longestProse() {
        return blocks.all().stream()
                .filter(block -> block.linkDensity() < 0.5)
                .mapToInt(Block::letters)
                .max()
                .orElse(0);
    }
}
