package broadsheet.export.opensearch;

import broadsheet.export.Change;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Changes as one body of the bulk API. */
final class Bulk {

    /** Nodes and proxies refuse bodies from 10 MB on. */
    private static final int MOST_BYTES = 5 << 20;

    private final List<Change> changes = new ArrayList<>();
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();

    private Bulk() {}

    /** All of them in order, in as many bodies as it takes; a document that is larger alone has one of its own. */
    static List<Bulk> of(List<Change> changes, IndexAddress address, int reading) {
        List<Bulk> all = new ArrayList<>();
        Bulk last = new Bulk();
        for (Change change : changes) {
            byte[] lines = lines(change, address, reading);
            if (last.lines.size() > 0 && last.lines.size() + lines.length > MOST_BYTES) {
                all.add(last);
                last = new Bulk();
            }
            last.changes.add(change);
            last.lines.writeBytes(lines);
        }
        if (!last.changes.isEmpty()) {
            all.add(last);
        }
        return all;
    }

    private static byte[] lines(Change change, IndexAddress address, int reading) {
        String index = address.index(change.standing());
        long version = ExternalVersion.of(reading, change.offset());
        if (change instanceof Change.Upsert upsert) {
            byte[] document = ArticleDocument.of(upsert, reading);
            var lines = new ByteArrayOutputStream(document.length + 200);
            lines.writeBytes(operation("index", index, change.id(), version));
            lines.writeBytes(document);
            lines.write('\n');
            return lines.toByteArray();
        }
        return operation("delete", index, change.id(), version);
    }

    /** A line that asks for something; what is in it needs no escapes. */
    static byte[] operation(String what, String index, String id, long version) {
        return ("{\"" + what + "\":{\"_index\":\"" + index + "\",\"_id\":\"" + id + "\",\"version\":" + version
                        + ",\"version_type\":\"external\"}}\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    List<Change> changes() {
        return changes;
    }

    byte[] lines() {
        return lines.toByteArray();
    }
}
