"""The demo's checks: a few claims of the seeds taken all the way, so that every page has
something to show. The sources are invented, like the outlets.
"""

from __future__ import annotations

from dataclasses import dataclass

from claims.models import Claim, Quantity, User
from claims.queue import search
from verification.evidence import gathering as evidencing
from verification.evidence import snapshots
from verification.models import Rating, Source, Verdict, VerdictVersion


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of evidence and the document that it comes from."""

    title: str
    publisher: str
    quote: str
    locator: str
    stance: str = "supports"
    figure: str = ""
    primary: bool = False

    @property
    def document(self) -> bytes:
        return f"{self.publisher}\n{self.title}\n\n{self.quote}\n".encode()


@dataclass(frozen=True, slots=True)
class Check:
    """A claim, found as a fact-checker would find it, and what becomes of it."""

    search: str
    rating: str
    headline: str
    reasoning: str
    pieces: tuple[Piece, ...]
    steps: tuple[str, ...] = ()


CHECKS = (
    Check(
        search="112 attack",
        rating="true",
        headline="Yes, the Air Force counted 112 drones that night",
        reasoning="The Air Force's own morning report gives 112 drones launched and 84 of them "
        "intercepted or jammed. A second count by an observers' group comes to the same number.",
        pieces=(
            Piece(
                "Morning report, 5 September 2025",
                "Air Force press office (demo)",
                "112 strike and decoy drones were launched; 84 were intercepted or jammed.",
                "p. 1",
                figure="112",
                primary=True,
            ),
            Piece(
                "Nightly drone count",
                "Skywatch observers (demo)",
                "Our count for the night stands at 112.",
                "table 2, row 5",
                figure="112",
            ),
        ),
        steps=("submit", "sign", "publish", "correct"),
    ),
    Check(
        search="1.1bn EUR",
        rating="mostly-true",
        headline="About right: EUR 1.1 billion, but over twelve months, not a calendar year",
        reasoning="Customs data add up to EUR 1.08 billion for the twelve months to June, which "
        "rounds to the figure. It is not the total of one calendar year.",
        pieces=(
            Piece(
                "Fuel imports by country",
                "Union customs office (demo)",
                "Twelve months to June: EUR 1.08 billion.",
                "sheet 1, cell F14",
                figure="EUR 1.08 billion",
                primary=True,
            ),
            Piece(
                "What Europe still buys",
                "Energy policy institute (demo)",
                "In the calendar year the value was EUR 0.9 billion.",
                "p. 12",
                stance="refutes",
                figure="EUR 0.9 billion",
            ),
        ),
        steps=("submit", "sign", "publish"),
    ),
    Check(
        search="26 nations",
        rating="true",
        headline="26 nations said so in Paris",
        reasoning="The joint statement lists 26 signatures.",
        pieces=(
            Piece(
                "Joint statement, Paris",
                "Office of the presidency (demo)",
                "The undersigned 26 nations are ready to contribute.",
                "last page",
                figure="26",
                primary=True,
            ),
        ),
        steps=("submit",),
    ),
    Check(
        search="312 houses",
        rating="half-true",
        headline="312 houses were flooded, by a count that was later raised",
        reasoning="The regional office counted 312 houses on 6 September and 327 a week later.",
        pieces=(
            Piece(
                "Register of damaged buildings",
                "Eastmarch regional office (demo)",
                "Houses under water as of 6 September: 312.",
                "p. 3",
                figure="312",
                primary=True,
            ),
        ),
        steps=("submit", "sign", "publish", "unpublish"),
    ),
    Check(
        search="4,200 people",
        rating="unproven",
        headline="",
        reasoning="",
        pieces=(),
    ),
)
TEXTS = {
    "summary": "What follows is invented for the demo.",
    "unknowns": "Nothing that bears on the rating is open.",
    "why_checked": "Several outlets repeat the figure.",
}


def walk_checks() -> None:
    """Take each check as far as its steps say; what has a verdict already stays as it is."""
    checker = User.objects.get(username="checker")
    editor = User.objects.get(username="editor")
    for check in CHECKS:
        claim = search(Claim.objects.filter(state=Claim.State.NEW), check.search).first()
        if claim is None or Verdict.objects.filter(claim__in=_found(check)).exists():
            continue
        _walk(check, claim, checker, editor)


def _found(check: Check) -> list[int]:
    return list(search(Claim.objects.all(), check.search).values_list("pk", flat=True))


def _walk(check: Check, claim: Claim, checker: User, editor: User) -> None:
    claim.take(checker)
    draft = evidencing.verdict_of(claim).draft(checker)
    if not check.pieces:
        return
    claim.word(checker, claim.wording, "content")
    for mention in claim.mentions.all():
        mention.confirm(checker)
    for piece in check.pieces:
        _add(piece, claim, checker)
    draft.edit(
        checker,
        rating=Rating.objects.get(key=check.rating, scale__is_current=True),
        headline=check.headline,
        reasoning=check.reasoning,
        **TEXTS,
        **_reasons(check),
    )
    for step in check.steps:
        draft = _step(step, draft, checker, editor)


def _reasons(check: Check) -> dict[str, str]:
    """Why there is one source only, or evidence for one side, where that is so."""
    reasons = {}
    if len(check.pieces) == 1:
        reasons["only_source_reason"] = "It is the body that counts."
    if {piece.stance for piece in check.pieces} != {"supports", "refutes"}:
        reasons["other_side_reason"] = "Searched in the same archives; none found."
    return reasons


def _add(piece: Piece, claim: Claim, checker: User) -> None:
    source = Source.objects.create(
        kind="document",
        title=piece.title,
        publisher=piece.publisher,
        is_primary=piece.primary,
        added_by=checker,
    )
    evidencing.add_evidence(
        claim,
        checker,
        source=source,
        snapshot=snapshots.upload(source, checker, f"{piece.title}.txt", [piece.document]),
        stance=piece.stance,
        quote=piece.quote,
        locator=piece.locator,
        figure=piece.figure,
        compared_with=Quantity.objects.live().filter(mentions__claim=claim).first(),
    )


def _step(step: str, version: VerdictVersion, checker: User, editor: User) -> VerdictVersion:
    match step:
        case "submit":
            return version.submit(checker)
        case "sign":
            return _sign(version, editor)
        case "publish":
            version.publish(editor)
        case "correct":
            version = version.verdict.draft(checker).edit(
                checker,
                summary="The count is right, and so is the share that was stopped.",
                correction_class="minor",
                correction_note="Added the share that was intercepted or jammed.",
            )
            _sign(version.submit(checker), editor)
            version.publish(editor)
        case "unpublish":
            version.publications.get(until=None).unpublish(
                editor,
                "The regional office has raised its count; we are looking at it again.",
            )
    return version


def _sign(version: VerdictVersion, editor: User) -> VerdictVersion:
    seen = [piece["id"] for piece in version.content["evidence"]]
    return version.sign_off(editor, version.content_hash, seen)
