package broadsheet.demo.hostile;

import java.util.List;
import java.util.Random;

/** What a hostile field is filled with: something said again and again, or at random. */
enum Shape {
    LETTER("a"),
    CAPITAL("A"),
    DIGIT("1"),
    WORDS_OF_A_LETTER("a "),
    WORDS("harbour council "),
    NAMES("Ada Okafor "),
    NAMES_IN_A_ROW("Ada Okafor, "),
    NAMES_AND("Ada and "),
    BYLINES("By "),
    MONTHS("may "),
    MONTHS_WITH_DOTS("Sept. "),
    DAYS("1 May "),
    DATES("2020-01-"),
    DATES_IN_NUMBERS("1/2/"),
    TIMES("12:"),
    YEARS("2020 "),
    PUBLISHED("first published "),
    UPDATED("Updated: "),
    COUNTED("1 of 2 "),
    ROLES("is a writer "),
    ON(" on a"),
    BARS("| "),
    BARS_ALONE("|"),
    DASHES_APART(" - "),
    DASHES("-"),
    LONG_DASHES(" – "),
    COMMAS(", "),
    COMMAS_ALONE(","),
    SEMICOLONS("; "),
    COLONS(":"),
    DOUBLE_COLONS(" ::"),
    MAIL("@."),
    MAIL_OF_LETTERS("a@a."),
    ACCOUNTS("@a "),
    DOTS("."),
    DOTS_APART(". "),
    ELLIPSES("…"),
    SENTENCES("He said so. "),
    QUESTIONS("?"),
    UNDERSCORES("_"),
    SLASHES("/"),
    BACKSLASHES("\\"),
    PARENTHESES("("),
    BRACKETS("["),
    CLOSING_BRACKETS("]"),
    BRACES("{"),
    OPEN_OBJECTS("{\"a\":"),
    EMPTY_OBJECTS("{},"),
    OBJECTS("{\"@type\":\"Article\",\"author\":\"Ada\"},"),
    LESS("<"),
    GREATER(">"),
    AMPERSANDS("&"),
    BROKEN_ENTITIES("&lt"),
    ENTITIES("&lt;"),
    NAMED_ENTITIES("&amp;"),
    UNKNOWN_ENTITIES("&harbour;"),
    NUMBERED_ENTITIES("&#x1F600;"),
    QUOTES("\""),
    SINGLE_QUOTES("'"),
    CURLY_QUOTES("”"),
    QUOTED_STOPS(".”"),
    TAGS_WITHIN("<div>"),
    MARKS_WITHIN("<b><i>"),
    LINKS_WITHIN("<a href=x>"),
    TABLES_WITHIN("<table><tr><td>"),
    LISTS_WITHIN("<ul><li>"),
    SPANS_WITHIN("<span>a"),
    UNCLOSED_PARAGRAPHS("<p>x"),
    CLOSING_TAGS("</p>"),
    ELEMENTS("<div>a</div>"),
    LINES("<p>Short line.</p>"),
    PARAGRAPHS("<p>The council met on Monday, to speak of the harbour and of what it would cost the town.</p>"),
    HEADINGS("<h2>Harbour is dear</h2>"),
    LINKED_HEADINGS("<h3><a href='/a/b'>Harbour is dear again</a></h3>"),
    AUTHORS("<div class=author>Ada Okafor "),
    AUTHOR_BOXES("<div class=authorbox><p>x y. zzzzzzzzzzzzzzzzzzzzzzzzz</p></div>"),
    BOXES_WITHIN("<div class=authorbox>x y. zzzzzzzzzzzzzzzzzzzzzzzzz"),
    COMMENTS_WITHIN("<div class='comments related widget cookie-notice'>x y. zzzzzzzzzzzzzzzzzzzz"),
    TIME_ELEMENTS("<time>1 May 2020</time>"),
    TIMES_WITHIN("<time class=date>x "),
    IMAGES("<img src=a><p>1/9</p>"),
    ROWS("<tr><td>a<td>b"),
    BREAKS("<br>"),
    DATA("<script type=application/ld+json>{\"@type\":\"Article\"}</script>"),
    METAS("<meta name=author content='Ada Okafor'>"),
    ITEMS("<item>"),
    ITEMS_WITH_TEXT("<item><title>a</title><description>b</description></item>"),
    ATOM_ENTRIES("<entry><title>a</title>"),
    DESCRIPTIONS_WITHIN("<item><description>"),
    DECLARATIONS("<!--"),
    CDATA("<![CDATA["),
    CLOSING_CDATA("]]>"),
    ATTRIBUTES(" a=b"),
    LANGUAGES("en-ab-"),
    HOSTS("http://a."),
    LABELS("a.a."),
    PATHS("/2020/01/"),
    PARAMETERS("a=b&"),
    PERCENT("%2"),
    INDEXES("index."),
    SPACES(" "),
    TABS("\t"),
    LINE_BREAKS("\n"),
    BLANK_LINES("a\n\n"),
    CARRIAGE_RETURNS("a\r\n"),
    HARD_SPACES("\u00a0"),
    WIDE_SPACES("\u3000"),
    INVISIBLE("\u200b"),
    SOFT_HYPHENS("a\u00ad"),
    ZEROS("\u0000"),
    CONTROLS("\u0001"),
    ESCAPES("\u001b[1m"),
    OVERRIDES("\u202e"),
    EMOJI("\ud83d\ude00"),
    HALF_SURROGATES("\ud83d"),
    COMBINED("e\u0301"),
    MARKS("\u0301"),
    EXPANDING("\ufdfa"),
    GROWING("\u0130"),
    IDEOGRAPHS("一"),
    IDEOGRAPHS_IN_SENTENCES("一二三四。"),
    KANA("のに"),
    CYRILLIC("гавань и "),
    ARABIC("ميناء "),
    COLLIDING("AaBB"),
    HEADERS("a: b\r\n"),
    CHUNKS("1\r\na\r\n"),
    RANDOM_MARKS("") {
        @Override
        String of(int length, Random random) {
            return mixed(" .,;:-|/@<>&'\"()[]{}!?=_\n\t", length, random);
        }
    },
    RANDOM_LETTERS("") {
        @Override
        String of(int length, Random random) {
            return mixed("abcdefgh ABC. ", length, random);
        }
    },
    RANDOM_CHARACTERS("") {
        @Override
        String of(int length, Random random) {
            return random.ints(length, 0, Character.MAX_VALUE)
                    .collect(StringBuilder::new, (text, c) -> text.append((char) c), StringBuilder::append)
                    .toString();
        }
    },
    RANDOM_SHAPES("") {
        @Override
        String of(int length, Random random) {
            var text = new StringBuilder(length);
            List<Shape> all = List.of(values());
            int plain = all.indexOf(RANDOM_MARKS);
            while (text.length() < length) {
                Shape shape = all.get(random.nextInt(plain));
                text.append(shape.part.repeat(1 + random.nextInt(20)));
            }
            return text.substring(0, length);
        }
    };

    private final String part;

    Shape(String part) {
        this.part = part;
    }

    /** So many characters of it. */
    String of(int length, Random random) {
        return part.repeat(length / part.length() + 1).substring(0, length);
    }

    private static String mixed(String alphabet, int length, Random random) {
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
