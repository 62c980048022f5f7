#!/usr/bin/env python3
"""Reads the WikDict dictionaries of FreeDict (CC BY-SA 3.0) in the format of dictd. Python 3, standard library only.

usage: dictionaries.py FOLDER LANGUAGE     prints word, tab, English word, tab, weight

FOLDER holds freedict-*.index and freedict-*.dict.dz. Where no dictionary joins the language to English, one goes by way of
a third. Dictionaries under another licence are passed over.
"""
import glob
import gzip
import os
import re
import sys
from collections import defaultdict

CODES = {
    "ar": "ara", "bg": "bul", "cs": "ces", "da": "dan", "de": "deu", "el": "ell", "en": "eng", "es": "spa", "fi": "fin",
    "fr": "fra", "hi": "hin", "hr": "hrv", "hu": "hun", "id": "ind", "it": "ita", "ja": "jpn", "lt": "lit", "nl": "nld",
    "no": "nor", "pl": "pol", "pt": "por", "ro": "ron", "ru": "rus", "sk": "slk", "sl": "slv", "sr": "srp", "sv": "swe",
    "tr": "tur", "uk": "ukr",
}
PIVOTS = ("pol", "fin", "ell", "bul", "ind", "nor")
DIGITS = {c: i for i, c in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")}


def number(text):
    value = 0
    for c in text:
        value = value * 64 + DIGITS[c]
    return value


def translations(entry):
    """The words on the first line below the headword; what is numbered is taken apart."""
    lines = entry.split("\n")
    found = []
    for line in lines[1:2] if len(lines) > 1 and not re.match(r"\d+\. ", lines[1]) else lines[1:]:
        if len(lines) > 1 and re.match(r"\d+\. ", lines[1]) and not re.search(r"\b\d+\. ", line):
            continue
        for sense in re.split(r"\b\d+\. ?", line):
            for word in re.split(r"[,;]", re.sub(r"[(\[<].*?[)\]>]", "", sense)):
                word = " ".join(word.split())
                if word and len(word.split()) <= 3 and len(word) < 40:
                    found.append(word)
    return found[:6]


def read(folder, source, target):
    """Word to its translations, both ways that there are; empty if there is none under CC BY-SA."""
    pairs = defaultdict(dict)
    for first, second, turned in ((source, target, False), (target, source, True)):
        path = os.path.join(folder, f"freedict-{first}-{second}")
        if not os.path.exists(path + ".index"):
            continue
        with gzip.open(path + ".dict.dz") as file:
            text = file.read()
        if b"ShareAlike" not in text[:4000]:
            continue
        with open(path + ".index", encoding="utf-8") as index:
            for line in index:
                word, start, size = line.rstrip("\n").split("\t")[:3]
                if word.startswith("00"):
                    continue
                entry = text[number(start) : number(start) + number(size)].decode("utf-8", "replace")
                head = re.sub(r"\s*[/<(\[].*", "", entry.split("\n", 1)[0]).strip() or word
                for rank, meaning in enumerate(translations(entry)):
                    a, b = (meaning, head) if turned else (head, meaning)
                    pairs[a][b] = max(pairs[a].get(b, 0), 1 / (1 + rank))
    return pairs


def to_english(folder, language):
    code = CODES[language]
    direct = read(folder, code, "eng")
    through = defaultdict(lambda: defaultdict(float))
    for pivot in PIVOTS:
        if pivot == code:
            continue
        first = read(folder, code, pivot)
        second = read(folder, pivot, "eng") if first else {}
        for word, meanings in first.items():
            for meaning, weight in meanings.items():
                for english, more in second.get(meaning, {}).items():
                    through[word][english] += weight * more
    for word, meanings in through.items():
        if word not in direct:
            # what one pivot alone says at a low rank is mostly another meaning of the pivot's word
            top = max(meanings.values())
            for english, weight in meanings.items():
                if weight >= 0.4 * top:
                    direct[word][english] = weight / top
    return direct


if __name__ == "__main__":
    for word, meanings in sorted(to_english(sys.argv[1], sys.argv[2]).items()):
        for english, weight in sorted(meanings.items()):
            print(f"{word}\t{english}\t{weight:.2f}")
