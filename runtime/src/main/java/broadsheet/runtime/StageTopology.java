package broadsheet.runtime;

import broadsheet.model.StageName;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

/** What a stage does with its records, apart from how it is started. */
public interface StageTopology {

    /** Which stage this is. */
    StageName stage();

    /**
     * The topology, every node, store and internal topic of it named.
     *
     * @param config the configuration it will run under, for {@code new StreamsBuilder(new TopologyConfig(config))}
     */
    Topology build(StreamsConfig config);
}
