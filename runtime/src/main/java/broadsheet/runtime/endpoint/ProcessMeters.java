package broadsheet.runtime.endpoint;

import broadsheet.runtime.settings.RuntimeSettings;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** What every process says of itself: memory, threads, processor, when it started, the disk under its state. */
public final class ProcessMeters {

    private ProcessMeters() {}

    public static PrometheusMeterRegistry registry(RuntimeSettings settings) {
        var meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        meters.config()
                .meterFilter(Exposition.oneNameOfEachTopic(settings.topics().prefix()));
        new JvmMemoryMetrics().bindTo(meters);
        new JvmThreadMetrics().bindTo(meters);
        new ProcessorMetrics().bindTo(meters);
        new UptimeMetrics().bindTo(meters);
        new DiskSpaceMetrics(settings.stateDir().toFile()).bindTo(meters);
        return meters;
    }
}
