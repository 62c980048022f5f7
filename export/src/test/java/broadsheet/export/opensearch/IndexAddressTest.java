package broadsheet.export.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.export.Standing;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("the address of an index")
class IndexAddressTest {

    private static String login(IndexAddress address) {
        String header = address.login().orElseThrow();
        assertThat(header).startsWith("Basic ");
        return new String(Base64.getDecoder().decode(header.substring("Basic ".length())), StandardCharsets.UTF_8);
    }

    @Test
    void namesTheClusterAndTheIndices() {
        IndexAddress address = IndexAddress.of("https://news:p%40ss@search.example/behind/articles", Optional.empty());
        assertThat(address.cluster()).isEqualTo("https://search.example:9200/behind");
        assertThat(address.index(Standing.ORIGINAL)).isEqualTo("articles");
        assertThat(address.articles()).isEqualTo("articles,articles-copies");
        assertThat(address.bookmark()).isEqualTo("articles-export");
        assertThat(login(address)).isEqualTo("news:p@ss");
    }

    @Test
    void canLeaveThePasswordToTheEnvironment() {
        assertThat(login(IndexAddress.of("http://news@search.example:80/articles", Optional.of("secret"))))
                .isEqualTo("news:secret");
        assertThat(IndexAddress.of("http://search.example:80/articles", Optional.of("secret"))
                        .login())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "articles.ndjson",
                "http://news:secret@search.example",
                "http://news:secret@search.example/",
                "http://news:secret@search.example/Articles",
                "http://news:secret@search.example/articles,others",
                "http://news:secret@search.example/_all",
                "http://news:secret@search.example/articles?pretty",
                "ftp://news:secret@search.example/articles",
                "http://news:secret@search.example/a b",
            })
    void isRefusedWithoutShowingAPassword(String text) {
        assertThatThrownBy(() -> IndexAddress.of(text, Optional.empty()))
                .hasMessageStartingWith("not an address such as http://USER@HOST:9200/INDEX")
                .hasMessageNotContaining("secret");
    }
}
