"""Figures in sentences: what is found, what it means, and where nothing is.

A found figure is written ``TEXT = KIND VALUE [UNIT OR CURRENCY] :HEAD up|down of=INDEX per=UNIT``;
the value's sign is its modifier: ``~5`` about, ``>=5`` at least, ``>5`` more than, ``<=5`` at
most, ``<5`` less than, ``5..10`` between.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.extraction.parsing import ParsedArticle, load, parse
from claims.extraction.quantities import find_quantities, read_figure
from claims.extraction.records import ArticleText, DateSpan, Quantity, plain

Row = tuple[str, ...]

SENTENCES: list[Row] = [
    # counts
    ("The navy seized 48 boats near the harbour.", "48 = count 48 :boat"),
    ("Rescuers pulled 212 strike and decoy drones from the field.", "212 = count 212 :drone"),
    ("Officials counted 1,234,567 ballots.", "1,234,567 = count 1234567 :ballot"),
    ("The town has 12 000 residents.", "12 000 = count 12000 :resident"),
    ("Some 12,34,567 voters registered in the state.", "Some 12,34,567 = count ~1234567 :voter"),
    (
        "Two hundred and twelve passengers were stranded.",
        "Two hundred and twelve = count 212 :passenger",
    ),
    ("A dozen firefighters were treated.", "A dozen = count 12 :firefighter"),
    ("Half a million homes lost power.", "Half a million = count 500000 :home"),
    ("Three dozen villages were cut off.", "Three dozen = count 36 :village"),
    ("About 15 lakh pilgrims arrived.", "About 15 lakh = count ~1500000 :pilgrim"),
    ("The plant employs 2.4m people.", "2.4m = count 2400000 :person"),
    ("The agency added 40k jobs.", "40k = count 40000 :job"),
    ("The museum drew 3.1 million visitors.", "3.1 million = count 3100000 :visitor"),
    ("One consultant resigned.", "One = count 1 :consultant"),
    ("The assembly is a 150-seat chamber.", "150 = count 150 :seat"),
    (
        "The bus held 60 pupils and four teachers.",
        "60 = count 60 :pupil",
        "four = count 4 :teacher",
    ),
    (
        "The blast killed 12 people and wounded 30.",
        "12 = count 12 :person",
        "30 = count 30 :person",
    ),
    (
        "Police arrested 35 protesters on Friday and another 20 on Saturday.",
        "35 = count 35 :protester",
        "20 = count 20 :protester",
    ),
    ("The crash left 9 dead and 14 injured.", "9 = count 9 :person", "14 = count 14 :person"),
    ("She won three times.", "three = count 3 :time"),
    ("The clinic sees 20 patients per week.", "20 = count 20 :patient per=week"),
    ("The committee meets four times a year.", "four = count 4 :time per=year"),
    (
        "He keeps four-, five- and six-string guitars.",
        "four = count 4 :string",
        "five = count 5 :string",
        "six = count 6 :string",
    ),
    ("The party won 52 seats in Kerala.", "52 = count 52 :seat"),
    ("The bill passed 52-48.", "52 = count 52", "48 = count 48"),
    ("The judges issued a 5-4 ruling.", "5 = count 5 :ruling", "4 = count 4 :ruling"),
    # ranges
    ("Between 5 and 10 people drowned.", "Between 5 and 10 = count 5..10 :person"),
    ("The firm will shut 30 to 40 branches.", "30 to 40 = count 30..40 :branch"),
    ("The mine employs 200-250 workers.", "200-250 = count 200..250 :worker"),
    (
        "Repairs will cost $10-15 billion.",
        "$10-15 billion = money 10000000000..15000000000 [USD] :repair",
    ),
    ("Tickets cost between £20 and £35.", "between £20 and £35 = money 20..35 [GBP] :ticket"),
    ("The trip takes five to seven hours.", "five to seven hours = duration 5..7 [hour] :trip"),
    (
        "A five- to 10-year sentence is possible.",
        "five- to 10-year = duration 5..10 [year] :sentence",
    ),
    ("The bags weigh from 3 to 5 kg.", "3 to 5 kg = measure 3..5 [kilogram] :bag"),
    (
        "Salaries range from $40,000 to $60,000 a year.",
        "$40,000 to $60,000 = money 40000..60000 [USD] :salary per=year",
    ),
    ("Growth of 2-3% is likely.", "2-3% = percent 2..3 [percent] :growth up"),
    ("Three or four witnesses came forward.", "Three or four = count 3..4 :witness"),
    ("The sample weighs 12 ± 2 grams.", "12 ± 2 grams = measure 10..14 [gram] :sample"),
    (
        "The estimate is greater than 100 and smaller than 300.",
        "greater than 100 and smaller than 300 = count 100..300 :estimate",
    ),
    # from-to
    (
        "Unemployment rose from 3% to 5%.",
        "3% = percent 3 [percent] :unemployment",
        "5% = percent 5 [percent] :unemployment",
    ),
    (
        "The price fell from $80 to $64 a barrel.",
        "$80 = money 80 [USD] :price",
        "$64 = money 64 [USD] :price per=barrel",
    ),
    (
        "Membership grew from 1,200 to 1,900.",
        "1,200 = count 1200 :membership",
        "1,900 = count 1900 :membership",
    ),
    # bounds
    ("At least 300 sailors deserted.", "At least 300 = count >=300 :sailor"),
    ("No fewer than seven ministers resigned.", "No fewer than seven = count >=7 :minister"),
    ("The strike will hit up to 9,000 passengers.", "up to 9,000 = count <=9000 :passenger"),
    ("As many as 40 people were trapped.", "As many as 40 = count <=40 :person"),
    ("More than 60 schools closed.", "More than 60 = count >60 :school"),
    ("Just over 5,000 people marched.", "Just over 5,000 = count >5000 :person"),
    ("Fewer than 20 tigers remain.", "Fewer than 20 = count <20 :tiger"),
    ("The job took under 30 minutes.", "under 30 minutes = duration <30 [minute] :job"),
    ("Roughly 70 trucks were waiting.", "Roughly 70 = count ~70 :truck"),
    ("An estimated 900 whales were counted.", "An estimated 900 = count ~900 :whale"),
    (
        "Nearly 40% of the electorate stayed at home.",
        "Nearly 40% = percent ~40 [percent] :electorate",
    ),
    ("Almost half of the seats were empty.", "Almost half = ratio ~0.5 :seat"),
    ("Spending was 40,000-plus euros.", "40,000-plus euros = money >=40000 [EUR] :spending"),
    ("Five hundred or more soldiers died.", "Five hundred or more = count >=500 :soldier"),
    ("A dozen or so villages were evacuated.", "A dozen or so = count ~12 :village"),
    ("They were married for over two years.", "over two years = duration >2 [year]"),
    ("The rebels fought over two days.", "two days = duration 2 [day] :rebel"),
    ("Guards handed over 20 prisoners.", "20 = count 20 :prisoner"),
    ("The sensor reads a sub-7 nanometre film.", "sub-7 nanometre = measure <7 [nanometre] :film"),
    # vague
    ("Dozens of houses burned.", "Dozens = count >=24 :house"),
    ("Scores of miners were trapped.", "Scores = count >=40 :miner"),
    ("Hundreds of thousands of people fled.", "Hundreds of thousands = count >=200000 :person"),
    (
        "Tens of millions of dollars vanished.",
        "Tens of millions of dollars = money >=20000000 [USD]",
    ),
    ("The fire destroyed several hundred cars.", "several hundred = count >=200 :car"),
    ("Millions of Americans voted early.", "Millions = count >=2000000 :American"),
    # money
    (
        "The state received EUR1.1 billion in fuel sales.",
        "EUR1.1 billion = money 1100000000 [EUR] :sale",
    ),
    ("The fund raised A$2.5bn.", "A$2.5bn = money 2500000000 [AUD] :fund"),
    ("Turnover reached GBP3.4m.", "GBP3.4m = money 3400000 [GBP] :turnover"),
    ("The plan costs Rs 5 lakh crore.", "Rs 5 lakh crore = money 5000000000000 [INR] :plan"),
    ("Lunch costs RM23.50.", "RM23.50 = money 23.5 [MYR] :lunch"),
    ("A coffee costs 45p.", "45p = money 0.45 [GBP] :coffee"),
    ("The therapy costs $2,000.", "$2,000 = money 2000 [USD] :therapy"),
    ("He sold the house for £2 million.", "£2 million = money 2000000 [GBP] :house"),
    ("Crude traded at $80 a barrel.", "$80 = money 80 [USD] :crude per=barrel"),
    ("The grant is worth €500,000 a year.", "€500,000 = money 500000 [EUR] :grant per=year"),
    (
        "The farm lost 1.2 million Swiss francs.",
        "1.2 million Swiss francs = money 1200000 [CHF] :farm",
    ),
    ("Investors paid 64 cents a share.", "64 cents = money 0.64 [USD] :investor per=share"),
    ("Shoppers spent 30 pounds on cheese.", "30 pounds = money 30 [GBP] :shopper"),
    ("A $150,000 contract was signed.", "$150,000 = money 150000 [USD] :contract"),
    ("The firm owes CHF 40m.", "CHF 40m = money 40000000 [CHF] :firm"),
    # percent
    ("Unemployment stood at 7 per cent.", "7 per cent = percent 7 [percent] :unemployment"),
    (
        "Rates rose by 25 basis points to 5.25 percent.",
        "25 basis points = percent 25 [basis point] :rate up",
        "5.25 percent = percent 5.25 [percent] :rate",
    ),
    (
        "Support fell 3.5 percentage points.",
        "3.5 percentage points = percent 3.5 [percentage point] :support down",
    ),
    ("She holds a 12-point lead in the poll.", "12-point = percent 12 [percentage point] :lead"),
    ("Inflation eased 0.2 points.", "0.2 points = percent 0.2 [percentage point] :inflation down"),
    (
        "The Dow lost 190 points, or 0.6%.",
        "190 points = other 190 [point] :Dow down",
        "0.6% = percent 0.6 [percent] :Dow down",
    ),
    (
        "Shares were up 9.4 per cent to $84.",
        "9.4 per cent = percent 9.4 [percent] :share up",
        "$84 = money 84 [USD] :share",
    ),
    ("The stock closed 3% lower.", "3% = percent 3 [percent] :stock down"),
    ("Oil was down 64 cents.", "64 cents = money 0.64 [USD] :oil down"),
    ("A 25% tax was proposed.", "25% = percent 25 [percent] :tax"),
    ("Exports saw a 19% drop.", "19% = percent 19 [percent] :drop down"),
    ("The index gained 1.2%.", "1.2% = percent 1.2 [percent] :index up"),
    ("Output dropped by a third.", "a third = ratio 0.3333 :output down"),
    ("Prices rose 5% a year.", "5% = percent 5 [percent] :price up per=year"),
    ("Nasdaq +0.8% at the close.", "+0.8% = percent 0.8 [percent] :Nasdaq up"),
    # multiples
    ("Profits doubled.", "doubled = multiple 2 :profit up"),
    ("The herd halved in a decade.", "halved = multiple 0.5 :herd down"),
    ("Exports grew tenfold.", "tenfold = multiple 10 :export up"),
    ("Rents have tripled since spring.", "tripled = multiple 3 :rent up"),
    ("The new reactor is three times as powerful.", "three times = multiple 3 :reactor"),
    # ratios, fractions
    ("One in five children lives in poverty.", "One in five = ratio 0.2"),
    ("Nine out of ten doctors agreed.", "Nine out of ten = ratio 0.9 :doctor"),
    ("Two-thirds of voters backed the plan.", "Two-thirds = ratio 0.6667 :voter"),
    ("A quarter of a million books were burned.", "A quarter of a million = count 250000 :book"),
    ("The ratio of men to women was 3-to-1.", "3-to-1 = ratio 3 :ratio"),
    ("The odds were 27:1.", "27:1 = ratio 27 :odds"),
    ("Half of all scams start online.", "Half = ratio 0.5 :scam"),
    ("Half the flats are empty.", "Half = ratio 0.5 :flat"),
    ("7 of 9 tests failed.", "7 of 9 = ratio 0.7778 :test"),
    # ages, durations
    ("A 47-year-old man was arrested.", "47-year-old = age 47 [year] :man"),
    ("The suspect, 43, was arrested.", "43 = age 43 [year] :suspect"),
    ("Maria Lopez, 29, won the prize.", "29 = age 29 [year] :Lopez"),
    ("The pension covers women aged 60 to 64.", "60 to 64 = age 60..64 [year] :woman"),
    ("The baby was ten months old.", "ten months old = age 10 [month] :baby"),
    ("She is 70.", "70 = age 70 [year]"),
    ("The rescue took 11 hours.", "11 hours = duration 11 [hour] :rescue"),
    ("He waited three and a half years.", "three and a half years = duration 3.5 [year]"),
    ("The talks lasted half an hour.", "half an hour = duration 0.5 [hour] :talk"),
    ("The reform took two decades.", "two decades = duration 2 [decade] :reform"),
    # measures
    (
        "Pumps lift 137,000 barrels a day.",
        "137,000 barrels a day = measure 137000 [barrel per day] :pumps",
    ),
    ("Winds reached 155 mph.", "155 mph = measure 155 [mile per hour] :wind"),
    (
        "The ship carried 1.8 million tonnes of grain.",
        "1.8 million tonnes = measure 1800000 [tonne] :grain",
    ),
    (
        "The reserve covers 300 square kilometres.",
        "300 square kilometres = measure 300 [square kilometre] :reserve",
    ),
    ("It was 30 degrees Celsius in the shade.", "30 degrees Celsius = measure 30 [degree Celsius]"),
    ("Temperatures fell to -12C overnight.", "-12C = measure -12 [degree Celsius] :temperature"),
    (
        "The rocket flew 11 kilometres per second.",
        "11 kilometres per second = measure 11 [kilometre per second] :rocket",
    ),
    (
        "The wall is 30 metres wide and 4ft high.",
        "30 metres = measure 30 [metre] :wall",
        "4ft = measure 4 [foot] :wall",
    ),
    (
        "The 5.2-magnitude quake hit at a depth of 10km.",
        "5.2-magnitude = measure 5.2 [magnitude] :quake",
        "10km = measure 10 [kilometre] :depth",
    ),
    (
        "The turbine makes 40 MWh of electricity.",
        "40 MWh = measure 40 [megawatt hour] :electricity",
    ),
    ("The lake holds 2 gigalitres of water.", "2 gigalitres = measure 2 [gigalitre] :water"),
    ("The car does 45 mpg.", "45 mpg = measure 45 [mile per gallon] :car"),
    # ranks
    ("It is the third-largest bank in Peru.", "third-largest = rank 3 :bank"),
    ("The party finished fourth.", "fourth = rank 4 :party"),
    ("She ranked 14th in the world.", "14th = rank 14"),
    ("The song is No. 6.", "No. 6 = rank 6 :song"),
    ("It was the second deadliest storm on record.", "second deadliest = rank 2 :storm"),
    # parts
    (
        "Russia fired 112 drones, 84 of which were shot down.",
        "112 = count 112 :drone",
        "84 = count 84 :drone of=0",
    ),
    ("Of the 650 seats, the party won 411.", "650 = count 650 :seat", "411 = count 411 :seat of=0"),
    (
        "At least 300 migrants, including 27 children, drowned.",
        "At least 300 = count >=300 :migrant",
        "27 = count 27 :child of=0",
    ),
    ("14 of the 27 nations signed.", "14 = count 14 :nation of=1", "27 = count 27 :nation"),
    (
        "The crash killed 17 people: 12 men and 5 women.",
        "17 = count 17 :person",
        "12 = count 12 :man of=0",
        "5 = count 5 :woman of=0",
    ),
    (
        "The police held 40 marchers; a fifth of them were minors.",
        "40 = count 40 :marcher",
        "a fifth = ratio 0.2 :marcher of=0",
    ),
    (
        "The army lost 90 soldiers, of whom 12 were officers.",
        "90 = count 90 :soldier",
        "12 = count 12 :soldier of=0",
    ),
    (
        "The firm cut 500 jobs, including 200 in Spain.",
        "500 = count 500 :job",
        "200 = count 200 :job of=0",
    ),
    (
        "Some 84 of 112 patients recovered.",
        "Some 84 = count ~84 :patient of=1",
        "112 = count 112 :patient",
    ),
    ("Villagers found 8 bodies, including 27 bags.", "8 = count 8 :body", "27 = count 27 :bag"),
    # coordination, ellipsis, several kinds in one sentence
    (
        "The storm killed 43 people, injured 200 and left 15,000 homeless.",
        "43 = count 43 :person",
        "200 = count 200 :person",
        "15,000 = count 15000 :person",
    ),
    (
        "Voter turnout was 61%, down from 66% in the last vote.",
        "61% = percent 61 [percent] :turnout",
        "66% = percent 66 [percent] :turnout",
    ),
    (
        "The budget is $4 million, or about $50 per resident.",
        "$4 million = money 4000000 [USD] :budget",
        "about $50 = money ~50 [USD] :budget per=resident",
    ),
    (
        "The tower is 300 metres (984 feet) tall.",
        "300 metres = measure 300 [metre] :tower",
        "984 feet = measure 984 [foot] :tower",
    ),
    ("Of those, 12 were children.", "12 = count 12"),
    (
        "The fleet has 40 ships, half of them unarmed.",
        "40 = count 40 :ship",
        "half = ratio 0.5 :ship of=0",
    ),
    (
        "About 30% of the 2,000 workers walked out.",
        "About 30% = percent ~30 [percent] :worker of=1",
        "2,000 = count 2000 :worker",
    ),
    (
        "Three of the four suspects fled.",
        "Three = count 3 :suspect of=1",
        "four = count 4 :suspect",
    ),
    (
        "She lost 12 kilos in six weeks.",
        "12 kilos = measure 12 [kilogram]",
        "six weeks = duration 6 [week]",
    ),
    ("The council raised the fee by $3.", "$3 = money 3 [USD] :fee up"),
    (
        "Wheat prices jumped almost 20% to $9 a bushel.",
        "almost 20% = percent ~20 [percent] :price up",
        "$9 = money 9 [USD] :price per=bushel",
    ),
    ("The 65-year-old owns two dogs.", "65-year-old = age 65 [year]", "two = count 2 :dog"),
    (
        "Police found 3kg of cocaine and £40,000 in cash.",
        "3kg = measure 3 [kilogram] :cocaine",
        "£40,000 = money 40000 [GBP] :cash",
    ),
    (
        "Nearly two-thirds of the 900 cows died.",
        "Nearly two-thirds = ratio ~0.6667 :cow of=1",
        "900 = count 900 :cow",
    ),
    (
        "The pay gap narrowed by 1.5 percentage points.",
        "1.5 percentage points = percent 1.5 [percentage point] :gap down",
    ),
    ("The train reaches 320km/h.", "320km/h = measure 320 [kilometre per hour] :train"),
    (
        "Between 750 and 800 visitors came each day.",
        "Between 750 and 800 = count 750..800 :visitor",
    ),
    ("Over 1,000 MW of solar power was added.", "Over 1,000 MW = measure >1000 [megawatt] :power"),
    ("Twenty-six nations pledged troops.", "Twenty-six = count 26 :nation"),
    ("The forest lost 7,000 hectares.", "7,000 hectares = measure 7000 [hectare] :forest"),
    ("Some 3.5 billion litres leaked.", "Some 3.5 billion litres = measure ~3500000000 [litre]"),
    ("Four in ten teenagers smoke.", "Four in ten = ratio 0.4 :teenager"),
    # beside what is no figure
    ("Pakistan were 312 for 5 with ten wickets to fall.", "ten = count 10 :wicket"),
    (
        "She earned 2 points? See https://example.org/2024/12 and desk7@example.org.",
        "2 = count 2 :point",
    ),
]

SILENT = [
    "The treaty was signed in 1992.",
    "The 1998 film was a flop.",
    "Kick-off is at 7:45pm.",
    "The meeting starts at six o'clock.",
    "He came in the 1970s.",
    "The 2013-14 season was poor.",
    "It happened on 12 May 2024.",
    "The storm hit on Sept. 20.",
    "Call 020 7946 0018 for details.",
    "Dial +44 20 7946 0018 now.",
    "Write to 10 Downing Street.",
    "Rovers won 3-1 at home.",
    "The visitors were 2-0 down.",
    "Boeing 737 jets and F-16 fighters were grounded.",
    "The G7 met in Bonn.",
    "Covid-19 cases jumped.",
    "Article 5 and Resolution 1701 apply.",
    "Channel 4 showed it on page 12.",
    "A category 4 storm is a class 10 event.",
    "The 9/11 attacks changed everything, 24/7.",
    "No one was hurt.",
    "It was one of those days.",
    "One should never lie.",
    "That one is better.",
    "It was his first time and her 100th cap.",
    "The second defendant wept.",
    "In the 14th century, the 21st birthday mattered.",
    "The phone has 5G.",
    "The serial number was 12345678901234567890123456789012345678901234567890.",
    "In a decade, a night can change a life.",
]

MISREAD: list[tuple[str, str, str]] = [
    # what should come out and does not yet, with the reason
    (
        "The stadium cost ¥30 billion.",
        "¥30 billion = money 30000000000 [JPY] :stadium",
        "parser reads a noun cost",
    ),
]

_SIGNS = {
    "exact": "",
    "about": "~",
    "at_least": ">=",
    "more_than": ">",
    "at_most": "<=",
    "less_than": "<",
}


def shown(figure: Quantity) -> str:
    """The figure in the notation of the tables."""
    if figure.modifier == "between":
        value = f"{plain(figure.low)}..{plain(figure.high)}"
    else:
        bound = figure.high if figure.low is None else figure.low
        value = f"{_SIGNS[figure.modifier]}{plain(bound)}"
    parts = [figure.text, "=", figure.kind, value]
    if unit := figure.unit or figure.currency:
        parts.append(f"[{unit}]")
    if figure.counted:
        parts.append(f":{figure.counted.head}")
    if figure.change:
        parts.append({"increase": "up", "decrease": "down"}[figure.change])
    if figure.part_of is not None:
        parts.append(f"of={figure.part_of}")
    if figure.per:
        parts.append(f"per={figure.per}")
    return " ".join(parts)


def parsed(*texts: str) -> list[ParsedArticle]:
    articles = [ArticleText(str(number), text) for number, text in enumerate(texts)]
    return list(parse(articles, load()))


@pytest.fixture(scope="module")
def found() -> dict[str, list[str]]:
    """The figures of every sentence of the tables, parsed in one batch."""
    sentences = [*(row[0] for row in SENTENCES), *SILENT, *(row[0] for row in MISREAD)]
    return {
        article.text: [shown(figure) for figure in find_quantities(article, [])]
        for article in parsed(*sentences)
    }


@pytest.mark.parametrize("row", SENTENCES, ids=lambda row: row[0])
def test_finds(found: dict[str, list[str]], row: Row) -> None:
    assert found[row[0]] == list(row[1:])


@pytest.mark.parametrize("sentence", SILENT)
def test_stays_silent(found: dict[str, list[str]], sentence: str) -> None:
    assert found[sentence] == []


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        pytest.param(row[0], row[1], marks=pytest.mark.xfail(strict=True, reason=row[2]))
        for row in MISREAD
    ],
)
def test_does_not_read_yet(found: dict[str, list[str]], sentence: str, figure: str) -> None:
    assert found[sentence] == [figure]


def one(text: str, dates: list[DateSpan] | None = None) -> list[Quantity]:
    (article,) = parsed(text)
    return find_quantities(article, dates or [])


def test_part_links_count_over_the_whole_article() -> None:
    figures = one("Two boats sank.\n\nThe crew lost 90 sailors, 12 of whom were officers.")
    assert [figure.part_of for figure in figures] == [None, None, 1]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The flood killed 12 people in Kharkiv.", "Kharkiv"),
        ("In Germany, 30 banks failed.", "Germany"),
        ("France sent 30 doctors.", None),
    ],
)
def test_place_is_where_the_figure_holds(text: str, place: str | None) -> None:
    (figure,) = one(text)
    assert (figure.place.text if figure.place else None) == place


def date_in(text: str, words: str) -> DateSpan:
    start = text.index(words)
    day = date(2024, 5, 12)
    return DateSpan(start, start + len(words), words, day, day)


def test_a_date_is_no_figure_and_says_when_the_figure_holds() -> None:
    text = "The flood killed 43 people on 12 May.\n\nOn Monday 12 villages were empty."
    dates = [date_in(text, "12 May"), date_in(text, "Monday")]
    assert [(figure.text, figure.dates) for figure in one(text, dates)] == [
        ("43", (0,)),
        ("12", (1,)),
    ]


def test_a_date_in_another_clause_does_not_say_when() -> None:
    text = "The mayor, who was elected on Sunday, closed 12 schools."
    (figure,) = one(text, [date_in(text, "Sunday")])
    assert figure.dates == ()


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("1,100,000,000", "1,100,000,000 = count 1100000000"),
        ("1.1bn", "1.1bn = count 1100000000"),
        ("€1.1 billion", "€1.1 billion = money 1100000000 [EUR]"),
        ("1,100,000,000 EUR", "1,100,000,000 EUR = money 1100000000 [EUR]"),
        ("84 drones", "84 = count 84 :drone"),
        ("40%", "40% = percent 40 [percent]"),
        ("about 5 km", "about 5 km = measure ~5 [kilometre]"),
        ("12 lakh", "12 lakh = count 1200000"),
        ("43 dead people", "43 = count 43 :person"),
        ("7 boxes", "7 = count 7 :box"),
        ("5 to 10", "5 to 10 = count 5..10"),
        ("2024", "2024 = count 2024"),
        ("$80 a barrel", "$80 = money 80 [USD] per=barrel"),
    ],
)
def test_a_typed_search_is_read_without_syntax(text: str, figure: str) -> None:
    read = read_figure(text)
    assert read is not None
    assert shown(read) == figure


@pytest.mark.parametrize("text", ["", "drones", "Macron 112 drones", "12 or 43", "9" * 50])
def test_a_search_without_one_figure_is_none(text: str) -> None:
    assert read_figure(text) is None


_WORDS = (
    "12 1,234 3.5 % $ €5 EUR1.1 billion m one two half third of the which them including to - – and"
    " between from rose by km people drones, . ( ) : 2018 May a dozen of them of those -5 nearly"
    " more than 5% £3.4m 7/8 27:1 F-16 fourth"
)
WORDS = st.sampled_from([*_WORDS.split(), "\n"])


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=14).map(" ".join) | st.text(max_size=60))
def test_whatever_the_text_figures_keep_their_promises(text: str) -> None:
    (article,) = parsed(text)
    figures = find_quantities(article, [])
    assert figures == find_quantities(article, [])
    for figure in figures:
        assert figure.text == text[figure.start : figure.end]
        if figure.low is not None and figure.high is not None:
            assert figure.low <= figure.high
        for bound in (figure.low, figure.high):
            assert bound is None or len(bound.normalize().as_tuple().digits) <= 15
        if figure.part_of is not None:
            check_part(figure, figures[figure.part_of])
    assert all(a.end <= b.start for a, b in pairwise(figures))


def check_part(part: Quantity, whole: Quantity) -> None:
    assert part is not whole
    if part.kind == whole.kind and part.kind not in ("percent", "ratio"):
        assert (part.low or part.high or Decimal(0)) <= (whole.high or whole.low or Decimal(0))


@settings(max_examples=100)
@given(st.text(alphabet="0123456789.,-–$€%kmbn toandf/:", max_size=80))
def test_a_typed_search_never_raises(text: str) -> None:
    read = read_figure(text)
    assert read is None or read.text == text[read.start : read.end]


def test_a_wall_of_digits_is_no_figure() -> None:
    assert one("9" * 100_000) == []
