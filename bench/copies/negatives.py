"""What is no copy although it looks like one: one form with other contents, and texts that share a part."""
import re

import edits

FIRST = "Ada Bruno Clara Dmitri Elsa Farid Greta Hugo Ines Jonas Kaya Leo Mina Nils Olga Pavel Rosa Sven Tara Umar".split()
LAST = "Abbott Berg Castle Dunn Eklund Frost Gale Holm Irwin Jarvis Kemp Lund Mercer North Orr Pike Quill Rowe Stone".split()
PLACES = "Amber Bank,Crow Hill,Dunford,Eastmere,Fox Green,Gorse End,Highcliff,Inverlea,Kingsholt,Longmoor,Marsh Side".split(",")
FIRMS = "Arbor Mills,Bright Foods,Copperline,Delvaux,Eastern Rail,Fennel Labs,Granit,Hollis Motor,Iona Power".split(",")
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

# <a|b> is one of them, <n 1-9> and <d 1-9> numbers, <name>, <place>, <firm> and <day> what they say; <name:1> is the same
# wherever it stands in one text. What is in {braces} is repeated three to eight times.
FORMS = {
    "market": "Shares in the city <rose|fell> on <day> as <oil|bank|retail|mining> stocks <led the way|lost ground>. The index"
    " of leading shares ended <n 3-190> points <higher|lower> at <d 4000-9000>, <a gain|a loss> of <d 0-3> per cent.\n\n<firm>"
    " was the strongest, up <d 1-9> per cent at <n 90-900> pence, while <firm> lost <d 1-9> per cent to <n 90-900> pence. The"
    " pound bought <d 1-2> dollars and <d 1-2> euros. Brent crude stood at <d 50-110> dollars a barrel.",
    "weather": "It will be a <bright|dull|windy|wet> <day> in <place:1>, where <n 2-29> degrees are expected at noon and <n 0-12>"
    " at night. Rain is <likely|unlikely>, with <n 0-20> millimetres by evening. Winds blow from the <north|west|south|east>"
    " at <n 4-60> kilometres an hour.\n\nThe tide is high at <n 1-12>.<n 10-59> and low at <n 1-12>.<n 10-59>. The river at"
    " <place:1> stands at <n 80-400> centimetres.",
    "sport": "<place:1> <won|drew|lost> <n 0-5>-<n 0-5> against <place:2> on <day>. <name:1> opened the scoring in the"
    " <n 2-89>th minute, before <name:2> answered from <n 8-30> metres. <name> saved a penalty by <name:1> after <n 50-90> minutes"
    ".\n\n<place:1> now have <n 4-80> points from <n 5-38> matches; <place:2> stand <n 2-20>th. There were <n 300-42000> in the"
    " ground. The next match is at home to <place> on <day>.",
    "lottery": "The numbers of the <day> draw are <n 1-49>, <n 1-49>, <n 1-49>, <n 1-49>, <n 1-49> and <n 1-49>; the extra"
    " number is <n 0-9>. <no|one|two> ticket had all six. The next pot holds about <n 1-60> million. Winners should come forward"
    " within ninety days with the ticket signed on its back. All figures are without guarantee.",
    "earnings": "<firm:1> said its net profit for the <first|second|third|fourth> quarter <rose|fell> to <d 1-900> million"
    " euros from <d 1-900> million a year earlier. Sales came to <d 1-9> billion, and analysts had looked for <d 1-9> billion.\n\n"
    "\"We are <pleased|content|not satisfied> with these results,\" chief executive <name> said. For the full year <firm:1>"
    " expects growth of <n 1-15> per cent. Its shares traded at <d 5-300> euros, <up|down> <d 0-9> per cent.",
    "police": "The police of <place:1> report on the past night.\n\n{<Burglary|Accident|Fire|Brawl|Theft of a car>: At <n 1-12>.<n"
    " 10-59> in <place> Road a <man|woman> of <n 18-80> was <hurt|caught|seen>. Damage is put at <n 200-9000> euros.\n\n}"
    "Whoever saw anything is asked to call the station at <n 100-999> <n 1000-9999>.",
    "horoscope": "The stars for your <day>, sign by sign, as our astrologer sees them.\n\n{<Ram|Bull|Twins|Crab|Lion|Scales|Goat>:"
    " <Keep to what you know|A letter is on its way|Say no for once|Somebody needs your ear|Money comes and goes|Do not drive"
    " tonight|Love is nearer than you think|Old plans bear fruit at last|The moon lends you courage|A neighbour surprises you|Be"
    " slow to sign anything|What seemed lost turns up|Your boss has noticed you|A quarrel is soon forgotten|Let the day come to"
    " you>. <Rest early and well|Wear something blue|Avoid sweets until evening|Call your mother again|Trust the numbers this"
    " time|Let others speak first|Take the long way home|Leave the wallet closed|Water the plants|Look up an old friend|Go"
    " out without a plan|Say what you mean>.\n\n}",
    "obituary": "<name:1> of <place:1> died on <n 1-28> <March|April> at the age of <n 60-101>. Born in <place> in <n 1925-1960>,"
    " <name:1> worked for <n 10-45> years at <firm> and sang in the choir.\n\nThe service is on <day> at <n 9-15>.<n 10-59> in"
    " the chapel of <place>. The family thanks the nurses of the ward and asks for no flowers, but for gifts to the lifeboat.",
    "dividend": "<firm:1> will pay its shareholders <d 0-9> euros a share for the <half|full> year, on <n 1-28> <May|June|July>. Those"
    " who hold shares of <firm:1> on <n 1-28> <April|May> are entitled to it.",
    "correction": "In a report on <firm|place|name> on <day> we gave a wrong <age|name|amount|date>. The right one is <n 2-900>"
    " and not <n 2-900>. We are sorry for the mistake, which has been put right in our archive and in the app.",
    "events": "What is on in <place:1> this <day>.\n\n{<n 9-22>.<n 10-59> <Concert|Lecture|Market|Walk|Reading|Film> with <name>,"
    " <place> Hall. Tickets from <n 3-40> euros at the door.\n\n}Send us your dates two weeks ahead; printing them is free.",
    "property": "A <light|quiet|large> <house|flat> of <n 40-300> square metres with <n 2-9> rooms in <place:1>, built in <n"
    " 1890-2020>, is for sale at <n 90-900>,<n 100-999> euros. It has a <garden|balcony|cellar|garage> and looks <south|west|east>."
    " Running costs are <n 150-700> euros a month. Viewings are on <day> from <n 9-17>. Energy class <A|B|C|D>.",
    "recipe": "Today's recipe serves <n 2-8> and takes <n 15-90> minutes. You need <n 100-900> grams of <flour|rice|beans|fish>, <n"
    " 2-6> <eggs|onions|apples|leeks> and <n 10-200> millilitres of <milk|stock|cream|wine>.\n\nHeat the oven to <n 140-230> degrees."
    " Chop, stir and season with salt, pepper and a little <nutmeg|thyme|chilli|sage>. Bake for <n 10-80> minutes and let it rest"
    " for <n 3-30>. It goes well with <salad|bread|potatoes>.",
    "quake": "An earthquake of magnitude <d 2-7> struck <n 4-90> kilometres <north|south|east|west> of <place:1> on <day> at <n 1-12>."
    "<n 10-59>, at a depth of <d 2-90> kilometres. In the past ten days there were <n 1-12> others nearby. This note was written"
    " by a program from the data of the seismological service and checked by an editor.",
    "director": "<name:1>, a director of <firm:1>, sold <n 500-9000> shares of the company on <day> at an average of <d 5-300> euros,"
    " for a total of <n 10-900>,<n 100-999> euros. Afterwards <name:1> held <n 1000-90000> shares.\n\n<firm:1> opened at <d 5-300>"
    " euros on <day>. Its price-to-earnings ratio is <d 4-60>, its market value <d 1-40> billion, and its average of fifty"
    " days <d 5-300> euros. Three analysts call the stock a buy, <n 2-9> a hold.",
    "roads": "Roadworks close <place> Street in <place:1> from <day> to <day>, between the <bridge|school|station|church> and <place>"
    " Lane. Drivers go by way of <place> Road. Bus <n 2-99> leaves <n 3-20> minutes later. The council asks for patience.",
    "late_rates": "Rates of exchange on <day>, as our bank gave them at noon. One euro buys <d 1-2> dollars, <n 110-170> yen, <d 0-1>"
    " pounds, <d 9-12> kronor and <d 4-5> zloty. Buying and selling differ by <n 1-5> per cent.\n\nGold costs <n 1500-3000> and"
    " silver <n 15-40> dollars an ounce. A litre of fuel is <d 1-2> euros at the stations of <place> and <d 1-2> in <place>.",
    "late_screen": "On the screen this <day>, picked by <name>.\n\n{<n 17-23>.<n 10-59>, channel <n 1-12>: <The Long|A Short|My Other"
    "|The Last> <Summer|Road|Winter|Letter>. <name> and <name> in a <quiet|loud|clever|slow> <drama|comedy|thriller> that"
    " <pleases|moves|tires> to the end.\n\n}",
    "late_vacancy": "<firm:1> of <place:1> is looking for <a clerk|a driver|a nurse|an engineer|two cooks> from the first of <May|June>,"
    " for <n 16-40> hours a week. You bring <n 1-9> years of work in a like position and like to be among people. We pay <n"
    " 1800-5200> euros and thirty days of leave. Write to <name> by <day>, with your papers in one file.",
}


def fill(rng, form):
    """A text in this form."""
    form = re.sub(r"{(.*?)}", lambda m: m[1] * rng.randrange(3, 9), form, flags=re.S)
    known = {}

    def slot(match):
        what = match[1]
        if "|" in what:
            return rng.choice(what.split("|"))
        if what[:2] in ("n ", "d "):
            low, high = map(int, what[2:].split("-"))
            return str(rng.randint(low, high)) if what[0] == "n" else "%.2f" % rng.uniform(low, high)
        if what not in known:
            known[what] = {"name": lambda: rng.choice(FIRST) + " " + rng.choice(LAST), "place": lambda: rng.choice(PLACES),
                           "firm": lambda: rng.choice(FIRMS), "day": lambda: rng.choice(DAYS)}[what.split(":")[0]]()
        value = known[what]
        if ":" not in what:
            del known[what]
        return value

    return re.sub(r"<([^<>]+)>", slot, form).strip().split("\n\n")


ABOUT = (
    "About {firm}: {firm} is a leading supplier of solutions for homes, farms and industry, with {n} people at {m} sites on"
    " four continents. Founded in a shed by two sisters, the company has brought out more than three hundred products and"
    " holds patents for many of them. {firm} is listed on the stock exchange and gives a hundredth of its profit to schools."
    " This notice holds statements about the future, which are subject to risk; actual results may differ, and {firm} is"
    " under no duty to correct them. Contact: press office of {firm}, telephone and mail on our site."
)
COLUMN = (
    "Every week {name} walks through {place} with open eyes and an open notebook, talks to whoever has the time and writes down"
    " what others walk past. Readers who would like a visit can send a card to the newsroom. Here is what happened this week."
)


def publish(stream, stories, singles, filler, brief):
    rng = stream.rng
    for form in FORMS:
        templates(stream, form)
    for source in singles:
        emit(stream, "single", source.title, source.paragraphs)
    for number, source in enumerate(brief):
        kind = ("neg_brief", "neg_boiler_brief", "single")[number % 3]
        emit(stream, kind, source.title, source.paragraphs, banner=kind == "neg_boiler_brief")
    for _ in range(len(singles) // 10):
        news = edits.strange(filler, rng.randrange(100, 400))
        sharing(stream, "neg_followup_bg", [news], part(rng, rng.choice(stories + singles), 0.35))
    for _ in range(len(singles) // 10):
        two = [edits.strange(filler, rng.randrange(120, 300)) for _ in range(2)]
        quote = edits.beginning(edits.strange(filler, 40), 60)
        sharing(stream, "neg_same_quote", two, ['"' + " ".join(quote) + '"'])
        firm = dict(firm=rng.choice(FIRMS), n=rng.randrange(100, 9000), m=rng.randrange(3, 60))
        two = [edits.strange(filler, rng.randrange(150, 350)) for _ in range(2)]
        sharing(stream, "neg_press_release", two, [ABOUT.format(**firm)])
    for _ in range(6):
        intro = COLUMN.format(name=rng.choice(FIRST), place=rng.choice(PLACES))
        sharing(stream, "neg_column", [edits.strange(filler, 200) for _ in range(6)], [intro], rng.choice(stream.outlets))
    for _ in range(len(singles) // 6):
        digest(stream, rng.sample(stories + singles, rng.randrange(5, 10)))
    for _ in range(12):
        intro = "Our ticker for the day. The newest stands on top; what you see here is renewed by our desk all the time."
        lines = ["%d.%02d %s" % (rng.randrange(6, 23), rng.randrange(60), line) for line in edits.strange(filler, 150)]
        page = stream.outlets[0]
        stream.publish(stream.cluster(), "neg_url_reuse", page, "Ticker", [intro] + lines, stream.when(),
                       "https://" + page.host + "/ticker")


def emit(stream, kind, title, paragraphs, outlet=None, banner=False):
    outlet = outlet or stream.rng.choice(stream.outlets)
    return stream.publish(stream.cluster(), kind, outlet, title, outlet.dress(stream.rng, paragraphs, banner), stream.when())


def templates(stream, form):
    """Half of them of one host, which may print no words around them."""
    rng, home = stream.rng, stream.rng.choice(stream.outlets)
    for number in range(30):
        paragraphs = fill(rng, FORMS[form])
        if number % 2:
            stream.publish(stream.cluster(), "neg_tpl_" + form, home, form.title(), paragraphs, stream.when())
        else:
            emit(stream, "neg_tpl_" + form, form.title(), paragraphs)


def part(rng, source, share):
    """Up to three sentences of a text, no more than this share of it."""
    lines = [line for paragraph in source.paragraphs for line in edits.sentences(paragraph)]
    count = min(3, max(1, int(len(lines) * share)))
    first = rng.randrange(len(lines) - count + 1)
    return lines[first:first + count]


def sharing(stream, kind, texts, shared, outlet=None):
    """Texts of their own that have a part in common."""
    for paragraphs in texts:
        at = 0 if kind == "neg_column" else stream.rng.randrange(1, len(paragraphs) + 1)
        emit(stream, kind, paragraphs[0][:50], paragraphs[:at] + shared + paragraphs[at:], outlet)


def digest(stream, sources):
    items = [source.title + ": " + " ".join(part(stream.rng, source, 0.3)) for source in sources]
    title = stream.rng.choice(["The day at a glance", "Noon briefing", "What you should know tonight"])
    emit(stream, "neg_digest", title, items)
