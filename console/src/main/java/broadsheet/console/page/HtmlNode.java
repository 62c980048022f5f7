package broadsheet.console.page;

/** A part of a page. There is none that stands for markup as it is: whatever text comes in goes out as text. */
sealed interface HtmlNode permits HtmlElement, HtmlText {

    /** Writes it. */
    void write(StringBuilder out);
}
