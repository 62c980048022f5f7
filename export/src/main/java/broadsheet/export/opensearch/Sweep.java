package broadsheet.export.opensearch;

import broadsheet.export.Standing;
import broadsheet.model.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.util.Map;

/** Deletes what an earlier reading has left, and this one has not found. */
record Sweep(ClusterRequests requests, IndexAddress address) {

    private static final int AT_ONCE = 1_000;

    /** Everything that was last found before that reading. */
    void before(int reading) {
        for (Standing standing : Standing.values()) {
            String index = address.index(standing);
            while (sweep(index, reading) > 0) {
                requests.post("/" + index + "/_refresh", new byte[0]).done("show what was deleted");
            }
        }
    }

    /** Some of it; returns how many it deleted. */
    private long sweep(String index, int reading) {
        JsonNode found = requests.post("/" + index + "/_search", Json.bytes(old(reading)))
                .done("find what is gone")
                .body()
                .at("/hits/hits");
        if (found.isEmpty()) {
            return 0;
        }
        var lines = new ByteArrayOutputStream();
        for (JsonNode hit : found) {
            lines.writeBytes(
                    Bulk.operation("delete", index, hit.path("_id").asText(), ExternalVersion.before(reading)));
        }
        JsonNode items = requests.bulk("/_bulk?filter_path=items.*.result", lines.toByteArray())
                .done("delete what is gone")
                .body()
                .path("items");
        return items.findValuesAsText("result").stream()
                .filter("deleted"::equals)
                .count();
    }

    private static Map<String, Object> old(int reading) {
        return Map.of(
                "size",
                AT_ONCE,
                "_source",
                false,
                "query",
                Map.of("range", Map.of("exportReading", Map.of("lt", reading))));
    }
}
