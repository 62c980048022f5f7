#!/usr/bin/env python3
"""Prints the annotated texts that a language's entity model learns from, as languages.tsv says. Standard library only.

usage: gold.py LANGUAGE DATA [WITHOUT]     DATA holds LANGUAGE.SPLIT.jsonl.xz; sources named WITHOUT are left out
"""
import json
import lzma
import os
import sys


def main(language, data, without=""):
    table = os.path.join(os.path.dirname(os.path.abspath(__file__)), "languages.tsv")
    with open(table, encoding="utf-8") as lines:
        sets = dict(line.rstrip("\n").split("\t") for line in lines if not line.startswith("#"))[language]
    for part in sets.split():
        name, _, most = part.partition("=")
        file, source = name.split("/")
        if source in without.split(","):
            continue
        left = int(most) if most else sys.maxsize
        with lzma.open(os.path.join(data, file + ".jsonl.xz"), "rt", encoding="utf-8") as records:
            for line in records:
                if left > 0 and json.loads(line)["source"] == source:
                    print(line, end="")
                    left -= 1


if __name__ == "__main__":
    main(*sys.argv[1:])
