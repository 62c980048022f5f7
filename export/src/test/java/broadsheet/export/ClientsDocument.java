package broadsheet.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The programs in {@code docs/clients.md}, as they stand there. */
final class ClientsDocument {

    private final String text;

    private ClientsDocument(String text) {
        this.text = text;
    }

    static ClientsDocument read() {
        try {
            return new ClientsDocument(Files.readString(Path.of("..", "docs", "clients.md")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first program in a language under a heading. */
    String program(String heading, String language) {
        int section = after("\n## " + heading + "\n", 0);
        int start = after("\n```" + language + "\n", section);
        return text.substring(start, text.indexOf("```\n", start));
    }

    /** The same, with the broker at another address. */
    String program(String heading, String language, String broker) {
        return program(heading, language).replace("localhost:9092", broker);
    }

    private int after(String what, int from) {
        int found = text.indexOf(what, from);
        if (found < 0) {
            throw new IllegalStateException("docs/clients.md has no " + what.strip());
        }
        return found + what.length();
    }
}
