package broadsheet.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** The topics of one pipeline, all under one prefix. */
public final class Topics {

    private static final Pattern PREFIX = Pattern.compile("[a-zA-Z0-9_-]+(\\.[a-zA-Z0-9_-]+)*");

    private final String prefix;

    private Topics(String prefix) {
        this.prefix = prefix;
    }

    /**
     * The topics {@code prefix.raw-pages} and so on.
     *
     * @throws IllegalArgumentException if a topic cannot be called so
     */
    public static Topics withPrefix(String prefix) {
        if (!PREFIX.matcher(prefix).matches() || prefix.length() > 200) {
            throw new IllegalArgumentException("not a topic prefix: " + prefix);
        }
        return new Topics(prefix);
    }

    /** What all names begin with, without the dot. */
    public String prefix() {
        return prefix;
    }

    /** Feeds and sitemaps to watch, by URL. */
    public Topic<String, Subscription> subscriptions() {
        return compacted("subscriptions", Json.serde(Subscription.class));
    }

    /** What is to be asked for, by host. */
    public Topic<String, FetchRequest> fetchRequests() {
        return kept("fetch-requests", Serdes.String(), Json.serde(FetchRequest.class), 1);
    }

    /** What became of each request, by the URL of the subscription or page that it was for: the fetch ledger. */
    public Topic<String, Fetch> fetches() {
        return kept("fetches", Serdes.String(), Json.serde(Fetch.class), 14);
    }

    /** What is remembered of each host, by host. */
    public Topic<String, HostState> fetchHosts() {
        return compacted("fetch-hosts", Json.serde(HostState.class));
    }

    /** Pages as fetched. Any key is accepted; a null value is an input too, and is rejected. */
    public Topic<byte[], byte[]> rawPages() {
        return kept("raw-pages", Serdes.ByteArray(), Serdes.ByteArray(), 7);
    }

    /** What {@code ingest} made of them, by article id. */
    public Topic<String, Article> articles() {
        return kept("articles", Serdes.String(), Json.serde(Article.class), 7);
    }

    /** What {@code enrich} added, by article id. */
    public Topic<String, EnrichedArticle> enrichedArticles() {
        return kept("enriched-articles", Serdes.String(), Json.serde(EnrichedArticle.class), 7);
    }

    /** One record per article, by article id. */
    public Topic<String, PublishedArticle> publishedArticles() {
        return compacted("published-articles", Json.serde(PublishedArticle.class));
    }

    /** One record per copy, by the copy's article id. */
    public Topic<String, PublishedArticle> copies() {
        return compacted("copies", Json.serde(PublishedArticle.class));
    }

    /** Inputs that were refused, by origin. */
    public Topic<String, Rejection> rejections() {
        return kept("rejections", Serdes.String(), Json.serde(Rejection.class), 14);
    }

    /** Inputs on which a stage had an accident, as they were. */
    public Topic<byte[], byte[]> deadLetters() {
        return kept("dead-letters", Serdes.ByteArray(), Serdes.ByteArray(), 14);
    }

    /** The ledger, by origin. */
    public Topic<String, Outcome> outcomes() {
        return kept("outcomes", Serdes.String(), Json.serde(Outcome.class), 14);
    }

    /** Requests to remove, by article id, URL or domain. */
    public Topic<String, Takedown> takedowns() {
        return compacted("takedowns", Json.serde(Takedown.class));
    }

    /** What became of each request, from every partition of the sink, by the request's key. */
    public Topic<String, Receipt> receipts() {
        return kept("receipts", Serdes.String(), Json.serde(Receipt.class), 365);
    }

    /** All of them, in the order in which data flows. */
    public List<Topic<?, ?>> all() {
        return List.of(
                subscriptions(),
                fetchRequests(),
                fetches(),
                fetchHosts(),
                rawPages(),
                articles(),
                enrichedArticles(),
                publishedArticles(),
                copies(),
                rejections(),
                deadLetters(),
                outcomes(),
                takedowns(),
                receipts());
    }

    private <K, V> Topic<K, V> kept(String name, Serde<K> keys, Serde<V> values, int days) {
        return new Topic<>(prefix + "." + name, keys, values, Optional.of(Duration.ofDays(days)));
    }

    private <V> Topic<String, V> compacted(String name, Serde<V> values) {
        return new Topic<>(prefix + "." + name, Serdes.String(), values, Optional.empty());
    }
}
