package broadsheet.ingest.kind;

import java.util.Optional;
import java.util.regex.Pattern;

/** A form for a password, or for an address that a link is sent to, on a page that is called so or lives at such a URL. */
final class LoginSign implements Sign {
    private static final int FEW = 150;
    private static final Pattern ADDRESS = Pattern.compile(
            "/(log-?in|sign-?in|sign-?up|register|registration|registro|anmelden|anmeldung|registrieren|connexion|inscription|inloggen|logowanie|rejestracja|(account|auth|user|member)/[^/]{0,300})/?(\\?|$)",
            Pattern.CASE_INSENSITIVE);

    @Override
    public Optional<String> on(Seen page) {
        if (page.words() >= FEW || page.isDeclaredArticle()) {
            return Optional.empty();
        }
        boolean called = page.says(Phrases.LOGIN);
        boolean placed = ADDRESS.matcher(page.url()).find();
        boolean password = page.has("input[type=password]");
        boolean address = page.has("form input[type=email]");
        return (password && (called || placed)) || (address && called && placed)
                ? Optional.of("a form to log in or to register, and " + page.words() + " words")
                : Optional.empty();
    }
}
