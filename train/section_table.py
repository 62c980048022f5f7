#!/usr/bin/env python3
"""Makes the section model of a language by reading the English one through a dictionary and through parallel texts.

usage: section_table.py LANGUAGE[=SHARP] ENGLISH.bin.gz DICTIONARY.tsv OUT.bin.gz TEXTS.jsonl...

  SHARP       by how much the votes are made sharper or flatter than those of English, so that what is named is right
  DICTIONARY  what dictionaries.py prints (may be empty)
  TEXTS       parallel texts, lines {id, language, text}: ids are alike in all languages but for the language itself

A word votes as the English words vote that it is translated by. A word that the dictionary lacks votes as the English
model does of the sentences whose translations hold it, less the mean. Python 3, standard library only.
"""
import gzip
import json
import math
import re
import struct
import sys
from collections import Counter, defaultdict

WORD = re.compile(r"[^\W\d_]+")
MOST_TERMS = 16000
PRIOR = 3


class Model:
    def __init__(self, path):
        with gzip.open(path) as file:
            data = file.read()
        topics = data[0]
        self.biases = list(struct.unpack_from(f">{topics}f", data, 1))
        at = 1 + 4 * topics
        self.unit, size = struct.unpack_from(">fi", data, at)
        at += 8
        self.terms = {}
        for _ in range(size):
            (length,) = struct.unpack_from(">H", data, at)
            word = data[at + 2 : at + 2 + length].decode()
            at += 2 + length
            self.terms[word] = (data[at], struct.unpack_from(f">{topics}b", data, at + 1))
            at += 1 + topics
        self.topics = topics

    def mean(self, text):
        words = [w.lower() for w in WORD.findall(text)]
        counts = Counter(words) + Counter(f"{a} {b}" for a, b in zip(words, words[1:]))
        sums, total = [0.0] * self.topics, 0.0
        for term, count in counts.items():
            if term in self.terms:
                weight, votes = self.terms[term]
                weight *= 1 + math.log(count)
                total += weight
                for i, vote in enumerate(votes):
                    sums[i] += weight * vote
        return [s / total for s in sums] if total else None


def from_dictionary(model, path):
    senses = defaultdict(dict)
    with open(path, encoding="utf-8") as file:
        for line in file:
            word, english, weight = line.rstrip("\n").split("\t")
            term = model.terms.get(english.lower())
            if term and " " not in word:
                old = senses[word.lower()].get(english.lower(), 0)
                senses[word.lower()][english.lower()] = max(old, float(weight))
    table = {}
    for word, meanings in senses.items():
        total = sum(meanings.values())
        weight = sum(w * model.terms[e][0] for e, w in meanings.items()) / total
        votes = [
            sum(w * model.terms[e][0] * model.terms[e][1][i] for e, w in meanings.items())
            / sum(w * model.terms[e][0] for e, w in meanings.items())
            if weight
            else 0
            for i in range(model.topics)
        ]
        table[word] = (weight, votes)
    return table


def sentences(paths, language):
    """Pairs of an English sentence and its translation; texts of as many lines are paired line by line."""
    english, other = {}, {}
    for path in paths:
        with open(path, encoding="utf-8") as file:
            for line in file:
                record = json.loads(line)
                key = re.sub(r"^(\w+)-[\w-]+?-(\d+)$", r"\1-\2", record["id"])
                if record["language"] == "en":
                    english.setdefault(key, record["text"])
                elif record["language"] == language:
                    other.setdefault(key, record["text"])
    for key, text in other.items():
        if key in english:
            a, b = english[key].split("\n"), text.split("\n")
            yield from zip(a, b) if len(a) == len(b) else [(english[key], text)]


def from_texts(model, pairs):
    said, mean, count = [], [0.0] * model.topics, 0
    for english, text in pairs:
        votes = model.mean(english)
        if votes:
            said.append((votes, {w.lower() for w in WORD.findall(text) if len(w) > 2}))
            mean = [m + v for m, v in zip(mean, votes)]
            count += 1
    mean = [m / max(1, count) for m in mean]
    sums, seen = defaultdict(lambda: [0.0] * model.topics), Counter()
    for votes, words in said:
        for word in words:
            seen[word] += 1
            sums[word] = [s + v - m for s, v, m in zip(sums[word], votes, mean)]
    # a sentence's mean is flatter than one word's votes, hence the factor
    return {
        word: (60 if n < count / 50 else 5, [3 * s / (n + PRIOR) for s in sums[word]])
        for word, n in seen.items()
        if n >= 2
    }


def write(model, table, out):
    ranked = sorted(table.items(), key=lambda item: (-item[1][0] * (max(item[1][1]) - min(item[1][1])), item[0]))
    kept = sorted(ranked[:MOST_TERMS])
    parts = [struct.pack(">B", model.topics), struct.pack(f">{model.topics}f", *model.biases)]
    parts.append(struct.pack(">fi", model.unit, len(kept)))
    for word, (weight, votes) in kept:
        name = word.encode()
        parts.append(struct.pack(">H", len(name)) + name + bytes([min(255, max(1, round(weight)))]))
        parts.append(struct.pack(f">{model.topics}b", *(max(-127, min(127, round(v))) for v in votes)))
    with gzip.GzipFile(out, "wb", 9, mtime=0) as file:
        file.write(b"".join(parts))


def main(language, english, dictionary, out, *texts):
    language, _, sharp = language.partition("=")
    model = Model(english)
    model.unit *= float(sharp or 1)
    table = from_texts(model, sentences(texts, language))
    table.update(from_dictionary(model, dictionary))
    write(model, table, out)
    print(f"{language}: {len(table)} words", file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:])
