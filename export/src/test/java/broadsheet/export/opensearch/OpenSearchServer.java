package broadsheet.export.opensearch;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.opensearch.analysis.common.CommonAnalysisPlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.plugins.Plugin;
import org.opensearch.transport.Netty4Plugin;

/** A process that is a node of OpenSearch, with what every distribution has: HTTP, and the analysers of languages. */
public final class OpenSearchServer {

    private static final class PlainNode extends Node {

        PlainNode(Settings settings, Collection<Class<? extends Plugin>> plugins) {
            super(
                    InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> "test"),
                    plugins,
                    /* forbidPrivateIndexSettings= */ true);
        }
    }

    private OpenSearchServer() {}

    /** Directory, port, and more settings, each {@code NAME=VALUE}. */
    public static void main(String... words) throws Exception {
        Path home = Path.of(words[0]);
        Settings.Builder settings = Settings.builder()
                .put("path.home", home.toString())
                .put("path.data", home.resolve("data").toString())
                .put("cluster.name", "broadsheet-test")
                .put("node.name", "test")
                .put("discovery.type", "single-node")
                .put("network.host", "127.0.0.1")
                .put("transport.type", "netty4")
                .put("transport.port", "0")
                .put("http.type", "netty4")
                .put("http.port", words[1])
                .put("cluster.routing.allocation.disk.threshold_enabled", false);
        for (String setting : List.of(words).subList(2, words.length)) {
            settings.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
        }
        try (Node node = new PlainNode(settings.build(), List.of(Netty4Plugin.class, CommonAnalysisPlugin.class))) {
            node.start();
            new CountDownLatch(1).await();
        }
    }
}
