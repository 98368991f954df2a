"""Search over claims: by words, and by figures however they are written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from django.db.models import QuerySet

from claims.figures import Sought, read_sought
from claims.models import Claim, Mention

from .spans import newest_first
from .words import headlines_with, newest_with, read_words, those_with

# Sorting every hit of a common word took 50 to 160 times as long at a million claims;
# the newest of them are what a queue is for, and the page says so.
MOST_HITS = 1_000
LONGEST_QUERY = 300
# Of what no claim says by itself: the newest headlines of each word that are looked at.
MOST_HEADLINES = 100
MOST_HEADLINE_WORDS = 6
MOST_FIGURE_TOKENS = 6  # "between 10 and 15 billion euros"
# What a person writes before a bound to say that it is one, and nothing else
_FIGURE_ONLY = "quantity:"
Rows = TypeVar("Rows", bound=QuerySet)


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed: a figure and the words beside it, or words alone.

    ``figures`` are what the figure may be, as :func:`claims.figures.read_sought` gives them.
    ``text`` is all of it as words, empty where only a figure can be meant (">1bn").
    ``is_name``: the number may be a name's, as in "Boeing 737".
    """

    words: str
    text: str
    figures: Sequence[Sequence[Sought]] = field(default=())
    is_name: bool = False


def search(claims: Rows, query: str) -> Rows:
    """The claims that fit what was typed: a figure, words, or a figure and words.

    "1.1bn", "€1.1 billion" and "1,100,000,000" find the same claims; "84 drones"
    those with such a figure and the word. A number that no figure fits, or one
    beside a name, is found as it is written too: "Resolution 1701", "Boeing 737".
    """
    read = read_query(query)
    if not read.figures:
        own = list(_with_words(Claim.objects.all(), read.text).values_list("pk", flat=True))
        return claims.filter(pk__in=own or _under_headlines(read.text))
    found: list[int] = []
    for together in read.figures:
        found = found or _stating(together, read.words)
    if read.is_name or not found:
        found += _with_words(Claim.objects.all(), read.text).values_list("pk", flat=True)
    return claims.filter(pk__in=found)


def read_query(query: str) -> Query:
    """The longest run of the query that reads as a figure, and its other words."""
    is_figure = _FIGURE_ONLY in query
    tokens = query[:LONGEST_QUERY].replace(_FIGURE_ONLY, " ").split()
    text = " ".join(tokens)
    for length in range(min(len(tokens), MOST_FIGURE_TOKENS), 0, -1):
        for start in range(len(tokens) - length + 1):
            end = start + length
            figures = read_sought(" ".join(tokens[start:end]))
            if figures:
                first = figures[0][0]
                counted = first.figure.counted  # "84 drones": the drones are words
                noun = [counted.text] if counted else []
                words = [*tokens[:start], *tokens[end:], *noun]
                beside = [*tokens[start - 1 : start], *tokens[end : end + 1], *noun]
                return Query(
                    " ".join(words),
                    "" if is_figure or first.sign != "=" else text,
                    figures,
                    is_name=first.figure.kind == "count" and _has_capital(beside),
                )
    return Query(text, text)


def _has_capital(words: Iterable[str]) -> bool:
    return any(word[:1].isupper() for word in words)


def _stating(together: Sequence[Sought], words: str) -> list[int]:
    """Claims that state one of the figures and have the words beside it."""
    found = _with_figure(together)
    beside = read_words(words)
    if not (found and beside):
        return found
    return those_with(beside, found)


def _with_words(claims: Rows, text: str) -> Rows:
    """Those of the newest claims that have all the words; none where there is no word."""
    words = read_words(text)
    return claims.filter(pk__in=newest_with(words, MOST_HITS)) if words else claims.none()


def _under_headlines(text: str) -> list[int]:
    """Claims under a headline that has the words which they lack: of a name that it alone says."""
    words = read_words(text)[:MOST_HEADLINE_WORDS]
    said: dict[int, set[int]] = defaultdict(set)
    for place, word in enumerate(words):
        for article in headlines_with(word, MOST_HEADLINES):
            said[article].add(place)
    alike: dict[frozenset[int], list[int]] = defaultdict(list)
    for article, places in said.items():
        alike[frozenset(places)].append(article)
    found: list[int] = []
    for having, articles in alike.items():
        mentions = Mention.objects.live().filter(article__in=articles)
        claims = set(mentions.values_list("claim", flat=True))
        lacking = [word for place, word in enumerate(words) if place not in having]
        found += those_with(lacking, claims) if lacking and claims else claims
    return sorted(set(found), reverse=True)[:MOST_HITS]


def _with_figure(together: Sequence[Sought]) -> list[int]:
    """Claims of mentions with one of the figures, of the newest figures."""
    spans = [span for sought in together for span in sought.spans()]
    found: dict[int, None] = {}
    for figures in newest_first(spans):
        fitting = [
            figure.pk for figure in figures if any(sought.fits(figure) for sought in together)
        ]
        mentions = Mention.objects.live().filter(quantities__in=fitting).order_by("-claim")
        if fitting:
            found |= dict.fromkeys(mentions.values_list("claim", flat=True))
        if len(found) >= MOST_HITS:
            break
    return list(found)[:MOST_HITS]
