#!/usr/bin/env python3
"""Makes a twin of the set on which the judge of copies was tuned: other texts, outlets, templates and kinds of edits.

    twin.py DIR --seed N [--half 0|1] [--without FILE]... TEXTS...

TEXTS and FILE are JSON lines with a `text`, perhaps a `title`. A text that shares a tenth of its 6-grams with an earlier
one or with FILE is left out. --half takes the one or the other half of the texts, so that a judge can be changed on one
and measured on the other. Writes DIR/articles.jsonl in stream order, and DIR/truth.jsonl: cluster and kind of each.
"""
import argparse
import datetime
import json
import pathlib
import random
import re
import zlib

import edits
import frames
import negatives

START = datetime.datetime(2026, 5, 2, 5, tzinfo=datetime.timezone.utc)
HOURS = 14 * 24
TOWNS = "Alder Birch Cedar Dover Elm Fern Grove Hazel Ivy Juniper Kestrel Larch Maple Nettle Oak Poplar".split()
PAPERS = "Argus Bulletin Clarion Echo Enquirer Gleaner Mail Messenger Mirror News Observer Standard Voice".split()

# What an outlet may print around an article; {o} is its name, {h} its host, {n} a number that differs by page.
ABOVE = [
    "{o} | Latest | Local | Money | Sport | Culture | Comment | Shop | Log out",
    "This page loads faster with our app. Open it in the {o} app.",
    "Reading time: {n} minutes. Listen, save or print this story.",
    "Dies ist eine automatisch übersetzte Seite von {o}. Alle Angaben ohne Gewähr.",
    "Suscríbase hoy a {o} y reciba cada mañana las noticias más importantes de su ciudad.",
    "You are reading story {n} of your 10 free stories. Register with {o} to carry on.",
    "Please switch off your ad blocker for {h}, since advertising pays for our reporters.",
]
BELOW = [
    "What do you think? Write to the editor at letters@{h} and tell us, with your full name and street.",
    "The {o} corrects its mistakes. If you find one in this story, let our readers' desk know by telephone.",
    "© {o} Media Group. No part of this page may be copied or sent on without our written permission.",
    "Get the {o} weekend letter: one long read, one recipe and one walk, each Friday at seven.",
    "Read next: {n} things that our readers talked about. The week in pictures. Who won and who lost.",
    "Advertise in the {o}: call our sales desk, who will gladly make you an offer.",
    "Lesen Sie auch: Was heute wichtig ist. Das Wetter in Ihrer Nähe. Alle Ergebnisse vom Wochenende.",
]
BANNER = (
    "Welcome to {o}. With your consent we and our {n} suppliers keep small files on your device to remember you, to count"
    " visits and to show advertising that may interest you. Choose what you allow below; you can come back to this choice"
    " at any time from the foot of each page of {o}. Refusing has no effect on what you can read. Front page. Sign in."
    " My account. Today's paper. Back issues. Births and deaths. Crossword. Sudoku. Bargains. Motors. Rooms to let. Help"
    " wanted. Weddings. School run. Ferries. Trains. Our shops. Our app. Get in touch. Work with us. Most read at {o} now."
)
CREDITS = ["By {a} reporters", "Source: {a}.", "With material from {a}.", "({a}) staff contributed to this story."]
AGENCIES = ["Continental Press", "NordNews", "Agence Centrale", "United Wires"]


class Outlet:
    """A host with its own forms of address and its own words around each article."""

    def __init__(self, rng, town):
        self.name = town + rng.choice(["ton ", "field ", "shire ", " Valley "]) + rng.choice(PAPERS)
        self.host = "www." + self.name.replace(" ", "").lower() + ".example"
        self.above = rng.sample(ABOVE, rng.randrange(4))
        self.below = rng.sample(BELOW, rng.randrange(5))
        self.chatty = rng.choice([0.3, 0.6, 1])
        self.banner = BANNER if rng.random() < 0.2 else BANNER.replace("{n}", str(rng.randrange(90, 900)))
        self.address = rng.choice(["/story/{n}", "/{d:%Y/%m}/{s}.html", "/{d:%Y/%m/%d}/{s}", "/news/{s}-{n}"])

    def words(self, rng, line):
        return line.format(o=self.name, h=self.host, n=rng.randrange(2, 9))

    def dress(self, rng, paragraphs, banner=False):
        """The page's text: what stands above, the article, what stands below."""
        def some(lines):
            return [self.words(rng, line) for line in lines if rng.random() < self.chatty]

        return ([self.words(rng, self.banner)] if banner else []) + some(self.above) + paragraphs + some(self.below)

    def url(self, rng, title, when):
        slug = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:60]
        return "https://" + self.host + self.address.format(n=rng.randrange(10**6, 10**7), d=when, s=slug)


class Stream:
    """What has been published, in no order yet."""

    def __init__(self, rng):
        self.rng = rng
        self.outlets = [Outlet(rng, town) for town in TOWNS]
        self.pages = []
        self.clusters = 0

    def cluster(self):
        self.clusters += 1
        return "c%05d" % self.clusters

    def when(self):
        return START + datetime.timedelta(hours=self.rng.uniform(0, HOURS))

    def after(self, when, hours):
        return when + datetime.timedelta(hours=hours)

    def publish(self, cluster, kind, outlet, title, paragraphs, when, url=None):
        url = url or outlet.url(self.rng, title, when)
        page = dict(url=url, title=title, text="\n\n".join(paragraphs), published=when, source=outlet.host[4:])
        self.pages.append((page, cluster, kind))
        return page

    def write(self, directory):
        self.pages.sort(key=lambda each: (each[0]["published"], each[0]["url"]))
        directory.mkdir(parents=True, exist_ok=True)
        with open(directory / "articles.jsonl", "w") as articles, open(directory / "truth.jsonl", "w") as truth:
            for number, (page, cluster, kind) in enumerate(self.pages):
                line = dict(page, id="t%06d" % number, published=page["published"].strftime("%Y-%m-%dT%H:%M:%SZ"))
                articles.write(json.dumps(line, ensure_ascii=False) + "\n")
                truth.write(json.dumps(dict(id=line["id"], cluster=cluster, kind=kind)) + "\n")


def story(stream, source, filler):
    """One story: its first page, then what others and it itself make of it."""
    rng = stream.rng
    cluster, home, when = stream.cluster(), rng.choice(stream.outlets), stream.when()
    pages = [("original", home, source.title, home.dress(rng, credited(rng, source.paragraphs)), None)]
    for kind in rng.sample(list(edits.KINDS), rng.choice([1, 2, 2, 2, 2, 3, 3, 4, 6, 9])):
        pages.append(version(rng, kind, stream, source, pages[0], filler))
    # An outlet's own versions come after its first; others may come before it.
    first = rng.randrange(len(pages)) if rng.random() < 0.5 else 0
    times = sorted(min(80, rng.lognormvariate(0.9, 1.3)) for _ in pages[1:])
    rest = pages[1:]
    own = [page for page in rest if page[4] == "own"]
    foreign = [page for page in rest if page[4] != "own"]
    ordered = foreign[:first] + [pages[0]] + mixed(rng, foreign[first:], own)
    url = None
    for (kind, outlet, title, paragraphs, whose), hours in zip(ordered, [0] + times):
        at = when + datetime.timedelta(hours=hours)
        page = stream.publish(cluster, kind, outlet, title, paragraphs, at, url if whose == "own" else None)
        url = page["url"] if kind == "original" else url


def mixed(rng, some, others):
    both = some + others
    rng.shuffle(both)
    return both


def version(rng, kind, stream, source, original, filler):
    edit = edits.KINDS[kind]
    paragraphs = list(source.paragraphs)
    if kind in edits.SAME_ADDRESS:
        own = original[3] if kind == "recrawl" else edit(rng, list(original[3]), filler)
        return kind, original[1], source.title, own, "own"
    outlet = rng.choice([each for each in stream.outlets if each is not original[1]])
    if kind == "exact_copy":
        return kind, outlet, source.title, list(original[3]), None
    title = edits.other_title(rng, source.title) if rng.random() < 0.5 else source.title
    edited = credited(rng, edit(rng, paragraphs, filler))
    return kind, outlet, title, outlet.dress(rng, edited, kind == "heavy_boilerplate"), None


def credited(rng, paragraphs):
    """Perhaps with a dateline and a credit of an agency."""
    agency = rng.choice(AGENCIES)
    if rng.random() < 0.4:
        place = rng.choice(TOWNS).upper()
        paragraphs = ["%s, %d May (%s) - %s" % (place, rng.randrange(1, 29), agency, paragraphs[0])] + paragraphs[1:]
    return paragraphs + ([rng.choice(CREDITS).format(a=agency)] if rng.random() < 0.3 else [])


class Source:
    """A text to make articles of; often only its beginning, since much of the news is short."""

    def __init__(self, rng, title, text):
        paragraphs = [" ".join(block.split()) for block in re.split(r"\n\s*\n", text) if block.strip()]
        self.title = title or " ".join(text.split()[:8])
        self.whole = paragraphs
        most = rng.randrange(60, 200) if rng.random() < 0.5 else 900
        self.paragraphs = edits.beginning(paragraphs, most)
        self.length = sum(len(each.split()) for each in paragraphs)


def grams(text):
    words = re.findall(r"\w+", text.lower())
    return {hash(tuple(words[i:i + 6])) for i in range(len(words) - 5)}


def read(paths):
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                if len((record.get("text") or "").split()) >= 25:
                    yield record.get("title") or "", record["text"]


def sources(arguments, rng):
    seen = set()
    for _, text in read(arguments.without):
        seen |= grams(text)
    chosen = []
    for title, text in read(arguments.texts):
        own = grams(text)
        if len(own & seen) < 0.1 * len(own):
            seen |= own
            if arguments.half is None or zlib.crc32(text.encode()) % 2 == arguments.half:
                chosen.append(Source(rng, title, text))
    rng.shuffle(chosen)
    return chosen


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("directory", type=pathlib.Path)
    parser.add_argument("texts", nargs="+")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--half", type=int, choices=[0, 1])
    parser.add_argument("--without", action="append", default=[])
    arguments = parser.parse_args()
    rng = random.Random(arguments.seed)
    stream = Stream(rng)
    texts = sources(arguments, rng)
    long = [each for each in texts if each.length >= 150]
    brief = [each for each in texts if each.length < 150]
    stories, singles = long[:len(long) * 2 // 3], long[len(long) * 2 // 3:]
    brief, filler = brief[:1200], [paragraph for each in brief[1200:] for paragraph in each.whole]
    for source in stories:
        story(stream, source, filler)
    negatives.publish(stream, stories, singles, filler, brief)
    frames.publish(stream, arguments.half)
    stream.write(arguments.directory)
    print("%d articles, %d stories" % (len(stream.pages), stream.clusters))


if __name__ == "__main__":
    main()
