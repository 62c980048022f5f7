package broadsheet.runtime.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The Kafka properties that an operator passes through, {@code kafka.*}: handed on to every client, or to one kind of
 * client if their names begin so ({@code kafka.consumer.session.timeout.ms}), above whatever Broadsheet would choose. Those
 * that its promises rest on, or that have a setting of their own, are refused by name.
 */
public final class PassedThrough {

    private static final List<String> PREFIXES = List.of(
            "main.consumer.", "restore.consumer.", "global.consumer.", "consumer.", "producer.", "admin.", "topic.");

    /** Which setting to use instead. */
    private static final Map<String, String> HAVE_SETTINGS = Map.ofEntries(
            Map.entry("application.id", "topic-prefix"),
            Map.entry("application.server", "http-advertised-host"),
            Map.entry("bootstrap.servers", "bootstrap-servers"),
            Map.entry("commit.interval.ms", "commit-interval"),
            Map.entry("compression.type", "compression or compression-between"),
            Map.entry("max.message.bytes", "max-page-bytes"),
            Map.entry("max.poll.interval.ms", "poll-interval"),
            Map.entry("max.request.size", "max-page-bytes"),
            Map.entry("num.standby.replicas", "standbys"),
            Map.entry("num.stream.threads", "threads"),
            Map.entry("replication.factor", "replication"),
            Map.entry("state.dir", "state-dir"),
            Map.entry("transaction.timeout.ms", "transaction-timeout"));

    private static final Set<String> PROMISES = Set.of(
            "acks",
            "auto.offset.reset",
            "default.client.supplier",
            "default.deserialization.exception.handler",
            "default.production.exception.handler",
            "default.timestamp.extractor",
            "deserialization.exception.handler",
            "enable.auto.commit",
            "enable.idempotence",
            "ensure.explicit.internal.resource.naming",
            "errors.dead.letter.queue.topic.name",
            "group.id",
            "interceptor.classes",
            "isolation.level",
            "max.block.ms",
            "processing.exception.handler",
            "processing.guarantee",
            "processor.wrapper.class",
            "production.exception.handler",
            "task.timeout.ms",
            "transactional.id");

    private PassedThrough() {}

    /** Why a property cannot be passed through; empty if it can. */
    static Optional<String> refusal(String property) {
        String name = PREFIXES.stream()
                .filter(property::startsWith)
                .findFirst()
                .map(prefix -> property.substring(prefix.length()))
                .orElse(property);
        if (HAVE_SETTINGS.containsKey(name)) {
            return Optional.of("cannot be passed through: it is the setting " + HAVE_SETTINGS.get(name));
        }
        return PROMISES.contains(name)
                ? Optional.of("cannot be passed through: what Broadsheet promises rests on it")
                : Optional.empty();
    }

    /** Puts them above what is there, for a client of one kind. */
    public static void toClient(Map<String, Object> config, String kind, Map<String, String> passed) {
        Map<String, String> own = new HashMap<>();
        passed.forEach((name, value) -> {
            if (PREFIXES.stream().noneMatch(name::startsWith)) {
                config.put(name, value);
            } else if (name.startsWith(kind + ".")) {
                own.put(name.substring(kind.length() + 1), value);
            }
        });
        config.putAll(own);
    }

    /** Puts them above what is there, for Kafka Streams: to it a prefixed name of ours would count more than a plain one. */
    public static void toStreams(Map<String, Object> config, Map<String, String> passed) {
        passed.keySet().forEach(name -> PREFIXES.forEach(prefix -> config.remove(prefix + name)));
        config.putAll(passed);
    }
}
