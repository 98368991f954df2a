"""What people correct of what the machine found, and what becomes of claims by it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims import mending
from claims.extraction import ArticleText, Extraction, extract, records
from claims.intake import recording
from claims.mending import Correction
from claims.mending.changing import what_stands
from claims.mending.identity import identity_of
from claims.models import (
    Article,
    Attribution,
    Claim,
    DateReference,
    Event,
    ExtractionRun,
    Mention,
    Quantity,
    QueueEntry,
    Refused,
    Speaker,
    Stale,
    User,
)
from tests.counting import miscounts
from tests.making import make_article

pytestmark = pytest.mark.django_db

DAM = "The Harl dam holds 40 million litres, Ada Wyle said."
TEXT = (
    f"{DAM} Ada Wyle denied that any report was withheld on Friday. "
    "About 300 people left Vell overnight, according to the Vell Council. "
    "The repair costs EUR 1.1 billion and will take 3 months, Ada Wyle said."
)
DAY = date(2025, 9, 5)


def found_in(text: str) -> Extraction:
    found = next(iter(extract([ArticleText("1", text, None, DAY)])))
    assert isinstance(found, Extraction)
    return found


def read(article: Article, rules: str = "one", found: Extraction | None = None) -> None:
    run, _made = ExtractionRun.objects.get_or_create(rules=rules, model="m", model_version="1")
    recording.record(article.pk, found or found_in(article.text), run, resolved_on=DAY)


@pytest.fixture
def article(db: None) -> Article:
    made = make_article(TEXT, outlet="Vell Post")
    read(made)
    return made


def mention_of(words: str) -> Mention:
    return next(m for m in Mention.objects.live().order_by("pk") if words in m.text)


def figure_of(words: str) -> Quantity:
    return next(f for f in Quantity.objects.live() if f.text == words)


def newest(mention: Mention) -> int:
    last = mention.claim.history.first()
    return last.pk if last else 0


def everything() -> dict[str, object]:
    """What correcting may change, without who touched it when."""
    return {
        "rows": [
            {name: value for name, value in what_stands(row).items() if "_at" not in name}
            for model in (Mention, Quantity, Attribution, DateReference)
            for row in model.objects.live().order_by("pk")
        ],
        "mentions": list(
            Mention.objects.live().order_by("pk").values_list("claim", "original_claim", "wording")
        ),
        "claims": list(
            Claim.objects.filter(mentions__rejected_at=None, mentions__isnull=False)
            .order_by("pk")
            .distinct()
            .values_list(
                *("pk", "fingerprint", "state", "dismissal", "wording", "speaker_label"),
                *("period_from", "mentions_count", "is_numeric", "is_attributed", "speakers"),
            )
        ),
        "entries": sorted(
            QueueEntry.objects.filter(claim__mentions_count__gt=0).values_list(
                "claim", "outlet", "batch", "speaker", "state"
            ),
            key=str,
        ),
    }


# --- what a mention states -------------------------------------------------------------


def test_rows_tell_the_same_identity_as_the_records_did(article: Article) -> None:
    mentions = Mention.objects.select_related("claim", "original_claim", "article")
    assert len(mentions) >= 4
    for mention in mentions:
        found = identity_of(mention)
        claim = mention.claim
        assert found.fingerprint == claim.fingerprint
        assert (found.label, found.is_numeric, found.is_attributed) == (
            claim.speaker_label,
            claim.is_numeric,
            claim.is_attributed,
        )
        assert {who.pk for who in found.speakers} == set(
            claim.speakers.values_list("pk", flat=True)
        )


def test_each_row_keeps_the_name_of_the_rule_that_proposed_it(article: Article) -> None:
    rules = {
        model: {row.proposed["rule"] for row in model.objects.all()}
        for model in (Mention, Quantity, Attribution, DateReference)
    }
    assert rules == {
        Mention: {"reported_figure", "reported"},
        Quantity: {"figure_measure", "figure_count", "figure_money", "figure_duration"},
        Attribution: {"indirect_with_cue"},
        DateReference: {"date_seen_from_day"},
    }


# --- figures ---------------------------------------------------------------------------


def test_a_corrected_figure_keeps_its_proposal_and_its_claim_follows(
    article: Article, checker: User
) -> None:
    mention, figure = mention_of("40 million"), figure_of("40 million litres")
    mark, wording = mention.claim.fingerprint, mention.claim.wording
    mended = mending.correct_figure(
        figure, checker, Correction("41 million", "at_least", "litre", counted="water")
    )
    figure.refresh_from_db()
    assert (figure.low, figure.high, figure.modifier) == (Decimal(41_000_000), None, "at_least")
    assert (figure.least, figure.interval.has_most) == (Decimal(41_000_000), False)
    assert (figure.counted_text, figure.counted_head) == ("water", "water")
    assert figure.touched_by == checker
    assert figure.proposed["low"] == "40000000"
    claim = Claim.objects.get(pk=mention.claim_id)
    assert claim.fingerprint != mark
    assert claim.wording == wording  # the article's words are what they were
    assert mended.event
    assert mended.event.payload["before"]["low"] == "40000000"
    assert mended.event.payload["after"]["low"] == "41000000"
    assert [member.claim for member in mended.event.members.all()] == [claim]
    assert miscounts() == []


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (Correction("1234567890123456"), "more than 15 digits"),
        (Correction("many"), "not one figure"),
        (Correction("5", "between"), "two ends"),
        (Correction("5 to 10", "at_least"), "range"),
        (Correction("5", unit="blorp"), "“blorp” is no unit"),
        (Correction("5", currency="ZZZ"), "“ZZZ” is no currency"),
        (Correction("5", unit="litre", currency="EUR"), "no unit"),
        (Correction("41m", unit="litre"), "says metre"),
    ],
)
def test_what_is_no_figure_is_refused_by_name_and_changes_nothing(
    article: Article, checker: User, given: Correction, why: str
) -> None:
    before = everything()
    with pytest.raises(Refused, match=why):
        mending.correct_figure(figure_of("40 million litres"), checker, given)
    assert everything() == before
    assert not Event.objects.exists()


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (Correction("1.15bn", currency="EUR"), ("money", "1150000000", "1145000000", "1155000000")),
        (
            Correction("1.1 billion", currency="USD"),
            ("money", "1100000000", "1050000000", "1150000000"),
        ),
        (Correction("12", unit="km"), ("measure", "12", "11.5", "12.5")),
        (Correction("40", unit="percent"), ("percent", "40", "39.5", "40.5")),
        (Correction("40%"), ("percent", "40", "39.5", "40.5")),
        (Correction("1,200"), ("count", "1200", "1199.5", "1200.5")),
    ],
)
def test_a_figure_is_typed_as_one_writes_it(
    article: Article, checker: User, given: Correction, expected: tuple[str, ...]
) -> None:
    figure = figure_of("EUR 1.1 billion")
    mending.correct_figure(figure, checker, given)
    figure.refresh_from_db()
    kind, value, least, most = expected
    assert (figure.kind, figure.low) == (kind, Decimal(value))
    assert (figure.least, figure.most) == (Decimal(least), Decimal(most))


# --- spans -----------------------------------------------------------------------------


def test_a_moved_span_takes_its_figures_along_and_is_worded_anew(
    article: Article, checker: User
) -> None:
    mention = mention_of("1.1 billion")
    start = TEXT.index("The repair costs")
    mending.move_span(mention, checker, start, TEXT.index(" and will take"))
    mention.refresh_from_db()
    assert mention.text == "The repair costs EUR 1.1 billion"
    assert [figure.text for figure in mention.quantities.all()] == ["EUR 1.1 billion"]
    assert mention.wording == Claim.objects.get(pk=mention.claim_id).wording == mention.text
    mending.step_span(mention, checker, "start", "later")
    mending.step_span(mention, checker, "end", "earlier")
    mention.refresh_from_db()
    assert mention.text == "repair costs EUR 1.1"
    assert not mention.quantities.exists()
    assert (mention.proposed_start, mention.touched_by) == (start, checker)


def test_a_span_moves_by_whole_characters_and_never_out_of_the_text() -> None:
    # "e" with an accent of its own, a flag, a family, Hebrew with points
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    text = f"Cafe\u0301 \U0001f1eb\U0001f1f7 {family} ש\u05c1לום. Ende"
    assert mending.snapped(text, 0, 4) == mending.Place(0, 5)
    assert mending.snapped(text, 4, 5) == mending.Place(3, 5)
    assert mending.snapped(text, 7, 8) == mending.Place(6, 8)
    assert mending.snapped(text, 10, 12) == mending.Place(9, 14)
    assert mending.snapped(text, 15, 16) == mending.Place(15, 17)
    for start, end in ((5, 5), (5, 6), (-1, 4), (3, 900), (9, 3)):
        with pytest.raises(Refused):
            mending.snapped(text, start, end)
    hebrew = mending.Place(15, 20)
    assert mending.stepped(text, hebrew, "end", "later") == mending.Place(15, 21)
    assert mending.stepped(text, hebrew, "start", "earlier") == mending.Place(9, 20)
    assert mending.stepped(text, mending.Place(0, 5), "start", "earlier") == mending.Place(0, 5)
    assert mending.stepped(text, mending.Place(0, 5), "end", "earlier") == mending.Place(0, 5)


_LETTERS = st.sampled_from("ab1 .,\u0301\u200d\U0001f1eb\U0001f468\U0001f3fbש\u05c1\n")


@given(st.text(_LETTERS, min_size=1, max_size=30), st.data())
def test_no_step_cuts_a_character_or_empties_a_span(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    try:
        place = mending.snapped(text, start, data.draw(st.integers(start, len(text))))
    except Refused:
        return
    for which in ("start", "end"):
        for way in ("earlier", "later"):
            try:
                moved = mending.stepped(text, place, which, way)  # type: ignore[arg-type]
            except Refused:
                continue
            assert 0 <= moved.start < moved.end <= len(text)
            assert mending.is_bound(text, moved.start)
            assert mending.is_bound(text, moved.end)


# --- who says it, how, when ------------------------------------------------------------


def test_a_corrected_speaker_is_who_says_all_that_the_attribution_holds(
    article: Article, checker: User
) -> None:
    mention = mention_of("40 million")
    attribution = mention.attributions.get()
    with pytest.raises(Refused, match="Nobody is called “Orrin Vale”"):
        mending.speaker_called("Orrin Vale")
    orrin = mending.speaker_called("Orrin  Vale", new_kind="person")
    mending.correct_speakers(attribution, checker, [orrin])
    claim = Claim.objects.get(pk=mention.claim_id)
    assert (claim.speaker_label, claim.said_by) == ("Orrin Vale", [orrin])
    assert list(
        QueueEntry.objects.filter(claim=claim, speaker__isnull=False).values_list(
            "speaker", flat=True
        )
    ) == [orrin.pk]
    # by an alias, he is found too
    Speaker.objects.create(name="O. Vale", merged_into=orrin)
    assert mending.speaker_called("o. vale") == orrin


def test_a_corrected_polarity_turns_the_wording(article: Article, checker: User) -> None:
    mention = mention_of("withheld")
    attribution = mention.attributions.get()
    assert attribution.attitude == "denies"
    mending.correct_attitude(attribution, checker, "asserts")
    mention.refresh_from_db()
    assert (
        mention.wording == mention.claim.wording == "any report was withheld on Friday [5 Sep 2025]"
    )
    mending.correct_attitude(attribution, checker, "denies")
    mention.claim.refresh_from_db()
    assert mention.claim.wording.startswith("[Ada Wyle] denies that any report was")
    with pytest.raises(Refused):
        mending.correct_attitude(attribution, checker, "sings")


def test_a_corrected_date_moves_the_claims_period(article: Article, checker: User) -> None:
    mention = mention_of("withheld")
    day = DateReference.objects.get(start__gte=mention.start, end__lte=mention.end)
    mending.correct_date(day, checker, date(2025, 8, 29), date(2025, 8, 29))
    claim = Claim.objects.get(pk=mention.claim_id)
    assert claim.period_from == date(2025, 8, 29)
    assert "[29 Aug 2025]" in claim.wording
    for first, last in ((date(2025, 9, 2), date(2025, 9, 1)), (None, DAY)):
        with pytest.raises(Refused):
            mending.correct_date(day, checker, first, last)


# --- what becomes of claims ------------------------------------------------------------


def test_a_mention_goes_to_the_claim_that_says_the_same(article: Article, checker: User) -> None:
    other = make_article(DAM.replace("40", "41"), outlet="Harl Mail")
    read(other)
    here, there = mention_of("40 million"), mention_of("41 million")
    assert here.claim != there.claim
    there.claim.pick(checker)
    before = everything()
    mended = mending.correct_figure(
        figure_of("40 million litres"), checker, Correction("41 million", unit="litre")
    )
    old, goal = Claim.objects.get(pk=here.claim_id), Claim.objects.get(pk=there.claim_id)
    assert (goal.mentions_count, goal.outlets_count, goal.state) == (2, 2, "queued")
    assert (old.state, old.dismissal, old.mentions_count) == ("dismissed", "duplicate", 0)
    assert not QueueEntry.objects.filter(claim=old).exists()
    assert miscounts() == []
    assert mended.event
    mending.undo(mended.event, checker)
    assert everything() == before
    with pytest.raises(Refused, match="undone already"):
        mending.undo(mended.event, checker)


def test_a_claim_under_check_is_never_emptied(article: Article, checker: User) -> None:
    read(make_article(DAM.replace("40", "41"), outlet="Harl Mail"))
    here, there = mention_of("40 million"), mention_of("41 million")
    here.claim.take(checker)
    mended = mending.correct_figure(
        figure_of("40 million litres"), checker, Correction("41 million", unit="litre")
    )
    assert list(mended.same_as) == [there.claim]
    here.refresh_from_db()
    assert here.claim.state == "checking"
    with pytest.raises(Refused, match="last place that states"):
        mending.reject(here, checker)


def test_of_two_mentions_the_corrected_one_opens_a_claim_of_its_own(
    article: Article, checker: User
) -> None:
    read(make_article(DAM, outlet="Harl Mail"))
    first, second = (m for m in Mention.objects.order_by("pk") if "40 million" in m.text)
    assert first.claim == second.claim
    before = everything()
    mended = mending.correct_figure(
        second.quantities.get(), checker, Correction("4 million", unit="litre")
    )
    second.refresh_from_db()
    assert second.claim != first.claim
    assert second.original_claim == second.claim
    assert (second.claim.state, second.claim.speaker_label) == ("new", "Ada Wyle")
    assert Claim.objects.get(pk=first.claim_id).mentions_count == 1
    assert mended.event
    mending.undo(mended.event, checker)
    assert everything() == before
    assert miscounts() == []


def test_a_wording_that_somebody_confirmed_stays(article: Article, checker: User) -> None:
    mention = mention_of("40 million")
    mention.claim.take(checker).word(checker, "The dam at Harl holds 40m litres.", "content")
    mending.move_span(mention, checker, mention.start + 4, mention.end)
    assert Claim.objects.get(pk=mention.claim_id).wording == "The dam at Harl holds 40m litres."


# --- not a claim -----------------------------------------------------------------------


def test_what_was_rejected_leaves_the_queue_and_no_run_brings_it_back(
    article: Article, checker: User
) -> None:
    mention, before = mention_of("40 million"), everything()
    mended = mending.reject(mention, checker)
    claim = Claim.objects.get(pk=mention.claim_id)
    assert (claim.state, claim.dismissal) == ("dismissed", "not_a_claim")
    with pytest.raises(Refused, match="rejected this already"):
        mending.reject(mention, checker)
    with pytest.raises(Refused, match="rejected this meanwhile"):
        mending.move_span(mention, checker, mention.start, mention.end - 3)
    read(article, "two")
    assert not any("40 million" in m.text for m in Mention.objects.live())
    assert Mention.objects.filter(start=mention.start).count() == 1
    assert mended.event
    mending.undo(mended.event, checker)
    assert everything() == before


def test_the_last_that_makes_a_claim_one_is_not_taken_from_it(
    article: Article, checker: User
) -> None:
    mention = mention_of("withheld")
    with pytest.raises(Refused, match="say that it is not a claim"):
        mending.reject(mention.attributions.get(), checker)
    figure = figure_of("40 million litres")
    mending.reject(figure, checker)
    assert not Claim.objects.get(pk=mention_of("40 million").claim_id).is_numeric


# --- missed ----------------------------------------------------------------------------


def test_what_was_missed_is_marked_with_its_figures_and_speaker(checker: User) -> None:
    text = "Notes of the day. Harl counted 1,200 sheep; Vell 40 % more, said nobody."
    article = make_article(text)
    start = text.index("Harl")
    mention, mended = mending.mark(article, checker, start, text.index(";") + 1)
    figure = mention.quantities.get()
    assert (figure.text, figure.low, figure.marked_by) == ("1,200", Decimal(1200), checker)
    assert (mention.claim.state, mention.claim.is_numeric) == ("new", True)
    assert mention.claim.priority > 0
    assert QueueEntry.objects.filter(claim=mention.claim, outlet=article.outlet).exists()
    article.refresh_from_db()
    assert article.open_claims == 1
    with pytest.raises(Refused, match="a claim already"):
        mending.mark(article, checker, start, text.index(";") + 1)
    with pytest.raises(Refused, match="nobody was found to say"):
        mending.mark(article, checker, 0, 5)
    spoken, _mended = mending.mark(
        article, checker, 0, 5, [mending.speaker_called("Vell Courier", new_kind="organisation")]
    )
    assert spoken.claim.speaker_label == "Vell Courier"
    assert mended.event
    mending.undo(mended.event, checker)
    assert not Mention.objects.live().filter(pk=mention.pk).exists()
    assert not Quantity.objects.live().exists()
    assert Claim.objects.get(pk=mention.claim_id).state == "dismissed"
    assert miscounts() == []


def test_what_is_marked_joins_the_claim_that_says_the_same(article: Article, checker: User) -> None:
    stated = mention_of("40 million")
    other = make_article("Brief: the Harl dam holds 40 million litres.")
    mention, _mended = mending.mark(other, checker, 7, 43, [mending.speaker_called("Ada Wyle")])
    assert mention.claim == stated.claim
    assert mention.claim.mentions.count() == 2


# --- beside the machine and each other -------------------------------------------------


def test_the_next_run_overwrites_nothing_that_people_touched(
    article: Article, checker: User
) -> None:
    moved, figure = mention_of("40 million"), figure_of("40 million litres")
    day = DateReference.objects.order_by("start")[0]
    mending.move_span(moved, checker, moved.start + 4, moved.end)
    mending.correct_figure(figure, checker, Correction("41 million", unit="litre"))
    mending.correct_attitude(mention_of("withheld").attributions.get(), checker, "asserts")
    mending.correct_date(day, checker, DAY, DAY)
    start = TEXT.index("left Vell")
    mending.mark(article, checker, start - 10, TEXT.index(", according"))
    before = everything()
    read(article, "two")
    assert everything() == before
    # Rules that find by themselves what people put right, or trim a claim otherwise
    found = found_in(TEXT)
    trimmed = [shorter(claim, 4) for claim in found.claims if "40 million" in claim.text]
    mending.reject(mention_of("1.1 billion"), checker)
    before = everything()
    trimmed += [shorter(claim, 4) for claim in found.claims if "1.1 billion" in claim.text]
    read(article, "three", replace(found, claims=tuple(trimmed)))
    assert everything() == before
    # A new mention of a figure that was corrected states the figure as it stands.
    new = [shorter(claim, 9) for claim in found.claims if "40 million" in claim.text]
    read(article, "four", replace(found, claims=tuple(new)))
    newest_mention = Mention.objects.latest("pk")
    assert newest_mention.text == "dam holds 40 million litres"
    claim = newest_mention.claim
    assert claim.fingerprint == identity_of(newest_mention).fingerprint


def shorter(claim: records.Claim, cut: int) -> records.Claim:
    return replace(claim, start=claim.start + cut, text=claim.text[cut:])


def test_two_who_mend_the_same_one_wins_and_the_other_is_told(
    article: Article, checker: User, checker2: User
) -> None:
    figure, mention = figure_of("40 million litres"), mention_of("40 million")
    seen = newest(mention)
    mending.correct_figure(figure, checker, Correction("41 million", unit="litre"), seen=seen)
    with pytest.raises(Stale, match="by checker at"):
        mending.correct_figure(figure, checker2, Correction("42", unit="litre"), seen=seen)
    # Another thing of the same claim is no conflict.
    mending.move_span(mention, checker2, mention.start + 4, mention.end, seen=seen)


def test_only_those_who_check_correct(article: Article, administrator: User, auditor: User) -> None:
    mention = mention_of("40 million")
    deeds: list[Callable[[User], object]] = [
        lambda by: mending.move_span(mention, by, mention.start, mention.end - 2),
        lambda by: mending.reject(mention, by),
        lambda by: mending.mark(article, by, 0, 9),
    ]
    for by in (administrator, auditor):
        for deed in deeds:
            with pytest.raises(Refused, match="Only fact-checkers"):
                deed(by)
