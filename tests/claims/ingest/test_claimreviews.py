"""Published checks of others as they stand in pages, feeds and answers of a search."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import fromstring

from claims.ingest import CheckRecord, Problem, read_checks
from claims.ingest.lenient_json import read_lenient
from claims.ingest.microdata import items_of

CHECK: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://veracity.example/checks/flood",
    "claimReviewed": "The flood killed 40 people in Tamber",
    "datePublished": "2025-09-05",
    "author": {"@type": "Organization", "name": "Veracity Desk", "url": "https://veracity.example"},
    "reviewRating": {"@type": "Rating", "ratingValue": 1, "alternateName": "Mostly false"},
    "itemReviewed": {
        "@type": "Claim",
        "author": {"@type": "Person", "name": "Ada Wyle"},
        "datePublished": "2025-09-03",
        "appearance": [{"@id": "https://social.example/1"}, "https://social.example/2"],
    },
}


def read(text: str | bytes) -> list[CheckRecord | Problem]:
    return list(read_checks("file", text if isinstance(text, bytes) else text.encode()))


def one(check: Any) -> CheckRecord:
    (found,) = read(check if isinstance(check, str) else json.dumps(check))
    assert isinstance(found, CheckRecord), found
    return found


def page(script: str, around: str = "") -> str:
    return (
        "<!DOCTYPE html><html><head><title>Check</title>"
        f'<script type="application/ld+json">{script}</script></head><body>{around}</body></html>'
    )


def test_it_reads_all_that_a_check_says() -> None:
    found = one(CHECK)
    assert found.url == "https://veracity.example/checks/flood"
    assert found.claim == "The flood killed 40 people in Tamber"
    assert (found.label, found.publisher) == ("Mostly false", "Veracity Desk")
    assert (found.site, found.claimant) == ("https://veracity.example", "Ada Wyle")
    assert (found.claimed_on, found.checked_on) == (date(2025, 9, 3), date(2025, 9, 5))
    assert found.appearances == ("https://social.example/1", "https://social.example/2")
    assert found.raw == CHECK


GOOGLE = {
    "claims": [
        {
            "text": CHECK["claimReviewed"],
            "claimant": "Ada Wyle",
            "claimDate": "2025-09-03T00:00:00Z",
            "claimReview": [
                {
                    "publisher": {"name": "Veracity Desk", "site": "veracity.example"},
                    "url": CHECK["url"],
                    "title": "No, the flood did not kill 40",
                    "reviewDate": "2025-09-05T10:00:00Z",
                    "textualRating": "Mostly false",
                    "languageCode": "en",
                }
            ],
        },
        {"text": "A claim that nobody has checked", "claimReview": []},
    ],
    "nextPageToken": "CAo",
}
FEED = {
    "@type": "DataFeed",
    "dataFeedElement": [
        {"@type": "DataFeedItem", "item": None},
        {"@type": "DataFeedItem", "item": [CHECK]},
        {"@type": "DataFeedItem", "item": []},
    ],
}
MICRODATA = """<html><body><article itemscope itemtype="http://schema.org/ClaimReview">
<link itemprop="url" href="https://veracity.example/checks/flood">
<p itemprop="claimReviewed">The flood killed 40
 people in Tamber</p>
<time itemprop="datePublished" datetime="2025-09-05">5 September</time>
<div itemprop="author" itemscope itemtype="http://schema.org/Organization">
<span itemprop="name">Veracity Desk</span></div>
<div itemprop="itemReviewed" itemscope itemtype="http://schema.org/Claim">
<div itemprop="author" itemscope><b itemprop="name">Ada Wyle</b></div>
<meta itemprop="datePublished" content="3 September 2025"></div>
<div itemprop="reviewRating" itemscope itemtype="http://schema.org/Rating">
<meta itemprop="ratingValue" content="-1"><span itemprop="alternateName">Mostly false</span>
</div></article></body></html>"""
RAW = json.dumps(CHECK)
SHAPES = {
    "a file": RAW,
    "a list": json.dumps([CHECK]),
    "lines": f"{RAW}\n".replace(", ", ",") + "\n",
    "a graph": json.dumps(
        {"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, CHECK]}
    ),
    "a feed": json.dumps(FEED),
    "a search": json.dumps(GOOGLE),
    "a page": page(RAW),
    "a page's list": page(f"[{RAW}]"),
    "in comments": page(f"<!-- {RAW} -->"),
    "in CDATA": page(f"//<![CDATA[\n{RAW}\n//]]>"),
    "in a commented CDATA": page(f"/*<![CDATA[*/{RAW}/*]]>*/"),
    "trailing commas": page(RAW.replace("}", ",}")),
    "raw line ends": page(RAW.replace("40 people", "40\n people")),
    "a semicolon": page(f"{RAW};"),
    "several types": RAW.replace('"ClaimReview"', '["Review", "ClaimReview"]'),
    "a whole type": RAW.replace('"ClaimReview"', '"http://schema.org/ClaimReview"'),
    "with a mark of byte order": "\ufeff" + RAW,
    "escaped quotes": page(RAW.replace('"', "&quot;")),
    "microdata": MICRODATA,
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_check_is_the_same_wherever_it_stands(shape: str) -> None:
    found = one(SHAPES[shape])
    assert (found.url, found.claim, found.label, found.publisher, found.claimant) == (
        CHECK["url"],
        CHECK["claimReviewed"],
        "Mostly false",
        "Veracity Desk",
        "Ada Wyle",
    )
    assert (found.claimed_on, found.checked_on) == (date(2025, 9, 3), date(2025, 9, 5))


def changed(**fields: Any) -> dict[str, Any]:
    return CHECK | fields


LABELS: list[tuple[Any, str]] = [
    ({"ratingValue": "1", "bestRating": "5", "alternateName": "Pants on fire"}, "Pants on fire"),
    ({"ratingValue": -1, "bestRating": -1, "worstRating": -1, "alternateName": "Fake"}, "Fake"),
    ({"ratingValue": 5, "bestRating": 1, "worstRating": 7, "alternateName": "Half"}, "Half"),
    ({"alternateName": ["Falso", "False"]}, "Falso"),
    ({"alternateName": {"@value": "Falsch", "@language": "de"}}, "Falsch"),
    ([{"ratingValue": 2}, {"alternateName": "Misleading"}], "Misleading"),
    ({"ratingValue": "False"}, "False"),
    ({"ratingValue": 3, "bestRating": 5}, ""),
    ({"alternateName": "3/5"}, ""),
    ("Unproven", "Unproven"),
    ({"alternateName": "Mostly&nbsp;false &amp; old"}, "Mostly false & old"),
    ({"alternateName": "<b>False</b>"}, "False"),
    (None, ""),
]


@pytest.mark.parametrize(("rating", "label"), LABELS)
def test_the_label_is_what_the_publisher_shows(rating: Any, label: str) -> None:
    assert one(changed(reviewRating=rating)).label == label


@pytest.mark.parametrize(
    "url",
    [
        ["https://veracity.example/checks/flood", "https://veracity.example/fr/flood"],
        {"@id": "https://veracity.example/checks/flood"},
        ["", "not an address", "https://veracity.example/checks/flood"],
    ],
)
def test_of_several_addresses_it_takes_the_first_that_is_one(url: Any) -> None:
    assert one(changed(url=url)).url == CHECK["url"]


def test_a_page_says_the_address_where_the_check_does_not() -> None:
    bare = {name: value for name, value in CHECK.items() if name != "url"}
    source = page(json.dumps(bare)).replace(
        "<title>", '<link rel="canonical" href="https://veracity.example/p"><title>'
    )
    assert one(source).url == "https://veracity.example/p"


@pytest.mark.parametrize(
    "written",
    [
        "2025-09-05",
        "2025-09-05T23:30:00-07:00",
        "2025-09-05 10:30:00",
        "September 5, 2025",
        "5 September 2025",
        "Fri, 05 Sep 2025 10:00:00 +0000",
        "20250905",
        "05.09.2025",
    ],
)
def test_dates_are_read_in_the_forms_that_occur(written: str) -> None:
    assert one(changed(datePublished=written)).checked_on == date(2025, 9, 5)


@pytest.mark.parametrize("written", ["09/05/2025", "yesterday", "", None, 20250905, {"a": 1}])
def test_a_date_that_says_no_day_is_none(written: Any) -> None:
    found = one(changed(datePublished=written))
    assert found.checked_on in {None, date(2025, 9, 5)}  # the last but one is a number


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "no ClaimReview"),
        ("{}", "no ClaimReview"),
        ("<html><body>Hello</body></html>", "no ClaimReview"),
        ("not json", "not valid JSON"),
        (json.dumps(changed(claimReviewed="")), "which claim"),
        (json.dumps(changed(claimReviewed=None, itemReviewed=[None, 3])), "which claim"),
        (json.dumps(changed(url="javascript:alert(1)")), "no address"),
        (page(RAW[:-30]), "cannot be read"),
    ],
)
def test_what_cannot_be_read_is_told(text: str, reason: str) -> None:
    (problem,) = read(text)
    assert isinstance(problem, Problem)
    assert reason in problem.reason


def test_one_bad_item_costs_no_other() -> None:
    found = read(
        json.dumps([CHECK, changed(claimReviewed=""), CHECK | {"url": "https://a.example/2"}])
    )
    assert [type(item) for item in found] == [CheckRecord, Problem, CheckRecord]
    assert isinstance(found[1], Problem)
    assert found[1].row == 2


@pytest.mark.parametrize("depth", [100, 900, 5_000])
def test_nesting_costs_a_check_at_most(depth: int) -> None:
    nested = '{"a":' * depth + "1" + "}" * depth
    check = json.dumps(CHECK | {"author": "NESTED"}).replace('"NESTED"', nested)
    [found] = read(check)
    assert isinstance(found, CheckRecord if depth == 100 else Problem)


def test_a_quote_inside_a_string_is_a_quote() -> None:
    assert read_lenient('{"a": "He said "no" to it", "b": 1,}') == {
        "a": 'He said "no" to it',
        "b": 1,
    }


@pytest.mark.parametrize("piece", [" ", "/", "*/", "-->"])
def test_a_long_run_of_marks_takes_no_time(piece: str) -> None:
    """A search for the end would try again at each of them, and take minutes."""
    run = piece * (200_000 // len(piece))
    assert read_lenient('{"a": 1}' + run) == {"a": 1}
    with pytest.raises(ValueError, match="Expecting"):
        read_lenient(f'{{"a": {run}x')


def test_a_property_that_is_repeated_is_a_list_in_order() -> None:
    named = "".join(f'<b itemprop="name">{name}</b>' for name in ("a", "", "", "b"))
    tree = fromstring(f'<p itemscope itemtype="Claim"><i itemprop="url">u</i>{named}</p>')
    assert list(items_of(tree, "Claim")) == [
        {"@type": ["Claim"], "url": "u", "name": ["a", "", "", "b"]}
    ]


VALUES = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.text(max_size=20), st.just("ClaimReview")
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from([*CHECK, "@graph", "item", "name"]), inner, max_size=4),
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(sorted(CHECK)), VALUES))
def test_nothing_in_any_field_breaks_it(fields: dict[str, Any]) -> None:
    assert read(json.dumps(CHECK | fields))


@given(st.binary(max_size=200))
def test_no_bytes_break_it(data: bytes) -> None:
    assert read(data)
    assert read(b"<html>" + data)
