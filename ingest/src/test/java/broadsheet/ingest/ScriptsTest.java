package broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.ingest.ParseOutcome.Parsed;
import broadsheet.model.Article;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Pages in every script in which news is printed. Their words are drawn from the letters of the script and mean nothing:
 * what tells prose from labels is how a script divides words, clauses and sentences.
 */
@DisplayName("an article in")
class ScriptsTest {
    private static final long SEED = 20_261_130;
    private static final String BETWEEN_SYLLABLES = "\u0f0b";

    /** How a script is written. */
    enum Script {
        LATIN("etaoinshrdlu", " ", ",", "."),
        GREEK("αβγδειλμνοπρστ", " ", ",", "."),
        CYRILLIC("авеиклмнопрст", " ", ",", "."),
        ARMENIAN("աբգդեզէըթիլխ", " ", "\u055d", "\u0589"),
        GEORGIAN("აბგდევზთიკლ", " ", ",", "."),
        HEBREW("אבגדהוזחטיכל", " ", ",", "."),
        ARABIC("ابتثجحخدذرز", " ", "،", "."),
        URDU("ابپتٹثجچحخدڈ", " ", "،", "۔"),
        SYRIAC("ܐܒܓܕܗܘܙܚܛ", " ", "\u060c", "\u0700"),
        THAANA("ހށނރބޅކއވ", " ", "،", "."),
        NKO("ߊߋߌߍߎߏߐߑߒ", " ", "\u07f8", "."),
        TIFINAGH("ⴰⴱⴳⴷⴹⴻⴼⴽⵀ", " ", ",", "."),
        ETHIOPIC("ሀለሐመሠረሰቀበተ", " ", "\u1363", "\u1362"),
        DEVANAGARI("कखगचजटतदनपबम", " ", ",", "।"),
        BENGALI("কখগচজটতদনপবম", " ", ",", "।"),
        GURMUKHI("ਕਖਗਚਜਟਤਦਨਪ", " ", ",", "।"),
        GUJARATI("કખગચજટતદનપ", " ", ",", "."),
        ODIA("କଖଗଚଜଟତଦନପ", " ", ",", "।"),
        TAMIL("கஙசஞடணதநபம", " ", ",", "."),
        TELUGU("కఖగచజటతదనప", " ", ",", "."),
        KANNADA("ಕಖಗಚಜಟತದನಪ", " ", ",", "."),
        MALAYALAM("കഖഗചജടതദനപ", " ", ",", "."),
        SINHALA("කඛගචජටතදනප", " ", ",", "."),
        OL_CHIKI("ᱚᱛᱜᱝᱞᱟᱠᱡᱢ", " ", ",", "\u1c7e"),
        MEETEI_MAYEK("ꯀꯁꯂꯃꯄꯅꯆꯇꯈ", " ", ",", "\uabeb"),
        THAI("กขคงจชซดตถทน", "", " ", " "),
        LAO("ກຂຄງຈຊຍດຕຖທນ", "", " ", " "),
        KHMER("កខគឃងចឆជឈញដ", "", " ", "\u17d4"),
        BURMESE("ကခဂဃငစဆဇဈညတ", "", "\u104a", "\u104b"),
        TIBETAN("ཀཁགངཅཆཇཉཏཐ", BETWEEN_SYLLABLES, "\u0f0d", "\u0f0d"),
        JAVANESE("ꦏꦒꦔꦕꦗꦚꦛꦝꦠ", "", "\ua9c8", "\ua9c9"),
        BALINESE("ᬓᬔᬕᬖᬗᬘᬙᬚᬛ", "", "\u1b5e", "\u1b5f"),
        MONGOLIAN("ᠠᠡᠢᠣᠤᠥᠦᠧᠨ", " ", "\u1802", "\u1803"),
        HAN("港口市政府计划今年关闭老鱼", "", "，", "。"),
        KANA("あいうえおかきくけこさし", "", "、", "。"),
        HANGUL("가나다라마바사아자차", " ", ",", "."),
        YI("ꀀꀁꀂꀃꀄꀅꀆꀇ", "", "，", "。"),
        CHEROKEE("ᎠᎡᎢᎣᎤᎥᎦᎧᎨ", " ", ",", "."),
        INUKTITUT("ᐃᐅᐊᐱᐳᐸᑎᑐᑕ", " ", ",", "."),
        VAI("ꔀꔁꔂꔃꔄꔅꔆꔇ", " ", "\ua60d", "\ua60e"),
        ADLAM("𞤀𞤁𞤂𞤃𞤄𞤅𞤆𞤇𞤈", " ", ",", "."),
        CHAKMA("𑄇𑄈𑄉𑄊𑄋𑄌𑄍𑄎𑄏", " ", ",", "\ud804\udd41");

        private final String letters;
        private final String between;
        private final String comma;
        private final String stop;

        Script(String letters, String between, String comma, String stop) {
            this.letters = letters;
            this.between = between;
            this.comma = comma;
            this.stop = stop;
        }

        /** One of its own, so that a script can be made again alone. */
        private long seed() {
            return SEED + name().hashCode();
        }

        private void word(Random random, StringBuilder into) {
            int[] drawn = random.ints(2 + random.nextInt(5), 0, letters.codePointCount(0, letters.length()))
                    .toArray();
            for (int letter : drawn) {
                into.appendCodePoint(letters.codePointAt(letters.offsetByCodePoints(0, letter)));
            }
        }

        /** Some words without a mark at the end: a headline or a label. */
        String words(int count, Random random) {
            var words = new StringBuilder();
            for (int i = 0; i < count; i++) {
                words.append(i == 0 ? "" : between);
                word(random, words);
            }
            return words.toString();
        }

        String paragraph(Random random) {
            var sentences = new StringBuilder();
            for (int i = 0; i < 3; i++) {
                sentences.append(words(7 + random.nextInt(3), random)).append(comma);
                sentences
                        .append(comma.equals(" ") ? "" : " ")
                        .append(words(8, random))
                        .append(stop);
                sentences.append(stop.equals(" ") ? "" : " ");
            }
            return sentences.toString().strip();
        }
    }

    private static String page(Script script, String element, String[] text, Random random) {
        var links = new StringBuilder();
        for (int i = 0; i < 9; i++) {
            links.append("<li><a href='/s/")
                    .append(i)
                    .append("'>")
                    .append(script.words(1 + i % 2, random))
                    .append("</a></li>");
        }
        var paragraphs = new StringBuilder();
        for (String paragraph : text) {
            paragraphs
                    .append("<")
                    .append(element)
                    .append(">")
                    .append(paragraph)
                    .append("</")
                    .append(element)
                    .append(">");
        }
        String headline = script.words(6, random);
        return "<!DOCTYPE html><html><head><meta charset='utf-8'><title>" + headline + "</title></head><body><nav><ul>"
                + links
                + "</ul></nav><main><h1>" + headline + "</h1><div class='story'>" + paragraphs
                + "</div></main><footer><p>©"
                + " 2026 Courier Press"
                + " Ltd. All rights"
                + " reserved, in all"
                + " places. Terms,"
                + " privacy.</p></footer></body></html>";
    }

    private static Article article(Script script, String element, String[] text, Random random) {
        var parser = new PageParser(IngestSettings.defaults());
        var outcome = parser.parse(Samples.page(page(script, element, text, random)))
                .outcomes()
                .get(0);
        assertThat(outcome).as("seed %d", script.seed()).isInstanceOf(Parsed.class);
        return ((Parsed) outcome).article();
    }

    @ParameterizedTest(name = "{0}, in paragraphs")
    @EnumSource
    void isItsParagraphsAndNothingElse(Script script) {
        isThisTextAndNothingElse(script, "p");
    }

    @ParameterizedTest(name = "{0}, in bare boxes")
    @EnumSource
    void isItsBoxesAndNothingElse(Script script) {
        isThisTextAndNothingElse(script, "div");
    }

    private static void isThisTextAndNothingElse(Script script, String element) {
        var random = new Random(script.seed());
        String[] text = {
            script.paragraph(random), script.paragraph(random), script.paragraph(random), script.paragraph(random)
        };
        Article article = article(script, element, text, random);
        assertThat(article.body()).as("seed %d", script.seed()).isEqualTo(String.join("\n\n", text));
        assertThat(article.wordCount()).as("words of about two hundred").isBetween(90, 400);
    }
}
