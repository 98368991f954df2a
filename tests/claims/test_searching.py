"""What a search finds: the same on every database, whatever is typed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from claims.figures import implied_interval, key_of, read_sought
from claims.labels import compact
from claims.models import Claim, Quantity, User
from claims.queue import search
from claims.queue.spans import measure_number
from claims.queue.words import LETTERS
from tests.making import make_article, make_claim, make_many

pytestmark = pytest.mark.django_db

TEXTS = {
    "covid": "COVID-19 emptied the wards of Harl",
    "covid spaced": "Covid 19 came back in May",
    "jet": "An F-16 crashed near Vell",
    "jets": "The coast guard sold its F-16s",
    "jet glued": "The F16 flies no more",
    "jet of another kind": "A Falcon passed 16 ships",
    "result": "Vell beat Harl 3–1 on Sunday",
    "result turned": "Vell beat Orm 1-3 on Sunday",
    "thirty-one": "Gate 31 stays shut",
    "either": "Few men and/or women voted",
    "andorra": "Women left Andorra early",
    "mission": "An EU/UN mission went home",
    "bloc": "E.U. ministers met again",
    "statistics": "Eurostat keeps the list",
    "envoys": "The U.S. sent envoys",
    "officials": "Officials of the US left",
    "pronoun": "The mayor told us nothing",
    "health": "The WHO said it was late",
    "computers": "IT was blamed",
    "resolution": "Resolution 1701 was broken again",
    "other resolution": "Resolution 17012 was kept",
    "boeing": "A Boeing 737 turned back",
    "boeing with dash": "A Boeing 737-800 turned back",
    "other boeing": "A Boeing 747 took off",
    "possessive": "Zelenskyy’s plan was read out",
    "plain name": "Zelenskyy read the plan",
    "accent": "Kyïv went dark",
    "umlaut": "Herr Müller resigned",
    "umlaut in two": "Frau Mu\u0308ller stayed",
    "letters": "Łódź rebuilt its Straße near Tromsø",
    "cyrillic": "Йод подорожал",
    "greek": "Ο ΛΟΓΟΣ τελείωσε",
    "arabic": "ذهب الوزير",
    "hindi": "हिन्दी पढ़ी गई",
    "ward": "Women were killed in the ward",
    "woman": "A woman kills time",
    "operators": "Near and not or",
    "signs": "A * B: (C) ^ \"D\" & E | !F <-> 'G' \\",
}
SPEAKERS = {"covid": "Máire O'Brien"}
# Figures are stated by these, and only these have any in the database.
STATED = {
    "drones": ("The army shot down 84 drones", "84 drones", 84),
    "deliveries": ("Boeing delivered 737 planes", "737 planes", 737),
    "wells": ("Orm dug 1,600 wells", "1,600 wells", 1600),
}
# Each query, and the names of all the texts that it finds.
TABLE: dict[str, dict[str, set[str]]] = {
    "hyphens": {
        "COVID-19": {"covid", "covid spaced"},
        "covid 19": {"covid", "covid spaced"},
        "Covid19": {"covid", "covid spaced"},
        "F-16": {"jet", "jets", "jet glued"},
        "f‑16": {"jet", "jets", "jet glued"},
        "F16": {"jet", "jets", "jet glued"},
        "F-16s": {"jets"},
        "F-1": set(),
        "3-1": {"result"},
        "3–1": {"result"},
        "beat 3-1": {"result"},
        "31": {"thirty-one"},
    },
    "slashes": {
        "and/or women": {"either"},
        "and/or": {"either"},
        "EU": {"mission", "bloc", "statistics"},
        "EU/UN": {"mission"},
        "UN": {"mission"},
    },
    "abbreviations": {
        "E.U.": {"mission", "bloc"},
        "E.U. ministers": {"bloc"},
        "US": {"envoys", "officials", "pronoun"},
        "U.S.": {"envoys", "officials", "pronoun"},
        "U.S": {"envoys", "officials", "pronoun"},
        "U.S. envoys": {"envoys"},
    },
    "words that others leave out": {
        "the WHO said": {"health"},
        "WHO": {"health"},
        "IT": {"computers", "health", "jets", "letters"},
        "it was": {"health", "computers"},
        "the": {"covid", "jets", "jet glued", "envoys", "officials", "pronoun", "health"}
        | {"plain name", "ward", "drones", "statistics"},
    },
    "names and numbers": {
        "Resolution 1701": {"resolution"},
        "resolution 1701": {"resolution"},
        "1701": {"resolution"},
        "Boeing 737": {"boeing", "boeing with dash", "deliveries"},
        "737 Boeing": {"boeing", "boeing with dash", "deliveries"},
        "Boeing 737-800": {"boeing with dash", "deliveries"},  # as a range, too
        "Boeing 747": {"other boeing"},
        "boeing 747": {"other boeing"},
        "Resolution 170": set(),
        "Gate 31": {"thirty-one"},
        "84 drones": {"drones"},
        "84 Drones": {"drones"},
        "84": {"drones"},
        "1600": {"wells"},
        "quantity:737": {"deliveries"},
        "quantity:1701": set(),
        "Resolution >1700": set(),
        ">1,000 wells": {"wells"},
    },
    "apostrophes": {
        "O'Brien": {"covid"},
        "O’Brien": {"covid"},
        "OBrien": {"covid"},
        "Brien": {"covid"},
        "Maire O'B": {"covid"},
        "Zelenskyy": {"possessive", "plain name"},
        "Zelenskyy's": {"possessive", "plain name"},
        "Zelenskyy’s plan": {"possessive", "plain name"},
    },
    "accents": {
        "Kyiv": {"accent"},
        "Kyïv": {"accent"},
        "kyi\u0308v": {"accent"},
        "Müller": {"umlaut", "umlaut in two"},
        "muller": {"umlaut", "umlaut in two"},
        "MU\u0308LLER": {"umlaut", "umlaut in two"},
        "Lodz": {"letters"},
        "Łódź": {"letters"},
        "strasse": {"letters"},
        "straße": {"letters"},
        "TROMSØ": {"letters"},
        "йод": {"cyrillic"},
        "иод": set(),
        "λόγος": set(),
        "λογος": {"greek"},
        "الوزير": {"arabic"},
        "हिन्दी": {"hindi"},
    },
    "endings": {
        "women": {"either", "andorra", "ward"},
        "woman": {"woman"},
        "kill": {"ward", "woman"},
        "killed": {"ward"},
        "killing": set(),
        "wom war": {"ward"},
        "rd": set(),
    },
    "signs alone": {
        sign: set()
        for sign in ("...", "“”", "-", "''", '"', "*", "()", "&|!", "🙂", "\0", "\u0301", "%", "_")
    },
    "what indexes take for orders": {
        "near AND not OR": {"operators"},
        "NEAR": {"operators", "jet", "letters"},
        "NEAR(and not, 2)": set(),
        "NEAR(and not)": {"operators"},
        "NOT voted": set(),
        "men OR voted": {"either"},
        'near" OR "jet': set(),
        '"near"': {"operators", "jet", "letters"},
        "^near": {"operators", "jet", "letters"},
        "wording:near": set(),
        "near*": {"operators", "jet", "letters"},
        "(near": {"operators", "jet", "letters"},
        "near)": {"operators", "jet", "letters"},
        "near & !and": {"operators"},
        "men | mayor": set(),
        "near:*": {"operators", "jet", "letters"},
        "and <-> not": {"operators"},
        "'and' 'not'": {"operators"},
        "near\\": {"operators", "jet", "letters"},
        "near;--": {"operators", "jet", "letters"},
        "near\x00and": {"operators"},
        "\u0301 near": {"operators", "jet", "letters"},
        "near " * 1_000: {"operators", "jet", "letters"},
        "x" * 5_000: set(),
        "F-16 " + "(" * 5_000: {"jet", "jets", "jet glued"},
        " ".join(f"W{number}x-{number}" for number in range(60)): set(),
        "('" * 150: set(),
        "1 " * 150: {"result", "result turned", "wells"},
        "A * B: (C) ^": {"signs"},
        "near%": {"operators", "jet", "letters"},
    },
}


@pytest.fixture
def told() -> dict[int, str]:
    """The texts' names by their claims' ids."""
    claims = Claim.objects.bulk_create(
        Claim(
            wording=text,
            speaker_label=SPEAKERS.get(name, ""),
            is_attributed=True,
            fingerprint=name,
        )
        for name, text in TEXTS.items()
    )
    names = {claim.pk: claim.fingerprint for claim in claims}
    for name, (text, figure, value) in STATED.items():
        claim = make_claim(make_article(text), text, figure=figure, value=value, speaker="")
        names[claim.pk] = name
    Quantity.objects.update(kind="count", unit="")
    return names


def found(query: str, told: dict[int, str]) -> set[str]:
    return {told[pk] for pk in search(Claim.objects.all(), query).values_list("pk", flat=True)}


@pytest.mark.parametrize("group", TABLE)
def test_it_finds_the_same_texts_on_every_database(group: str, told: dict[int, str]) -> None:
    answers = {query: found(query, told) for query in TABLE[group]}
    assert answers == TABLE[group]


def test_it_finds_letters_by_those_that_stand_for_them() -> None:
    Claim.objects.bulk_create(
        Claim(wording=f"Q{letter}x", is_attributed=True, fingerprint=letter) for letter in LETTERS
    )
    for letter, plain in LETTERS.items():
        for query in (f"q{letter}x", f"Q{plain}X"):
            found = search(Claim.objects.all(), query).values_list("fingerprint", flat=True)
            assert letter in found, query


def test_it_follows_every_change_of_a_claim() -> None:
    claim = Claim.objects.create(wording="The F-16 flew", is_attributed=True)
    sought = ["F-16", "Łódź", "U.S.", "Orr"]
    everything = Claim.objects.all()

    def finds() -> list[bool]:
        return [search(everything, query).exists() for query in sought]

    assert finds() == [True, False, False, False]
    everything.update(wording="Łódź is calm")
    assert finds() == [False, True, False, False]
    claim.wording, claim.speaker_label = "The U.S. is calm", "Ben Orr"
    claim.save()
    assert finds() == [False, False, True, True]
    everything.delete()
    assert finds() == [False] * 4


@pytest.mark.parametrize("query", ["F-16", "power harb", "the"])
def test_it_asks_the_index(query: str) -> None:
    """Whatever the planner would do with so few rows."""
    make_claim()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute("SET LOCAL enable_indexscan = off")
    with CaptureQueriesContext(
        connection,
    ) as asked:
        list(search(Claim.objects.all(), query))
    statement, *_headlines = [
        q["sql"] for q in asked if "claims_claim_words" in q["sql"] or "@@" in q["sql"]
    ]
    with connection.cursor() as cursor:
        explain = "EXPLAIN QUERY PLAN" if connection.vendor == "sqlite" else "EXPLAIN"
        cursor.execute(f"{explain} {statement}")
        plan = str(cursor.fetchall())
    assert "Bitmap Index Scan on claims_claim_words" in plan or "VIRTUAL TABLE INDEX" in plan


def test_it_asks_twice_for_words_and_at_most_four_times_for_figures(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    make_claim()
    for query, number in {"harl dam": 2, "40mn litres": 4, "Harl 40": 4}.items():
        with django_assert_num_queries(number):
            list(search(Claim.objects.all(), query))


MEASURES: list[dict[str, str]] = [
    {"kind": "count", "unit": ""},
    {"kind": "percent", "unit": "percent"},
    {"kind": "percent", "unit": "percent", "change": "decrease"},
    {"kind": "ratio", "unit": ""},
    {"kind": "rank", "unit": ""},
    {"kind": "multiple", "unit": ""},
    {"kind": "money", "unit": "", "currency": "EUR"},
    {"kind": "measure", "unit": "metre"},
    {"kind": "measure", "unit": "kilometre"},
    {"kind": "measure", "unit": "litre"},
]
ENDS: list[tuple[int | str | None, int | str | None, str]] = [
    (0, 0, "exact"),
    ("0.25", "0.25", "exact"),
    (3, 3, "exact"),
    (25, 25, "about"),
    (16, None, "at_least"),
    (None, 16, "less_than"),
    (5, 10, "between"),
    (1000, 1000, "exact"),
    (123456789012345, 123456789012345, "exact"),
    (16777217, 16777217, "exact"),  # the first whole number that a 32-bit float cannot hold
    (16777216, 16777216, "exact"),
]


def make_figures() -> list[Quantity]:
    """One of every measure and every pair of ends, each stated by a claim of its own."""
    figures = []
    for measure in MEASURES:
        for low, high, modifier in ENDS:
            text = f"It was {low} or {high}"
            claim = make_claim(make_article(text), text, figure=text, value=0, speaker="")
            figure = Quantity.objects.get(mentions__claim=claim)
            ends = [None if end is None else Decimal(end) for end in (low, high)]
            figure.low, figure.high, figure.modifier = ends[0], ends[1], modifier
            for name, value in measure.items():
                setattr(figure, name, value)
            implied: Any = Written(f"{low or high}", figure.kind, ends[0], ends[1], modifier)
            interval = implied_interval(implied)
            figure.least, figure.most = interval.least, interval.most
            figure.save()
            figures.append(figure)
    return figures


@dataclass
class Written:
    """A figure beside the words that it is written in."""

    text: str
    kind: str
    low: Decimal | None
    high: Decimal | None
    modifier: str
    unit: str = ""
    currency: str = ""


def test_the_index_finds_all_that_fits_and_nothing_else() -> None:
    figures = make_figures()
    queries = {compact(figure) for figure in figures}
    queries |= {">1bn EUR", "< 16 %", "≥ 3", "between 5 and 10 km", "25%", "down 25%", "16777217"}
    for query in queries:
        for together in read_sought(query):
            fitting = {
                figure.mentions.get().claim_id
                for figure in figures
                if any(sought.fits(figure) for sought in together)
            }
            if fitting:
                break
        found = search(Claim.objects.all(), f"quantity:{query}").values_list("pk", flat=True)
        assert set(found) == fitting, query


def test_what_our_columns_print_finds_its_claim() -> None:
    for figure in make_figures():
        if figure.kind == "rank" and (figure.low or 0) > 1_000_000:
            continue  # a rank is exact, and a column rounds: there is no such rank
        label = compact(figure)
        found = search(Claim.objects.all(), label).values_list("pk", flat=True)
        assert figure.mentions.get().claim_id in found, label


def test_the_index_follows_every_change_of_a_figure() -> None:
    claim = make_claim()
    figure = Quantity.objects.get()

    def finds(query: str) -> bool:
        return search(Claim.objects.all(), f"quantity:{query}").filter(pk=claim.pk).exists()

    assert finds("40mn litres")
    assert not finds("EUR 7")
    Quantity.objects.update(low=7, high=7, least=7, most=7, kind="money", unit="", currency="EUR")
    assert finds("EUR 7")
    assert finds("7")
    assert not finds("40mn litres")
    figure.refresh_from_db()
    figure.reject(User.objects.create(username="checker"))
    assert not finds("7")


def test_the_newest_of_many_are_found_first(monkeypatch: pytest.MonkeyPatch) -> None:
    claims = make_many(40)
    Quantity.objects.update(low=7, high=7, least=7, most=7)
    monkeypatch.setattr("claims.queue.searching.MOST_HITS", 10)
    monkeypatch.setattr("claims.queue.spans.FIRST_STRETCH", 4)
    found = search(Claim.objects.all(), "7 litres").values_list("pk", flat=True)
    assert set(found) == {claim.pk for claim in claims[-10:]}


def test_a_name_in_the_headline_alone_is_found() -> None:
    article = make_article("It holds 40 million litres.", title="Zell dam is full")
    claim = make_claim(article, "It holds 40 million litres", speaker="")
    other = make_claim(make_article("It holds 40 million tonnes.", title="Orm"), "It holds 40")
    everything = Claim.objects.all()
    for query in ("Zell litres", "zell dam", "Zell full holds"):
        assert list(search(everything, query)) == [claim], query
    for query in ("Zell tonnes", "Vell litres", "Orm Zell"):
        assert not search(everything, query), query
    assert other in search(everything, "Orm")


def test_a_name_that_the_wording_resolves_in_brackets_is_found() -> None:
    claim = make_claim(make_article("It holds 40 million litres."), "It holds 40 million litres")
    Claim.objects.filter(pk=claim.pk).update(wording="[The Harl dam] holds 40 million litres")
    assert claim in search(Claim.objects.all(), "Harl litres")


def test_both_databases_know_a_measure_by_the_same_number() -> None:
    make_figures()
    names = {key_of(row.kind, row.unit, row.currency) for row in Quantity.objects.all()}
    if connection.vendor == "sqlite":
        sql = "SELECT DISTINCT CAST(measure_from AS integer) FROM claims_quantity_spans"
    else:
        sql = "SELECT DISTINCT claims_measure(kind, currency, unit) FROM claims_quantity"
    with connection.cursor() as cursor:
        cursor.execute(sql)
        assert {number for (number,) in cursor.fetchall()} == set(map(measure_number, names))
