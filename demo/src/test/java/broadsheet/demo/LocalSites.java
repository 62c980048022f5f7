package broadsheet.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;

/**
 * Forty sites on the addresses 127.0.0.1 to 127.0.0.40 of this machine: feeds in three formats and sitemaps of news, teasers
 * and full texts, in two languages. Each notes how it is asked.
 */
final class LocalSites implements AutoCloseable {

    static final int COUNT = 40;
    static final int ENTRIES = 3;

    private static final String[] ENGLISH =
            ("council harbour budget engineer winter contract neighbour bridge season vote market driver window ticket"
                            + " repair island school report timetable festival museum river bakery signal station garden")
                    .split(" ");
    private static final String[] GERMAN =
            ("Rathaus Hafen Haushalt Brücke Winter Vertrag Nachbar Markt Fahrer Fenster Schule Bericht Insel Fahrplan"
                            + " Museum Fluss Bäckerei Bahnhof Garten Bücherei Straße Verein Gericht Wahl Ernte Fähre")
                    .split(" ");

    /** What a site is. */
    enum Shape {
        RSS_FULL,
        RSS_TEASER,
        ATOM_FULL,
        ATOM_TEASER,
        JSON_FULL,
        SITEMAP
    }

    private final HttpServer server;
    private final Instant now = Instant.now();
    private final Map<String, Instant> ended = new HashMap<>();
    private final Map<String, Integer> running = new HashMap<>();
    private int mostAtOnce;
    private Duration shortestPause = Duration.ofDays(1);

    private LocalSites(HttpServer server) {
        this.server = server;
    }

    static LocalSites open() throws IOException {
        var sites = new LocalSites(HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 0));
        sites.server.setExecutor(Executors.newCachedThreadPool());
        sites.server.createContext("/", sites::answer);
        sites.server.start();
        return sites;
    }

    static Shape shape(int site) {
        return Shape.values()[site % Shape.values().length];
    }

    private static boolean isGerman(int site) {
        return site % 2 == 1;
    }

    String root(int site) {
        return "http://127.0.0." + (site + 1) + ":" + server.getAddress().getPort();
    }

    /** Where a site lists its entries. */
    String list(int site) {
        return root(site)
                + switch (shape(site)) {
                    case SITEMAP -> "/news-sitemap.xml";
                    case JSON_FULL -> "/feed.json";
                    default -> "/feed.xml";
                };
    }

    /** The address of each entry of a site. */
    List<String> entries(int site) {
        List<String> urls = new ArrayList<>();
        for (int i = 0; i < ENTRIES; i++) {
            urls.add(root(site) + "/story-" + site + "-" + i);
        }
        return urls;
    }

    /** The most requests that a host had at one time. */
    synchronized int mostAtOnce() {
        return mostAtOnce;
    }

    /** The shortest time from the end of a request to a host to the start of the next one. */
    synchronized Duration shortestPause() {
        return shortestPause;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String host = exchange.getRequestHeaders().getFirst("Host").replaceFirst(":.*", "");
        begin(host);
        String path = exchange.getRequestURI().getPath();
        int site = Integer.parseInt(host.substring(host.lastIndexOf('.') + 1)) - 1;
        String body = path.startsWith("/story-")
                ? page(site, Integer.parseInt(path.substring(path.lastIndexOf('-') + 1)))
                : root(site).concat(path).equals(list(site)) ? listing(site) : "";
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type(path));
        end(host);
        exchange.sendResponseHeaders(bytes.length == 0 ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private synchronized void begin(String host) {
        mostAtOnce = Math.max(mostAtOnce, running.merge(host, 1, Integer::sum));
        Instant before = ended.getOrDefault(host, Instant.EPOCH);
        Duration pause = Duration.between(before, Instant.now());
        shortestPause = pause.compareTo(shortestPause) < 0 ? pause : shortestPause;
    }

    private synchronized void end(String host) {
        running.merge(host, -1, Integer::sum);
        ended.put(host, Instant.now());
    }

    private static String type(String path) {
        return path.endsWith(".json") ? "application/feed+json" : path.endsWith(".xml") ? "text/xml" : "text/html";
    }

    private String listing(int site) {
        var items = new StringBuilder();
        for (int i = 0; i < ENTRIES; i++) {
            items.append(items.isEmpty() || shape(site) != Shape.JSON_FULL ? "" : ",")
                    .append(item(site, i));
        }
        return switch (shape(site)) {
            case RSS_FULL, RSS_TEASER ->
                "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Site " + site + "</title><language>"
                        + (isGerman(site) ? "de" : "en") + "</language>" + items + "</channel></rss>";
            case ATOM_FULL, ATOM_TEASER ->
                "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Site " + site + "</title>" + items + "</feed>";
            case JSON_FULL ->
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Site " + site + "\",\"items\":[" + items
                        + "]}";
            case SITEMAP ->
                "<?xml version=\"1.0\"?><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">" + items
                        + "</urlset>";
        };
    }

    private String item(int site, int i) {
        Instant at = now.minus(Duration.ofHours(i + 1L));
        String link = entries(site).get(i);
        String teaser = "<p>" + sentence(new Random(site * 31L + i), site) + " …</p>";
        return switch (shape(site)) {
            case RSS_FULL, RSS_TEASER ->
                "<item><title>" + title(site, i) + "</title><link>" + link + "</link><guid>" + link + "</guid><pubDate>"
                        + DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atZone(ZoneOffset.UTC)) + "</pubDate>"
                        + (shape(site) == Shape.RSS_FULL
                                ? "<content:encoded><![CDATA[" + text(site, i) + "]]></content:encoded>"
                                : "<description><![CDATA[" + teaser + "]]></description>")
                        + "</item>";
            case ATOM_FULL, ATOM_TEASER ->
                "<entry><id>" + link + "</id><title>" + title(site, i) + "</title><link href=\"/story-" + site + "-" + i
                        + "\"/><published>" + at + "</published>"
                        + (shape(site) == Shape.ATOM_FULL
                                ? "<link rel=\"alternate\" href=\"" + link + "\"/><content type=\"html\"><![CDATA["
                                        + text(site, i) + "]]></content>"
                                : "<summary type=\"html\"><![CDATA[" + teaser + "]]></summary>")
                        + "</entry>";
            case JSON_FULL ->
                "{\"id\":\"" + link + "\",\"url\":\"" + link + "\",\"title\":\"" + title(site, i)
                        + "\",\"date_published\":\"" + at + "\",\"content_html\":\"" + text(site, i) + "\"}";
            case SITEMAP -> "<url><loc>" + link + "</loc><lastmod>" + at + "</lastmod></url>";
        };
    }

    private static String title(int site, int i) {
        Random random = new Random(site * 1000L + i);
        String[] words = isGerman(site) ? GERMAN : ENGLISH;
        return isGerman(site)
                ? "Die Stadt plant mit " + words[random.nextInt(words.length)] + " und "
                        + words[random.nextInt(words.length)] + " Nummer " + (site * 10 + i)
                : "Town plans for the " + words[random.nextInt(words.length)] + " and the "
                        + words[random.nextInt(words.length)] + " number " + (site * 10 + i);
    }

    private static String text(int site, int i) {
        Random random = new Random(site * 7919L + i);
        var html = new StringBuilder();
        for (int paragraph = 0; paragraph < 6; paragraph++) {
            html.append("<p>");
            for (int sentence = 0; sentence < 3; sentence++) {
                html.append(sentence(random, site)).append(' ');
            }
            html.append("</p>");
        }
        return html.toString();
    }

    private static String sentence(Random random, int site) {
        String[] words = isGerman(site) ? GERMAN : ENGLISH;
        String[] picked = new String[6];
        for (int i = 0; i < picked.length; i++) {
            picked[i] = words[random.nextInt(words.length)];
        }
        return isGerman(site)
                ? "Am Montag haben die Leute von " + picked[0] + " und " + picked[1] + " gesagt, dass sie mit "
                        + picked[2] + " und " + picked[3] + " nicht mehr auf " + picked[4] + " oder " + picked[5]
                        + " warten wollen."
                : "On Monday the people of the " + picked[0] + " and the " + picked[1] + " said that with the "
                        + picked[2] + " and the " + picked[3] + " they would not wait for the " + picked[4] + " or the "
                        + picked[5] + " any longer.";
    }

    private String page(int site, int i) {
        return "<!doctype html><html lang=" + (isGerman(site) ? "de" : "en") + "><head><title>" + title(site, i)
                + "</title></head><body><nav><a href=/>Home</a></nav><article><h1>" + title(site, i) + "</h1>"
                + text(site, i) + "</article></body></html>";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
