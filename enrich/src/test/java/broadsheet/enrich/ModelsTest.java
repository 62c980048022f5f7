package broadsheet.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the generation of the models")
class ModelsTest {

    private static final List<String> FILES = List.of(
            "entities/english.model",
            "entities/small-words.txt.gz",
            "language/profiles.bin.gz",
            "places/cities.tsv.gz",
            "places/city-names.tsv",
            "places/countries.tsv",
            "places/local-names.tsv.gz",
            "places/regions.tsv",
            "sections/media-topics.tsv",
            "sections/model.bin.gz",
            "sections/publisher-sections.tsv",
            "tagging/orthography.tsv");

    private static final List<String> LANGUAGES =
            List.of("ar bg cs da de es fi fr hi hr hu id it ja ko nl no pl pt ro ru sk sl sv tr uk zh".split(" "));
    private static final List<String> SECTIONS = List.of("da de el es fi fr id it nl no pl pt ru sv tr".split(" "));

    @Test
    @DisplayName("is that of the files: with other files it goes up, and their digest is put here")
    void isThatOfTheFiles() throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        Stream<String> models = LANGUAGES.stream().map(language -> "entities/" + language + ".model");
        Stream<String> tables = SECTIONS.stream().map(language -> "sections/" + language + ".bin.gz");
        for (String file : Stream.of(FILES.stream(), models, tables)
                .flatMap(files -> files)
                .toList()) {
            try (InputStream in = new DigestInputStream(
                    Objects.requireNonNull(Annotator.class.getResourceAsStream(file), file), digest)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
        }

        assertThat(Annotator.MODELS + " " + HexFormat.of().formatHex(digest.digest(), 0, 8))
                .isEqualTo("3 886493eee53a437b");
    }
}
