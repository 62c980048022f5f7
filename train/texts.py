#!/usr/bin/env python3
"""Gathers English text to learn from. Python 3, standard library only.

usage: texts.py OUT SOURCE...   a source is an NDJSON file {id, title?, text} or a folder of *.html.gz pages

Writes lines {id, text}. One block a line; a line of more than 40 characters that was seen before is left out, as is
what is not English by its share of function words. Of a page, blocks of at least six words are taken.
"""
import glob
import gzip
import html.parser
import json
import os
import re
import sys

FUNCTION_WORDS = set(
    """the of and to in that is was for on with he it as his be at by had not are but from or have an they which one you
    were her all she there would their we him been has when who will more no if out so said what up its about into than
    them can only other new some could time these two may then do first any my now such like our over man me even most
    made after also""".split()
)
BLOCKS = set("p li h1 h2 h3 h4 td div blockquote br section article tr figcaption dd dt title".split())
SKIPPED = set("script style noscript svg textarea select".split())


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts, self.skipping = [], 0

    def handle_starttag(self, tag, attributes):
        self.skipping += tag in SKIPPED
        if tag in BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag):
        self.skipping = max(0, self.skipping - (tag in SKIPPED))
        if tag in BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data):
        if not self.skipping:
            self.parts.append(data.replace("\n", " "))

    def text(self):
        return "\n".join(line for line in "".join(self.parts).split("\n") if len(line.split()) >= 6)


def is_english(text):
    words = re.findall(r"[A-Za-z]+", text.lower())
    return len(words) >= 20 and sum(word in FUNCTION_WORDS for word in words) / len(words) > 0.22


def pages(folder):
    for path in sorted(glob.glob(os.path.join(folder, "*.html.gz"))):
        with gzip.open(path) as file:
            raw = file.read()
        if len(raw) > 3_000_000:
            continue
        charset = re.search(rb'charset=["\']?([\w-]+)', raw[:3000])
        try:
            source = raw.decode(charset.group(1).decode() if charset else "utf-8")
        except (LookupError, UnicodeDecodeError):
            source = raw.decode("utf-8", "replace")
        page = Page()
        page.feed(source)
        yield "page-" + os.path.basename(path)[:-8], page.text()


def records(path):
    with open(path, encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            yield record["id"], (record.get("title") or "") + "\n" + (record.get("text") or "")


def main(out, sources):
    seen, count, words = set(), 0, 0
    with open(out, "w", encoding="utf-8") as target:
        for source in sources:
            for id, text in pages(source) if os.path.isdir(source) else records(source):
                if not is_english(text):
                    continue
                lines = []
                for line in (" ".join(line.split()) for line in text.split("\n")):
                    if line and (len(line) <= 40 or line not in seen):
                        seen.add(line)
                        lines.append(line)
                kept = "\n".join(lines)
                if len(kept) >= 60:
                    target.write(json.dumps({"id": id, "text": kept}, ensure_ascii=False) + "\n")
                    count, words = count + 1, words + len(kept.split())
    print(f"{count} texts, {words} words", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
