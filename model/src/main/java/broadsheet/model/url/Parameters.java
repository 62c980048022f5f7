package broadsheet.model.url;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which parameters of an address tell articles apart. Known tracking, sessions and forms of the page go always. Names
 * that are a campaign here and a content id there ({@code cid}, {@code ref}) go where something else tells the article,
 * or where the value cannot be an id. All others stay, sorted, each once.
 */
final class Parameters {
    private static final Set<String> TRACKING = Set.of(
            "fbclid",
            "gclid",
            "dclid",
            "gbraid",
            "wbraid",
            "msclkid",
            "yclid",
            "twclid",
            "ttclid",
            "srsltid",
            "igshid",
            "igsh",
            "li_fat_id",
            "mc_cid",
            "mc_eid",
            "_ga",
            "_gl",
            "cmpid",
            "cmp",
            "ocid",
            "ncid",
            "smid",
            "smtyp",
            "sr_share",
            "soc_src",
            "soc_trk",
            "spm",
            "xtor",
            "at_medium",
            "at_campaign",
            "at_custom1",
            "at_custom2",
            "at_custom3",
            "at_custom4",
            "ns_mchannel",
            "ns_source",
            "ns_campaign",
            "ns_linkname",
            "ns_fee",
            "wt_mc",
            "wtmc",
            "wt.mc_id",
            "ref_src",
            "ref_url",
            "mkt_tok",
            "hsctatracking",
            "_hsenc",
            "_hsmi",
            "vero_id",
            "oly_enc_id",
            "oly_anon_id",
            "guccounter",
            "ftag",
            "_branch_match_id",
            "_branch_referrer",
            "aspxerrorpath",
            "guce_referrer",
            "guce_referrer_sig",
            "tblci",
            "cndid",
            "clicksource",
            "amp_js_v",
            "amp_gsa",
            "usqp",
            "sharetype",
            "shareid",
            "__twitter_impression",
            "fb_action_ids",
            "fb_action_types",
            "fb_source",
            "fb_ref");
    private static final Set<String> SESSIONS = Set.of(
            "phpsessid",
            "jsessionid",
            "aspsessionid",
            "sessionid",
            "session_id",
            "sessid",
            "sess_id",
            "cfid",
            "cftoken",
            "oscsid",
            "zenid");
    private static final Set<String> AMBIGUOUS = Set.of(
            "cid",
            "icid",
            "sid",
            "ref",
            "refer",
            "referer",
            "referrer",
            "source",
            "src",
            "from",
            "via",
            "share",
            "shared",
            "partner",
            "campaign",
            "campaignid",
            "ito",
            "taid",
            "mbid",
            "origin",
            "medium",
            "trk",
            "rss");
    private static final Set<String> PAGES = Set.of(
            "page",
            "pg",
            "paged",
            "pagenum",
            "pageno",
            "page_no",
            "pagenumber",
            "seite",
            "pagina",
            "strona",
            "sivu",
            "offset",
            "start");
    private static final Set<String> FORMS = Set.of(
            "amp",
            "_amp",
            "isamp",
            "outputtype=amp",
            "output=amp",
            "mode=amp",
            "view=amp",
            "service=amp",
            "type=amp",
            "format=amp",
            "print",
            "printable",
            "printview",
            "view=print",
            "format=print",
            "output=print",
            "mode=print",
            "mobile",
            "view=mobile",
            "m");
    private static final Set<String> YES = Set.of("", "0", "1", "true", "yes", "y", "amp", "print");

    /** What sessions are called by: long, and no word. */
    private static final Pattern TOKEN = Pattern.compile("[0-9a-fA-F]{16,128}|(?=.*\\d)[0-9a-zA-Z]{20,128}");

    private static final Pattern SLUG = Pattern.compile("\\d|[^-]-[^-]++-[^-]");
    private static final String ASP_SESSIONS = "aspsessionid";

    private Parameters() {}

    /** The URL without what makes no other article; its path is free of sessions too. */
    static Url drop(Url url) {
        String path =
                url.path().indexOf(';') < 0 && !url.path().contains("/(") ? url.path() : withoutSessions(url.path());
        List<String> sure = Arrays.stream(url.query().split("&", -1))
                .map(ArticleUrl::withoutSlash)
                .filter(parameter -> !parameter.isEmpty() && !isSurelyNoId(parameter))
                .distinct()
                .sorted()
                .toList();
        List<String> ids = sure.stream()
                .filter(parameter -> !AMBIGUOUS.contains(name(parameter)))
                .toList();
        Url bare = url.at(path, String.join("&", ids), url.fragment());
        boolean told = StorySign.of(bare).compareTo(StorySign.NAME) >= 0;
        return told
                ? bare
                : url.at(
                        path,
                        sure.stream()
                                .filter(parameter -> !AMBIGUOUS.contains(name(parameter)) || canBeAnId(parameter))
                                .collect(Collectors.joining("&")),
                        url.fragment());
    }

    /** Whether a parameter of this name says which page of a list, or of a long story. */
    static boolean isPage(String name) {
        return PAGES.contains(name);
    }

    static String name(String parameter) {
        int end = parameter.indexOf('=');
        return (end < 0 ? parameter : parameter.substring(0, end)).toLowerCase(Locale.ROOT);
    }

    static String value(String parameter) {
        int end = parameter.indexOf('=');
        return end < 0 ? "" : parameter.substring(end + 1);
    }

    private static boolean isSurelyNoId(String parameter) {
        String name = name(parameter);
        String value = value(parameter).toLowerCase(Locale.ROOT);
        return name.startsWith("utm_")
                || name.startsWith("pk_")
                || name.startsWith("mtm_")
                || name.startsWith("_x_tr_")
                || name.startsWith(ASP_SESSIONS)
                || TRACKING.contains(name)
                || SESSIONS.contains(name)
                || ((name.equals("sid") || name.equals("s"))
                        && TOKEN.matcher(value).matches())
                || (FORMS.contains(name) && YES.contains(value))
                || FORMS.contains(name + "=" + value)
                || parameter.startsWith(Route.ESCAPED);
    }

    /** Whether the value has a digit or is a row of words: other values say where a reader came from, or how to show it. */
    static boolean canBeAnId(String parameter) {
        return SLUG.matcher(value(parameter)).find();
    }

    private static String withoutSessions(String path) {
        String rest = Arrays.stream(path.split("/", -1))
                .filter(segment -> !(segment.startsWith("(S(") && segment.endsWith("))")))
                .map(Parameters::withoutSession)
                .collect(Collectors.joining("/"));
        return rest.isEmpty() ? "/" : rest;
    }

    private static String withoutSession(String segment) {
        return segment.indexOf(';') < 0
                ? segment
                : Arrays.stream(segment.split(";", -1))
                        .filter(part ->
                                !SESSIONS.contains(name(part)) && !name(part).equals("sid"))
                        .collect(Collectors.joining(";"));
    }
}
