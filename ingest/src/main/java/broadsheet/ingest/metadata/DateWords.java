package broadsheet.ingest.metadata;

import java.util.regex.Pattern;

/** The words by which lines say of what their date is, in the major languages. */
final class DateWords {
    /** The line gives a date of the page. */
    static final Pattern ANNOUNCED = Pattern.compile(
            "published|posted|updated|last (?:modified|edited|changed|reviewed)|veröffentlicht|erschienen|gepostet|erstellt|stand|datum|aktualisiert|letzte änderung|publié|publicado|pubblicato|gepubliceerd|opublikowano|опубликовано|дата|公開|投稿|发布|发表",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Such a line or element gives a publication date only where no other does. */
    static final Pattern CHANGED = Pattern.compile(
            "updated|modified|last reviewed|aktualisiert|geändert|änderung|mis à jour|actualizado|aggiornato|bijgewerkt|обновлено|最終更新|更新日",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private DateWords() {}
}
