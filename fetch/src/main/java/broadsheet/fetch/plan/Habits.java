package broadsheet.fetch.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * At which hours of the day and at which minutes of the hour a feed used to publish: decaying counts of entries in 24 and in
 * 12 bins. Few entries say little, and entries by chance fall unevenly too: what is believed of the differences between bins is
 * the part of their variance that chance does not explain (the shrinkage of James and Stein, with Poisson's variance for
 * chance), so that a feed is taken to have no habits until it shows some.
 *
 * @param hours entries by hour of the day, UTC
 * @param minutes entries by twelfth of an hour
 */
public record Habits(List<Double> hours, List<Double> minutes) {

    /** Of a feed that has not published yet. */
    public static final Habits NONE = new Habits(Collections.nCopies(24, 0.0), Collections.nCopies(12, 0.0));

    private static final double MEMORY_HOURS = 14 * 24;

    /** Chance is given this much more than its due: a habit that is none costs more than one that is found late. */
    private static final double CHANCE = 1.5;

    /** What never was may come all the same. */
    private static final double LEAST = 0.1;

    private static final long HOUR = 3_600;

    public Habits {
        hours = List.copyOf(hours);
        minutes = List.copyOf(minutes);
    }

    /** After some time in which entries came. */
    Habits after(List<Instant> published, Duration passed) {
        double left = Math.exp(-passed.toMillis() / 3_600_000.0 / MEMORY_HOURS);
        return new Habits(counted(hours, published, left, 24 * HOUR), counted(minutes, published, left, HOUR));
    }

    private static List<Double> counted(List<Double> before, List<Instant> published, double left, long round) {
        List<Double> bins = new ArrayList<>(before);
        bins.replaceAll(count -> count * left);
        for (Instant at : published) {
            bins.set(bin(at, bins.size(), round), bins.get(bin(at, bins.size(), round)) + 1);
        }
        return bins;
    }

    private static int bin(Instant at, int bins, long round) {
        return (int) (Math.floorMod(at.getEpochSecond(), round) * bins / round);
    }

    /** By how much more entries are to be expected in the hour of a time than on average. */
    double ofHour(Instant at) {
        return factor(hours, at, 24 * HOUR);
    }

    /** By how much more they are at the minute of a time than in its hour. */
    double ofMinute(Instant at) {
        return factor(minutes, at, HOUR);
    }

    private static double factor(List<Double> bins, Instant at, long round) {
        double sum = 0;
        double squares = 0;
        for (double count : bins) {
            sum += count;
            squares += count * count;
        }
        double mean = sum / bins.size();
        double variance = squares / bins.size() - mean * mean;
        double believed = variance <= 0 ? 0 : Math.max(0, 1 - CHANCE * mean / variance);
        double difference = mean <= 0 ? 0 : bins.get(bin(at, bins.size(), round)) / mean - 1;
        return Math.max(LEAST, 1 + believed * difference);
    }

    /** How long what is expected stays the same. */
    Duration untilNextBin(Instant at) {
        long length = HOUR / minutes.size() * 1_000;
        return Duration.ofMillis(length - Math.floorMod(at.toEpochMilli(), length));
    }
}
