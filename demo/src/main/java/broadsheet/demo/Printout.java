package broadsheet.demo;

import broadsheet.ledger.Balance;
import broadsheet.model.Article;
import broadsheet.model.CopyOf;
import broadsheet.model.Entity;
import broadsheet.model.PublishedArticle;
import broadsheet.model.Rejection;
import broadsheet.model.Section;
import broadsheet.model.Version;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Results as a person reads them. */
final class Printout {

    private static final int MOST_ENTITIES = 8;

    private final PrintStream out;

    Printout(PrintStream out) {
        this.out = out;
    }

    /** Everything, each article in a few lines. */
    void print(Results results) {
        results.published().forEach(this::article);
        results.copies().forEach(this::article);
        results.rejections().forEach(this::rejection);
        results.deadLetters().forEach(line -> out.println("dead letter  " + line));
    }

    private void article(PublishedArticle published) {
        Article article = published.enriched().article();
        out.println(published.copyOf().map(Printout::copy).orElseGet(() -> change(published.version())) + "  "
                + article.headline());
        field("id", article.id());
        field("url", article.address().orElse("-"));
        field("source", source(article));
        field("authors", join(article.authors(), name -> name));
        field("published", article.publishedAt().map(Object::toString).orElse("-"));
        field("language", article.language() + "   words " + article.wordCount());
        field("entities", join(published.enriched().entities(), Printout::entity));
        field("sections", join(published.enriched().sections(), Printout::section));
        out.println();
    }

    private static String copy(CopyOf copy) {
        return "copy of " + copy.id() + " (" + Math.round(copy.similarity() * 100) + " %"
                + (copy.fuller() ? ", fuller" : "") + ")";
    }

    private static String change(Version version) {
        return version.number() == 1 ? "new" : "version " + version.number() + " (" + version.changedFields() + ")";
    }

    private static String source(Article article) {
        Optional<String> name = article.source().name();
        Optional<String> domain = article.source().domain();
        return name.map(n -> n + domain.map(d -> " (" + d + ")").orElse(""))
                .or(() -> domain)
                .orElse("-");
    }

    private static String entity(Entity entity) {
        return entity.name() + " (" + entity.type().name().charAt(0)
                + entity.link().map(link -> " " + link.id()).orElse("") + ")";
    }

    private static String section(Section section) {
        return section.name() + " (" + section.origin().word() + ")";
    }

    private void rejection(Rejection rejection) {
        out.println("rejected  " + rejection.reason() + "  "
                + rejection.url().orElse(rejection.origin().text()) + "  " + rejection.detail());
    }

    private void field(String name, String value) {
        out.printf("    %-10s%s%n", name, value);
    }

    private static <T> String join(List<T> all, Function<T, String> words) {
        String first = all.stream().limit(MOST_ENTITIES).map(words).collect(Collectors.joining(", "));
        return first.isEmpty() ? "-" : first + (all.size() > MOST_ENTITIES ? ", …" : "");
    }

    /** The ledger of a run that was interrupted: what is open was still worked on. */
    void printSoFar(Balance balance) {
        out.println("interrupted: " + balance.counts() + " in-flight=" + balance.open());
    }

    /** The ledger, reasons first and the sum as the last line. */
    void print(Balance balance) {
        if (!balance.rejections().isEmpty()) {
            out.println("rejected by reason");
            balance.rejections().forEach((reason, count) -> out.printf("    %-24s%d%n", reason, count));
        }
        out.println(balance.line());
    }
}
