package broadsheet.export.opensearch;

import broadsheet.export.Bookmark;
import broadsheet.export.Change;
import broadsheet.export.Target;
import broadsheet.export.TargetAway;
import broadsheet.export.opensearch.ClusterRequests.Reply;
import broadsheet.model.Json;
import broadsheet.runtime.settings.StartupException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Two indices of OpenSearch, one of originals and one of copies; {@code _id} is the article's id in both.
 *
 * <p>There is no transaction that holds articles and bookmark. Instead the bookmark is written when the articles are
 * acknowledged, which the cluster does when they are on its disks, and each article has the {@linkplain ExternalVersion
 * version} of its record. Killed before the bookmark, the export reads the same records once more, in whatever portions, and
 * each of them finds itself, or a newer one, there: a conflict, which is as good as done. A request that was under way when
 * its process was killed, and arrives after the next process began, finds the same. What was deleted has a version as well,
 * for as long as {@code index.gc_deletes} says; after that a record that is read once more may show a deleted article again,
 * until the record that deletes it, which comes after it, is read once more too.
 *
 * <p>Of two exports at work in the same indices under other terms the earlier one learns it by its bookmark and ends.
 */
public final class OpenSearchTarget implements Target {

    private static final String BULK =
            "/_bulk?filter_path=error,items.*.status,items.*.error.type,items.*.error.reason";
    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;
    private static final int BAD_REQUEST = 400;
    private static final int TOO_LARGE = 413;

    private final IndexAddress address;
    private final ClusterRequests requests;
    private Optional<Map<String, String>> identities = Optional.empty();
    private int swept;

    private OpenSearchTarget(IndexAddress address) {
        this.address = address;
        this.requests = new ClusterRequests(address);
    }

    /** One at that address; the first request connects. */
    public static OpenSearchTarget open(String url) {
        return new OpenSearchTarget(IndexAddress.of(url, Optional.ofNullable(System.getenv("OPENSEARCH_PASSWORD"))));
    }

    private Map<String, String> identities() {
        if (identities.isEmpty()) {
            identities = Optional.of(new Indices(requests, address).prepare());
        }
        return identities.orElseThrow();
    }

    private String bookmarkPath() {
        return "/" + address.bookmark() + "/_doc/bookmark";
    }

    @Override
    public Optional<Bookmark> bookmark() {
        Map<String, String> present = identities();
        Reply found = requests.get(bookmarkPath());
        if (found.status() == NOT_FOUND) {
            return Optional.empty();
        }
        JsonNode source = found.done("read the bookmark").body().path("_source");
        Bookmark left = read(source.path("bookmark"));
        boolean isOfThese = source.path("indices").equals(Json.mapper().valueToTree(present));
        return Optional.of(
                isOfThese
                        ? left
                        : new Bookmark("indices that are no more", left.reading(), left.asOf(), left.offsets()));
    }

    private static Bookmark read(JsonNode bookmark) {
        try {
            return Json.mapper().treeToValue(bookmark, Bookmark.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the bookmark cannot be read", e);
        }
    }

    @Override
    public void take(List<Change> changes, Bookmark after, Consumer<Refusal> refused) {
        identities();
        for (Bulk bulk : Bulk.of(changes, address, after.reading())) {
            carryOut(bulk, after.reading(), refused);
        }
        remember(after);
    }

    private void carryOut(Bulk bulk, int reading, Consumer<Refusal> refused) {
        Reply reply = requests.bulk(BULK, bulk.lines());
        if (reply.status() == TOO_LARGE) {
            carryOutOneByOne(bulk, reading, refused);
            return;
        }
        JsonNode items = reply.done("write articles").body().path("items");
        for (int i = 0; i < bulk.changes().size(); i++) {
            // An item is an object with one field, named after the operation.
            JsonNode item = items.path(i).elements().next();
            look(bulk.changes().get(i), item.path("status").asInt(), item.path("error"), refused);
        }
    }

    private void carryOutOneByOne(Bulk bulk, int reading, Consumer<Refusal> refused) {
        if (bulk.changes().size() == 1) {
            refused.accept(new Refusal(bulk.changes().get(0), "larger than a request may be"));
            return;
        }
        for (Change change : bulk.changes()) {
            Bulk.of(List.of(change), address, reading).forEach(one -> carryOut(one, reading, refused));
        }
    }

    private static void look(Change change, int status, JsonNode error, Consumer<Refusal> refused) {
        String why = error.path("type").asText() + ": " + error.path("reason").asText();
        boolean isGoneAlready = status == NOT_FOUND && change instanceof Change.Delete && error.isMissingNode();
        if (status < 300 || status == CONFLICT || isGoneAlready) {
            return;
        }
        if (ClusterRequests.isAway(status)) {
            throw new TargetAway("OpenSearch: " + why, new IOException("status " + status));
        }
        if (status != BAD_REQUEST) {
            throw new StartupException("OpenSearch: cannot write articles: " + why);
        }
        refused.accept(new Refusal(change, why));
    }

    private void remember(Bookmark bookmark) {
        ObjectNode body = Json.mapper().createObjectNode();
        body.set("bookmark", Json.mapper().valueToTree(bookmark));
        body.set("indices", Json.mapper().valueToTree(identities()));
        Reply reply = requests.put(
                bookmarkPath() + "?version_type=external_gte&version=" + ExternalVersion.of(bookmark),
                Json.bytes(body));
        if (reply.status() != CONFLICT) {
            reply.done("write the bookmark");
        } else if (bookmark()
                .filter(there -> there.reading() > bookmark.reading())
                .isPresent()) {
            throw new StartupException("another export, of other articles, is at work in index " + address.index());
        }
    }

    @Override
    public void settle(Bookmark now) {
        identities();
        refresh();
        if (swept < now.reading()) {
            new Sweep(requests, address).before(now.reading());
            refresh();
            swept = now.reading();
        }
        remember(now);
    }

    private void refresh() {
        requests.post("/" + address.articles() + "/_refresh", new byte[0]).done("show what was written");
    }

    @Override
    public long rows() {
        identities();
        refresh();
        return requests.get("/" + address.articles() + "/_count")
                .done("count articles")
                .body()
                .path("count")
                .asLong();
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
