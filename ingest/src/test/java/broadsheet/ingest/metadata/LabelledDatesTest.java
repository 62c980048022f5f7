package broadsheet.ingest.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelledDatesTest {
    private static final LocalDate PUBLISHED = LocalDate.of(2026, 9, 9);
    private static final LocalDate CHANGED = LocalDate.of(2026, 9, 14);

    private static LabelledDates read(String language, String line) {
        var reader = new DateText(Instant.parse("2026-11-25T12:00:00Z"), language, DayOrder.of(language));
        return LabelledDates.read(line, DateLabel.NONE, reader);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "en | Last updated 14 September 2026 · First posted 9 September 2026",
                "en | Posted on 9 September 2026, last modified on 14 September 2026",
                "de | Zuletzt geändert am 14.09.2026 um 09:00 Uhr, erschienen am 09.09.2026",
                "fr | Mis à jour le 14 septembre 2026 – Publié le 9 septembre 2026",
                "es | Actualizado: 14/09/2026 / Publicado: 09/09/2026",
                "it | Ultimo aggiornamento 14 settembre 2026, pubblicato 9 settembre 2026",
                "pt | Atualizado em 14/09/2026 08h15 Publicado em 09/09/2026 07h00",
                "nl | Laatst bijgewerkt: 14-09-2026. Gepubliceerd: 09-09-2026",
                "sv | Uppdaterad 14 september 2026 Publicerad 9 september 2026",
                "pl | Aktualizacja: 14 września 2026, publikacja: 9 września 2026",
                "cs | Aktualizováno 14. září 2026, vydáno 9. září 2026",
                "hu | Frissítve: 2026. szeptember 14. Megjelent: 2026. szeptember 9.",
                "fi | Päivitetty 14.9.2026 Julkaistu 9.9.2026",
                "ru | Обновлено 14 сентября 2026, опубликовано 9 сентября 2026",
                "uk | Оновлено 14 вересня 2026 / Опубліковано 9 вересня 2026",
                "el | Ενημερώθηκε 14 Σεπτεμβρίου 2026, Δημοσιεύτηκε 9 Σεπτεμβρίου 2026",
                "tr | Güncelleme: 14.09.2026 08:15 - Yayınlanma: 09.09.2026 07:00",
                "ar | آخر تحديث 14 سبتمبر 2026 تاريخ النشر 9 سبتمبر 2026",
                "he | עודכן 14 בספטמבר 2026 פורסם 9 בספטמבר 2026",
                "hi | अपडेट 14 सितंबर 2026 प्रकाशित 9 सितंबर 2026",
                "th | แก้ไข 14 ก.ย. 2569 เผยแพร่ 9 ก.ย. 2569",
                "ja | 更新日 2026年9月14日 公開日 2026年9月9日",
                "ja | 2026年9月9日 公開 2026年9月14日 更新",
                "ko | 입력 2026.09.09. 08:15 수정 2026.09.14. 09:00",
                "zh | 更新时间：2026-09-14 发布时间：2026-09-09",
            })
    void saysWhichDateIsThatOfThePublication(String language, String line) {
        LabelledDates dates = read(language, line);
        assertThat(dates.first(DateLabel::isPublication).map(ClaimedTime::day)).contains(PUBLISHED);
        assertThat(dates.first(DateLabel.CHANGED::equals).map(ClaimedTime::day)).contains(CHANGED);
    }

    @Test
    void leavesADateWithoutAWordUnlabelled() {
        assertThat(read("en", "9 September 2026, updated 14 September 2026")
                        .first(DateLabel.NONE::equals)
                        .map(ClaimedTime::day))
                .contains(PUBLISHED);
    }

    @Test
    void knowsTheDateOfAnOfferOrAMemberAsNoneOfThePage() {
        LabelledDates line = read("en", "Offer ends 9 September 2026");
        assertThat(line.first(DateLabel.OTHER::equals)).isPresent();
        assertThat(line.first(DateLabel.NONE::equals)).isEmpty();
    }

    @Test
    void readsALabelOnlyNearItsDate() {
        LabelledDates line =
                read("en", "The report was published by three towns that share a river before 9 September 2026");
        assertThat(line.first(DateLabel::isPublication)).isEmpty();
    }

    @Test
    void tellsThePublicationFromTheStepsBeforeIt() {
        LabelledDates line =
                read("en", "submitted 04.04.2026; received 03.05.2026; accepted 09.06.2026; published 09.09.2026");
        assertThat(line.first(DateLabel.NONE::equals)).isEmpty();
        assertThat(line.first(DateLabel::isPublication).map(ClaimedTime::day)).contains(PUBLISHED);
    }

    @Test
    void knowsALabelBehindMarks() {
        assertThat(LabelledDates.labelOf("(Re)Published:")).isEqualTo(DateLabel.PUBLISHED);
    }
}
