"""Claims: the statements a fact-checker can take up.

A claim is the content of an attribution, or a statement with a figure that no
attribution covers. First drafts are made of both, then each is measured.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span as TokenSpan

from claims.figures.lexicon.stopwords import STOP_WORDS

from ..parsing import ParsedArticle
from ..records import Attribution, Claim, ClaimKind, DateSpan, Extraction, Quantity, Span
from ..speech import Referents
from ..syntax import POINTING, SUBJECTIVE, SUBJECTS_OR_DUMMIES, VERBS
from .absolutes import is_absolute
from .bodies import Bodies
from .checkable import has_nothing_to_check, introduces, is_a_threat, leaves_out_its_verb
from .clauses import states, trim
from .contents import is_cut_off, is_statement, is_whole, tells_what_happened
from .described import Edit
from .found import Draft, Found
from .leads import interruptions, lead_of, without_relative
from .lexicon.opinions import HOSTS
from .pronouns import Stead, stead_of
from .reported import Reported
from .spans import Cover
from .stated import Stated
from .trusted import trusted
from .wording import Wordings
from .worthiness import Statement, check_worthiness, is_finding, likely_fact

# Of check-worthiness: words without a figure that get less are talk, in quotation marks or not
_FLOOR, _FLOOR_OF_REPORTS = 0.28, 0.18
# Log-odds that people would call it factual
_LEAST_FACTUAL = -1.0
_CONCEDING = frozenset({"though", "although", "while", "whereas"})
_CORRECTED = re.compile(r"\d\W*,\s+(?:and )?not\s+$")
_BOUND_TO_SO = frozenset({"far", "that", "long", "many", "much", "few", "little", "too", "as"})
_PRONOUNS = SUBJECTIVE | POINTING | {"which", "who"}
_WORD = re.compile(r"[^\W_]+")


def find_claims(
    article: ParsedArticle,
    quantities: Sequence[Quantity],
    dates: Sequence[DateSpan],
    attributions: Sequence[Attribution],
    referents: Referents | None = None,
) -> list[Claim]:
    """The article's claims, in the order of the text; no two have the same span.

    ``referents`` tell whom pronouns mean; without them only a speaker's own are told.
    """
    found = Found(article, quantities, dates, list(trusted(article, attributions)))
    drafts: dict[tuple[int, int], frozenset[int]] = {}
    reported = list(Reported(found).drafts())
    stated = list(_outermost(Stated(found).drafts(reported)))
    told = Cover([(draft.start, draft.end) for draft in stated if draft.tells_all])
    reported = [draft for draft in reported if not told.holds(draft.start, draft.end)]
    for draft in (*reported, *stated):
        span = trim(article.text, *_without_lead(found, draft))
        if _says_something(article.text[slice(*span)]):
            drafts[span] = drafts.get(span, frozenset()) | draft.attributions
    finisher = _Finisher(found, referents)
    claims = (finisher.claim(Draft(*span, drafts[span])) for span in sorted(drafts))
    return [claim for claim in claims if claim is not None]


def _outermost(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Those that stand in no other: "people who own 3 cars" is told by the whole sentence."""
    end = -1
    for draft in sorted(drafts, key=lambda draft: (draft.start, -draft.end)):
        if draft.end > end:
            yield draft
            end = draft.end


def _without_lead(found: Found, draft: Draft) -> tuple[int, int]:
    """The draft without a "that" or "though" that leads on from what was cut off."""
    span = trim(found.article.text, draft.start, draft.end)
    tokens = found.layout.tokens(found.article.span(*span)) if span[0] < span[1] else None
    if tokens is None or len(tokens) < 2:
        return span
    if _leads_on(tokens):
        return span[0] + tokens[1].idx - tokens[0].idx, span[1]
    if tokens[0].tag_ != "IN" and tokens[0].dep_ != "mark":
        return span
    clause = tokens[0].head
    cut_off = not tokens.start <= clause.head.i < tokens.end
    if tokens[0].lower_ != "that" and not (tokens[0].lower_ in _CONCEDING and cut_off):
        return span
    return span[0] + tokens[1].idx - tokens[0].idx, span[1]


def _leads_on(tokens: TokenSpan) -> bool:
    """Does a "so" lead on from what was said before: "[So] prices doubled", not "So far, …"?"""
    so, verb = tokens[0], tokens[0].head
    if so.lower_ != "so" or verb.pos_ not in VERBS or tokens[1].lower_ in _BOUND_TO_SO:
        return False
    subject = next((child for child in verb.lefts if child.dep_ in SUBJECTS_OR_DUMMIES), None)
    return subject is not None and so.i < subject.left_edge.i <= so.i + 1


def _dangles(stead: Stead, lead: str) -> bool:
    """Is a pronoun not explained: the claim's, or who says so before it, "[It] expects sales"?"""
    return lead.split(" ", 1)[0].lower() in _PRONOUNS if lead else stead.dangles


class _Finisher:
    """Makes claims of one article's drafts: kinds, worthiness, wording."""

    def __init__(self, found: Found, referents: Referents | None) -> None:
        self.found = found
        self.referents = referents
        self.bodies = Bodies(found)
        self.wordings = Wordings(
            Extraction(
                found.article.source,
                tuple(found.quantities),
                tuple(found.dates),
                tuple(found.attributions),
                (),
            )
        )

    def claim(self, draft: Draft) -> Claim | None:
        """The draft as a claim; ``None`` where nothing in it can be checked."""
        span = self.found.article.span(draft.start, draft.end)
        said = [self.found.attributions[index] for index in draft.attributions]
        quantities = tuple(
            index
            for index in self.found.quantities_of(span)
            if (not said or _is_said(self.found.quantities[index], said))
            and not self._is_denied(self.found.quantities[index])
        )
        dates = self.found.dates_of(span)
        attributions = tuple(sorted(draft.attributions))
        tokens, teller = self.found.layout.tokens(span), self._teller(draft)
        paragraph = self.found.layout.paragraph(span.start)
        start = paragraph.start if paragraph else 0
        body = self.bodies.of(teller.speaker.name) if teller and teller.speaker else None
        stead = stead_of(tokens, start, teller, self.referents, body)
        kinds = _kinds(tokens, quantities, attributions)
        has_figure = any(self._is_stated(self.found.quantities[index]) for index in quantities)
        if not kinds or (not has_figure and self._is_idle(tokens, kinds, said, stead)):
            return None
        if tokens is not None and _is_hosted(said) and introduces(tokens):
            return None
        if tokens is not None and said and is_a_threat(tokens):
            return None
        cue = self.found.cue(teller) if teller else None
        lead = lead_of(self.found.article, span, tokens, teller, cue)
        between = list(interruptions(span, teller, tokens))
        if tokens is not None and not (lead or between or is_whole(tokens)):
            return None
        if tokens is not None and not (lead or said) and is_cut_off(tokens):
            return None
        knows_subject = stead.knows_subject and not _dangles(stead, lead)
        knows_subject = knows_subject and not (tokens is not None and leaves_out_its_verb(tokens))
        statement = Statement(
            span.text,
            tokens,
            tuple(self.found.quantities[i] for i in quantities),
            tuple(self.found.dates[i] for i in dates),
            tuple(self.found.attributions[i] for i in attributions),
            knows_subject=knows_subject,
            is_led=bool(lead),
        )
        score, reasons = check_worthiness(statement)
        is_bare = not has_figure and "absolute" not in kinds
        if is_bare and not lead and self._is_talk(statement, said, stead):
            return None
        claim = Claim(
            span.start,
            span.end,
            span.text,
            kinds,
            quantities,
            attributions,
            score,
            reasons,
        )
        told = [edit for edit in stead.edits if edit[1].strip("[]").removesuffix("’s") not in lead]
        relative = () if lead else without_relative(tokens, start)
        edits = [*told, *between, *relative, *_going_on(span, tokens, lead)]
        return replace(claim, wording=self.wordings.of(claim, lead, edits))

    def _is_talk(self, statement: Statement, said: Sequence[Attribution], stead: Stead) -> bool:
        """Are the words no statement of fact, or not worth it?

        What was denied or found out is factual, however it reads: "Children who sleep miss
        less, a study found".
        """
        if is_finding(statement) or any(found.attitude == "denies" for found in said):
            return False
        if _is_quoted(said) and _is_chat(statement, stead):
            return True
        explained = replace(statement, knows_subject=True)
        return check_worthiness(explained)[0] < _floor(said, statement.knows_subject)

    def _is_denied(self, quantity: Quantity) -> bool:
        """Is it what another figure corrects: "16, not [14], homes"?"""
        before = self.found.article.text[max(0, quantity.start - 12) : quantity.start]
        return bool(_CORRECTED.search(before))

    def _is_stated(self, quantity: Quantity) -> bool:
        """Is the figure stated, and not an age or a rank in passing?"""
        tokens = self.found.layout.tokens(quantity)
        return tokens is None or states(tokens, quantity)

    def _is_idle(
        self,
        tokens: TokenSpan | None,
        kinds: Sequence[ClaimKind],
        said: Sequence[Attribution],
        stead: Stead,
    ) -> bool:
        """Is it an opinion, a wish or small talk, with no figure and denied by nobody?"""
        if tokens is None or any(found.attitude == "denies" for found in said):
            return False
        return has_nothing_to_check(
            tokens,
            knows_subject=stead.knows_subject,
            is_absolute="absolute" in kinds,
            is_quoted=_is_quoted(said),
        )

    def _teller(self, draft: Draft) -> Attribution | None:
        """The attribution whose content the claim is: the innermost of those that report it."""
        said = [self.found.attributions[index] for index in draft.attributions]
        outer = {found.via for found in said}
        inner = [self.found.attributions[i] for i in sorted(draft.attributions) if i not in outer]
        return inner[0] if inner else None


def _going_on(span: Span, tokens: TokenSpan | None, lead: str) -> Iterator[Edit]:
    """The small letter of a sentence that goes on: "wrongly claimed that [t]he dam failed"."""
    if tokens is None or not lead.endswith("that "):
        return
    first = tokens[0]
    plain = first.pos_ != "PROPN" and not first.ent_type_ and first.text != "I"
    if plain and first.text.istitle():
        yield Span(span.start, span.start + 1, span.text[:1]), span.text[:1].lower()


def _kinds(
    tokens: TokenSpan | None, quantities: Sequence[int], attributions: Sequence[int]
) -> tuple[ClaimKind, ...]:
    holds: dict[ClaimKind, bool] = {
        "numeric": bool(quantities),
        "attributed": bool(attributions),
        "absolute": tokens is not None and is_statement(tokens) and is_absolute(tokens),
    }
    return tuple(kind for kind, has in holds.items() if has)


def _is_chat(statement: Statement, stead: Stead) -> bool:
    """Of somebody's own words: do they read like talk, or nobody knows of whom they are?

    What has happened is factual, however it reads: "We had to sell both fields".
    """
    if _cannot(statement.tokens):
        return False
    if not statement.knows_subject and not check_worthiness(statement)[0]:
        return True
    if statement.tokens is not None and tells_what_happened(statement.tokens):
        return False
    return not stead.knows_subject or likely_fact(statement) < _LEAST_FACTUAL


def _is_hosted(said: Sequence[Attribution]) -> bool:
    """Does who presents a programme or leads a debate say it, in a turn of their own?"""
    return any(
        found.cue is None and found.speaker is not None and found.speaker.text.lower() in HOSTS
        for found in said
    )


def _cannot(tokens: TokenSpan | None) -> bool:
    """ "We [cannot] pay for it" is so or not."""
    return tokens is not None and any(
        token.lower_ in {"can", "ca"} and any(c.dep_ == "neg" for c in token.head.lefts)
        for token in tokens
    )


def _says_something(text: str) -> bool:
    """Whether there is more than words such as "it" and "that"."""
    return any(word.casefold() not in STOP_WORDS for word in _WORD.findall(text))


def _floor(said: Iterable[Attribution], knows_subject: bool) -> float:
    """What words without a figure have to reach.

    What is reported of somebody who cannot be told is marked and ranks low as it is.
    """
    if _is_quoted(said):
        return _FLOOR
    return _FLOOR_OF_REPORTS if knows_subject else 0.0


def _is_quoted(attributions: Iterable[Attribution]) -> bool:
    return any(found.kind == "direct" or found.cue is None for found in attributions)


def _is_said(quantity: Quantity, attributions: Iterable[Attribution]) -> bool:
    return any(found.holds(quantity.start, quantity.end) for found in attributions)
