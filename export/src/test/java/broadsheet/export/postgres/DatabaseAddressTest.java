package broadsheet.export.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("the address of a database")
class DatabaseAddressTest {

    @Test
    void isReadAsOtherProgramsReadIt() {
        DatabaseAddress address =
                DatabaseAddress.of("postgres://news:p%40ss@db.example:5433/articles?sslmode=require", Optional.empty());
        assertThat(address.jdbc()).isEqualTo("jdbc:postgresql://db.example:5433/articles?sslmode=require");
        assertThat(address.login()).containsEntry("user", "news").containsEntry("password", "p@ss");
    }

    @Test
    void canLeaveThePasswordToTheEnvironment() {
        DatabaseAddress address = DatabaseAddress.of("postgresql://news@db.example/articles", Optional.of("secret"));
        assertThat(address.jdbc())
                .isEqualTo("jdbc:postgresql://db.example:5432/articles")
                .doesNotContain("secret");
        assertThat(address.login()).containsEntry("password", "secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "articles.parquet",
                "mysql://news:secret@db.example/articles",
                "postgresql://news:secret@db.example",
                "postgresql://news:secret@db.example/a b",
            })
    void isRefusedWithoutShowingAPassword(String text) {
        assertThatThrownBy(() -> DatabaseAddress.of(text, Optional.empty()))
                .hasMessageStartingWith("not an address such as postgresql://USER@HOST/DATABASE")
                .hasMessageNotContaining("secret");
    }
}
