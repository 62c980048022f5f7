package broadsheet.enrich.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("the language detector")
class LanguageDetectorTest {

    private static final LanguageDetector DETECTOR = LanguageDetector.load();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | The harbour bridge reopened on Monday after repairs.
            de | Die Hafenbrücke ist seit Montag wieder für den Verkehr frei.
            fr | Le pont du port a rouvert lundi après des travaux.
            es | El puente del puerto volvió a abrirse el lunes tras las obras.
            it | Il ponte del porto ha riaperto lunedì dopo i lavori.
            pt | A ponte do porto reabriu na segunda-feira depois das obras.
            nl | De havenbrug is maandag na herstelwerk weer opengegaan.
            sv | Hamnbron öppnades igen i måndags efter reparationer.
            da | Havnebroen åbnede igen mandag efter reparationerne, siger kommunen.
            no | Havnebrua ble åpnet igjen på mandag etter reparasjonene, sier kommunen.
            fi | Satamasilta avattiin maanantaina korjausten jälkeen.
            pl | Most portowy otwarto ponownie w poniedziałek po naprawie.
            cs | Přístavní most byl v pondělí po opravách znovu otevřen.
            hu | Hétfőn újra megnyitották a kikötői hidat a javítások után.
            ro | Podul portului s-a redeschis luni după reparații.
            tr | Liman köprüsü onarımın ardından pazartesi günü yeniden açıldı.
            id | Jembatan pelabuhan dibuka kembali pada hari Senin setelah diperbaiki.
            vi | Cây cầu cảng đã mở lại hôm thứ Hai sau khi sửa chữa.
            ru | Портовый мост вновь открыли в понедельник после ремонта.
            uk | Портовий міст знову відкрили в понеділок після ремонту.
            bg | Пристанищният мост беше отворен отново в понеделник след ремонта.
            el | Η γέφυρα του λιμανιού άνοιξε ξανά τη Δευτέρα.
            ar | أعيد فتح جسر الميناء يوم الاثنين بعد أعمال الصيانة.
            fa | پل بندر روز دوشنبه پس از تعمیرات دوباره باز شد.
            he | גשר הנמל נפתח מחדש ביום שני לאחר התיקונים.
            hi | मरम्मत के बाद बंदरगाह का पुल सोमवार को फिर से खुल गया।
            th | สะพานท่าเรือเปิดอีกครั้งเมื่อวันจันทร์
            ko | 항구 다리가 수리를 마치고 월요일에 다시 열렸다.
            ja | 港の橋は修理を終えて月曜日に再開した。
            zh | 港口大桥维修后于星期一重新开放。
            """)
    void tellsTheLanguageOfASentence(String language, String sentence) {
        assertThat(DETECTOR.detect("", sentence).tag()).isEqualTo(language);
    }

    @Nested
    @DisplayName("is unsure")
    class IsUnsure {

        @ParameterizedTest
        @ValueSource(
                strings = {"", " \n\n ", "12:30 – 14:00", "🎉🎉🎉", "OK", "xqzv kkjw zzqp wvxq jjkq pqzx vvkw qxzj"})
        void ofWhatHoldsNoLanguage(String text) {
            assertThat(DETECTOR.detect("", text).tag()).isEqualTo("und");
        }
    }

    @Nested
    @DisplayName("reads a mixed text")
    class ReadsAMixedText {

        @Test
        void byItsBodyWhereTheHeadlineIsForeign() {
            var text = "The mayor said on Tuesday that the ferry would run again from Easter. ".repeat(3);
            assertThat(DETECTOR.detect("„Schifffahrt in Seenot“", text).tag()).isEqualTo("en");
        }

        @Test
        void byTheLettersThatPrevail() {
            assertThat(DETECTOR.detect("", "Компания Broadsheet Example Ltd открыла новый офис в порту.")
                            .tag())
                    .isEqualTo("ru");
            assertThat(DETECTOR.detect("", "新しいスマートフォン Example Phone 12 Pro を発表した。")
                            .tag())
                    .isEqualTo("ja");
        }
    }
}
