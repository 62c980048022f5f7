#!/usr/bin/env python3
"""Carries the names of an English text over to its translation, as a voter for training. Python 3, standard library only.

usage: project.py LANGUAGE PLACES ENGLISH.jsonl TEXTS.jsonl VOTES.jsonl...      prints {id, entities} for each of TEXTS

  PLACES   enrich/src/main/resources/broadsheet/enrich/places: what countries and cities are called
  ENGLISH  lines {id, text}: the originals, line for line
  TEXTS    lines {id, text}: translations, of the same id but for the language (ntrex-pl-012, sib-pl-431)
  VOTES    lines {id, entities} of ENGLISH, offsets in code points; a name counts if all of them have it

A name is found where words look like its words, in Latin letters and but for an ending, or where the translation has what
the language calls that place. Where a name of the line was not found, the capitalised words of the line that are in no
found name are OPEN: they may be anything.
"""
import gzip
import json
import os
import re
import sys
import unicodedata
from collections import defaultdict

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
CYRILLIC = dict(zip(
    "абвгдежзийклмнопрстуфхцчшщъыьэюяёђѓєѕіїјљњћќўџґ",
    "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya e dj g ye dz i yi j lj nj c k u dz g".split(" ")))
SMALL = {"of", "the", "and", "for", "in", "on", "to", "de", "at"}
LONGEST_ENDING = 3
SHORTEST_STEM = 4


def latin(word):
    plain = "".join(c for c in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(c))
    return "".join(CYRILLIC.get(c, c) for c in plain).translate(str.maketrans("łøđı", "lodi"))


def sound(word):
    """A rough spelling by sound, the same for Trump and Tramp's neighbours: Kavanaugh, Kavano."""
    word = re.sub(r"sch|sh|sz|š", "s", word)
    word = re.sub(r"ph", "f", re.sub(r"ck|c(?=[aoukrlt])|q", "k", re.sub(r"tch|cz|tsch|ch|č", "c", word)))
    word = re.sub(r"[wv]+", "v", re.sub(r"y|j", "i", re.sub(r"th", "t", re.sub(r"x", "ks", word))))
    return re.sub(r"(.)\1+", r"\1", re.sub(r"h", "", word))


def alike(english, word):
    """Whether a word of the translation may be this English one, with an ending or without."""
    if english == word:
        return True
    first, second = sound(english), sound(word)
    shared = len(os.path.commonprefix([first, second]))
    if shared >= min(SHORTEST_STEM, len(first)) and shared >= 3:
        return len(first) - shared <= 1 and len(second) - shared <= LONGEST_ENDING
    bones = [re.sub(r"[aeiou]", "", each) for each in (first, second)]
    return len(bones[0]) >= 3 and first[:1] == second[:1] and bones[1].startswith(bones[0]) and len(bones[1]) <= len(bones[0]) + 1


def places(folder, language):
    """What the language calls a place, by its English name in small letters."""
    english = {}
    with open(os.path.join(folder, "countries.tsv"), encoding="utf-8") as lines:
        for line in lines:
            field = line.rstrip("\n").split("\t")
            if not line.startswith("#"):
                english.setdefault(field[0], []).extend(field[1:2] + (field[2].split("; ") if len(field) > 2 else []))
    with gzip.open(os.path.join(folder, "cities.tsv.gz"), "rt", encoding="utf-8") as lines:
        for line in lines:
            field = line.split("\t")
            if not line.startswith("#"):
                english.setdefault(field[0], []).append(field[1])
    local = defaultdict(set)
    with gzip.open(os.path.join(folder, "local-names.tsv.gz"), "rt", encoding="utf-8") as lines:
        for line in lines:
            field = line.rstrip("\n").split("\t")
            if field[0] == language:
                for name in english.get(field[1], ()):
                    local[name.lower()].update(latin(called) for called in field[2].split("; "))
    return local


def occurrences(words, wanted):
    """Where the wanted words stand one after the other; small words between them may be missing or different."""
    for start in range(len(words)):
        at, missing = start, False
        for want in wanted:
            if at < len(words) and alike(want, words[at][0]):
                at += 1
            else:
                missing = True
                break
        if not missing:
            yield start, at


def project(names, text, local):
    """The names found, as (start, end, type), and whether one was not found."""
    words = [(latin(found.group()), found.start(), found.end()) for found in WORD.finditer(text)]
    taken, result, lost = set(), [], False
    for name, kind in sorted(names, key=lambda each: -len(each[0])):
        forms = [[latin(word) for word in WORD.findall(name) if word.lower() not in SMALL]]
        forms += [called.split() for called in local.get(name.lower().removeprefix("the "), ())]
        found = False
        for form in forms:
            for start, end in occurrences(words, form) if form else ():
                capital = all(text[words[i][1]].isupper() or text[words[i][1]].isdigit() for i in range(start, end))
                if capital and not taken & set(range(start, end)):
                    taken |= set(range(start, end))
                    result.append((words[start][1], words[end - 1][2], kind))
                    found = True
        lost |= not found
    return result, lost


def by_line(text, entities):
    names, starts = defaultdict(set), [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    for entity in entities:
        line = sum(1 for start in starts[1:] if start <= entity["start"])
        names[line].add((text[entity["start"]:entity["end"]], entity["type"]))
    return names


def main(language, folder, english, texts, *votes):
    local = places(folder, language)
    originals = {}
    streams = [open(path, encoding="utf-8") for path in votes]
    for line in open(english, encoding="utf-8"):
        record = json.loads(line)
        marked = [{(e["start"], e["end"], e["type"]) for e in json.loads(next(s))["entities"]} for s in streams]
        agreed = set.intersection(*marked)
        entities = [{"start": s, "end": e, "type": t} for s, e, t in agreed]
        disputed = [{"start": s, "end": e, "type": t} for s, e, t in set.union(*marked) - agreed]
        originals[record["id"]] = (by_line(record["text"], entities), by_line(record["text"], disputed))
    for line in open(texts, encoding="utf-8"):
        record = json.loads(line)
        source, _, number = record["id"].partition("-")
        original = originals.get(f"{source}-en-{number.rpartition('-')[2]}")
        entities, start = [], 0
        for i, text in enumerate(record["text"].split("\n") if original else ()):
            found, lost = project(original[0].get(i, ()), text, local)
            entities += [{"start": start + s, "end": start + e, "type": kind} for s, e, kind in found]
            if lost or original[1].get(i):
                entities += [{"start": start + w.start(), "end": start + w.end(), "type": "OPEN"} for w in WORD.finditer(text)
                             if w.group()[0].isupper() and not any(s < w.end() and w.start() < e for s, e, _ in found)]
            start += len(text) + 1
        print(json.dumps({"id": record["id"], "entities": entities}, ensure_ascii=False))


if __name__ == "__main__":
    main(*sys.argv[1:])
