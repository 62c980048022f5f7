package broadsheet.publish;

import broadsheet.model.Topics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;

/**
 * Sends the pages of a source to {@code raw-pages} and waits until the cluster has acknowledged each.
 *
 * <p>A page that is too large for the cluster is counted and the next one sent: it is the page's fault. Any other
 * failure (no broker, no topic, no permission) would meet every page, so the first one ends the sending.
 *
 * <pre>{@code
 * PublishReport report = new Publisher(producer, topics).publish(PageSources.open("pages/"));
 * }</pre>
 *
 * <p>The producer should let pass more than the pipeline accepts, so that an oversize page comes to its rejection in the
 * ledger. Does not close the producer. Not thread-safe.
 */
public final class Publisher {

    private final Producer<byte[], byte[]> producer;
    private final Topics topics;

    public Publisher(Producer<byte[], byte[]> producer, Topics topics) {
        this.producer = producer;
        this.topics = topics;
    }

    /**
     * Sends everything.
     *
     * @throws KafkaException if the cluster does not take pages at all
     */
    public PublishReport publish(PageSource source) {
        return publish(source, found -> {});
    }

    /**
     * Sends everything, and tells how many things were found so far after each.
     *
     * @throws KafkaException if the cluster does not take pages at all
     */
    public PublishReport publish(PageSource source, LongConsumer progress) {
        var sending = new Sending();
        source.read(found -> {
            sending.failIfBroken();
            sending.accept(found);
            progress.accept(++sending.found);
        });
        producer.flush();
        sending.failIfBroken();
        return sending.report();
    }

    /** One run; acknowledgements come in on the producer's thread. */
    private final class Sending {

        private final AtomicLong sent = new AtomicLong();
        private final AtomicLong refused = new AtomicLong();
        private final Queue<KafkaException> failures = new ConcurrentLinkedQueue<>();
        private final List<String> problems = Collections.synchronizedList(new ArrayList<>());
        private long unreadable;
        private long skipped;
        private long found;

        private void accept(SourceItem next) {
            if (next instanceof SourceItem.Page page) {
                send(page.page());
            } else if (next instanceof SourceItem.Unreadable broken) {
                unreadable++;
                note("unreadable: " + broken.name() + ": " + broken.reason());
            } else {
                skipped++;
            }
        }

        @SuppressWarnings("FutureReturnValueIgnored") // The callback hears of every result.
        private void send(SourcePage page) {
            // The page itself must not be held until the acknowledgement: only what a report needs of it.
            String name = page.url().orElse(page.name());
            int size = page.value().length;
            producer.send(page.record(topics), (metadata, exception) -> {
                if (exception == null) {
                    sent.incrementAndGet();
                } else if (exception instanceof RecordTooLargeException) {
                    refused.incrementAndGet();
                    note("refused: " + name + ": " + size + " bytes are more than the cluster accepts");
                } else {
                    failures.add(cannotPublish(name, exception));
                }
            });
        }

        private KafkaException cannotPublish(String name, Exception cause) {
            return new KafkaException("cannot publish " + name + ": " + cause.getMessage(), cause);
        }

        private void note(String problem) {
            if (problems.size() < PublishReport.MAX_PROBLEMS) {
                problems.add(problem);
            }
        }

        private void failIfBroken() {
            Optional.ofNullable(failures.peek()).ifPresent(first -> {
                throw first;
            });
        }

        private PublishReport report() {
            return new PublishReport(sent.get(), refused.get(), unreadable, skipped, problems);
        }
    }
}
