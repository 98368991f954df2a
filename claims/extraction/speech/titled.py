"""Names behind a title with "of": "Secretary of State Anna Berg", "Governor of Ash County Jo Lind".

The parser takes the office and the name for one long name. Where one ends and the other begins
is told by the recogniser, by a given name, or by a word that ends an office or a place.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from spacy.attrs import LOWER
from spacy.strings import StringStore
from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from ..joined_titles import bare_title
from ..syntax import entities_of, tokens_with
from .lexicon.given_names import GIVEN_NAMES
from .lexicon.titles import (
    GROUP_NOUNS,
    INITIALS,
    OFFICES,
    ORGANISATION_NOUNS,
    PERSON_NOUNS,
    PLACE_NOUNS,
    TITLES,
)

_PERSONAL = TITLES & PERSON_NOUNS
_ONLY_WITH_OF = frozenset({"head", "dean", "chair"})  # others are Dean Smith's and a head's
_OF = frozenset({"of", "for"})
_JOINING = frozenset({"and", "&", "of", "the", "for"})
_ENDINGS = (ORGANISATION_NOUNS | PLACE_NOUNS | OFFICES) - PERSON_NOUNS
_BEFORE_PLACES = frozenset({"san", "santa", "santo", "saint", "st.", "st", "new"})
_LONGEST = 10  # tokens of office and name
_LONGEST_OFFICE = 2  # tokens before "and": what follows more is another person
_LONGEST_NAME = 4


def is_title(token: Token) -> bool:
    """Is this a title that stands before a name: "Mayor", "Sen.", "co-founder", "DA"?"""
    return token.text in INITIALS or bare_title(token.lower_.rstrip(".")) in _PERSONAL


def are_people(word: str) -> bool:
    """Does a word in the plural mean people: "inspectors", "residents"?"""
    plural = word.lower()
    return plural in GROUP_NOUNS or (plural.endswith("s") and plural[:-1] in PERSON_NOUNS)


def role_noun(head: Token) -> Token:
    """The noun that says which role it is: "attorney" of "the attorney general", else the head."""
    if head.lower_ != "general" or head.i == 0:
        return head
    before = head.nbor(-1)
    return before if before.head == head and is_title(before) else head


def names_behind_offices(doc: Doc) -> dict[int, TokenSpan]:
    """The names by the number of the title's token, found once a document.

    "Secretary of State [Anna Berg] said".
    """
    if "names behind offices" not in doc.user_data:
        doc.user_data["names behind offices"] = dict(_found(doc))
    found: dict[int, TokenSpan] = doc.user_data["names behind offices"]
    return found


def title_of(name: TokenSpan) -> Token | None:
    """The title that a name stands behind with "of": "[Secretary] of State Anna Berg"."""
    found = names_behind_offices(name.doc)
    if "their titles" not in name.doc.user_data:
        titles = {behind.start: number for number, behind in found.items()}
        name.doc.user_data["their titles"] = titles
    number = name.doc.user_data["their titles"].get(name.start)
    return name.doc[number] if number is not None else None


def _found(doc: Doc) -> Iterator[tuple[int, TokenSpan]]:
    for of in tokens_with(doc, LOWER, _hashes(doc.vocab.strings)):
        if of.i == 0 or not (is_title(doc[of.i - 1]) or doc[of.i - 1].lower_ in _ONLY_WITH_OF):
            continue
        start = of.i + 1
        while start < len(doc) and (doc[start].lower_ == "the" or doc[start].pos_ == "NOUN"):
            start += 1
        end = _end_of_run(doc, start)
        begin = _begin_of_name(doc, start, end, start > of.i + 1)
        if begin is not None:
            yield of.i - 1, TokenSpan(doc, begin, end, label="PERSON")


def _end_of_run(doc: Doc, start: int) -> int:
    """Where the words with capitals end that begin here: "State Anna Berg"."""
    end = number = start
    while number < len(doc) and number - start < _LONGEST:
        token = doc[number]
        if token.text[0].isupper() and token.pos_ not in {"VERB", "AUX", "PRON"}:
            end = number + 1
        elif token.lower_ not in _JOINING or end < number or number - start > _LONGEST_OFFICE:
            break
        number += 1
    return end


def _begin_of_name(doc: Doc, start: int, end: int, in_lower: bool) -> int | None:
    """Where the name begins in office and name; ``None`` where nothing tells, or no name is there.

    ``in_lower`` says that the office stands before, without capitals: "minister of health Jo Lind".
    """
    if not end - start + in_lower >= 2 or doc[end - 1].lower_ in _ENDINGS:
        return None
    first = start + (0 if in_lower and doc[start - 1].pos_ == "NOUN" else 1)
    begins = (
        _behind_title(doc, first, end),
        _of_entity(doc, first, end),
        _at_given_name(doc, first, end),
        _behind_office(doc, first, end),
        _behind_place(doc, start, end),
    )
    begin = next((begin for begin in begins if begin is not None), None)
    return begin if begin is not None and 1 < end - begin <= _LONGEST_NAME else None


def _behind_title(doc: Doc, first: int, end: int) -> int | None:
    """Behind another title: "Minister of Health Dr. [Jo Lind]"."""
    titles = (number for number in range(end - 2, first - 1, -1) if is_title(doc[number]))
    return next((number + 1 for number in titles), None)


def _of_entity(doc: Doc, first: int, end: int) -> int | None:
    """What the recogniser takes for a person: "Secretary of State [Anna Berg]".

    A person of three words right behind "of" is a place and its mayor.
    """
    person = next(
        (e for e in entities_of(doc) if e.end == end and e.label_ == "PERSON" and len(e) > 1), None
    )
    if person is None:
        return None
    if person.start >= first:
        return person.start
    whole = person.start == first - 1 and len(person) == 3
    return first if whole and doc[person.start].lower_ not in _BEFORE_PLACES else None


def _at_given_name(doc: Doc, first: int, end: int) -> int | None:
    """The last given name, and those before it: "Mayor of Ash [Ann Maria Lind]"."""
    given = [number for number in range(first, end - 1) if doc[number].lower_ in GIVEN_NAMES]
    if not given:
        return None
    begin = given[-1]
    while begin - 1 in given and doc[begin - 2].lower_ not in _BEFORE_PLACES:
        begin -= 1
    return begin


def _behind_office(doc: Doc, first: int, end: int) -> int | None:
    """Behind a word that ends an office or a place: "Governor of Tasman Province [Elo Brandt]"."""
    endings = (n for n in range(end - 3, first - 2, -1) if doc[n].lower_ in _ENDINGS)
    return next((number + 1 for number in endings), None)


def _behind_place(doc: Doc, start: int, end: int) -> int | None:
    """Behind what the recogniser takes for a place: "Mayor of Ash [Elo Brandt]"."""
    places = (e for e in entities_of(doc) if e.start <= start < e.end < end - 1)
    return next((e.end for e in places if e.label_ in {"GPE", "LOC", "ORG", "FAC"}), None)


@lru_cache(maxsize=4)
def _hashes(strings: StringStore) -> frozenset[int]:
    return frozenset(strings.add(word) for word in _OF)
