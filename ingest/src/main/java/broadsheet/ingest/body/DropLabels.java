package broadsheet.ingest.body;

import broadsheet.ingest.html.Block;
import java.util.regex.Pattern;

/**
 * Drops short lines that label what stands beside them: whose picture it is ("Foto: Ada Okafor"), and when the page was
 * published or changed ("Aktualisiert am 3. Mai 2024").
 */
final class DropLabels implements Rule {
    /** Letters; a longer line says something of the picture, or of the day. */
    private static final int SHORT = 60;

    private static final Pattern CREDIT = Pattern.compile(
            "^\\W{0,2}(?:(?:titel|beitrags|symbol|archiv|teaser)?bild(?:er|nachweis|quelle)?|foto(?:s|grafie|graf|credit)?|photo(?:s|graphy)?(?: credit)?"
                    + "|image(?:s)?(?: credit)?|picture|cr[ée]dits?(?: photo)?|abbildung|imagen|fot\\.?|zdjęcie)\\s?(?:[:©]|by |via |von )",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Letters of a caption that ends by naming whose picture it is. */
    private static final int CAPTION = 140;

    /** After what the picture shows: "… on Monday. © Agency", "… in town | Photo by Ada Okafor". */
    private static final Pattern CREDIT_AT_END = Pattern.compile(
            "[.!?,|)\"”“]\\s?\\(?(?:©|(?:bild(?:quelle)?|fotos?|photos?|image|picture|imagen|zdjęcie|fot\\.?)\\s?(?:credit|courtesy)?\\s?(?::|/|©|by |via|von |courtesy ))[^.!?]{0,40}$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Characters at the end in which that pattern fits: a line of millions of marks has few letters too. */
    private static final int END = 100;

    private static final Pattern DAY = Pattern.compile(
            "^\\W{0,2}(?:zuletzt |last |ultima |última |dernière )?(?:aktualisiert|veröffentlicht|geändert|published|updated|modified|posted|modifica|aggiornato|pubblicato|actualizado|actualización|publicado|atualizado|mis à jour|publié|zaktualizowano|opublikowano)\\b[^.!?]{0,30}\\d{1,4}",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    @Override
    public void apply(Draft draft) {
        for (int i = draft.top().first(); i < draft.top().end(); i++) {
            Block block = draft.blocks().get(i);
            if ((block.letters() < SHORT && isLabel(block.text()))
                    || (block.letters() < CAPTION && endsWithCredit(block.text()))) {
                draft.dropForCertain(i, i + 1, "label");
            }
        }
    }

    private static boolean endsWithCredit(String text) {
        return CREDIT_AT_END
                .matcher(text.substring(Math.max(0, text.length() - END)))
                .find();
    }

    private static boolean isLabel(String text) {
        return CREDIT.matcher(text).lookingAt() || DAY.matcher(text).lookingAt();
    }
}
