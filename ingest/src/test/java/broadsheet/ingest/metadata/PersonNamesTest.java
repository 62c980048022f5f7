package broadsheet.ingest.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNamesTest {
    private static List<String> names(String language, String byline) {
        return PersonNames.ofLanguage(language).in(List.of(byline)).orElse(List.of());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "en | By Ada Okafor and Ben Lindqvist",
                "de | Von Ada Okafor und Ben Lindqvist",
                "fr | Par Ada Okafor et Ben Lindqvist",
                "es | Por Ada Okafor y Ben Lindqvist",
                "pt | Por Ada Okafor e Ben Lindqvist",
                "it | di Ada Okafor e Ben Lindqvist",
                "ca | Ada Okafor i Ben Lindqvist",
                "nl | Door Ada Okafor en Ben Lindqvist",
                "sv | Av Ada Okafor och Ben Lindqvist",
                "nb | Av Ada Okafor og Ben Lindqvist",
                "fi | Teksti: Ada Okafor ja Ben Lindqvist",
                "pl | Autor: Ada Okafor i Ben Lindqvist",
                "pl | Ada Okafor oraz Ben Lindqvist",
                "sk | Ada Okafor a Ben Lindqvist",
                "hr | Piše: Ada Okafor i Ben Lindqvist",
                "sl | Ada Okafor in Ben Lindqvist",
                "ro | Ada Okafor și Ben Lindqvist",
                "hu | Írta: Ada Okafor és Ben Lindqvist",
                "tr | Ada Okafor ve Ben Lindqvist",
                "az | Ada Okafor və Ben Lindqvist",
                "id | Oleh: Ada Okafor dan Ben Lindqvist",
                "lv | Ada Okafor un Ben Lindqvist",
                "lt | Ada Okafor ir Ben Lindqvist",
                "vi | Ada Okafor và Ben Lindqvist",
                "sw | Ada Okafor na Ben Lindqvist",
                "eu | Ada Okafor eta Ben Lindqvist",
                "en | Ada OkaforBen Lindqvist",
            })
    void arePartedAtTheWordForAndOfTheirLanguage(String language, String byline) {
        assertThat(names(language, byline)).containsExactly("Ada Okafor", "Ben Lindqvist");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "ru | Анна Петрова и Олег Сомов | Анна Петрова;Олег Сомов",
                "uk | Анна Петрова та Олег Сомов | Анна Петрова;Олег Сомов",
                "el | Άννα Παππά και Νίκος Δήμου | Άννα Παππά;Νίκος Δήμου",
                "ar | بقلم ليلى حسن وسامر علي | ليلى حسن;سامر علي",
                "he | מאת דנה לוי ויוסי כהן | דנה לוי;יוסי כהן",
                "hi | अनिता राव और मोहन दास | अनिता राव;मोहन दास",
                "ko | 정하람·윤가온 기자 | 정하람;윤가온",
                "ko | 정하람 선임기자 haram@courier.example | 정하람",
                "ko | 글 정하람 사진 윤가온 기자 | 정하람",
                "zh | 本报记者 梁若水 编辑 顾小河 | 梁若水",
                "zh | 记者梁若水 顾小河报道 | 梁若水;顾小河",
                "zh-TW | 記者梁若水／台北報導 | 梁若水",
                "zh | 作者：梁若水 | 梁若水",
                "zh | 责任编辑：顾小河 作者：梁若水 | 梁若水",
                "ja | 文・水野灯 写真・森岬 | 水野灯",
                "ja | 著者：水野灯 | 水野灯",
            })
    void areReadInOtherWritingToo(String language, String byline, String expected) {
        assertThat(names(language, byline)).containsExactly(expected.split(";", 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ada Okafor/dpa",
                "Reuters/Ada Okafor",
                "Ada Okafor ada@courier.example @adaokafor",
                "Analysis by Ada Okafor",
                "Recipe by Ada Okafor",
                "Ein Gastbeitrag von Ada Okafor",
                "Pressemitteilung von Ada Okafor",
                "Une analyse par Ada Okafor",
                "Text: Ada Okafor, Fotos: Ben Lindqvist",
                "By Ada Okafor Photographs by Ben Lindqvist",
                "Ada Okafor (Text) und Ben Lindqvist (Fotos)",
                "By Ada Okafor, Reuters",
                "Ada Okafor, Senior Editor",
                "Ada Okafor | dpa",
                "Ada Okafor & AFP",
            })
    void areThoseOfTheTextAndNotOfItsPictures(String byline) {
        assertThat(names("en", byline)).containsExactly("Ada Okafor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "admin",
                "superuser",
                "content_team",
                "web.editor",
                "undefined",
                "{{author}}",
                "wpadmin",
                "webmaster",
                "redaktion2",
                "Nordsund, Norway",
                "Karlsdorf, Österreich",
                "Associated Press",
                "Agence France-Presse",
                "Photograph by Ben Lindqvist",
                "Foto: Ben Lindqvist",
                "News Desk",
                "編集部",
                "디지털뉴스팀",
                "Tech & i",
                "https://courier.example/ada",
            })
    void areNotThoseOfAccountsAgenciesPlacesAndPictures(String byline) {
        assertThat(names("en", byline)).isEmpty();
    }

    @Test
    void stayWholeWhereAWordForAndIsAPartOfThem() {
        assertThat(names("es", "José Ortega y Gasset")).containsExactly("José Ortega y Gasset");
        assertThat(names("pt", "Maria da Silva e Costa")).containsExactly("Maria da Silva e Costa");
        assertThat(names("de", "Carla von der Heide")).containsExactly("Carla von der Heide");
        assertThat(names("en", "Mary McDonald")).containsExactly("Mary McDonald");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Okafor, Ada | Ada Okafor",
                "Jongh, Michiel de | Michiel de Jongh",
                "Heide, Carla von der | Carla von der Heide",
                "Okafor, Ada B. | Ada B. Okafor",
                "Ada Okafor, Ben Lindqvist | Ada Okafor, Ben Lindqvist",
                "Okafor, Reuters | Okafor, Reuters",
                "Okafor, Ada; Jongh, Michiel de | Ada Okafor; Michiel de Jongh",
            })
    void areTurnedWhereTheSurnameIsFirst(String written, String spoken) {
        assertThat(TurnedName.turnAll(written, false)).isEqualTo(spoken);
    }

    @Test
    void takeNoLongerInALongLine() {
        assertThat(names("en", "By " + "a , ".repeat(200_000))).isEmpty();
        assertThat(names("en", "Aa".repeat(200_000))).isEmpty();
        assertThat(names("ko", "가나, ".repeat(100_000))).isNotNull();
    }

    @Test
    void mayEndInAWordThatStandsBeforeTheNamesOfPhotographers() {
        assertThat(names("en", "by Jelle Bron")).containsExactly("Jelle Bron");
        assertThat(names("nl", "Ada Okafor Bron: Jelle Visser")).containsExactly("Ada Okafor");
    }

    @Test
    void mayBeACountryInAnotherLanguage() {
        assertThat(names("de", "Von Dominique")).containsExactly("Dominique");
        assertThat(names("fr", "Par Dominique")).isEmpty();
        assertThat(names("en", "Karsund, Deutschland")).isEmpty();
    }

    @Test
    void arePartedAtADashOnlyBehindAWholeName() {
        assertThat(names("en", "Ada Okafor - Ben Lindqvist")).containsExactly("Ada Okafor", "Ben Lindqvist");
        assertThat(names("en", "Tinkers - Wheels")).containsExactly("Tinkers - Wheels");
    }
}
