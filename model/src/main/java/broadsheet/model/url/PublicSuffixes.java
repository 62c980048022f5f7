package broadsheet.model.url;

import crawlercommons.domains.EffectiveTldFinder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * The public suffix list with both its sections: under which names anybody can register one. The list is the one that
 * crawler-commons brings along; its own reader takes three times as long at each start and refuses labels that browsers
 * take.
 *
 * <p>Source: publicsuffix.org, the algorithm of its Format page.
 */
final class PublicSuffixes {
    private static final String EXCEPTION = "!";
    private static final String ANY = "*.";

    /** Hosts of blogs and letters that did not ask to be listed. */
    private static final Set<String> UNLISTED = Set.of(
            "wordpress.com",
            "substack.com",
            "medium.com",
            "tumblr.com",
            "livejournal.com",
            "typepad.com",
            "over-blog.com",
            "beehiiv.com",
            "ghost.io");

    /** Read when first asked for: most commands ask for no site. */
    private static final class Rules {
        static final Set<String> ALL = read();

        private static Set<String> read() {
            Set<String> rules = new HashSet<>(32_768);
            rules.addAll(UNLISTED);
            try (InputStream list = EffectiveTldFinder.class.getResourceAsStream(EffectiveTldFinder.ETLD_DATA);
                    var lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (!line.isBlank() && !line.startsWith("//")) {
                        rules.add(ascii(line.strip()));
                    }
                }
            } catch (IOException broken) {
                throw new UncheckedIOException("cannot read the public suffix list", broken);
            }
            return rules;
        }

        private static String ascii(String rule) {
            if (HostName.isPlain(rule)) {
                return rule;
            }
            String mark = rule.startsWith(EXCEPTION) ? EXCEPTION : rule.startsWith(ANY) ? ANY : "";
            return mark + HostName.parse(rule.substring(mark.length())).orElse("");
        }
    }

    private PublicSuffixes() {}

    /** Where in a host the name begins that somebody registered; 0 where the host is itself a suffix. */
    static int registeredAt(String host) {
        int suffix = suffixAt(host);
        return suffix == 0 ? 0 : host.lastIndexOf('.', suffix - 2) + 1;
    }

    /** Where in a host its public suffix begins: that of the longest rule, else the last label. */
    static int suffixAt(String host) {
        for (int at = 0; ; ) {
            int dot = host.indexOf('.', at);
            if (dot < 0
                    || Rules.ALL.contains(host.substring(at))
                    || Rules.ALL.contains(ANY + host.substring(dot + 1))) {
                boolean excepted = dot >= 0 && Rules.ALL.contains(EXCEPTION + host.substring(at));
                return excepted ? dot + 1 : at;
            }
            at = dot + 1;
        }
    }
}
