package broadsheet.console.page;

/**
 * Says that there is nothing there, or nothing now.
 *
 * @param sentence what is not there
 */
public record MissingPage(String sentence) {

    public String html() {
        return new PageFrame("Nothing here", "", "")
                .around(HtmlElement.of("h1", "Nothing here"), HtmlElement.of("p", sentence));
    }
}
