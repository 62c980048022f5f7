#!/usr/bin/env python3
"""Scores sections: accuracy, macro-F1, and precision by coverage, per source.

usage: score.py GOLD.jsonl PREDICTED.jsonl
  GOLD       lines {id, label, labels?, source}; any of labels is right
  PREDICTED  what `broadsheet annotate` prints for the same ids
"""
import json
import sys
from collections import Counter, defaultdict

THRESHOLDS = (0, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def macro_f1(pairs):
    """Over the topics of the gold labels; a guess that is among the right ones counts for its own topic."""
    hit, missed, wrong = Counter(), Counter(), Counter()
    for gold, right, guess in pairs:
        if guess in right:
            hit[guess] += 1
        else:
            missed[gold] += 1
            wrong[guess] += 1
    topics = set(hit) | set(missed)
    scores = {t: 2 * hit[t] / (2 * hit[t] + missed[t] + wrong[t]) for t in topics}
    return sum(scores.values()) / len(scores), scores


def main():
    gold = lines(sys.argv[1])
    predicted = {line["id"]: line for line in lines(sys.argv[2])}
    by_source = defaultdict(list)
    for line in gold:
        if not line.get("label"):
            continue
        answer = predicted.get(line["id"], {})
        scores = answer.get("scores") or {}
        guess = answer.get("label")
        right = set(line.get("labels") or [line["label"]])
        by_source[line["source"]].append((line["label"], right, guess, scores.get(guess, 0.0) if guess else 0.0))
    for source, rows in sorted(by_source.items()):
        accuracy = sum(guess in right for _, right, guess, _ in rows) / len(rows)
        mean, each = macro_f1([row[:3] for row in rows])
        print(f"{source}: {len(rows)} texts, accuracy {accuracy:.4f}, macro-F1 {mean:.4f}")
        print("  F1 " + " ".join(f"{topic[7:9]}:{score:.3f}" for topic, score in sorted(each.items())))
        for threshold in THRESHOLDS:
            answered = [row for row in rows if row[2] and row[3] >= threshold]
            if answered:
                precision = sum(guess in right for _, right, guess, _ in answered) / len(answered)
                print(f"  from {threshold:.2f}: coverage {len(answered) / len(rows):.3f}, precision {precision:.4f}")


if __name__ == "__main__":
    main()
