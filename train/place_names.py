#!/usr/bin/env python3
"""Prints what countries and large cities are called in other languages. Python 3, standard library only.

usage: place_names.py CLDR PLACES > local-names.tsv      then gzip -n -9

  CLDR    a folder with cldr-localenames-full and cldr-dates-full, unpacked
  PLACES  enrich/src/main/resources/broadsheet/enrich/places

A line is language, ISO 3166-1 code or GeoNames id, names. A name that two countries, or two large cities, go by is left out.
"""
import csv
import gzip
import json
import os
import sys
from collections import defaultdict

LANGUAGES = ("ar bg bs cs da de el es et fi fr hi hr hu id it ja ko lv nl no pl pt ro ru sk sl sr sv tr uk zh".split())
DOMINANT = 20


def load(cldr, package, language, file):
    path = os.path.join(cldr, package, "main", language, file)
    with open(path, encoding="utf-8") as found:
        return json.load(found)["main"][language]


def territories(cldr, language):
    names = defaultdict(set)
    listed = load(cldr, "cldr-localenames-full", language, "territories.json")["localeDisplayNames"]["territories"]
    for code, name in listed.items():
        code = code.split("-alt-")[0]
        if len(code) == 2 and code.isalpha() and not any(mark in name for mark in "(,–"):
            names[code].add(name)
    return names


def zones(zone, path=()):
    for key, value in zone.items():
        if key == "exemplarCity":
            yield path, value
        elif isinstance(value, dict):
            yield from zones(value, path + (key,))


def exemplars(cldr, language):
    zone = load(cldr, "cldr-dates-full", language, "timeZoneNames.json")["dates"]["timeZoneNames"]["zone"]
    return {"/".join(path): name for path, name in zones(zone)}


def cities(places):
    found = defaultdict(list)
    with gzip.open(os.path.join(places, "cities.tsv.gz"), "rt", encoding="utf-8") as lines:
        for field in csv.reader((line for line in lines if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE):
            if field[4] != "X":
                found[field[1]].append((int(field[5]), field[0]))
    return found


def main(cldr, places):
    listed = cities(places)
    ids = {}
    english = exemplars(cldr, "en")
    for zone in sorted({zone for language in LANGUAGES for zone in exemplars(cldr, language)}):
        name = english.get(zone, zone.rsplit("/", 1)[-1].replace("_", " "))
        ranked = sorted(listed.get(name, ()), reverse=True)
        if ranked and (len(ranked) == 1 or ranked[1][0] * DOMINANT <= ranked[0][0]):
            ids[zone] = ranked[0][1]
    known = {line.split("\t")[0] for line in open(os.path.join(places, "countries.tsv"), encoding="utf-8")}
    print("# Countries and large cities in other languages: language, ISO 3166-1 code or GeoNames id, names. Source: CLDR 48.2")
    for language in LANGUAGES:
        names = {code: called for code, called in territories(cldr, language).items() if code in known}
        for zone, name in exemplars(cldr, language).items():
            if zone in ids:
                names.setdefault(ids[zone], set()).add(name)
        owners = defaultdict(set)
        for code, called in names.items():
            for name in called:
                owners[name.lower(), code.isalpha()].add(code)
        for code, called in sorted(names.items()):
            single = sorted(name for name in called if len(owners[name.lower(), code.isalpha()]) == 1)
            if single:
                print(language, code, "; ".join(single), sep="\t")


if __name__ == "__main__":
    main(*sys.argv[1:])
