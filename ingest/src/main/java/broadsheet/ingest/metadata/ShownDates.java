package broadsheet.ingest.metadata;

import broadsheet.ingest.html.Block;
import broadsheet.ingest.html.Blocks;
import broadsheet.model.Provenance;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** The dates that a page shows its readers, by the headline or elsewhere. */
final class ShownDates {
    private static final Pattern ANNOUNCED = Pattern.compile(
            "published|posted|updated|last (?:modified|edited|changed|reviewed)|veröffentlicht|erschienen|gepostet|erstellt|stand|datum|aktualisiert|letzte änderung|publié|publicado|pubblicato|gepubliceerd|opublikowano|опубликовано|дата|公開|投稿|发布|发表",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** Such a line or element gives a publication date only where no other does. */
    private static final Pattern CHANGED = Pattern.compile(
            "updated|modified|last reviewed|aktualisiert|geändert|änderung|mis à jour|actualizado|aggiornato|bijgewerkt|обновлено|最終更新|更新日",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** The date after it is that of a person, an event or the site. */
    private static final Pattern OF_OTHERS = Pattern.compile(
            "^\\W*(?:joined|registered|member since|registriert|copyright|©|beitritt)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern FIRST =
            Pattern.compile("(?:originally|first) (?:published|posted|appeared)", Pattern.CASE_INSENSITIVE);

    private static final Pattern DATELINE_END =
            Pattern.compile("\\d{4}\\)?\\s?(?:[–—|:/„“\"-]|\\([\\p{L}./]{2,20}\\))");
    private static final int DATELINE = 70;

    /** Letters of a line that is little more than a date, a name and what joins them. */
    private static final int DATE_LINE = 70;

    /** Letters of a line that may give the page's date when nothing else does. */
    private static final int SHORT = 200;

    /** How many elements below the headline's a time element still is that of the headline. */
    private static final int BELOW = 60;

    private static final int ABOVE = 25;

    /** Letters and digits of a line that repeats the headline or a part of it. */
    private static final int SHARED = 12;

    /** Days before the stated time at which the date by the headline must be that of a first publication. */
    private static final int BEFORE = 2;

    private final Marks marks;
    private final List<Block> near;
    private final Blocks blocks;
    private final String headline;
    private final DateText reader;

    ShownDates(Marks marks, List<Block> near, Blocks blocks, String headline, DateText reader) {
        this.marks = marks;
        this.near = near;
        this.blocks = blocks;
        this.headline = Block.plain(headline);
        this.reader = reader;
    }

    /** A time element by the headline that does not say that it is that of a change. */
    Optional<Found<Claim>> timeByHeadline() {
        int at = marks.place(headline);
        if (at < 0) {
            return Optional.empty();
        }
        for (Element time : marks.times()) {
            int steps = marks.place(time) - at;
            if (steps > -ABOVE && steps < BELOW && !isOfChange(time) && !Elsewhere.holds(time)) {
                Optional<Claim> claim = reader.read(StatedDates.stated(time));
                if (claim.isPresent()) {
                    return found(claim);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isOfChange(Element time) {
        String names = time.className() + " " + time.attr("itemprop");
        if (names.contains("ublished")) {
            return false;
        }
        Element parent = time.parent();
        String around = parent == null ? "" : parent.ownText();
        return CHANGED.matcher(names + " " + (around.length() < SHORT ? around : "") + " " + time.text())
                .find();
    }

    /** A line by the headline that gives a date and little more, and not that of a change. */
    Optional<Found<Claim>> lineByHeadline() {
        return found(line(false));
    }

    /** A line by the headline that gives the date of a change. */
    Optional<Found<Claim>> changeByHeadline() {
        return found(line(true));
    }

    private Optional<Claim> line(boolean ofChange) {
        for (Block line : near) {
            if (isDateLine(line) && CHANGED.matcher(line.text()).find() == ofChange) {
                Optional<Claim> claim = reader.read(line.text());
                if (claim.isPresent()) {
                    return claim;
                }
            }
        }
        return Optional.empty();
    }

    private boolean isDateLine(Block line) {
        return line.kind() != Block.Kind.CAPTION
                && !OF_OTHERS.matcher(line.text()).find()
                && (line.letters() < DATE_LINE || ANNOUNCED.matcher(line.text()).find())
                && !sharesHeadline(Block.plain(line.text()));
    }

    private boolean sharesHeadline(String line) {
        return line.length() > SHARED && (headline.contains(line) || line.contains(headline)) && !headline.isEmpty();
    }

    /**
     * A date by the headline that is earlier than the stated time: who publishes again states the new time and shows the
     * old. Not where the page shows the stated day too, and not in numbers, whose order may have been misread.
     */
    Optional<Found<Claim>> earlierThan(Claim stated) {
        Optional<Claim> earlier = near.stream()
                .filter(line ->
                        isDateLine(line) && !CHANGED.matcher(line.text()).find())
                .flatMap(line -> reader.readProse(line.text()).stream())
                .findFirst();
        return found(earlier.filter(shown -> shown.day().isBefore(stated.day().minusDays(BEFORE - 1))))
                .filter(shown -> blocks.all().stream()
                        .filter(block -> block.letters() < SHORT)
                        .flatMap(block -> reader.read(block.text()).stream())
                        .noneMatch(claim -> claim.day().equals(stated.day())));
    }

    /** A line by the headline in which a date stands among other words. */
    Optional<Found<Claim>> mentionByHeadline() {
        for (Block line : near) {
            Optional<Claim> claim = reader.read(line.text());
            if (claim.isPresent()) {
                return found(claim);
            }
        }
        return Optional.empty();
    }

    /** The first time element; those that say to be of the publication before others. */
    Optional<Found<Claim>> time() {
        for (Element time : marks.times()) {
            if (time.hasAttr("pubdate")) {
                Optional<Claim> claim = reader.read(StatedDates.stated(time));
                if (claim.isPresent()) {
                    return found(claim);
                }
            }
        }
        for (Element time : marks.times()) {
            Optional<Claim> claim = Elsewhere.holds(time) ? Optional.empty() : reader.read(StatedDates.stated(time));
            if (claim.isPresent()) {
                return found(claim);
            }
        }
        return Optional.empty();
    }

    /** The first element whose class or id speaks of a date. */
    Optional<Found<Claim>> named() {
        for (Element element : marks.dates()) {
            String text = element.text();
            if (text.length() < 160 && !Elsewhere.holds(element)) {
                Optional<Claim> claim = reader.read(text);
                if (claim.isPresent()) {
                    return found(claim);
                }
            }
        }
        return Optional.empty();
    }

    /** A line anywhere that says when the page was first published: others may say when it last changed. */
    Optional<Found<Claim>> first() {
        for (Block block : blocks.all()) {
            if (block.letters() < SHORT) {
                Matcher first = FIRST.matcher(block.text());
                if (first.find()) {
                    Optional<Claim> claim = reader.read(block.text().substring(first.end()));
                    if (claim.isPresent()) {
                        return found(claim);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** A line anywhere on the page that says that it gives the date of publication: "Published on …", "Stand: …". */
    Optional<Found<Claim>> announced() {
        return found(announcement(false));
    }

    /** A line anywhere on the page that says that it gives the date of a change. */
    Optional<Found<Claim>> announcedChange() {
        return found(announcement(true));
    }

    private Optional<Claim> announcement(boolean ofChange) {
        for (Block block : blocks.all()) {
            String[] lines = block.letters() < SHORT ? block.text().split("\n", 0) : new String[0];
            for (int i = 0; i < lines.length; i++) {
                if (ANNOUNCED.matcher(lines[i]).find()
                        && CHANGED.matcher(lines[i]).find() == ofChange) {
                    String next = i + 1 < lines.length ? lines[i + 1] : textAfter(block);
                    Optional<Claim> claim = reader.read(lines[i].strip().endsWith(":") ? next : lines[i]);
                    if (claim.isPresent()) {
                        return claim;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private String textAfter(Block block) {
        return block.index() + 1 < blocks.size() ? blocks.get(block.index() + 1).text() : "";
    }

    /** The date with which the text begins, after at most a place: "Berlin, 2 May 2020 – …". */
    Optional<Found<Claim>> dateline() {
        int prose = 0;
        for (Block block : blocks.all()) {
            if (block.mass() > DATE_LINE && prose++ < 3) {
                String text = block.text();
                String head = text.substring(0, Math.min(text.length(), DATELINE));
                Matcher end = DATELINE_END.matcher(head);
                Optional<Claim> claim = end.find() ? reader.read(head.substring(0, end.end())) : Optional.empty();
                if (claim.isPresent()) {
                    return found(claim);
                }
            }
        }
        return Optional.empty();
    }

    /** Notices and events carry their day in the title or the description: "08.11.2021 | …". */
    Optional<Found<Claim>> title() {
        return found(
                reader.read(marks.title()).or(() -> marks.meta("description").flatMap(reader::readProse)));
    }

    /** The last resort: the first short line of the page, not a link or a copyright notice, with a spelled-out date. */
    Optional<Found<Claim>> anywhere() {
        for (Block block : blocks.all()) {
            boolean isLine = block.letters() < SHORT
                    && block.linkDensity() < 0.5
                    && block.text().indexOf('©') < 0;
            Optional<Claim> claim = isLine ? reader.readProse(block.text()) : Optional.empty();
            if (claim.isPresent()) {
                return found(claim);
            }
        }
        return Optional.empty();
    }

    private static Optional<Found<Claim>> found(Optional<Claim> claim) {
        return claim.map(at -> new Found<>(at, Provenance.HTML));
    }
}
