package broadsheet.ingest.kind;

import broadsheet.ingest.html.Block;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pictures with nothing but captions between them, counted through or called a gallery. */
final class GallerySign implements Sign {
    private static final int PICTURES = 5;
    /** Words; a photo essay has as many. */
    private static final int FEW = 300;

    private static final int LONGEST_CAPTION = 450;
    private static final Pattern COUNTED =
            Pattern.compile("(?<!\\d)(\\d{1,3})\\s?(?:/|of|von|de|sur|di|van|av|z|из|з)\\s?(\\d{1,3})(?!\\d)");

    @Override
    public Optional<String> on(Seen page) {
        if (page.words() >= FEW || longestBetweenPictures(page) > LONGEST_CAPTION) {
            return Optional.empty();
        }
        int pictures = pictures(page);
        boolean called = page.says(Phrases.GALLERY)
                || Phrases.GALLERY.matcher(page.url()).find()
                || page.isTyped("ImageGallery");
        return pictures >= PICTURES && (called || isCountedThrough(page))
                ? Optional.of(pictures + " pictures with captions and " + page.words() + " words")
                : Optional.empty();
    }

    private static int pictures(Seen page) {
        return (int) page.blocks().all().stream()
                .filter(block -> block.pictures() > 0 && block.linkDensity() < 0.5)
                .count();
    }

    /** Most letters of prose that stand between two pictures, or before the first: an article has a few paragraphs. */
    private static int longestBetweenPictures(Seen page) {
        int longest = 0;
        int run = 0;
        for (Block block : page.blocks().all()) {
            run = block.pictures() > 0 ? 0 : run;
            run += block.mass() > 0 && block.linkDensity() < 0.5 ? block.letters() : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    /** Whether most of "1 of 8" to "8 of 8" stand on the page, in whatever words. */
    private static boolean isCountedThrough(Seen page) {
        Set<Integer> seen = new HashSet<>();
        int of = 0;
        for (Block block : page.blocks().all()) {
            Matcher count = COUNTED.matcher(block.text());
            if (block.letters() <= LONGEST_CAPTION && count.find()) {
                int total = Integer.parseInt(count.group(2));
                of = Math.max(of, total);
                if (total == of) {
                    seen.add(Integer.parseInt(count.group(1)));
                }
            }
        }
        return of >= PICTURES && seen.size() >= 0.6 * of;
    }
}
