package broadsheet.ingest.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.ingest.html.BlockReader;
import broadsheet.ingest.html.Markup;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnPageTest {
    private static final String URL = "https://courier.example/region/fish-market";
    private static final String HEADLINE = "Port Ellery closes its fish market for two years";

    private static Metadata read(String head, String body) {
        String html = "<html lang='en'><head><title>" + HEADLINE + " | Courier</title>" + head + "</head><body><main>"
                + "<h1>" + HEADLINE + "</h1>" + body
                + "<p>The market hall at the harbour will stay closed for two years, the town said on Monday.</p>"
                + "</main></body></html>";
        Document page = Markup.page(html, URL);
        return MetadataReader.read(Marks.of(page), BlockReader.read(page), URL, Instant.parse("2026-11-25T12:00:00Z"));
    }

    private static String script(String json) {
        return "<script type='application/ld+json'>" + json + "</script>";
    }

    private static List<String> authors(Metadata facts) {
        return facts.authors().map(Found::value).orElse(List.of());
    }

    private static Optional<LocalDate> day(Metadata facts) {
        return facts.published().map(found -> found.value().day());
    }

    @Nested
    @DisplayName("among several objects of structured data")
    class AmongObjects {
        private final String own = "{'@type':'NewsArticle','headline':'" + HEADLINE
                + "','datePublished':'2026-09-09','author':{'@type':'Person','name':'Ada Okafor'}}";

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{'@type':'NewsArticle','headline':'Bakery wins the prize of the county','url':'https://courier.example/bakery','datePublished':'2025-01-01','author':{'name':'Wrong Writer'}}",
                    "{'@type':'Review','datePublished':'2019-01-01','author':{'name':'Happy Buyer'},'reviewBody':'Fine'}",
                    "{'@type':'Recipe','name':'Waffles','datePublished':'2019-01-01','author':{'name':'Kitchen Cook'}}",
                    "{'@type':'ItemList','itemListElement':[{'@type':'NewsArticle','headline':'Other','datePublished':'2019-01-01'}]}",
                    "{'@type':'Product','name':'Boots','review':{'@type':'Review','author':{'name':'Happy Buyer'}}}",
                })
        void thatOfThePageIsTheOneWithItsHeadline(String other) {
            Metadata facts = read(script(other) + script(own), "");
            assertThat(authors(facts)).containsExactly("Ada Okafor");
            assertThat(day(facts)).contains(LocalDate.of(2026, 9, 9));
        }

        @Test
        void thatOfThePageIsTheOneWithItsAddress() {
            String own = "{'@type':'Article','mainEntityOfPage':{'@id':'" + URL + "'},'datePublished':'2026-09-09'}";
            String other =
                    "{'@type':'Article','mainEntityOfPage':'https://courier.example/bakery','datePublished':'2025-01-01'}";
            assertThat(day(read(script("[" + other + "," + own + "]"), ""))).contains(LocalDate.of(2026, 9, 9));
        }

        @Test
        void noneIsThePagesWhereAllSpeakOfOtherStories() {
            String other =
                    "{'@type':'NewsArticle','headline':'Bakery wins the prize of the county','url':'https://courier.example/bakery',"
                            + "'datePublished':'2025-01-01','author':{'name':'Wrong Writer'}}";
            assertThat(authors(read(script(other), ""))).isEmpty();
            assertThat(day(read(script(other), ""))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[{'@type':'Person','name':'Ada Okafor'}]]",
                "{'@type':'Person','name':['Ada Okafor']}",
                "{'@type':'Person','givenName':'Ada','familyName':'Okafor'}",
                "[{'@type':'NewsMediaOrganization','name':'Nordwire'},{'@type':'Person','name':'Ada Okafor'}]",
                "'Ada Okafor'",
            })
    void authorsAreReadInAllTheFormsOfStructuredData(String author) {
        String article = "{'@type':'NewsArticle','headline':'" + HEADLINE + "','author':" + author + "}";
        assertThat(authors(read(script(article), ""))).containsExactly("Ada Okafor");
    }

    @Test
    void microdataOfAnotherStoryIsNotThePages() {
        String other =
                "<div itemscope itemtype='https://schema.org/NewsArticle'><a itemprop='headline' href='/b'>Bakery wins"
                        + " the prize of the county</a><span itemprop='author'>Wrong Writer</span>"
                        + "<time itemprop='datePublished' datetime='2025-01-01'>1 January</time></div>";
        String own =
                "<p><span itemprop='author'>Ada Okafor</span> <time itemprop='datePublished' datetime='2026-09-09'></time></p>";
        assertThat(authors(read("", other + own))).containsExactly("Ada Okafor");
        assertThat(day(read("", other + own))).contains(LocalDate.of(2026, 9, 9));
    }

    @Test
    void thePhotographerOfACaptionIsNoAuthor() {
        assertThat(
                        authors(
                                read(
                                        "",
                                        "<figure><img src='a.jpg'><figcaption><span class='author'>Ben Lindqvist</span></figcaption></figure>")))
                .isEmpty();
    }

    @Test
    void aLoneWordInAnElementForAuthorsIsASection() {
        String menu = "<ul><li><a href='/w'>Wirtschaft</a></li></ul>";
        assertThat(authors(read("", menu + "<span class='author'>Wirtschaft</span>")))
                .isEmpty();
        assertThat(authors(read("", "<span class='author'>Region</span>"))).isEmpty();
        assertThat(authors(read("", menu + "<span class='author'>Krystyna</span>")))
                .containsExactly("Krystyna");
        assertThat(authors(read("", "<a rel='author' href='/by/krystyna'>Krystyna</a>")))
                .containsExactly("Krystyna");
    }

    @Test
    void theNameOfTheSiteIsNobodys() {
        String author = "<meta name='author' content='The Courier'>";
        assertThat(authors(read(author, "<p class='byline'>By Ada Okafor</p>"))).containsExactly("Ada Okafor");
        assertThat(authors(read(author, ""))).isEmpty();
    }

    @Test
    void aHeadingSaysTheHeadlineWithoutTheLabelsOfItsButtons() {
        Document page = Markup.page(
                "<html><body><h1><span class='kicker'>Harbour</span> " + HEADLINE
                        + " <svg><title>Open the editor</title></svg></h1></body></html>",
                URL);
        assertThat(HeadingText.of(page.expectFirst("h1"))).isEqualTo(HEADLINE);
    }
}
