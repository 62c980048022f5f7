package broadsheet.console.index;

import static broadsheet.console.ConsoleSample.asCopyOf;
import static broadsheet.console.ConsoleSample.bookmark;
import static broadsheet.console.ConsoleSample.id;
import static broadsheet.console.ConsoleSample.person;
import static broadsheet.console.ConsoleSample.place;
import static broadsheet.console.ConsoleSample.section;
import static broadsheet.console.ConsoleSample.upsert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.console.ConsoleSample;
import broadsheet.console.query.SearchQuery;
import broadsheet.console.query.SearchQueryReader;
import broadsheet.export.Change;
import broadsheet.export.Standing;
import broadsheet.runtime.settings.StartupException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("the search index")
class SearchIndexTest {

    private static final int PAGE = 20;

    @TempDir
    private Path directory = Path.of("");

    private SearchIndex index;

    @BeforeEach
    void open() {
        index = SearchIndex.open(directory, InstantSource.system());
    }

    @AfterEach
    void close() {
        index.close();
    }

    private void take(long offset, Change... changes) {
        index.take(List.of(changes), bookmark(1, offset), refusal -> {
            throw new AssertionError(refusal.why());
        });
    }

    private static Change gone(Standing standing, int number) {
        return new Change.Delete(standing, id(number), /* offset= */ 0);
    }

    private SearchResult search(String text) {
        return index.search().search(SearchQueryReader.read(text, ConsoleSample.NOON), ResultOrder.TIME, 0, PAGE);
    }

    private List<String> found(String text) {
        return search(text).hits().stream().map(hit -> hit.article().headline()).toList();
    }

    @Nested
    @DisplayName("of articles in three languages")
    class OfArticles {

        @BeforeEach
        void fill() {
            take(
                    5,
                    upsert(section(
                            person(
                                    place(
                                            ConsoleSample.record(
                                                    1,
                                                    "Bridges of Whitby",
                                                    "Helen Ackroyd opened the swing bridge in Whitby.\n\nRepairs took"
                                                            + " eleven weeks."),
                                            "Whitby",
                                            "Whitby Town"),
                                    "Helen Ackroyd"),
                            "economy, business and finance")),
                    upsert(section(
                            ConsoleSample.record(2, "Ferry late", "The ferry waited for the bridge to open."),
                            "sport")),
                    upsert(
                            3,
                            "Altes Haus verkauft",
                            "In der Straße stehen viele alte Häuser, die niemand kaufen will.",
                            article -> article.put("language", "de")),
                    upsert(
                            4,
                            "La canción del río",
                            "Las canciones más antiguas se cantan junto al río.",
                            article -> article.put("language", "es-MX")),
                    upsert(5, "東京で地震", "東京で地震がありました。", article -> article.put("language", "ja")));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "bridge | Ferry late; Bridges of Whitby",
                    "BRIDGES | Ferry late; Bridges of Whitby",
                    "bridge ferry | Ferry late",
                    "bridge -ferry | Bridges of Whitby",
                    "opening | Ferry late; Bridges of Whitby",
                    "haus | Altes Haus verkauft",
                    "Häusern | Altes Haus verkauft",
                    "strasse | Altes Haus verkauft",
                    "cancion | La canción del río",
                    "canciones | La canción del río",
                    "rio | La canción del río",
                    "東京 | 東京で地震",
                    "京東 | ''",
                    "\"swing bridge\" | Bridges of Whitby",
                    "\"bridge swing\" | ''",
                    "\"swing bridges\" | ''",
                    "section:sport | Ferry late",
                    "section:\"business and finance\" | Bridges of Whitby",
                    "entity:ackroyd | Bridges of Whitby",
                    "entity:\"Helen Ackroyd\" | Bridges of Whitby",
                    "entity:\"Ackroyd Whitby\" | ''",
                    "place:\"Whitby Town\" | Bridges of Whitby",
                    "place:Ackroyd | ''",
                    "source:gazette.example | Altes Haus verkauft",
                    "source:gazette | Altes Haus verkauft",
                    "source:gazette.example source:courier.example language:es | La canción del río",
                    "language:de language:es | La canción del río; Altes Haus verkauft",
                    "language:es-MX | La canción del río",
                    "-language:en | 東京で地震; La canción del río; Altes Haus verkauft",
                    "after:2026-11-24T13:00:00Z | 東京で地震; La canción del río",
                    "before:2026-11-24T12:30:00Z | Bridges of Whitby",
                    "after:2026-11-25 before:2026-11-24 | ''",
                    "\"...\" haus | Altes Haus verkauft",
                    "bridge* | Ferry late; Bridges of Whitby",
                    "br?dge | ''",
                })
        void finds(String text, String headlines) {
            assertThat(String.join("; ", found(text))).isEqualTo(headlines);
        }

        @Test
        void putsWhatHasTheWordInItsHeadlineFirstIfAsked() {
            var best = index.search()
                    .search(SearchQueryReader.read("bridge", ConsoleSample.NOON), ResultOrder.RELEVANCE, 0, 1);
            assertThat(best.hits())
                    .singleElement()
                    .satisfies(hit -> assertThat(hit.article().headline()).isEqualTo("Bridges of Whitby"));
            assertThat(best.total()).isEqualTo(2);
        }

        @Test
        void countsThemByWhatTheyAre() {
            SearchResult all = search("");
            assertThat(all.total()).isEqualTo(5);
            assertThat(all.values(FacetField.LANGUAGE))
                    .containsExactly(
                            new FacetCount("en", 2),
                            new FacetCount("de", 1),
                            new FacetCount("es", 1),
                            new FacetCount("ja", 1));
            assertThat(all.values(FacetField.SOURCE))
                    .containsExactly(new FacetCount("courier.example", 4), new FacetCount("gazette.example", 1));
            assertThat(all.values(FacetField.SECTION))
                    .extracting(FacetCount::value)
                    .hasSize(2);
            assertThat(search("helen").values(FacetField.ENTITY))
                    .containsExactly(new FacetCount("Helen Ackroyd", 1), new FacetCount("Whitby", 1));
            assertThat(all.days().bars(60)).containsExactly(new DayCounts.Bar(LocalDate.of(2026, 11, 24), 1, 5));
        }

        @Test
        void showsThePassageWithTheWordsMarked() {
            MatchedPassage passage = search("weeks bridges").hits().get(0).passage();
            assertThat(passage.marks().stream().map(mark -> passage.text().substring(mark.start(), mark.end())))
                    .containsExactly("bridge", "weeks");
        }

        @Test
        void replacesWhatIsRevised() {
            take(6, upsert(2, "Tram late", "No ship today.", article -> {}));
            assertThat(found("ferry")).isEmpty();
            assertThat(found("ships")).containsExactly("Tram late");
        }

        @Test
        void losesWhatIsWithdrawn() {
            take(6, gone(Standing.ORIGINAL, 2), gone(Standing.ORIGINAL, 77));
            assertThat(found("ferry")).isEmpty();
            assertThat(index.search().article(id(2))).isEmpty();
            assertThat(index.rows()).isEqualTo(4);
        }
    }

    @Nested
    @DisplayName("of copies")
    class OfCopies {

        @BeforeEach
        void fill() {
            take(
                    4,
                    upsert(1, "Original", "The text of the agency.", article -> {}),
                    upsert(2, "Same outlet", "The text of the agency.", article -> asCopyOf(article, 1)),
                    upsert(3, "Other outlet", "The text of the agency.", article -> asCopyOf(article, 1)),
                    upsert(6, "Other outlet again", "The text of the agency.", article -> asCopyOf(article, 1)));
        }

        @Test
        void findsTheOriginalAndSaysByHowManyOutletsItIsCarried() {
            assertThat(found("agency")).containsExactly("Original");
            assertThat(search("agency").hits().get(0).outlets()).isEqualTo(2);
            assertThat(index.search().copies(id(1), 10))
                    .extracting(hit -> hit.article().headline())
                    .containsExactly("Same outlet", "Other outlet", "Other outlet again");
            assertThat(index.search().mostCarried(ConsoleSample.NOON, 5))
                    .extracting(hit -> hit.article().id())
                    .containsExactly(id(1));
            assertThat(index.search().outlets())
                    .extracting(OutletStanding::source, OutletStanding::originals, OutletStanding::copies)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("courier.example", 1, 1),
                            org.assertj.core.groups.Tuple.tuple("gazette.example", 0, 2));
        }

        @Test
        void letsACopyBecomeAnOriginalInEitherOrder() {
            take(6, upsert(3, "Other outlet", "The text of the agency.", article -> {}));
            assertThat(index.search().article(id(3)).orElseThrow().published().copyOf())
                    .isEmpty();
            take(7, gone(Standing.COPY, 3));
            assertThat(found("agency")).containsExactly("Other outlet", "Original");
            assertThat(index.search().copies(id(1), 10)).hasSize(2);
        }
    }

    @Nested
    @DisplayName("on the disk")
    class OnTheDisk {

        @Test
        void goesOnWhereItWasClosed() {
            take(7, upsert(1, "Kept", "text", article -> {}));
            index.close();
            open();
            assertThat(index.bookmark()).contains(bookmark(1, 7));
            assertThat(found("text")).containsExactly("Kept");
        }

        @Test
        void givesBackNothingOfAReadingThatAnotherOneHasNotFound() {
            take(
                    2,
                    upsert(1, "Gone meanwhile", "text", article -> {}),
                    upsert(2, "Still there", "text", article -> {}));
            index.settle(bookmark(1, 2));
            index.take(List.of(upsert(2, "Still there", "text", article -> {})), bookmark(2, 1), refusal -> {});
            index.close();
            open();
            assertThat(found("text")).hasSize(2);
            index.settle(bookmark(2, 2));
            assertThat(found("text")).containsExactly("Still there");
        }

        @Test
        void isNotOpenedTwice() {
            assertThatThrownBy(() -> SearchIndex.open(directory, InstantSource.system()))
                    .isInstanceOf(StartupException.class)
                    .hasMessageStartingWith("another console has the index open");
        }

        @Test
        void isMadeAnewIfItCannotBeRead() throws IOException {
            take(1, upsert(1, "Lost", "text", article -> {}));
            index.close();
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.filter(
                                path -> path.getFileName().toString().startsWith("segments_"))
                        .toList()) {
                    Files.write(file, new byte[] {1, 2, 3});
                }
            }
            open();
            assertThat(index.bookmark()).isEmpty();
            assertThat(found("")).isEmpty();
        }
    }

    @Test
    void givesPagesThatDoNotOverlap() {
        List<Change> many = new ArrayList<>();
        for (int number = 1; number <= 90; number++) {
            // All at the same time: their order is by id.
            many.add(upsert(
                    number, "Number " + number, "text", article -> article.put("publishedAt", "2026-11-24T12:00:00Z")));
        }
        take(90, many.toArray(new Change[0]));
        List<String> ids = new ArrayList<>();
        for (int from = 0; from < 100; from += PAGE) {
            index.search()
                    .search(SearchQuery.ALL, ResultOrder.TIME, from, PAGE)
                    .hits()
                    .forEach(hit -> ids.add(hit.article().id()));
        }
        assertThat(ids).hasSize(90).doesNotHaveDuplicates();
    }
}
