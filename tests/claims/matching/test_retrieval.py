"""Which claims of an archive a text states."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from claims.matching.index import MOST_ENTRIES, Index
from claims.matching.posts import plain_post
from claims.matching.retrieval import Archive, Archived

CLAIMS = [
    Archived("pier", "The storm of Tuesday night swept away half of Harwick's old pier."),
    Archived("toll", "The flood in Oberau killed 43 people.", "Did the Oberau flood kill 43?"),
    Archived("rail", "A ticket from Harwick to the capital costs three times what it did in 2010."),
    Archived("dogs", "Veterinarians in Lund are prescribing antidepressants to anxious dogs."),
    Archived("emus", "Farmers in Dunmore keep emus to guard their sheep from foxes."),
    Archived("vote", "Nobody counted the votes that were posted from the islands of Skarne."),
    Archived("doctor", "A surgeon in Velm operated on patients without a licence for nine years."),
    Archived("bread", "Bakeries in Velm must sell a loaf of bread for 90 cents by law."),
]
FILLERS = [
    Archived(f"filler-{number}", f"The {first} council of {place} met about the {matter}.")
    for number, (first, place, matter) in enumerate(
        (first, place, matter)
        for first in ("town", "county", "parish")
        for place in ("Ashby", "Brandt", "Corve", "Delph", "Eskil", "Farne")
        for matter in ("budget", "roads", "schools", "harbour", "library", "trees")
    )
]


@pytest.fixture(scope="module")
def archive() -> Archive:
    return Archive([*CLAIMS, *FILLERS])


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("half the old pier at Harwick is GONE after last night 😢 pic.twitter.com/a1B2c3", "pier"),
        ("So vets now give anxious dogs antidepressants?! #Lund https://t.co/xyZ1", "dogs"),
        ("#EmusGuardSheep: a farmer near Dunmore bought two emus against the foxes", "emus"),
        (
            "Postal votes from #Skarne were never counted — Ivo Brandt (@ibrandt) May 3, 2024",
            "vote",
        ),
        ("A man without any medical licence performed operations in Velm for years", "doctor"),
        ("43 dead in the flood at Oberau", "toll"),
    ],
)
def test_the_claim_it_states_comes_first(archive: Archive, text: str, id: str) -> None:
    found = archive.matches(text)
    assert found[0].id == id
    assert all(match.score < found[0].score / 2 for match in found[1:])


def test_figures_decide_between_the_same_and_another_figure(archive: Archive) -> None:
    relations = {
        toll: archive.matches(f"The flood in Oberau killed {toll} people.")[0].relation
        for toll in ("43", "forty-three", "about 44", "12", "1,200")
    }
    assert relations == {
        "43": "same",
        "forty-three": "same",
        "about 44": "same",
        "12": "different_figure",
        "1,200": "different_figure",
    }


def test_figures_of_which_none_belong_together_leave_it_to_the_words(archive: Archive) -> None:
    bread = archive.matches("At 8 shops in Velm, bakeries must sell bread for 90 cents by law")[0]
    surgeon = archive.matches("A surgeon in Velm without a licence operated on 300 patients")[0]
    assert (bread.id, bread.relation) == ("bread", "same")
    assert (surgeon.id, surgeon.relation) == ("doctor", "same")


def test_what_states_something_else_of_the_same_matter_is_related(archive: Archive) -> None:
    found = archive.matches("A bakery in Velm has closed after a fire.")
    assert found[0].id == "bread"
    assert found[0].relation == "related"


def test_a_title_counts_as_well_as_a_text() -> None:
    archive = Archive([Archived("a", "The claim is old.", "Emus as guards"), *FILLERS])
    assert archive.matches("emus used as guards")[0].id == "a"


@pytest.mark.parametrize("text", ["", "   ", "the of and", "https://t.co/Ab1", "字幕", "\x00�"])
def test_a_text_without_a_known_word_has_no_matches(archive: Archive, text: str) -> None:
    assert archive.matches(text) == []


def test_scores_are_from_0_to_1_and_the_best_come_first(archive: Archive) -> None:
    for text in ("flood", "a" * 100_000, "Oberau " * 20_000, " ".join(c.text for c in CLAIMS)):
        scores = [match.score for match in archive.matches(text, top=300)]
        assert scores == sorted(scores, reverse=True)
        assert all(0 <= score <= 1 for score in scores)


@pytest.mark.parametrize("piece", [" ", "@a", "#aB", "(@a", "— ", "\n43\n", "http://", "1", "a."])
def test_a_text_of_a_megabyte_is_read_no_further_than_a_page(archive: Archive, piece: str) -> None:
    text = f"The flood in Oberau killed 43 people. {piece * (1_000_000 // len(piece))}"
    assert archive.matches(text)[0].id == "toll"


def test_as_many_as_are_asked_for_and_no_more(archive: Archive) -> None:
    assert len(archive.matches("the council met about the budget", top=3)) == 3
    assert len(archive.matches("the council met about the budget", top=60)) == 60


def test_an_archive_of_doubles_empty_texts_and_other_languages() -> None:
    archive = Archive(
        [
            Archived("a", "Der Damm bei Oberau ist gebrochen."),
            Archived("empty", ""),
            Archived("b", "The dam at Oberau has burst."),
            Archived("c", "The dam at Oberau has burst."),
            Archived("d", "Плотина в Оберау прорвана."),
        ]
    )
    found = archive.matches("The dam at Oberau has burst.")
    assert {match.id for match in found[:2]} == {"b", "c"}
    assert found[0].score == found[1].score
    assert {match.relation for match in found[:2]} == {"same"}
    assert archive.matches("плотина прорвана")[0].id == "d"


@pytest.mark.parametrize(
    "odd",
    [
        "\ud800",
        "\x00",
        "\u2028",
        "𝟒𝟑",
        "½",
        "٤٣",
        "①",
        "Ⅷ",
        "9" * 400,
        "😀" * 50,
        "1.2.3.4",
        "ﷺ",
        "İ",
    ],
)
def test_odd_characters_on_either_side_keep_nothing_from_being_found(odd: str) -> None:
    text = f"{odd} The flood {odd} in Oberau{odd} killed 43 people. {odd}"
    archive = Archive([Archived("odd", text), *FILLERS])
    assert archive.matches(text)[0].id == "odd"
    assert archive.matches("The flood in Oberau killed 43 people.")[0].id == "odd"


def test_an_archive_without_claims_matches_nothing() -> None:
    assert Archive([]).matches("The dam has burst.") == []


def test_figures_of_fifteen_digits_are_told_apart() -> None:
    archive = Archive([Archived("a", "The fund holds 123,456,789,012,345 crowns."), *FILLERS])
    same = archive.matches("The fund holds 123456789012345 crowns.")[0]
    other = archive.matches("The fund holds 123,456,789,012,344 crowns.")[0]
    assert (same.relation, other.relation) == ("same", "different_figure")


def test_dates_of_both_make_an_update_of_it_and_so_another_figure() -> None:
    claim = Archived("toll", "The flood in Oberau killed 43 people.", None, date(2025, 6, 1))
    found = Archive([claim, *FILLERS]).matches(
        "The flood in Oberau has killed 51 people.", date(2025, 6, 3)
    )
    assert found[0].relation == "different_figure"


def test_the_work_for_one_text_does_not_grow_with_the_archive() -> None:
    """Counted in entries that are read and candidates that are compared, not in seconds."""
    common = "The council of Ashby met about the budget"
    index = Index([f"{common} {number}." for number in range(3 * MOST_ENTRIES // 2)])
    asked = index.ask("The council of Ashby met about the budget 77")
    assert len(asked.terms) == 5
    rows = index.candidates(asked)
    assert len(rows) <= 160
    assert 77 in rows


def test_a_common_word_alone_still_finds_something() -> None:
    index = Index(["The council met."] * (2 * MOST_ENTRIES) + ["Emus run."])
    assert len(index.candidates(index.ask("council"))) == 160


def test_a_candidate_is_as_near_in_whatever_company_it_is_compared() -> None:
    index = Index([claim.text for claim in CLAIMS])
    asked = index.ask("Emus guard sheep in Dunmore")
    one, all_rows = np.array([4]), np.arange(len(CLAIMS))
    alone, among = index.hints(asked, one), index.hints(asked, all_rows)
    for hint in ("meaning", "part", "shared", "rarest"):
        assert getattr(alone, hint)[0] == pytest.approx(getattr(among, hint)[4], abs=1e-5)
    for mine, theirs in zip(
        index.coverage(asked, one), index.coverage(asked, all_rows), strict=True
    ):
        assert mine[0] == pytest.approx(theirs[4], abs=1e-5)


@pytest.mark.parametrize(
    ("post", "plain"),
    [
        ("Look: pic.twitter.com/a1B2", "Look:"),
        ("The pier is gonepic.twitter.com/a1B2", "The pier is gone"),
        ("#SaveOurPier2024 now", "Save Our Pier 2024 now"),
        ("#NHSCuts hurt", "NHS Cuts hurt"),
        ("#save_our_pier", "save our pier"),
        ("ask @HarwickCouncil why", "ask Harwick Council why"),
        ("see www.harwick.example/a?b=1 for more", "see for more"),
        ("Gone! — Ivo Brandt (@ibrandt) May 3, 2024", "Gone! — Ivo Brandt May 3, 2024"),
        ("Gone! — Ivo Brandt (@ibrandt)", "Gone! — Ivo Brandt"),
        ("He (@ibrandt) said so", "He (ibrandt) said so"),
        ("It costs $3.2bn, or 1.5% of it", "It costs $3.2bn, or 1.5% of it"),
    ],
)
def test_a_post_is_read_without_its_marks(post: str, plain: str) -> None:
    assert " ".join(plain_post(post).split()).replace("( ibrandt )", "(ibrandt)") == plain
