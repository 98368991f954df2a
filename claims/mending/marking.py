"""What the machine missed: a person marks words of an article, and they are a mention.

Its figures are those that were found there already, and what characters alone tell
beside them; who says it is whoever was found to say these words. Both can be mended.
Nothing of it needs spaCy, so that the mention stands at once and no worker is waited for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from django.utils import timezone
from django.utils.translation import gettext as _t

from claims.figures import Figure, implied_interval, no_figures, read_figures
from claims.models import (
    Article,
    Attribution,
    Claim,
    DateReference,
    Event,
    Mention,
    Move,
    Quantity,
    Refused,
    Speaker,
    User,
    atomic_with_retry,
    locked,
)

from .changing import Mended, begin, log, named, what_stands
from .identity import Identity, identity_from, innermost, label_of
from .settling import Settled, claims_with, give, welcome
from .spans import Place, snapped
from .wording import wording_of

# What a marked claim is worth to the queue: a person says that it is one.
WORTH = 0.5
_NOUN_BEHIND = re.compile(r"\s[a-z]")
MARKED_REASON = {"reason": "marked", "value": None, "weight": WORTH}


@atomic_with_retry
def mark(
    article: Article, by: User, start: int, end: int, speakers: Sequence[Speaker] = ()
) -> tuple[Mention, Mended]:
    """Say that a claim stands here that was not found; it joins the claim that says the same.

    ``speakers`` say it, where nobody was found who does.

    Raises:
        Refused: without the permission; the words are none, outside the text, or a claim
            already; they hold no figure and nobody says them.
    """
    begin(by)
    article = Article.objects.get(pk=article.pk)
    if article.redacted_at:
        raise Refused(_t("The text of this article was redacted."))
    place = snapped(article.text, start, end)
    _require_unmarked(article, place)
    figures = [*_known(article, place), *_read(article, by, place)]
    said = _said(article, by, place, speakers)
    if not (figures or said):
        raise Refused(
            _t(
                "There is no figure in these words, and nobody was found to say them. "
                "Write who says it: the outlet, where it is the article itself."
            )
        )
    days = DateReference.objects.live().filter(
        article=article, start__gte=place.start, end__lte=place.end
    )
    identity = identity_from(
        article.text, place, figures, innermost(said), list(days), label=label_of(innermost(said))
    )
    original, claim, move = _claim(identity)
    mention = Mention.objects.create(
        article=article,
        start=place.start,
        end=place.end,
        marked_by=by,
        touched_by=by,
        touched_at=timezone.now(),
        claim=claim,
        original_claim=original,
        check_worthiness=WORTH,
        reasons=[MARKED_REASON],
    )
    mention.quantities.set(figures)
    mention.attributions.set(said)
    mention.wording = wording_of(mention)
    mention.save(update_fields=["wording"])
    payload = {**named(mention), "before": None, "after": what_stands(mention)}
    event = log(Event.Kind.MARKED, by, Settled([move]), payload)
    mention.refresh_from_db()
    return mention, Mended(event)


def _require_unmarked(article: Article, place: Place) -> None:
    here = Mention.objects.filter(article=article, start=place.start, end=place.end)
    if standing := here.live().first():
        raise Refused(_t("These words are a claim already: “%s”.") % standing.claim)
    if rejected := here.first():
        raise Refused(
            _t("%s has said of these words that they are no claim; take that back, or mark others.")
            % rejected.rejected_by
        )


def _known(article: Article, place: Place) -> list[Quantity]:
    """The figures that were found there, rejected ones left out."""
    found = Quantity.objects.live().filter(article=article)
    return list(found.filter(start__gte=place.start, end__lte=place.end))


def _read(article: Article, by: User, place: Place) -> Iterator[Quantity]:
    """Rows for what reads as a figure there and was never found."""
    found = Quantity.objects.filter(article=article).values_list("start", "end")
    days = DateReference.objects.live().filter(article=article).values_list("start", "end")
    words = article.text[place.start : place.end]
    taken = [
        (max(0, start - place.start), end - place.start)
        for start, end in (*found, *days)
        if start < place.end and end > place.start
    ]
    for figure in read_figures(words, sorted([*no_figures(words), *taken])):
        # A bare number may be part of a name: "Model 3", but not "40 people".
        if not figure.doubt or (figure.doubt == "name" and _NOUN_BEHIND.match(words, figure.end)):
            yield _row(article, by, place, figure)


def _row(article: Article, by: User, place: Place, figure: Figure) -> Quantity:
    row = Quantity(
        article=article,
        start=place.start + figure.start,
        end=place.start + figure.end,
        marked_by=by,
        touched_by=by,
        touched_at=timezone.now(),
        kind=figure.kind,
        low=figure.low,
        high=figure.high,
        modifier=figure.modifier,
        unit=figure.unit or "",
        currency=figure.currency or "",
        per=figure.per or "",
        change=figure.change or "",
    )
    implied = implied_interval(row)
    row.least, row.most = implied.least, implied.most
    row.save()
    return row


def _said(
    article: Article, by: User, place: Place, speakers: Sequence[Speaker]
) -> list[Attribution]:
    """Whoever was found to say all of these words; else whom the person names."""
    around = Attribution.objects.live().filter(
        article=article, start__lte=place.start, end__gte=place.end
    )
    found = [
        row
        for row in around.prefetch_related("speakers")
        if any(start <= place.start and place.end <= end for start, end in row.content)
    ]
    if found or not speakers:
        return found
    return [attribution_of(article, by, place, speakers)]


def attribution_of(
    article: Article, by: User, place: Place, speakers: Sequence[Speaker]
) -> Attribution:
    """A row that says that these say the words, as a person told."""
    row = Attribution.objects.create(
        article=article,
        start=place.start,
        end=place.end,
        marked_by=by,
        touched_by=by,
        touched_at=timezone.now(),
        kind=Attribution.Kind.INDIRECT,
        attitude=Attribution.Attitude.ASSERTS,
        content=[[place.start, place.end]],
        speaker_text=", ".join(map(str, speakers))[:300],
    )
    row.speakers.set(speakers)
    return row


def _claim(identity: Identity) -> tuple[Claim, Claim, Move]:
    """The claim that says this, the one it was merged into, and what it does to that."""
    known = claims_with([identity.fingerprint]).get(identity.fingerprint)
    if known is None:
        new = Claim()
        give(new, identity, identity.fingerprint)
        return new, new, Move(new.pk, new.state, new.state)
    claim = locked(Claim.objects.filter(pk=known.merged_into_id or known.pk)).get()
    state, why = claim.state, claim.dismissal
    welcome(claim)
    return known, claim, Move(claim.pk, state, claim.state, why)
