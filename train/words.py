#!/usr/bin/env python3
"""Makes the list of words of a language that its entity model knows before training. Python 3, standard library only.

usage: words.py LANGUAGE DICTIONARY.tsv CLDR NAMES TEXTS.jsonl...     prints word in small letters, tab, kinds as a number

  DICTIONARY.tsv  what dictionaries.py prints (may be empty)
  CLDR            a folder with cldr-localenames-full, cldr-dates-full and cldr-subdivisions-full, unpacked
  NAMES           a folder with common-forenames-by-country.csv and common-surnames-by-country.csv
  TEXTS           unlabelled texts of the language, lines {text, language}: is a word written small within a sentence?
"""
import csv
import json
import os
import re
import sys
from collections import defaultdict

COMMON, PLACE, NAME, GIVEN, FAMILY, SMALL, CAPITAL = 1, 2, 4, 8, 16, 32, 64
COUNTRIES = {
    "ar": "EG SA IQ SY MA DZ TN JO LB AE", "bg": "BG", "cs": "CZ", "da": "DK GL FO", "de": "DE AT CH LI", "el": "GR CY",
    "es": "ES MX AR CO CL PE UY VE", "et": "EE", "fi": "FI", "fr": "FR BE CA CH", "hi": "IN", "hr": "HR BA",
    "hu": "HU", "id": "ID", "it": "IT", "ja": "JP", "ko": "KR", "lv": "LV", "nl": "NL BE", "no": "NO", "pl": "PL", "pt": "PT BR AO",
    "ro": "RO MD", "ru": "RU BY UA KZ", "sk": "SK", "sl": "SI", "sr": "RS BA ME", "sv": "SE FI", "tr": "TR",
    "uk": "UA", "zh": "CN TW HK SG",
}
LETTERS = re.compile(r"[^\W\d_]+")


def add(kinds, text, kind):
    for word in LETTERS.findall(text):
        if len(word) > (1 if word[0] >= "\u2e80" else 2) and word[0].upper() == word[0]:
            kinds[word.lower()] |= kind


def dictionary(path, kinds):
    senses = defaultdict(list)
    with open(path, encoding="utf-8") as file:
        for line in file:
            word, english, weight = line.rstrip("\n").split("\t")
            if " " not in word and len(word) > 1:
                senses[word].append(english[:1].isupper())
    for word, capitals in senses.items():
        if all(capitals) and word[:1].isupper():
            kinds[word.lower()] |= NAME
        elif not any(capitals):
            kinds[word.lower()] |= COMMON


def places(folder, language, kinds):
    def load(package, file):
        for form in (language, {"no": "no", "zh": "zh"}.get(language, language)):
            path = os.path.join(folder, package, "main", form, file)
            if os.path.exists(path):
                with open(path, encoding="utf-8") as found:
                    return json.load(found)["main"][form]
        return {}

    names = load("cldr-localenames-full", "territories.json").get("localeDisplayNames", {}).get("territories", {})
    for name in names.values():
        add(kinds, name, PLACE)

    def cities(zone):
        for key, value in zone.items():
            if key == "exemplarCity":
                add(kinds, value, PLACE)
            elif isinstance(value, dict):
                cities(value)

    cities(load("cldr-dates-full", "timeZoneNames.json").get("dates", {}).get("timeZoneNames", {}).get("zone", {}))
    regions = os.path.join(folder, "cldr-subdivisions-full", "subdivisions", language, language + ".json")
    if os.path.exists(regions):
        with open(regions, encoding="utf-8") as found:
            listed = json.load(found)["subdivisions"]["localeDisplayNames"]["subdivisions"]
        for name in listed.values():
            add(kinds, name, PLACE)


def people(folder, language, kinds):
    countries = COUNTRIES.get(language, "").split()
    for file, kind in (("common-forenames-by-country.csv", GIVEN), ("common-surnames-by-country.csv", FAMILY)):
        with open(os.path.join(folder, file), encoding="utf-8-sig") as rows:
            for row in csv.DictReader(rows):
                if kind == GIVEN or row["Country"] in countries:
                    add(kinds, row["Localized Name"], kind)


def writing(path, language, kinds):
    small, large = defaultdict(int), defaultdict(int)
    with open(path, encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            if record["language"] != language:
                continue
            for sentence in re.split(r"\n|(?<=[.!?]) ", record["text"]):
                for found in list(LETTERS.finditer(sentence))[1:]:
                    word = found.group()
                    (large if word[0].isupper() else small)[word.lower()] += 1
    for word in set(small) | set(large):
        if small[word] > large[word]:
            kinds[word] |= SMALL
        elif large[word] > 2 * small[word]:
            kinds[word] |= CAPITAL


def main(language, dictionary_file, cldr, names, *texts):
    kinds = defaultdict(int)
    dictionary(dictionary_file, kinds)
    places(cldr, language, kinds)
    people(names, language, kinds)
    for path in texts:
        writing(path, language, kinds)
    for word, kind in sorted(kinds.items()):
        if kind:
            print(f"{word}\t{kind}")


if __name__ == "__main__":
    main(*sys.argv[1:])
