package broadsheet.sink;

import java.util.Map;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Builds a {@link JudgeStore}. The changelog is what they stand on and cannot be left away, and there is nothing to cache.
 *
 * @param settings see there
 */
record JudgeStoreBuilder(SinkSettings settings) implements StoreBuilder<JudgeStore> {

    @Override
    public JudgeStore build() {
        return new JudgeStore(settings);
    }

    @Override
    public StoreBuilder<JudgeStore> withCachingEnabled() {
        return this;
    }

    @Override
    public StoreBuilder<JudgeStore> withCachingDisabled() {
        return this;
    }

    @Override
    public StoreBuilder<JudgeStore> withLoggingEnabled(Map<String, String> config) {
        return this;
    }

    @Override
    public StoreBuilder<JudgeStore> withLoggingDisabled() {
        return this;
    }

    @Override
    public Map<String, String> logConfig() {
        return Map.of();
    }

    @Override
    public boolean loggingEnabled() {
        return true;
    }

    @Override
    public String name() {
        return JudgeStore.NAME;
    }
}
