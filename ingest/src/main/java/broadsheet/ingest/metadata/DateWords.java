package broadsheet.ingest.metadata;

import broadsheet.ingest.html.AnyOf;

/** The words by which lines say of what their date is, in the major languages. */
final class DateWords {
    /** The line gives a date of the page. */
    static final AnyOf ANNOUNCED = new AnyOf(
            "published|posted|updated|last modified|last edited|last changed|last reviewed|veröffentlicht|erschienen|gepostet|erstellt|stand|datum|aktualisiert|letzte änderung|publié|publicado|pubblicato|gepubliceerd|opublikowano|опубликовано|дата|公開|投稿|发布|发表");

    /** Such a line or element gives a publication date only where no other does. */
    static final AnyOf CHANGED = new AnyOf(
            "updated|modified|last reviewed|aktualisiert|geändert|änderung|mis à jour|actualizado|aggiornato|bijgewerkt|обновлено|最終更新|更新日");

    private DateWords() {}
}
