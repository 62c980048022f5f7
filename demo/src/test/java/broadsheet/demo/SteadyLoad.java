package broadsheet.demo;

import broadsheet.cli.Stages;
import broadsheet.model.Facts;
import broadsheet.publish.SourcePage;
import broadsheet.runtime.clients.ClientConfigs;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Pages as a crawler might send them: mostly new ones, some fetched again, some changed since, some copied elsewhere,
 * some that are none. The same seed makes the same pages, to the byte and the second.
 *
 * @param pages in the order in which they are sent
 */
record SteadyLoad(List<SourcePage> pages) {

    private static final Instant START = Instant.parse("2026-11-20T06:00:00Z");
    private static final String PLAIN = "text/html; charset=utf-8";

    static SteadyLoad of(int count, long seed) {
        Random random = new Random(seed);
        List<SourcePage> pages = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            pages.add(page(number, random));
        }
        return new SteadyLoad(List.copyOf(pages));
    }

    private static SourcePage page(int number, Random random) {
        int kind = random.nextInt(100);
        int earlier = random.nextInt(number + 1);
        if (kind < 70) {
            return page(number, url("www.harbourcourier.example", number), text(number));
        }
        if (kind < 80) {
            return page(number, url("www.harbourcourier.example", earlier), text(earlier));
        }
        if (kind < 87) {
            String changed = text(earlier).replace("what it will cost.", "what it will cost: " + number + " million.");
            return page(number, url("www.harbourcourier.example", earlier), changed);
        }
        if (kind < 95) {
            return page(number, url("wire" + number % 7 + ".example", number), text(earlier));
        }
        return page(number, url("www.harbourcourier.example", number), kind < 98 ? "" : "<html><body>Not found");
    }

    private static String url(String host, int number) {
        return "https://" + host + "/story-" + number;
    }

    private static String text(int number) {
        return PipelineIT.page("Council decides on plan number " + number, "plan number " + number);
    }

    private static SourcePage page(int number, String url, String html) {
        Map<String, String> facts = new HashMap<>();
        facts.put(Facts.URL, url);
        facts.put(Facts.CONTENT_TYPE, PLAIN);
        facts.put(Facts.FETCHED_AT, START.plus(Duration.ofMinutes(number)).toString());
        return new SourcePage("page " + number, html.getBytes(StandardCharsets.UTF_8), facts);
    }

    /**
     * Sends them evenly over a time, in a thread of its own; what could not be sent meanwhile is sent as soon as it can be.
     * Complete when the cluster has acknowledged the last.
     */
    CompletableFuture<Void> send(Stages stages, Duration time) {
        return CompletableFuture.runAsync(() -> {
            Map<String, Object> config = ClientConfigs.producer(stages.runtime());
            // As long as it takes: what is to be seen is what the stages make of a broker that is away.
            config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
            config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, Long.MAX_VALUE);
            try (var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
                List<Future<?>> sent = new ArrayList<>();
                long pause = time.toNanos() / pages.size();
                long due = System.nanoTime();
                for (SourcePage page : pages) {
                    sent.add(producer.send(page.record(stages.runtime().topics())));
                    due += pause;
                    TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                }
                for (var one : sent) {
                    one.get();
                }
            } catch (Exception e) {
                throw new IllegalStateException("not sent", e);
            }
        });
    }
}
