package broadsheet.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Articles about invented events, each time the same ones. An event has a few names, places and words of its own, drawn from
 * those that the whole year's news shares, so that different events have some in common; an article tells of its event in
 * the words of {@link InventedTexts}, and some mention another event besides.
 */
final class InventedEvents {

    private static final int NAMES = 200_000;
    private static final int NAMES_OF_EVENT = 12;
    private static final int HEADLINE_WORDS = 9;
    /** Events of which something is told at one time. */
    private static final int CURRENT = 2_000;

    /** What is told of an event in one article. */
    record Told(String headline, String text) {}

    private final Random random = new Random(7);
    private final InventedTexts texts = new InventedTexts();
    private final List<List<String>> current = new ArrayList<>();

    /** The next article: of one in three the event is new, the others tell more of one that is being told of. */
    Told next() {
        if (current.size() < CURRENT) {
            current.add(event());
            return of(current.get(current.size() - 1));
        }
        int place = random.nextInt(CURRENT);
        if (random.nextInt(3) == 0) {
            current.set(place, event());
        }
        return of(current.get(place));
    }

    /** The names and words of a new event, the frequent ones more likely than the rare ones. */
    List<String> event() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < NAMES_OF_EVENT; i++) {
            String name = name((int) (NAMES * Math.pow(random.nextDouble(), 3)));
            names.add(i % 2 == 0 ? Character.toUpperCase(name.charAt(0)) + name.substring(1) : name);
        }
        return names;
    }

    /** An article about an event. */
    Told of(List<String> event) {
        List<String> other =
                random.nextInt(5) == 0 && !current.isEmpty() ? current.get(random.nextInt(current.size())) : event;
        String[] words = texts.text().split(" ", -1);
        for (int i = 1; i < words.length; i++) {
            // In the first lines of a text every third word is the event's, later every eighth.
            if (random.nextInt(i < 60 ? 3 : 8) == 0) {
                words[i] = word(i < 60 ? event : other);
            }
        }
        var headline = new StringBuilder("The");
        for (int i = 0; i < HEADLINE_WORDS; i++) {
            headline.append(' ').append(random.nextInt(2) == 0 ? word(event) : words[random.nextInt(words.length)]);
        }
        return new Told(headline.toString(), String.join(" ", words));
    }

    private String word(List<String> event) {
        return event.get(random.nextInt(event.size()));
    }

    private static String name(int number) {
        var name = new StringBuilder();
        for (int rest = number + 99; rest > 0; rest /= 80) {
            name.append("chjlmnqrstvwxyzb".charAt(rest % 16)).append("aeiou".charAt(rest / 16 % 5));
        }
        return name.append('x').toString();
    }
}
