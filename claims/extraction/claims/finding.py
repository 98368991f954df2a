"""Claims: the statements a fact-checker can take up.

A claim is the content of an attribution, or a statement with a figure that no
attribution covers. First drafts are made of both, then each is measured.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Span as TokenSpan

from ..parsing import ParsedArticle
from ..records import Attribution, Claim, ClaimKind, DateSpan, Extraction, Quantity
from .absolutes import is_absolute
from .clauses import trim
from .contents import is_statement
from .found import Draft, Found
from .leads import interruptions, lead_of, subject_edit
from .lexicon.stopwords import STOP_WORDS
from .reported import Reported
from .stated import Stated
from .wording import Wordings
from .worthiness import Statement, check_worthiness

_WORD = re.compile(r"[^\W_]+")


def find_claims(
    article: ParsedArticle,
    quantities: Sequence[Quantity],
    dates: Sequence[DateSpan],
    attributions: Sequence[Attribution],
) -> list[Claim]:
    """The article's claims, in the order of the text; no two have the same span."""
    found = Found(article, quantities, dates, attributions)
    drafts: dict[tuple[int, int], frozenset[int]] = {}
    reported = list(Reported(found).drafts())
    for draft in (*reported, *Stated(found).drafts(reported)):
        span = trim(article.text, draft.start, draft.end)
        if _says_something(article.text[slice(*span)]):
            drafts[span] = drafts.get(span, frozenset()) | draft.attributions
    finisher = _Finisher(found)
    claims = (finisher.claim(Draft(*span, drafts[span])) for span in sorted(drafts))
    return [claim for claim in claims if claim.kinds]


class _Finisher:
    """Makes claims of one article's drafts: kinds, worthiness, wording."""

    def __init__(self, found: Found) -> None:
        self.found = found
        self.wordings = Wordings(
            Extraction(
                found.article.source,
                tuple(found.quantities),
                tuple(found.dates),
                tuple(found.attributions),
                (),
            )
        )

    def claim(self, draft: Draft) -> Claim:
        span = self.found.article.span(draft.start, draft.end)
        said = [self.found.attributions[index] for index in draft.attributions]
        quantities = tuple(
            index
            for index in self.found.quantities_of(span)
            if not said or _is_said(self.found.quantities[index], said)
        )
        dates = self.found.dates_of(span)
        attributions = tuple(sorted(draft.attributions))
        tokens, teller = self.found.layout.tokens(span), self._teller(draft)
        subject = list(subject_edit(span, tokens, teller))
        statement = Statement(
            span.text,
            tokens,
            tuple(self.found.quantities[i] for i in quantities),
            tuple(self.found.dates[i] for i in dates),
            tuple(self.found.attributions[i] for i in attributions),
            knows_subject=bool(subject),
        )
        score, reasons = check_worthiness(statement)
        claim = Claim(
            span.start,
            span.end,
            span.text,
            _kinds(tokens, quantities, attributions),
            quantities,
            attributions,
            score,
            reasons,
        )
        cue = self.found.cue(teller) if teller else None
        lead = lead_of(self.found.article, span, tokens, teller, cue)
        edits = [*([] if lead else subject), *interruptions(span, teller)]
        return replace(claim, wording=self.wordings.of(claim, lead, edits))

    def _teller(self, draft: Draft) -> Attribution | None:
        """The attribution whose content the claim is: the innermost of those that report it."""
        said = [self.found.attributions[index] for index in draft.attributions]
        outer = {found.via for found in said}
        inner = [self.found.attributions[i] for i in sorted(draft.attributions) if i not in outer]
        return inner[0] if inner else None


def _kinds(
    tokens: TokenSpan | None, quantities: Sequence[int], attributions: Sequence[int]
) -> tuple[ClaimKind, ...]:
    holds: dict[ClaimKind, bool] = {
        "numeric": bool(quantities),
        "attributed": bool(attributions),
        "absolute": tokens is not None and is_statement(tokens) and is_absolute(tokens),
    }
    return tuple(kind for kind, has in holds.items() if has)


def _says_something(text: str) -> bool:
    """Whether there is more than words such as "it" and "that"."""
    return any(word.casefold() not in STOP_WORDS for word in _WORD.findall(text))


def _is_said(quantity: Quantity, attributions: Iterable[Attribution]) -> bool:
    return any(found.holds(quantity.start, quantity.end) for found in attributions)
