#!/usr/bin/env python3
"""Holds the output of `broadsheet stories` against its bounds. Plain Python 3.

usage: quality.py SHARED PREDICTIONS BOUNDS     called by bench/stories-quality
"""
import collections
import hashlib
import json
import sys


def rows(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def main(shared, predictions, bounds):
    sys.path.insert(0, shared + "/score")
    import stories

    data = shared + "/data/stories/"
    digest = hashlib.sha256()
    figures = {}
    for name in ("mixed", "lookalike", "headlines", "briefs_weak"):
        gold = rows(data + name + ".jsonl")
        with open(data + name + ".jsonl", "rb") as file:
            digest.update(file.read())
        score = stories.score(gold, rows(f"{predictions}/{name}.jsonl"))
        figures[name + ".bcubed"] = score["b3"][2]
        figures[name + ".bcubed_multi"] = score["b3_multi"][2]
        figures[name + ".pairs"] = score["pair"][2]
        figures[name + ".largest"] = score["largest"] / score["largest_gold"]
    pairs = stories.score(rows(data + "pairs_tg.pairs.jsonl"), rows(f"{predictions}/pairs_tg.articles.jsonl"))
    figures["pairs_tg.pairs"] = pairs["pair"][2]

    # What is made from one template, about other days, towns or people, is no story.
    story = {row["id"]: row["story"] for row in rows(f"{predictions}/dedup.jsonl")}
    merged = collections.Counter()
    template = [row for row in rows(shared + "/data/dedup/truth.jsonl") if row["kind"].startswith("neg_tpl_")]
    sizes = collections.Counter((row["kind"], story[row["id"]]) for row in template)
    for (kind, _), size in sizes.items():
        merged[kind] += size if size > 1 else 0
    figures["templates.merged"] = sum(merged.values())
    figures["dedup.largest"] = max(collections.Counter(story.values()).values())

    wanted = json.load(open(bounds))
    failed = digest.hexdigest() != wanted["data_sha256"]
    if failed:
        print("the data has changed: its digest is", digest.hexdigest())
    for name, value in figures.items():
        floor, ceiling = wanted["floors"].get(name), wanted["ceilings"].get(name)
        bad = (floor is not None and value < floor) or (ceiling is not None and value > ceiling)
        failed |= bad
        print(f"{'BAD' if bad else 'ok '} stories.{name} {value:.4f}, floor {floor}, ceiling {ceiling}")
    print("templates that merged:", dict(merged))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
