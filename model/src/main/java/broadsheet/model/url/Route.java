package broadsheet.model.url;

/**
 * The part of an address that a page's script goes by: {@code #!/story/123}, {@code #/story/123}, and {@code
 * ?_escaped_fragment_=/story/123}, which is the first as it was asked of servers.
 */
final class Route {
    static final String ESCAPED = "_escaped_fragment_=";

    private Route() {}

    /** The route as a fragment; blank where the fragment is a place on the page, or there is none. */
    static String of(Url url) {
        String fragment = url.fragment();
        if (fragment.startsWith("!") || fragment.startsWith("/")) {
            return fragment.equals("!") || fragment.equals("/") || fragment.equals("!/") ? "" : fragment;
        }
        for (String parameter : url.query().split("&", -1)) {
            if (parameter.startsWith(ESCAPED) && parameter.length() > ESCAPED.length()) {
                return "!" + Percent.query(Percent.decode(parameter.substring(ESCAPED.length())));
            }
        }
        return "";
    }

    /** The path that a route names, beginning with a slash; blank without a route. */
    static String path(String route) {
        String path = route.startsWith("!") ? route.substring(1) : route;
        int end = path.indexOf('?');
        String plain = end < 0 ? path : path.substring(0, end);
        return plain.isEmpty() || plain.startsWith("/") ? plain : "/" + plain;
    }
}
