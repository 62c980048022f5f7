package broadsheet.runtime.settings;

import java.time.Duration;

/**
 * What one record may take of a stage before it becomes a dead letter, and what Kafka must allow for that.
 *
 * @param record {@code record-time}: CPU time of a step that keeps no state; default 10 s
 * @param transaction {@code transaction-timeout}: how long a transaction of a stage may be open, so that one record fits in,
 *     and at worst how long others wait for what a killed instance left open; not above the broker's {@code transaction.max.timeout.ms}; default 30 s
 * @param poll {@code poll-interval}: how long a stage may be busy before its group goes on without it, and it is taken to
 *     hang; default 5 min
 * @param deaths {@code record-deaths}: so often a stage may end on the same record before it is given up; default 2
 */
public record RecordLimits(Duration record, Duration transaction, Duration poll, int deaths) {

    static RecordLimits read(Settings settings) {
        RecordLimits limits = new RecordLimits(
                settings.duration("record-time", Duration.ofSeconds(10)),
                settings.duration("transaction-timeout", Duration.ofSeconds(30)),
                settings.duration("poll-interval", Duration.ofMinutes(5)),
                settings.integer("record-deaths", 2, 1, 1_000));
        if (limits.record().compareTo(limits.transaction()) >= 0) {
            settings.mistake("record-time", "must be less than transaction-timeout");
        }
        if (limits.transaction().compareTo(limits.poll()) > 0) {
            settings.mistake("transaction-timeout", "must not be more than poll-interval");
        }
        return limits;
    }
}
