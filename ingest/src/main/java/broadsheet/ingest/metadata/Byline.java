package broadsheet.ingest.metadata;

import broadsheet.ingest.limits.Clip;
import broadsheet.ingest.limits.Limits;
import broadsheet.ingest.limits.Lower;
import broadsheet.ingest.limits.WordEdges;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Parts a by-line into what may be names: it takes off what is before them and behind them, and knows "and". */
final class Byline {
    private static final Pattern BETWEEN =
            Pattern.compile("(?:[,;；，、|｜•·+]|(?<=\\s)/|(?<=\\S\\s\\S{1,30})\\s[–—-])(?:\\s+|(?<=[，、；｜]))|/\\s+|\\n+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");
    private static final Pattern BLANKS = Pattern.compile("[ \u00a0]+");
    private static final Pattern WORD = Pattern.compile("[^\\s:：]{1,40}");
    /** Where each of several writers is: "Ann Lee in London and Tom Harlow in Berlin". */
    private static final Pattern WHERE = Pattern.compile(
            "\\s(?:in|at|aus)\\s\\p{Lu}[\\p{L}.'’-]{1,30}+(?:\\s\\p{Lu}[\\p{L}.'’-]{1,30}+){0,2}(?=\\s?(?:[,;&]|and\\s|und\\s))");

    private static final Pattern SLASH = Pattern.compile("/");
    private static final Pattern BRACKETS = Pattern.compile("\\s{0,2}[(\\[（]([^()\\[\\]（）]{0,60})[)\\]）]?");
    /** Months and weekdays as dates have them: only before digits, for May and April are names of people too. */
    private static final String CALENDAR =
            "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
                    + "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?"
                    + "|fri(?:day)?|sat(?:urday)?|sun(?:day)?)";

    private static final Pattern AFTER_NAME = Pattern.compile(
            WordEdges.near(
                    "\\s{0,9}(?:\\||•|·|\\s[–—-]\\s|(?:\\b" + CALENDAR
                            + "[.,]?\\s{1,9}){1,3}\\d|(?<![\\p{L}\\d])\\d|\\bon\\b|\\bam\\b|\\bin\\b|\\bfor\\b|\\bvom\\b|\\bvor \\d|\\bpublished\\b|(?:\\blast\\s{1,9})?\\bupdated\\b|\\bsays\\b|\\bsagt\\b)"),
            Pattern.CASE_INSENSITIVE);
    /** Looked for where the marks begin only: a run of a hundred thousand within a line is gone through once. */
    private static final Pattern TAIL = Pattern.compile("(?<![,;:\\s])[,;:\\s]{1,200}$");

    private static final int LONGEST = 400;
    private static final int MOST_WORK = 5;
    private static final int MOST_WORDS = 6;

    private Byline() {}

    /** Whether a line begins as by-lines do, and not with the credit of a picture. */
    static boolean isByline(String line) {
        return afterBy(line) > 0;
    }

    /** What stands before the date, the role and the buttons that follow a name. */
    static String beforeTrimmings(String byline) {
        String line = withoutBy(Clip.to(Limits.LINE, byline.strip()));
        List<String> kept = new ArrayList<>();
        for (String each : line.split("\n", 0)) {
            kept.add(AFTER_NAME.split(WHERE.matcher(each).replaceAll(""), 2)[0]);
        }
        return String.join("\n", kept);
    }

    /** What may be names in a line, in order. */
    static List<String> parts(String line, String language) {
        List<String> parts = new ArrayList<>();
        String own = withoutBy(line.length() > LONGEST ? line.substring(0, LONGEST) : line);
        for (String part : BETWEEN.split(own, 0)) {
            for (String piece : withoutAnd(withoutAddresses(part.strip()), language)) {
                String name = TAIL.matcher(
                                withoutOffice(withoutBrackets(withoutBy(piece)).strip()))
                        .replaceFirst("");
                if (!isCredit(piece)) {
                    unslashed(name).forEach(each -> parts.addAll(JoinedNames.part(each)));
                }
            }
        }
        return parts;
    }

    private static String withoutBy(String line) {
        return line.substring(Math.max(0, afterBy(line)));
    }

    /** Where the name begins behind a word for by, and the kind of text before it; -1 if the line does not begin so. */
    private static int afterBy(String line) {
        Matcher word = WORD.matcher(line);
        for (int i = 0; i <= MOST_WORK && word.find(); i++) {
            String each = Lower.of(word.group());
            if (BylineWords.BY.contains(each)) {
                int end = word.end();
                while (end < line.length()
                        && (Character.isWhitespace(line.charAt(end)) || ":：".indexOf(line.charAt(end)) >= 0)) {
                    end++;
                }
                boolean again = i < MOST_WORK && isByNext(line, end);
                return again ? end + Math.max(0, afterBy(line.substring(end))) : end;
            }
            if (!BylineWords.WORK.contains(each)) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isByNext(String line, int from) {
        Matcher word = WORD.matcher(line).region(from, line.length());
        return word.lookingAt() && BylineWords.BY.contains(Lower.of(word.group()));
    }

    /** A picture's credit begins with the picture: "Photograph by", "Foto:"; or has it in brackets: "(Fotos)". */
    private static boolean isCredit(String part) {
        Matcher word = WORD.matcher(part);
        if (word.find() && BylineWords.CREDIT.contains(Lower.of(word.group()))) {
            return true;
        }
        Matcher brackets = BRACKETS.matcher(part);
        return brackets.find()
                && BylineWords.holdsAny(NO_LETTERS.split(Lower.of(brackets.group(1)), 0), BylineWords.CREDIT);
    }

    /** "Ada Okafor ada@courier.example @ada": how to write to her is no part of her name. */
    private static String withoutAddresses(String part) {
        return part.indexOf('@') < 0
                ? part
                : Arrays.stream(BLANKS.split(part, 0))
                        .filter(word -> word.indexOf('@') < 0)
                        .collect(Collectors.joining(" "));
    }

    /** Those who share a line with an agency: "Ada Okafor/dpa". */
    private static List<String> unslashed(String name) {
        List<String> sides = List.of(SLASH.split(name, 0));
        boolean agency = sides.stream().anyMatch(side -> BylineWords.AGENCY.contains(Lower.of(side.strip())));
        return agency ? sides : List.of(name);
    }

    private static String withoutBrackets(String name) {
        return BRACKETS.matcher(name).replaceAll("");
    }

    /** The names about a word for and; both must be whole where the word can be part of one. */
    private static List<String> withoutAnd(String part, String language) {
        String[] words = BLANKS.split(part, 0);
        List<String> pieces = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < words.length; i++) {
            String word = Lower.of(words[i]);
            boolean credit = i > start && i + 1 < words.length && BylineWords.CREDIT.contains(word.replace(":", ""));
            boolean whole =
                    i - start >= 2 && words.length - i > 2 && Character.isUpperCase(words[i + 1].codePointAt(0));
            boolean and = BylineWords.isAnd(word) || (word.equals("&") && i - start >= 1 && isCapital(words, i + 1));
            if (credit || and || (whole && (BylineWords.isAnd(word, language) || isUsual(word, language)))) {
                add(words, start, i, pieces);
                start = credit ? i : i + 1;
            } else if (isAttachedAnd(words, i, start, language)) {
                add(words, start, i, pieces);
                words[i] = words[i].substring(1);
                start = i;
            }
        }
        add(words, start, words.length, pieces);
        return pieces;
    }

    /** Where the language is not known, the words that the largest languages have. */
    private static boolean isUsual(String word, String language) {
        return language.isEmpty() && (word.equals("e") || word.equals("y") || word.equals("i") || word.equals("en"));
    }

    private static boolean isCapital(String[] words, int i) {
        return i < words.length && words[i].length() > 1 && !Character.isLowerCase(words[i].codePointAt(0));
    }

    /** Arabic and Hebrew write "and" and the next word as one. */
    private static boolean isAttachedAnd(String[] words, int i, int start, String language) {
        String and = language.equals("ar") ? "و" : language.equals("he") ? "ו" : "";
        return !and.isEmpty()
                && i - start >= 2
                && words.length - i >= 2
                && words[i].length() > 3
                && words[i].startsWith(and)
                && !NAMES_IN_WAW.contains(words[i]);
    }

    private static final Set<String> NAMES_IN_WAW = Set.of(
            "وليد", "وائل", "وفاء", "وسام", "وجدي", "وجيه", "وديع", "وحيد", "وهبة", "وضاح", "ורד", "ויקטור", "ויקי",
            "ולדימיר");

    private static void add(String[] words, int from, int to, List<String> pieces) {
        if (to > from) {
            pieces.add(String.join(" ", List.of(words).subList(from, to)));
        }
    }

    /** "Oliver Simpson Senior Editor": the words of an office behind two that are a name. */
    private static String withoutOffice(String name) {
        String[] words = name.split(" ", 0);
        boolean office = words.length > 2
                && words.length < MOST_WORDS
                && BylineWords.OFFICE.contains(Lower.of(words[words.length - 1]));
        return office ? words[0] + " " + words[1] : name;
    }
}
