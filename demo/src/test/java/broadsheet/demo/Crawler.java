package broadsheet.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Sends pages for as long as it is open: on a usual day ten a second, one after the other, of which four are empty. It
 * can pause, and find that a source answers with errors. Besides it sends single pages when it is told to.
 */
final class Crawler implements AutoCloseable {

    private static final int PAUSE_MILLIS = 100;

    /** Characters of a page as long as a book. */
    private static final int LONGEST = 900_000;

    private static final List<String> WHO = List.of(
            "le maire de la ville",
            "la directrice du port",
            "un pêcheur du quai",
            "le conseil municipal",
            "une voisine");
    private static final List<String> DOES = List.of(
            "a promis de réparer", "veut encore discuter", "refuse de payer", "avait déjà visité", "présentera demain");
    private static final List<String> WHAT =
            List.of("le vieux phare", "la nouvelle digue", "les ponts de la rivière", "le marché couvert", "la gare");

    private final OutsideClient client;
    private final ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor();
    private final Random random = new Random(7);
    private volatile boolean paused;
    private volatile boolean errors;
    private int number;

    Crawler(OutsideClient client) {
        this.client = client;
        var unused = pulse.scheduleWithFixedDelay(this::next, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void next() {
        if (!paused) {
            number++;
            boolean empty = number % 10 < 4;
            client.send(
                    empty ? "" : PipelineIT.page("Council decides on plan number " + number, "plan number " + number),
                    Map.of("url", "https://courier.example/" + number));
        }
        if (errors) {
            client.send("<title>503</title>", Map.of("url", "https://down.example/" + number, "http-status", "503"));
        }
    }

    void pause() {
        paused = true;
    }

    /** From now on half of all pages are errors. */
    void meetErrors() {
        errors = true;
    }

    void goOnAsUsual() {
        paused = false;
        errors = false;
    }

    /** So many pages at once. */
    void flood(int pages) {
        for (int flooding = 0; flooding < pages; flooding++) {
            client.send(PipelineIT.page("Flood " + flooding, "flood " + flooding), Map.of());
        }
    }

    /** A page that is as long as a book; returns its origin. */
    String everything() {
        String sentence = "What the council has decided, from the first day to the last, in full. ";
        String paragraph = "<p>" + sentence.repeat(30) + "</p>\n";
        String all = paragraph.repeat(LONGEST / paragraph.length());
        return client.send("<title>Everything</title><article>" + all, Map.of("url", "https://courier.example/all"));
    }

    /** An article of herald.example. */
    void herald(Instant at) {
        int ferry = random.nextInt(1 << 30);
        client.send(
                PipelineIT.page("Ferry " + ferry + " runs again", "ferry " + ferry),
                Map.of("url", "https://herald.example/ferry-" + ferry),
                at);
    }

    /** An article in French. */
    void french(Instant at) {
        int story = random.nextInt(1 << 30);
        StringBuilder html = new StringBuilder(
                "<html lang=fr><head><title>Le port en parle " + story + "</title></head><body><article>");
        for (int paragraph = 0; paragraph < 4; paragraph++) {
            html.append("<p>");
            for (int sentence = 0; sentence < 5; sentence++) {
                html.append("%s %s %s, parce que %s a compté %d visiteurs depuis l'été. "
                        .formatted(one(WHO), one(DOES), one(WHAT), one(WHO), random.nextInt(1 << 20)));
            }
            html.append("</p>");
        }
        client.send(
                html + "</article></body></html>",
                Map.of("url", "https://phare.example/" + story, "content-type", "text/html; charset=utf-8"),
                at);
    }

    private String one(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    @Override
    public void close() {
        pulse.shutdownNow();
    }
}
