package broadsheet.console.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How pages write times, numbers and languages. */
final class PageWords {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private PageWords() {}

    static HtmlElement time(Instant time) {
        return HtmlElement.of("time", TIME.format(time)).with("datetime", time.toString());
    }

    static String number(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    static String counted(long number, String one, String many) {
        return number(number) + " " + (number == 1 ? one : many);
    }

    static String share(double share) {
        return Math.round(share * 100) + " %";
    }

    /** The English name of a language. */
    static String language(String tag) {
        String name = Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
        return name.isEmpty() || tag.equals("und") ? "unknown language" : name;
    }
}
