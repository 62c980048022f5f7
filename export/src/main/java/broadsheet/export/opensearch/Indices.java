package broadsheet.export.opensearch;

import broadsheet.export.Standing;
import broadsheet.export.opensearch.ClusterRequests.Reply;
import broadsheet.model.Json;
import broadsheet.runtime.settings.StartupException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/** Finds the three indices of an export, or makes them. */
record Indices(ClusterRequests requests, IndexAddress address) {

    private static final int NOT_FOUND = 404;

    /** Sees to it that they are there; returns the identities of those with articles, by name. */
    Map<String, String> prepare() {
        Map<String, String> identities = new TreeMap<>();
        for (Standing standing : Standing.values()) {
            String name = address.index(standing);
            identities.put(name, identity(name, this::makeFromTemplate));
        }
        identity(address.bookmark(), name -> make(name, Layouts.bookmark()));
        return identities;
    }

    /** Makes an index of that name. */
    private interface Making {
        void make(String name);
    }

    private String identity(String name, Making making) {
        Reply found = requests.get("/" + name);
        if (found.status() == NOT_FOUND) {
            making.make(name);
            found = requests.get("/" + name);
        }
        // The answer has the index under its own name, of which the one that was asked for may be an alias.
        JsonNode index = found.done("find index " + name).body().elements().next();
        if (!index.at("/mappings/_meta").has("broadsheet")) {
            throw new StartupException(
                    "there is an index " + name + " that this export has not made: choose another name");
        }
        return index.at("/settings/index/uuid").asText();
    }

    private void makeFromTemplate(String name) {
        String template = "/_index_template/broadsheet-" + address.index();
        if (requests.get(template).status() == NOT_FOUND) {
            ObjectNode body = Layouts.template();
            body.putArray("index_patterns")
                    .add(address.index(Standing.ORIGINAL))
                    .add(address.index(Standing.COPY));
            requests.put(template, Json.bytes(body)).done("make an index template");
        }
        make(name, Json.mapper().createObjectNode());
    }

    private void make(String name, ObjectNode body) {
        requests.put("/" + name, Json.bytes(body)).done("make index " + name);
    }
}
