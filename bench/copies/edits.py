"""What outlets do to a text that they print after another: each edit takes paragraphs and gives paragraphs."""
import re
import unicodedata

SENTENCE = re.compile(r"(?<=[.!?])[\"”’')]* +(?=[\"“‘'(]*[A-Z0-9])")


def sentences(paragraph):
    return SENTENCE.split(paragraph)


def words(paragraphs):
    return [word for paragraph in paragraphs for word in paragraph.split()]


def beginning(paragraphs, most):
    """Whole sentences until there are so many words."""
    kept, count = [], 0
    for paragraph in paragraphs:
        taken = []
        for sentence in sentences(paragraph):
            if count < most:
                taken.append(sentence)
                count += len(sentence.split())
        if taken:
            kept.append(" ".join(taken))
    return kept


def beginning_words(text, count):
    return " ".join(text.split()[:count])


def each_word(paragraphs, change):
    return [" ".join(filter(None, (change(word) for word in paragraph.split()))) for paragraph in paragraphs]


def replacing(pairs, share=1.0):
    """An edit that replaces patterns, each place with this likelihood."""
    def edit(rng, paragraphs, filler):
        text = "\n\n".join(paragraphs)
        for pattern, by in pairs:
            text = re.sub(pattern, lambda m: m.expand(by) if rng.random() < share else m.group(), text)
        return text.split("\n\n")

    return edit


def strange(filler, count):
    """Sentences that stand nowhere else."""
    lines = []
    while len(words(lines)) < count:
        lines += sentences(filler.pop())
    return lines


# --- as in the tuning set ---

def same(rng, paragraphs, filler):
    return paragraphs


def light(share):
    def edit(rng, paragraphs, filler):
        pool = words(rng.sample(filler[:500], 5))

        def change(word):
            if rng.random() >= share:
                return word
            other = rng.choice(pool).strip(".,;:\"")
            return rng.choice([other, "", word + " " + other, other + " " + word])

        return each_word(paragraphs, change)

    return edit


def truncated(least, most):
    def edit(rng, paragraphs, filler):
        left = max(25, int(len(words(paragraphs)) * rng.uniform(least, most)))
        kept = []
        for paragraph in paragraphs:
            if left > 0:
                part = paragraph.split()[:left]
                left -= len(part)
                kept.append(" ".join(part))
        more = rng.choice(["Read the whole story on our site", "[more]", "To read on, please subscribe", "Full story »"])
        return kept[:-1] + [kept[-1].rstrip(".,") + rng.choice(["…", " ...", " […]"])] + [more][:rng.randrange(2)]

    return edit


def expanded(least, most):
    def edit(rng, paragraphs, filler):
        return paragraphs + strange(filler, len(words(paragraphs)) * rng.uniform(least, most))

    return edit


def reordered(rng, paragraphs, filler):
    if len(paragraphs) < 3:
        paragraphs = sentences(" ".join(paragraphs))
    rest = paragraphs[1:]
    rng.shuffle(rest)
    return paragraphs[:1] + rest


typography = replacing([
    (r'(^|[\s(])"', r"\1“"), (r'"', "”"), (r"'", "’"), (r" - ", " — "), (r"\.\.\.", "…"), (r"(\d) (?=[a-z])", "\\1\u00a0"),
])
house_style = replacing([
    (r"\bper cent\b|\bpercent\b|\bpct\b", "%"), (r"(\d) %", r"\1%"), (r"\bMr |\bMrs |\bMs ", ""), (r"\bUS\b", "U.S."),
    (r"\bUK\b", "Britain"), (r"\bOctober\b", "Oct."), (r"\bNovember\b", "Nov."), (r"\bDecember\b", "Dec."),
    (r"£(\S+?)m\b", r"£\1 million"), (r"£(\S+?)bn\b", r"£\1 billion"), (r"\btwo\b", "2"), (r" said on \w+day\b", " said"),
], 0.9)


def combined(rng, paragraphs, filler):
    for edit in rng.sample([light(0.04), truncated(0.4, 0.9), expanded(0.2, 0.8), typography, house_style, reordered], 2):
        paragraphs = edit(rng, paragraphs, filler)
    return paragraphs


# --- others ---

def abridged(rng, paragraphs, filler):
    share = rng.uniform(0.25, 0.6)
    kept = [" ".join(s for s in sentences(p) if rng.random() > share) for p in paragraphs]
    kept = [paragraph for paragraph in kept if paragraph]
    return kept if len(words(kept)) >= 30 else beginning(paragraphs, 40)


def middle(rng, paragraphs, filler):
    lines = [sentence for paragraph in paragraphs for sentence in sentences(paragraph)]
    count = max(2, int(len(lines) * rng.uniform(0.3, 0.6)))
    first = rng.randrange(max(1, len(lines) - count))
    return ["... " + lines[first]] + lines[first + 1:first + count]


MISREAD = [("rn", "m"), ("m", "rn"), ("l", "1"), ("e", "c"), ("h", "b"), ("o", "0"), ("cl", "d"), ("S", "5"), ("i", "l"),
           ("u", "ii"), ("t", "f"), ("fi", "ﬁ"), ("B", "8")]


def scanned(least, most):
    """As read by a machine from paper: letters taken for others, words torn and joined, lines broken."""
    def edit(rng, paragraphs, filler):
        share = rng.uniform(least, most)

        def change(word):
            if rng.random() >= share:
                return word + " "
            how = rng.random()
            if how < 0.2:
                return word
            if how < 0.4 and len(word) > 5:
                at = rng.randrange(2, len(word) - 2)
                return word[:at] + rng.choice(["-\n", "- ", " "]) + word[at:] + " "
            fits = [pair for pair in MISREAD if pair[0] in word]
            return (word.replace(*rng.choice(fits), 1) if fits else word + rng.choice(".,'")) + " "

        return ["".join(change(word) for word in paragraph.split()).strip() for paragraph in paragraphs]

    return edit


OPENINGS = [
    "It is the talk of the town, and our correspondent has followed it from the start.",
    "There was news on a matter that many have been waiting for, and it came sooner than most had thought.",
    "People across the region woke up to a story that few had seen coming.",
    "What had been whispered about for weeks is now out in the open, and opinions differ.",
    "A long week of rumours has come to an end, though not all questions have been answered.",
]


def new_lead(rng, paragraphs, filler):
    """Other words for the beginning, at most three fifths of the text, and a new by-line."""
    lines = [sentence for paragraph in paragraphs for sentence in sentences(paragraph)]
    cut = max(1, int(len(lines) * rng.uniform(0.1, 0.6)))
    replaced = " ".join(lines[:cut])
    told = [rng.choice(OPENINGS)]
    # A rewriter keeps the names and the numbers.
    kept = re.findall(r"(?:[A-Z]\w+ ?)+|\d[\d,.]*\d", replaced)[1:]
    for i in range(0, len(kept) - 1, 2):
        told.append(rng.choice(["This is about {} and {}.", "{} comes into it, and so does {}.",
                                "Asked for {}, everybody now speaks of {}."]).format(*[k.strip() for k in kept[i:i + 2]]))
    return ["By our own correspondent " + rng.choice("ABCDEFGH") + ". Miller", " ".join(told)] + lines[cut:]


attribution = replacing([
    (r"\b(he|she|they) said\b", r"according to \1"), (r"\bsaid that\b", "stated that"), (r"\bsaid\b", "told reporters"),
    (r"\btold the \w+( News)?\b", "said"), (r"\badded\b", "went on to say"), (r"\bwarned\b", "cautioned"),
    (r"\bhas been\b", "was"), (r"\bis expected to\b", "should"), (r"\bhowever\b", "but"), (r"\bmore than\b", "over"),
    (r"\bannounced\b", "made known"), (r"\babout\b", "around"), (r"\bbecause\b", "since"), (r"\bbegan\b", "started"),
], 0.8)
NUMBERS = "two three four five six seven eight nine ten eleven twelve".split()
number_formats = replacing([
    (r"(\d),(\d{3})\b", r"\1\2"), (r"%", " percent"), (r"£", "GBP "), (r"\$", "USD "), (r"(\d)m\b", r"\1 million"),
    (r"(\d)bn\b", r"\1 billion"), (r"(\d)th\b", r"\1"), (r"\b(\d+) miles\b", r"\1 miles (some \1 and a half kilometres)"),
] + [(r"\b%s\b" % word, str(value)) for value, word in enumerate(NUMBERS, 2)])
american = replacing([
    (r"(\w{2,})our\b", r"\1or"), (r"(\w{3,})is(e[ds]?|ing|ation)\b", r"\1iz\2"), (r"\bcentre", "center"),
    (r"\bprogramme", "program"), (r"(\w+[ae]l)l(ed|ing)\b", r"\1\2"), (r"\bfilm", "movie"), (r"\bfootball", "soccer"),
    (r"\bdefence", "defense"), (r"\blorr", "truck"), (r"\b(\d+) (April|May|June|July|March)\b", r"\2 \1"),
])
entities = replacing([
    (r"&", "&amp;"), (r'"', "&quot;"), (r"'", "&#39;"), (r"£", "&pound;"), (r" - ", " &ndash; "), (r"\. (?=[A-Z])", ".&nbsp;"),
], 0.9)


def respelt(rng, paragraphs, filler):
    """Names as another language writes them."""
    pairs = [("sh", "sch"), ("k", "q"), ("ei", "ai"), ("y", "j"), ("v", "w"), ("ch", "tch"), ("i", "y"), ("o", "ou")]
    chosen = rng.sample(pairs, 4)

    def change(match):
        name = match.group()
        for one, other in chosen:
            name = name[0] + name[1:].replace(one, other)
        return name

    return [re.sub(r"(?<=[a-z,] )[A-Z][a-z]{3,}", change, paragraph) for paragraph in paragraphs]


def one_block(rng, paragraphs, filler):
    return [" ".join(paragraphs)]


def split_up(rng, paragraphs, filler):
    """A paragraph for each sentence, long sentences in two."""
    text = re.sub(r", (and|but|while|which|who) (\w)", lambda m: ". " + m[1].title() + " " + m[2], " ".join(paragraphs))
    return sentences(text)


def loud_lead(rng, paragraphs, filler):
    return [paragraphs[0].upper()] + paragraphs[1:]


def interrupted(rng, paragraphs, filler):
    """Advertisements and links between the paragraphs, of other words each time."""
    between = []
    for paragraph in paragraphs:
        between.append(paragraph)
        if rng.random() < 0.6:
            other = beginning_words(filler.pop(), 7)
            between.append(rng.choice(["READ MORE: %s", "Advertisement. %s. Scroll down for more", "» %s", "Also: %s",
                                       "[Photo: %s / archive]"]) % other)
    return between


def live(rng, paragraphs, filler):
    """The newest on top, again and again."""
    news = strange(filler, len(words(paragraphs)) * rng.uniform(0.1, 0.5))
    return ["%02d:%02d %s" % (rng.randrange(7, 23), rng.randrange(60), line) for line in news] + paragraphs


# --- made up after the judge was settled ---

def without_quotes(rng, paragraphs, filler):
    kept = [" ".join(s for s in sentences(p) if not re.search("[\"“”]", s)) for p in paragraphs]
    kept = [paragraph for paragraph in kept if paragraph]
    return kept if len(words(kept)) >= 40 else paragraphs


def wrapped(rng, paragraphs, filler):
    """Lines of a fixed width, with words torn at their ends."""
    width = rng.randrange(45, 72)
    torn = []
    for paragraph in paragraphs:
        lines = [paragraph[at:at + width] for at in range(0, len(paragraph), width)]
        torn.append("".join(line + ("-\n" if line[-1:].isalpha() else "\n") for line in lines).rstrip("-\n"))
    return torn


def plain(rng, paragraphs, filler):
    """Small letters without marks."""
    text = unicodedata.normalize("NFD", "\n\n".join(paragraphs))
    return "".join(c for c in text.lower() if not unicodedata.combining(c)).split("\n\n")


def in_points(rng, paragraphs, filler):
    """The gist in points, then the text."""
    lines = [sentence for paragraph in paragraphs for sentence in sentences(paragraph)]
    points = [beginning_words(line, 12) for line in rng.sample(lines, min(len(lines), 4))]
    return ["The short of it:"] + ["• " + point for point in points] + paragraphs


def pictures(rng, paragraphs, filler):
    caption = "Image: " + beginning_words(filler.pop(), 15) + " (%d/%d)" % (rng.randrange(1, 9), rng.randrange(9, 30))
    shown = [caption, "Photo: archive. Swipe to see all.", caption] + paragraphs[:1]
    return shown + ["Tap to enlarge the chart"] + paragraphs[1:]


def last_page(rng, paragraphs, filler):
    """The second of two pages, with the number of pages."""
    lines = [sentence for paragraph in paragraphs for sentence in sentences(paragraph)]
    return ["Page 2 of 2"] + lines[int(len(lines) * rng.uniform(0.35, 0.6)):]


KINDS = {
    "exact_copy": same, "wire_copy": same, "headline": same, "heavy_boilerplate": same, "recrawl": same,
    "light_edit_3": light(0.03), "light_edit_8": light(0.08), "revision": light(0.04), "revision_growth": expanded(0.2, 0.8),
    "trunc_70_90": truncated(0.7, 0.9), "trunc_50_70": truncated(0.5, 0.7), "trunc_30_50": truncated(0.3, 0.5),
    "expanded_30": expanded(0.2, 0.4), "expanded_100": expanded(0.8, 1.1), "reorder": reordered,
    "typography": typography, "house_style": house_style, "combo": combined,
    "new_abridged": abridged, "new_middle": middle, "new_scanned": scanned(0.03, 0.1), "new_scanned_badly": scanned(0.1, 0.18),
    "new_lead": new_lead, "new_attribution": attribution, "new_number_formats": number_formats, "new_american": american,
    "new_entities": entities, "new_respelt": respelt, "new_one_block": one_block, "new_split_up": split_up,
    "new_loud_lead": loud_lead, "new_interrupted": interrupted, "new_live": live,
    "late_without_quotes": without_quotes, "late_wrapped": wrapped, "late_plain": plain, "late_in_points": in_points,
    "late_pictures": pictures, "late_last_page": last_page,
}
SAME_ADDRESS = {"recrawl", "revision", "revision_growth", "new_live"}


def other_title(rng, title):
    parts = title.split()
    return rng.choice([title.upper(), "UPDATE: " + title, " ".join(parts[: max(3, len(parts) // 2)]), title + " - report"])
