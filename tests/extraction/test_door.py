"""The door: whatever comes in, records of the contract's form come out."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import claims.extraction
from claims.extraction import RULES_VERSION, ArticleText, Extraction, describe, extract, pipeline

SCHEMA = json.loads((Path(claims.extraction.__file__).parent / "extract.schema.json").read_text())
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
PUBLISHED = date(2025, 9, 5)

STORY = """\
Port strike costs EUR1.1 billion

The strike at the port of Lowhaven cost shippers EUR1.1 billion in August, Ada Reed, the port's
chief economist, said on Monday. 😀 “About 40% of the cranes stood still,” she told reporters.

Overnight 112 trucks were turned away, 84 of which came from abroad, according to the police.
"We lost 300 jobs," said the union's Jose\u0301 Pen\u0303a. "Nobody warned us."

The government denied that it had ignored the union. Traffic fell from 3,000 to 1,800 lorries a day.

Sign up to our newsletter for £1 a month
"""


def spans(extraction: Extraction) -> list[dict]:
    """Every span in an extraction's form, however deep."""
    found: list[dict] = []

    def visit(value: object) -> None:
        if isinstance(value, dict):
            if {"start", "end", "text"} <= value.keys():
                found.append(value)
            for part in value.values():
                visit(part)
        elif isinstance(value, list):
            for part in value:
                visit(part)

    visit(extraction.as_dict())
    return found


def check(extraction: Extraction) -> None:
    """Everything that has to hold of any extraction."""
    record = extraction.as_dict()
    text = extraction.article.text
    VALIDATOR.validate(record)
    assert record["characters"] == len(text)
    for span in spans(extraction):
        assert 0 <= span["start"] < span["end"] <= len(text)
        assert text[span["start"] : span["end"]] == span["text"]
    check_references(record)
    check_claims(record)


def check_references(record: dict) -> None:
    quantities, dates = range(len(record["quantities"])), range(len(record["dates"]))
    attributions = range(len(record["attributions"]))
    for index, quantity in enumerate(record["quantities"]):
        assert quantity["part_of"] is None or quantity["part_of"] in quantities
        assert quantity["part_of"] != index
        assert set(quantity["dates"]) <= set(dates)
    for index, attribution in enumerate(record["attributions"]):
        assert attribution["via"] is None or attribution["via"] in attributions
        assert attribution["via"] != index
    for claim in record["claims"]:
        assert set(claim["quantities"]) <= set(quantities)
        assert set(claim["attributions"]) <= set(attributions)
    for name in ("quantities", "dates", "claims"):
        places = [(found["start"], found["end"]) for found in record[name]]
        assert places == sorted(places)


def check_claims(record: dict) -> None:
    places = [(claim["start"], claim["end"]) for claim in record["claims"]]
    assert len(places) == len(set(places))
    for claim in record["claims"]:
        assert "\n" not in claim["wording"]
        assert ("numeric" in claim["kinds"]) == bool(claim["quantities"])
        assert ("attributed" in claim["kinds"]) == bool(claim["attributions"])


HOSTILE = [
    "",
    " ",
    "\n",
    "\n\n\n",
    "\r\n\r\n",
    "\x00",
    "5\x00 men said\x00",
    "\ud800",
    '"\ud83d 300 jobs went," he said.\udc00',
    "\ufeff300 jobs went",
    "\u202e300 jobs went\u2028400 jobs went\u0085500",
    "😀" * 50 + " 300 jobs went, she said.",
    "e\u0301\u0301\u0301 300 jo\u0308bs went, she said.",
    "“" * 300,
    '"' * 301 + "he said",
    "(" * 300 + "5" + ")" * 299,
    "1" * 5_000,
    "1," * 300,
    "1e999999999 and 10^400 and 9" + "9" * 40 + " people",
    "½⅓¾ ² ٣٤ 五百 people",
    "say " * 1_500,
    "said he said she said " * 200,
    "Monday " * 300,
    "of which " * 300,
    "a" * 12_000,
    "Sept 31, 2025 and 30 February and 99/99/9999 and 0000-00-00",
    "$€£¥ %% ‰ 5%5%5%",
    "<p>300 jobs went</p>",
    "https://example.org/300/5?q=12%25 a@b.c 1.2.3.4",
    "\t300\u00a0000\u202f000 people\tsaid\t",
]


@pytest.mark.parametrize("published", [None, PUBLISHED, date.min, date.max])
def test_no_text_raises(extracted, published: date | None) -> None:
    found = extracted((text, published) for text in [*HOSTILE, STORY])
    assert [extraction.article.text for extraction in found] == [*HOSTILE, STORY]
    for extraction in found:
        check(extraction)


# Pieces that the finders look at, to be put together in ways that nobody writes.
PIECES = st.sampled_from(
    [
        *("said", "according to", "denied that", "he", "Ada Reed", "the mayor", "told", ":"),
        *("112", "EUR1.1 billion", "4%", "between 5 and", "10", "one in five", "dozens of", "$"),
        *("of which", "of them", "drones", "people", "km", "a year", "year-old", "third-largest"),
        *("Monday", "last month", "overnight", "since", "2025", "in the year to", "next", "ago"),
        *("rose", "fell to", "and", ",", ".", ";", "“", "”", '"', "'", "(", ")", "-", "–", "…"),
        *("\n", "\n\n", "\t", "\u00a0", "\u2028", "😀", "e\u0301", "\x00", "İ", "ﬁ"),
    ]
)
TEXTS = st.one_of(
    st.lists(PIECES, max_size=40).map(" ".join),
    st.lists(PIECES, max_size=25).map("".join),
    st.text(max_size=200),
)
DAYS = st.one_of(st.none(), st.dates())


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(TEXTS, DAYS), min_size=1, max_size=4))
def test_any_text_gives_valid_records_and_twice_the_same(extracted, batch) -> None:
    found = extracted(batch)
    assert [extraction.article.text for extraction in found] == [text for text, _ in batch]
    for extraction in found:
        check(extraction)
    assert extracted(batch) == found


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_an_article_is_read_the_same_alone_and_among_others(extracted, texts: list[str]) -> None:
    together = extracted((text, PUBLISHED) for text in [*texts, STORY])
    (alone,) = extracted([(STORY, PUBLISHED)])
    assert together[-1].claims == alone.claims
    assert together[-1].quantities == alone.quantities


def test_lone_surrogates_stay_in_what_is_counted(extracted) -> None:
    (found,) = extracted([("112 \ud800", None)])
    check(found)


def shifted(value: object, by: int) -> object:
    """An extraction's form with every span moved."""
    if isinstance(value, dict):
        return {
            key: part + by if key in {"start", "end"} else shifted(part, by)
            for key, part in value.items()
        }
    return [shifted(part, by) for part in value] if isinstance(value, list) else value


@pytest.mark.parametrize("before", ["😀😀\n", "e\u0301o\u0308\n", "\n\n\n", "🇬🇧 ✨\n\n", "\r\n"])
def test_offsets_count_code_points(extracted, before: str) -> None:
    plain, moved = extracted([(STORY, PUBLISHED), (before + STORY, PUBLISHED)])
    for name in ("quantities", "dates", "attributions", "claims"):
        assert moved.as_dict()[name] == shifted(plain.as_dict()[name], len(before))


def test_the_story_has_claims_of_each_kind_and_none_of_its_offer(extracted) -> None:
    (story,) = extracted([(STORY, PUBLISHED)])
    kinds = {claim.kinds for claim in story.claims}
    assert {("attributed",), ("numeric", "attributed")} <= kinds
    assert not any("newsletter" in claim.text for claim in story.claims)


def test_the_same_article_twice_is_two_extractions() -> None:
    article = ArticleText("a", STORY, published=PUBLISHED)
    one, other = extract([article, article])
    assert one == other


def test_the_stream_reads_no_further_ahead_than_256_articles() -> None:
    read = 0

    def articles():
        nonlocal read
        for number in range(600):
            read += 1
            yield ArticleText(str(number), "300 jobs went.")

    next(extract(articles()))
    assert read <= 256


@pytest.fixture
def _broken_finder(monkeypatch) -> None:
    def find(article, *_):
        if "broken" in article.text:
            raise ZeroDivisionError("a bug")
        return []

    monkeypatch.setattr(pipeline, "find_claims", find)


@pytest.mark.usefixtures("_broken_finder")
def test_a_bug_comes_through() -> None:
    with pytest.raises(ZeroDivisionError):
        list(extract([ArticleText("a", "broken")]))


@pytest.mark.usefixtures("_broken_finder")
def test_a_bug_costs_its_own_article_where_somebody_takes_the_error() -> None:
    failed = []
    texts = ["fine", "broken", "fine"]
    articles = [ArticleText(str(number), text) for number, text in enumerate(texts)]
    found = list(extract(articles, on_error=lambda article, error: failed.append((article, error))))
    assert [extraction.article.id for extraction in found] == ["0", "2"]
    ((article, error),) = failed
    assert article is articles[1]
    assert isinstance(error, ZeroDivisionError)


def test_the_door_tells_its_rules_and_model() -> None:
    about = describe()
    assert about["rules"] == RULES_VERSION
    assert about["model"].startswith("en_core_web_sm")
    assert about["model_version"] == "3.8.0"
