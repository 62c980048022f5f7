package broadsheet.runtime.stage;

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

    /**
     * Which generation of its state it reads and writes, on disk and in the changelogs: one more with each build that
     * cannot read what the one before has left. What an operator then does stands in {@code docs/upgrade.md}.
     */
    default int stateGeneration() {
        return 1;
    }
}
