package broadsheet.console.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** An element with attributes and children, put together in one thread. Names are ours, values may be anybody's. */
final class HtmlElement implements HtmlNode {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9-]*+");
    private static final Set<String> VOID = Set.of("meta", "link", "input", "br", "hr", "path", "rect", "circle");
    private static final Set<String> ADDRESSES = Set.of("href", "src", "action");

    /** Of an address somewhere else, only these kinds. */
    private static final Pattern ELSEWHERE =
            Pattern.compile("https?://[^/].*+", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<HtmlNode> children = new ArrayList<>();

    private HtmlElement(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name: " + name);
        }
        this.name = name;
    }

    static HtmlElement of(String name, HtmlNode... children) {
        return new HtmlElement(name).add(children);
    }

    static HtmlElement of(String name, String text) {
        return new HtmlElement(name).add(text);
    }

    /** A link; where the address is none that a page may lead to, an element without one. */
    static HtmlElement link(String address, String text) {
        return of("a", text).with("href", address);
    }

    /** Text by somebody else, its direction its own. */
    static HtmlElement foreign(String text) {
        return of("bdi", text);
    }

    HtmlElement with(String attribute, String value) {
        if (!NAME.matcher(attribute).matches() || attribute.startsWith("on") || attribute.equals("style")) {
            throw new IllegalArgumentException("not an attribute: " + attribute);
        }
        if (!ADDRESSES.contains(attribute) || isAddress(value)) {
            attributes.put(attribute, value);
        }
        return this;
    }

    HtmlElement kind(String words) {
        return with("class", words);
    }

    private static boolean isAddress(String value) {
        boolean isHere = (value.startsWith("/") && !value.startsWith("//") && !value.startsWith("/\\"))
                || value.startsWith("#")
                || value.startsWith("?");
        return isHere || ELSEWHERE.matcher(value).matches();
    }

    HtmlElement add(HtmlNode... more) {
        children.addAll(List.of(more));
        return this;
    }

    HtmlElement add(List<? extends HtmlNode> more) {
        children.addAll(more);
        return this;
    }

    HtmlElement add(String text) {
        children.add(new HtmlText(text));
        return this;
    }

    @Override
    public void write(StringBuilder out) {
        out.append('<').append(name);
        attributes.forEach((attribute, value) -> {
            out.append(' ').append(attribute).append("=\"");
            HtmlText.escape(value, out);
            out.append('"');
        });
        out.append('>');
        if (VOID.contains(name) && children.isEmpty()) {
            closeForeign(out);
            return;
        }
        children.forEach(child -> child.write(out));
        out.append("</").append(name).append('>');
    }

    /** Elements of SVG are closed, those of HTML that hold nothing are not. */
    private void closeForeign(StringBuilder out) {
        if (name.equals("path") || name.equals("rect") || name.equals("circle")) {
            out.append("</").append(name).append('>');
        }
    }
}
