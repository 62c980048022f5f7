package broadsheet.fetch.http;

import broadsheet.model.FetchRequest.Hop;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where an answer points, and whether it is followed. */
public final class Redirects {

    /** RFC 9309 asks for five at least, and no publisher needs more. */
    public static final int MOST = 5;

    private static final Set<Integer> FOLLOWED = Set.of(301, 302, 303, 307, 308);

    private Redirects() {}

    /** What to do about a redirection. */
    public sealed interface Verdict {
        /**
         * Ask there.
         *
         * @param url where
         */
        record Follow(URI url) implements Verdict {}

        /**
         * Do not.
         *
         * @param why for a person
         */
        record Stop(String why) implements Verdict {}
    }

    /** Whether a status says that the answer is elsewhere. */
    public static boolean isRedirect(int status) {
        return FOLLOWED.contains(status);
    }

    /** Whether all of the way is said to be for good. */
    public static boolean isPermanent(List<Hop> via) {
        return !via.isEmpty() && via.stream().allMatch(hop -> hop.status() == 301 || hop.status() == 308);
    }

    /**
     * Judges one.
     *
     * @param from what was asked for
     * @param location as the answer has it
     * @param via what led to {@code from}
     */
    public static Verdict judge(URI from, Optional<String> location, List<Hop> via) {
        Optional<URI> to = location.flatMap(text -> WebAddress.resolve(from.toString(), text));
        if (to.isEmpty()) {
            return new Verdict.Stop("points nowhere: " + location.orElse("no Location"));
        }
        String target = to.get().toString();
        if (from.getScheme().equals("https") && to.get().getScheme().equals("http")) {
            return new Verdict.Stop("from https to http: " + target);
        }
        if (target.equals(from.toString())
                || via.stream().anyMatch(hop -> hop.url().equals(target))) {
            return new Verdict.Stop("in circles: " + target);
        }
        return via.size() >= MOST
                ? new Verdict.Stop("more than " + MOST + " redirections")
                : new Verdict.Follow(to.get());
    }

    /**
     * Whether a move for good is believed: a story or feed that is now the front page is not there any more, it has not
     * moved.
     */
    public static boolean isBelievable(URI from, URI to) {
        return !isFront(to) || isFront(from);
    }

    private static boolean isFront(URI url) {
        String path = Optional.ofNullable(url.getRawPath()).orElse("");
        return (path.isEmpty() || path.equals("/")) && url.getRawQuery() == null;
    }
}
