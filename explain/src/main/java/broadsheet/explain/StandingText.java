package broadsheet.explain;

import broadsheet.explain.ArticleStanding.Copy;
import broadsheet.model.Version;
import java.util.Locale;

/**
 * Where an article stands, as a person reads it.
 *
 * @param lines to which it is added
 */
record StandingText(LabelledLines lines) {

    void tell(ArticleStanding standing) {
        lines.head("article " + standing.id());
        lines.say(
                "  now",
                place(standing) + standing.record().map(place -> "  " + place).orElse(""));
        standing.url().ifPresent(url -> lines.say("", url));
        standing.version().ifPresent(this::version);
        standing.origin().ifPresent(origin -> lines.say("", "this version came with " + origin));
        standing.copy().ifPresent(this::copy);
        standing.takedown()
                .ifPresent(removed -> lines.say(
                        "  takedown",
                        removed.key() + "  by "
                                + removed.takedown().by() + ", "
                                + removed.takedown().at() + ": "
                                + removed.takedown().why()));
    }

    private static String place(ArticleStanding standing) {
        return switch (standing.place()) {
            case PUBLISHED -> "published";
            case COPIES -> "a copy";
            case WITHDRAWN -> "withdrawn";
            case AWAITS_RULING -> "waits for the judge of copies";
            case NOWHERE -> "not downstream";
        };
    }

    private void version(Version version) {
        lines.say(
                "  version",
                version.number() + ", " + version.change().word()
                        + (version.changedFields().isEmpty()
                                ? ""
                                : ": " + String.join(", ", version.changedFields())
                                        + (version.substantive() ? " (substantive)" : " (typography or little)")));
        boolean whole = version.history().size() == version.number();
        int number = 1;
        for (Version.Entry entry : version.history()) {
            lines.say("", (whole ? number++ : "-") + "  " + entry.at() + "  content " + entry.contentHash());
        }
        if (!whole) {
            lines.say(
                    "",
                    version.number() - version.history().size() + " between the first and the latest are not listed");
        }
    }

    private void copy(Copy copy) {
        lines.say("  copy of", copy.id() + copy.url().map(url -> "  " + url).orElse(""));
        lines.say(
                "",
                String.format(
                        Locale.ROOT,
                        "similarity %.3f by %s%s",
                        copy.similarity(),
                        copy.method(),
                        copy.fuller() ? ", the copy is fuller" : ""));
        copy.passages().ifPresent(passages -> {
            lines.say(
                    "",
                    passages.shared() + " of its " + passages.words()
                            + " words are in passages that both have; the longest:");
            passages.longest()
                    .forEach(passage -> lines.say("", passage.words() + " words  \u201c" + passage.text() + "\u201d"));
        });
    }
}
