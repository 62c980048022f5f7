package broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.ingest.bytes.TextDecoder;
import broadsheet.ingest.html.BlockReader;
import broadsheet.ingest.html.Blocks;
import broadsheet.ingest.html.Markup;
import broadsheet.ingest.identity.Identity;
import broadsheet.ingest.metadata.Marks;
import broadsheet.ingest.metadata.MetadataReader;
import broadsheet.model.Json;
import broadsheet.model.url.Site;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Real pages, each published under its own URL and under other forms of it. {@code mvn verify -pl ingest -am
 * -Didentity.pages=DIRECTORY} reads {@code truth.jsonl}, lines of {@code {id, url}}, and {@code pages/ID.html.gz} there.
 * Only what identity needs of a page is read, so that it takes a minute.
 */
@DisplayName("the identity of real pages")
@EnabledIfSystemProperty(named = "identity.pages", matches = ".+", disabledReason = "no -Didentity.pages=DIRECTORY")
class IdentityOfPagesIT {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final String OWN = "own";
    private static final Map<String, UnaryOperator<String>> FORMS = forms();

    /** For each page, and each form of its URL, what it goes by. */
    private static final Map<String, Map<String, Identity>> PAGES = new TreeMap<>();

    private static Map<String, UnaryOperator<String>> forms() {
        Map<String, UnaryOperator<String>> forms = new LinkedHashMap<>();
        forms.put(OWN, url -> url);
        forms.put("tracked", IdentityOfPagesIT::tracked);
        forms.put("spelt otherwise", IdentityOfPagesIT::speltOtherwise);
        forms.put("archived", url -> "https://web.archive.org/web/20260302090000/" + url);
        forms.put(
                "in an AMP cache",
                url -> "https://cdn.ampproject.org/c/"
                        + url.replaceFirst("^http://", "").replaceFirst("^https://", "s/"));
        forms.put("for phones", IdentityOfPagesIT::forPhones);
        return forms;
    }

    /** Where sites are registered below the host itself, as blogs are, {@code m.} would be another one. */
    private static String forPhones(String url) {
        String phones = url.replaceFirst("://(?:www\\.)?+", "://m.");
        return Site.of(URI.create(phones).getHost())
                        .equals(Site.of(URI.create(url).getHost()))
                ? phones
                : url;
    }

    private static String tracked(String url) {
        URI parts = URI.create(url);
        String bare = url.split("[?#]", 2)[0];
        return bare
                + "?"
                + Optional.ofNullable(parts.getRawQuery())
                        .map(query -> query + "&")
                        .orElse("")
                + "utm_source=a&fbclid=b1#"
                + Optional.ofNullable(parts.getRawFragment()).orElse("comments");
    }

    /** Another scheme, dot segments, small hexadecimal digits, and a letter of each name encoded. */
    private static String speltOtherwise(String url) {
        URI parts = URI.create(url);
        String path = Optional.ofNullable(parts.getRawPath()).orElse("");
        var encoded = new StringBuilder("/x/..");
        for (String name : path.split("(?=/)", -1)) {
            boolean plain = name.matches("/[a-z].*+");
            encoded.append(plain ? String.format(Locale.ROOT, "/%%%02x", (int) name.charAt(1)) : "")
                    .append(plain ? name.substring(2) : name);
        }
        return "http://"
                + parts.getRawAuthority().toUpperCase(Locale.ROOT)
                + encoded
                + url.substring(url.indexOf(parts.getRawAuthority())
                        + parts.getRawAuthority().length()
                        + path.length());
    }

    @BeforeAll
    static void readThePages() throws IOException {
        Path directory = Path.of(System.getProperty("identity.pages"));
        for (String line : Files.readAllLines(directory.resolve("truth.jsonl"))) {
            JsonNode entry = Json.mapper().readTree(line);
            String id = entry.path("id").asText();
            String url = entry.path("url").asText("").strip();
            if (!url.isEmpty()) {
                PAGES.put(id, identities(directory.resolve("pages").resolve(id + ".html.gz"), url));
            }
        }
        System.out.println(PAGES.size() + " pages, each under " + FORMS.size() + " URLs");
    }

    private static Map<String, Identity> identities(Path file, String url) throws IOException {
        String html;
        try (InputStream packed = new GZIPInputStream(Files.newInputStream(file))) {
            html = TextDecoder.decode(packed.readAllBytes(), Optional.empty());
        }
        Document document = Markup.page(html, url);
        Blocks blocks = BlockReader.read(document);
        Marks marks = Marks.of(document);
        Map<String, Identity> identities = new LinkedHashMap<>();
        FORMS.forEach((form, fetched) -> {
            String address = fetched.apply(url);
            identities.put(
                    form,
                    Identity.ofPage(
                            Optional.of(address),
                            MetadataReader.read(marks, blocks, address, NOW).addresses()));
        });
        return identities;
    }

    @Test
    void isOneForAllFormsOfAUrl() {
        Map<String, String> split = new TreeMap<>();
        PAGES.forEach((page, identities) -> identities.forEach((form, identity) -> {
            if (!identity.id().equals(Objects.requireNonNull(identities.get(OWN)).id())) {
                split.put(page + ", " + form, Objects.requireNonNull(identities.get(OWN)).canonicalUrl() + " / " + identity.canonicalUrl());
            }
        }));
        assertThat(split).isEmpty();
    }

    @Test
    void isSharedByNoTwoPages() {
        Map<Optional<String>, String> first = new HashMap<>();
        Map<String, List<String>> shared = new TreeMap<>();
        PAGES.forEach((page, identities) -> {
            String before = first.putIfAbsent(Objects.requireNonNull(identities.get(OWN)).id(), page);
            if (before != null) {
                shared.put(
                        before + " and " + page,
                        List.of(Objects.requireNonNull(identities.get(OWN)).canonicalUrl().toString()));
            }
        });
        assertThat(shared).isEmpty();
    }
}
