package broadsheet.console;

import broadsheet.runtime.endpoint.Answer;
import broadsheet.runtime.endpoint.Question;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/** Answers with the headers that each kind has: a page may load from here alone, and tells nobody where its reader was. */
final class PageAnswer {

    private static final String POLICY =
            "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none';" + " object-src 'none'";

    private static final Map<String, String> ALWAYS = Map.of(
            "Content-Security-Policy", POLICY, "X-Content-Type-Options", "nosniff", "Referrer-Policy", "no-referrer");

    private PageAnswer() {}

    static Answer page(int status, String html) {
        return answer(status, html, "text/html; charset=utf-8", "no-cache");
    }

    static Answer asset(String type, String text) {
        return answer(200, text, type, "max-age=3600");
    }

    /** Data, or 304 if the asker has the very same (RFC 9110, section 13.1.2). */
    static Answer data(String type, String text, Question question) {
        var sum = new CRC32C();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        String tag = "\"" + text.length() + "-" + HexFormat.of().toHexDigits(sum.getValue()) + "\"";
        boolean isKnown = question.header("If-None-Match").filter(tag::equals).isPresent();
        Answer answer = isKnown ? answer(304, "", type, "no-cache") : answer(200, text, type, "no-cache");
        return answer.with("ETag", tag);
    }

    private static Answer answer(int status, String text, String type, String cache) {
        Map<String, String> headers = new TreeMap<>(ALWAYS);
        headers.put("Content-Type", type);
        headers.put("Cache-Control", cache);
        return new Answer(status, text, headers);
    }
}
