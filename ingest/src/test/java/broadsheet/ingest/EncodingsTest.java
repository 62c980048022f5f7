package broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.ingest.ParseOutcome.Parsed;
import broadsheet.model.Article;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same kind of page in the encodings of the Web, from bytes to article: not one letter may change. */
@DisplayName("a page in an encoding of the Web")
class EncodingsTest {
    /**
     * @param text headline, then two paragraphs
     */
    private record Language(String code, List<String> text) {
        Language(String code, String... text) {
            this(code, List.of(text));
        }

        String headline() {
            return text.get(0);
        }

        String body() {
            return text.get(1) + "\n\n" + text.get(2);
        }
    }

    private static final Map<String, Language> LANGUAGES = Stream.of(
                    new Language(
                            "fr",
                            "Le marché aux poissons fermé dès l'été",
                            "Le conseil a voté lundi la fermeture du vieux marché, où travaillent quarante vendeurs ; la décision a été prise à l'unanimité, malgré les protestations.",
                            "« Nous avons mesuré les fissures pendant onze mois », a déclaré le maire, déçu, qui promet une fête à Noël pour les commerçants."),
                    new Language(
                            "de",
                            "Fischmarkt schließt für zwei Jahre",
                            "Der Rat hat am Montag beschlossen, die alte Markthalle für zwei Jahre zu schließen; vierzig Händler müssen in eine Übergangshalle am Güterbahnhof ziehen.",
                            "Die Risse in der Nordwand würden größer, sagte der Bürgermeister, und über die Brücke dürften künftig keine schweren Wagen mehr fahren."),
                    new Language(
                            "pl",
                            "Targ rybny zamknięty na dwa lata",
                            "Rada miasta zdecydowała w poniedziałek, że stara hala zostanie zamknięta na dwa lata, a czterdziestu sprzedawców przeniesie się do budynku obok dworca.",
                            "Pęknięcia w północnej ścianie powiększały się z każdym miesiącem, powiedział burmistrz, choć mieszkańcy są źli i pełni złości."),
                    new Language(
                            "cs",
                            "Rybí trh zůstane dva roky zavřený",
                            "Zastupitelstvo v pondělí rozhodlo, že stará tržnice bude dva roky zavřená a že se čtyřicet prodavačů přestěhuje do haly u nádraží.",
                            "Trhliny v severní zdi se každý měsíc zvětšovaly, řekl starosta, a dodal, že město zaplatí všechny náklady na stěhování."),
                    new Language(
                            "ru",
                            "Рыбный рынок закрыли на два года",
                            "Городской совет решил в понедельник закрыть старый рынок на два года, и сорок торговцев переедут во временный павильон у вокзала.",
                            "Трещины в северной стене росли каждый месяц, сообщил мэр города, и добавил, что переезд оплатят из бюджета."),
                    new Language(
                            "uk",
                            "Рибний ринок закрили на два роки",
                            "Міська рада вирішила в понеділок закрити старий ринок на два роки, і сорок торговців переїдуть до тимчасового павільйону біля вокзалу.",
                            "Тріщини в північній стіні більшали щомісяця, повідомив мер, і жителі міста цим рішенням незадоволені, але іншого виходу немає."),
                    new Language(
                            "el",
                            "Κλείνει για δύο χρόνια η ψαραγορά",
                            "Το δημοτικό συμβούλιο αποφάσισε τη Δευτέρα να κλείσει την παλιά αγορά για δύο χρόνια, και σαράντα έμποροι θα μεταφερθούν δίπλα στον σταθμό.",
                            "Οι ρωγμές στον βόρειο τοίχο μεγάλωναν κάθε μήνα, είπε ο δήμαρχος της πόλης στους κατοίκους που είχαν συγκεντρωθεί."),
                    new Language(
                            "tr",
                            "Balık pazarı iki yıl kapalı kalacak",
                            "Belediye meclisi pazartesi günü eski pazarın iki yıl boyunca kapatılmasına karar verdi; kırk satıcı istasyonun yanındaki geçici binaya taşınacak.",
                            "Kuzey duvarındaki çatlakların her ay büyüdüğünü söyleyen başkan, taşınma giderlerini belediyenin ödeyeceğini açıkladı, şehirde yaşayanlar üzgün."),
                    new Language(
                            "ja",
                            "魚市場、二年間閉鎖へ",
                            "市議会は月曜日、古い魚市場を二年間閉鎖することを決めた。四十人の商人は駅の隣にある仮の建物に移る。",
                            "北側の壁のひびは毎月大きくなっていたと市長は述べ、引っ越しの費用は市が負担すると約束した。住民たちは困っているという。"),
                    new Language(
                            "zh",
                            "鱼市场将关闭两年",
                            "市议会星期一决定，将旧鱼市场关闭两年，四十名商贩将搬到火车站旁边的临时大厅，人们对这个消息不是很高兴。",
                            "市长说，北墙上的裂缝每个月都在变大，搬迁的费用由市政府支付，他们希望在两年以后回到这里。"),
                    new Language(
                            "zh-TW",
                            "魚市場將關閉兩年",
                            "市議會星期一決定，將舊魚市場關閉兩年，四十名商販將搬到火車站旁邊的臨時大廳，人們對這個消息不是很高興。",
                            "市長說，北牆上的裂縫每個月都在變大，搬遷的費用由市政府支付，他們希望在兩年以後回到這裡。"),
                    new Language(
                            "ko",
                            "어시장 이년 동안 문 닫는다",
                            "시의회는 월요일에 오래된 어시장을 이년 동안 닫기로 결정했고, 상인 사십 명은 역 옆에 있는 임시 건물로 옮겨 간다.",
                            "시장은 북쪽 벽의 금이 매달 커졌다고 말했으며, 이사 비용은 시가 내겠다고 약속했다. 사람들은 이에 대하여 불만을 나타내고 있다."))
            .collect(Collectors.toMap(Language::code, language -> language));

    private static final Map<String, String> ENCODINGS = Map.ofEntries(
            Map.entry("UTF-8", "fr de pl cs ru uk el tr ja zh zh-TW ko"),
            Map.entry("windows-1250", "pl cs"),
            Map.entry("windows-1251", "ru uk"),
            Map.entry("windows-1252", "fr de"),
            Map.entry("windows-1253", "el"),
            Map.entry("windows-1254", "tr"),
            Map.entry("ISO-8859-1", "fr de"),
            Map.entry("ISO-8859-2", "pl cs"),
            Map.entry("ISO-8859-5", "ru"),
            Map.entry("ISO-8859-7", "el"),
            Map.entry("ISO-8859-9", "tr"),
            Map.entry("ISO-8859-15", "fr de"),
            Map.entry("KOI8-R", "ru"),
            Map.entry("KOI8-U", "uk"),
            Map.entry("Shift_JIS", "ja"),
            Map.entry("EUC-JP", "ja"),
            Map.entry("ISO-2022-JP", "ja"),
            Map.entry("GB2312", "zh"),
            Map.entry("GBK", "zh"),
            Map.entry("GB18030", "zh"),
            Map.entry("Big5", "zh-TW"),
            Map.entry("EUC-KR", "ko"));

    static Stream<Arguments> encodings() {
        return ENCODINGS.entrySet().stream()
                .flatMap(entry -> Arrays.stream(entry.getValue().split(" ", 0))
                        .map(language -> Arguments.of(entry.getKey(), language)));
    }

    static Stream<String> languages() {
        return LANGUAGES.keySet().stream();
    }

    static Stream<Arguments> utf16() {
        return LANGUAGES.keySet().stream()
                .flatMap(language -> Stream.of("UTF-16LE", "UTF-16BE").map(name -> Arguments.of(name, language)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("encodings")
    void isReadWhenTheServerDeclaresIt(String encoding, String language) {
        byte[] page = html(language, "").getBytes(Charset.forName(encoding));
        assertIsRead(language, page, Optional.of("text/html; charset=" + encoding));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("encodings")
    void isReadWhenThePageDeclaresIt(String encoding, String language) {
        String meta = "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=" + encoding + "\">";
        assertIsRead(language, html(language, meta).getBytes(Charset.forName(encoding)), Optional.of("text/html"));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("encodings")
    void isReadWhenNobodyDeclaresIt(String encoding, String language) {
        assertIsRead(language, html(language, "").getBytes(Charset.forName(encoding)), Optional.empty());
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("encodings")
    void isReadWhenTheServerDeclaresAnother(String encoding, String language) {
        String meta = "<meta charset=\"" + encoding + "\">";
        byte[] page = html(language, meta).getBytes(Charset.forName(encoding));
        assertIsRead(language, page, Optional.of("text/html; charset=UTF-8"));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("utf16")
    void isReadInUtf16WithItsMark(String encoding, String language) {
        Charset charset = Charset.forName(encoding);
        byte[] page = joined("\ufeff".getBytes(charset), html(language, "").getBytes(charset));
        assertIsRead(language, page, Optional.empty());
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("utf16")
    void isReadInUtf16WithoutItsMark(String encoding, String language) {
        byte[] page = html(language, "").getBytes(Charset.forName(encoding));
        assertIsRead(language, page, Optional.empty());
        assertIsRead(language, page, Optional.of("text/html; charset=" + encoding));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("languages")
    void isReadInUtf8WithItsMark(String language) {
        byte[] mark = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
        byte[] page = joined(mark, html(language, "").getBytes(StandardCharsets.UTF_8));
        assertIsRead(language, page, Optional.empty());
        assertIsRead(language, page, Optional.of("text/html; charset=iso-8859-1"));
    }

    private static void assertIsRead(String language, byte[] page, Optional<String> contentType) {
        Language written = Objects.requireNonNull(LANGUAGES.get(language), language);
        var raw = RawPage.of(page, Optional.of("https://courier.example/a/markt-1201"), Samples.FETCHED)
                .withContentType(contentType);
        assertThat(new PageParser(IngestSettings.defaults()).parse(raw).outcomes())
                .singleElement()
                .isInstanceOfSatisfying(Parsed.class, parsed -> {
                    Article article = parsed.article();
                    assertThat(article.headline()).isEqualTo(written.headline());
                    assertThat(article.body()).isEqualTo(written.body());
                });
    }

    private static String html(String language, String meta) {
        Language written = Objects.requireNonNull(LANGUAGES.get(language), language);
        return """
            <!DOCTYPE html>
            <html lang="%s"><head>%s<title>%s</title></head>
            <body><div class="nav"><a href="/">Courier</a> <a href="/sport">Sport</a></div>
            <article><h1>%s</h1>
            <p>%s</p>
            <p>%s</p></article></body></html>
            """.formatted(
                        written.code(),
                        meta,
                        written.headline(),
                        written.headline(),
                        written.text().get(1),
                        written.text().get(2));
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(first);
        all.writeBytes(second);
        return all.toByteArray();
    }
}
