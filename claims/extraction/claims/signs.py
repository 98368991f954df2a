"""The signs in a statement by which the learned measure knows it: words, figures, grammar.

They are plain strings, so that training and extraction read a statement alike: "w:percent" is
a word, "w:cut_NUM" two that follow each other, "kind:money" a figure's kind, "subject:we_VBP"
who does what in which form.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from ..records import Quantity
from ..syntax import VERBS
from .absolutes import is_absolute
from .contents import is_statement

_LENGTHS = (3, 5, 8, 12, 16, 20, 25, 30, 40)  # tokens
_FIGURES = 3  # more of them tell no more
_COUNTED = frozenset({"CARDINAL", "MONEY", "PERCENT", "QUANTITY"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def signs_of(
    tokens: TokenSpan | None, quantities: Iterable[Quantity], codes: Iterable[str]
) -> set[str]:
    """The signs of a statement; ``codes`` are those of the reasons that rules found.

    "We cut 300 jobs" has among others "w:we", "w:we_cut", "kind:count", "subject:we_VBD".
    """
    signs = {f"reason:{code}" for code in codes}
    signs.update(_of_figures(list(quantities)))
    if tokens is not None:
        words = [_word(token) for token in tokens]
        signs.update(f"w:{word}" for word in words)
        signs.update(f"w:{first}_{second}" for first, second in pairwise(words))
        signs.update(f"length:{length}" for length in _LENGTHS if len(tokens) >= length)
        signs.update(_of_grammar(tokens))
    return signs


def _word(token: Token) -> str:
    """The word by which the token is known: its lemma; a person's name and a number tell none."""
    if token.ent_type_ == "PERSON":
        return "PERSON"
    if token.pos_ == "NUM" and token.ent_type_ in _COUNTED:
        return "NUM"
    if token.pos_ == "NUM" and token.ent_type_ == "DATE":
        return "DATENUM"
    lemma = token.lemma_.lower()
    return "0" if any(letter.isdigit() for letter in lemma) else lemma


def _of_figures(quantities: list[Quantity]) -> Iterator[str]:
    for number in range(min(len(quantities), _FIGURES)):
        yield f"figures:{number + 1}"
    for quantity in quantities:
        yield f"kind:{quantity.kind}"
        if quantity.change:
            yield "change"
        if quantity.modifier != "exact":
            yield f"modifier:{quantity.modifier}"


def _of_grammar(tokens: TokenSpan) -> Iterator[str]:
    if is_absolute(tokens):
        yield "absolute"
    if is_statement(tokens):
        yield "statement"
    inside = range(tokens.start, tokens.end)
    for token in tokens:
        if _is_head(token, inside):
            yield (
                f"head:{token.tag_}:{token.lemma_.lower()}"
                if token.pos_ in VERBS
                else (f"head:{token.pos_}")
            )
        if token.dep_ in _SUBJECTS and token.head.i in inside:
            who = token.lower_ if token.pos_ == "PRON" else token.pos_
            place = "main" if _is_head(token.head, inside) else "subject"
            yield f"{place}:{who}_{token.head.tag_}"


def _is_head(token: Token, inside: range) -> bool:
    return token.head.i == token.i or token.head.i not in inside
