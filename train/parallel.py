#!/usr/bin/env python3
"""Prints the texts of one language that there are in English too, for train/project.py. Python 3, standard library only.

usage: parallel.py LANGUAGE TEXTS.jsonl...      lines {id, language, title, text} in, {id, language, text} out
"""
import json
import sys

# documents of NTREX-128 whose French names were annotated to measure with: no language learns from them
MEASURED = {10, 16, 19, 21, 22, 32, 57, 70, 76, 89, 90, 105, 109}


def main(language, *files):
    for path in files:
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                if record["language"] == language and record.get("doc") not in MEASURED:
                    text = "\n".join(part for part in (record.get("title"), record["text"]) if part)
                    print(json.dumps({"id": record["id"], "language": language, "text": text}, ensure_ascii=False))


if __name__ == "__main__":
    main(*sys.argv[1:])
