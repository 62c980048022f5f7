package broadsheet.cli;

import broadsheet.runtime.clients.PlannedTopic;
import java.util.Locale;

/** A topic as a resource of Strimzi's topic operator, which then creates it and keeps it so. */
final class StrimziTopic {

    private StrimziTopic() {}

    /** One document of a YAML stream. */
    static String yaml(PlannedTopic topic, String cluster) {
        StringBuilder yaml = new StringBuilder();
        yaml.append("---\napiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n");
        yaml.append("  name: ").append(resourceName(topic.topic())).append('\n');
        yaml.append("  labels:\n    strimzi.io/cluster: ").append(cluster).append('\n');
        yaml.append("spec:\n  topicName: ").append(topic.topic()).append('\n');
        yaml.append("  partitions: ").append(topic.partitions()).append('\n');
        topic.replication()
                .ifPresent(count -> yaml.append("  replicas: ").append(count).append('\n'));
        yaml.append("  config:\n");
        topic.config()
                .forEach((name, value) -> yaml.append("    ")
                        .append(name)
                        .append(": ")
                        .append(value)
                        .append('\n'));
        return yaml.toString();
    }

    /** Kubernetes wants lower case, and no underscore (RFC 1123). */
    private static String resourceName(String topic) {
        return topic.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
