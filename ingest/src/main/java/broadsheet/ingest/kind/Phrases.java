package broadsheet.ingest.kind;

import broadsheet.ingest.limits.WordEdges;
import java.util.regex.Pattern;

/** What pages that are no articles are called in the major languages. */
final class Phrases {
    /** The status of a failed request: alone, before a dash, or after the word for error. */
    private static final String STATUS = "(40\\d|410|429|451|50[0-4])";

    static final Pattern ERROR = pattern(
            "^" + STATUS
                    + "\\s{0,9}([-–—|:]|$)|(error|fehler|erreur|errore|erro|błąd|fel|fout|feil|fejl|chyba|hiba|eroare|hata|ошибка|помилка|σφάλμα|خطأ|エラー|错误|錯誤|오류)\\W{0,3}"
                    + STATUS,
            "page (was |could |can ?)?not (be )?(found|available)|(not found|can(not|'t|’t) find (that|this|the) page|no longer available)$|access denied|forbidden$",
            "service (temporarily )?unavailable|something went wrong|unavailable (due to legal|for legal)|not available in your (country|region)",
            "just a moment|are you a (robot|human)|attention required|verify(ing)? (that )?you are (a )?human|under maintenance",
            "(seite|artikel) (wurde )?nicht gefunden|(page|article) introuvable|service (temporairement )?indisponible|n['’]existe pas",
            "página no (encontrada|existe)|no se ha encontrado la página|página não (encontrada|existe)|pagina non (trovata|esiste)",
            "pagina niet gevonden|(strony|strona) nie (znaleziono|istnieje|została znaleziona)|nie znaleziono strony|sidan (kunde inte hittas|finns inte)|siden (blev ikke|ble ikke|ikke) funnet|sivua ei löy",
            "страниц[аы] не (найдена|существует)|сторінк[аиу] не знайдено|stránka (nebyla nalezena|neexistuje)|sayfa bulunamadı|η σελίδα δεν βρέθηκε",
            "الصفحة غير موجودة|ページが(見つかりません|存在しません)|页面(不存在|没有找到|未找到)|找不到(该)?(页面|頁面)|페이지를 찾을 수 없");

    static final Pattern LOGIN = pattern(
            "^(log ?in|log ?on|sign ?in|sign ?up|register|registration|create (an |your )?account|welcome back|(reset|forgot(ten)?) (your )?password)\\b",
            "^(anmelden|anmeldung|einloggen|login|registrieren|registrierung|willkommen zurück|connexion|se connecter|s['’]identifier|inscription|créer un compte)\\b",
            "^(iniciar sesión|inicie sesión|reg[ií]str(o|ese|ate)|cree? (su|tu|una) cuenta|entrar|criar conta|iniciar sessão|accedi|registrati|inloggen|aanmelden|registreren)\\b",
            "^(zaloguj|logowanie|rejestracja|logga in|skapa konto|log ind|logg inn|kirjaudu|přihlášení|bejelentkezés|autentificare|giriş yap|üye girişi|üye ol)",
            "^(вход|войти|регистрация|увійти|σύνδεση|είσοδος|تسجيل الدخول)|ログイン|会員登録|登录|登入|注册|註冊|로그인|회원가입");

    static final Pattern SEARCH = pattern(
            "search results?|results for |results found|suchergebnis|suche nach|résultats (de (la )?|pour )|resultados (de (la )?búsqueda|da (pesquisa|busca)|para )|risultati (della ricerca|per)",
            "zoekresultaten|wyniki wyszukiwania|sökresultat|søgeresultat|søkeresultat|hakutulokset|výsledky (vyhledávání|hledání)|keresési (eredmények|találatok)|rezultatele căutării|arama sonuç",
            "результаты поиска|результати пошуку|αποτελέσματα αναζήτησης|نتائج البحث|検索結果|搜索结果|搜尋結果|검색 ?결과");

    static final Pattern GALLERY = pattern(
            "galler|galer[ií]|fotostrecke|bilderstrecke|bildergalerie|in (pictures|photos|bildern)\\b|\\bphotos?\\b|\\bfotos?\\b|\\bpictures\\b|diaporama|slideshow",
            "en im[áa]genes|im[áa]genes del? d|em imagens|in immagini|bildspel|zdjęcia|фото|写真|フォト|组图|組圖|图集|圖集|高清图|사진|화보|صور");

    private Phrases() {}

    private static Pattern pattern(String... alternatives) {
        return Pattern.compile(
                WordEdges.near(String.join("|", alternatives)), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
