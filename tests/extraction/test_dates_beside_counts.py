"""A date and a count side by side: both are read, and neither swallows the other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from claims.extraction import Extraction
from tests.extraction.conftest import Batch

FRIDAY = date(2025, 9, 5)

# A sentence published on that Friday, its dates, and its figures
ROWS: list[tuple[str, list[str], list[str]]] = [
    ("On 7 May 35 people were killed.", ["7 May"], ["35"]),
    ("In the raid on 7 May 35 were killed.", ["7 May"], ["35"]),
    ("Gunmen killed on 7 May 35 people.", ["7 May"], ["35"]),
    ("On the morning of 3 March 17 villagers fled.", ["morning of 3 March"], ["17"]),
    ("By 1 July 12 homes had been lost.", ["1 July"], ["12"]),
    ("The council will build by 1 July 12 homes.", ["1 July"], ["12"]),
    ("From 1 July 40 new officers will patrol.", ["1 July"], ["40"]),
    ("Since 3 March 17 villages have been cut off.", ["Since 3 March"], ["17"]),
    ("By 5 June 24 of the 30 wells were dry.", ["5 June"], ["24", "30"]),
    ("On 7 May 12 of them died.", ["7 May"], ["12"]),
    ("On 12 September 3 ships sank.", ["12 September"], ["3"]),
    ("On May 7 35 people died.", ["May 7"], ["35"]),
    ("By July 1 12 homes had been lost.", ["July 1"], ["12"]),
    ("On 7 May 2025 35 people were killed.", ["7 May 2025"], ["35"]),
    ("On 7 May 1,850 people were moved.", ["7 May"], ["1,850"]),
    ("On 7 May 65% stayed at home.", ["7 May"], ["65%"]),
    ("On 7 May $40 was paid.", ["7 May"], ["$40"]),
    ("In June 40 did.", ["June"], ["40"]),
    ("In May, 112 fell ill; in June 40 did.", ["May", "June"], ["112", "40"]),
    ("In June 40 homes burned.", ["June"], ["40"]),
    ("In June 40 per cent of shops had shut.", ["June"], ["40 per cent"]),
    ("In August 20 children were born.", ["August"], ["20"]),
    ("In August 20 were born.", ["August"], ["20"]),
    ("In Sept. 20 drowned.", ["Sept."], ["20"]),
    ("In October 31 of them were closed.", ["October"], ["31"]),
    ("Last May 35 drowned.", ["Last May"], ["35"]),
    ("In the year to 30 June 45 firms failed.", ["year to 30 June"], ["45"]),
    ("In May 12 left, and in the month to 9 June 40.", ["May", "month to 9 June"], ["12", "40"]),
    ("On Friday 14 people died.", ["Friday"], ["14"]),
    ("On Friday 14 fires broke out.", ["Friday"], ["14"]),
    ("Friday 14 fires broke out in the hills.", ["Friday"], ["14"]),
    ("Police said on Monday 7 boys were missing.", ["Monday"], ["7"]),
    ("On Tuesday 19 May 12 died.", ["Tuesday 19 May"], ["12"]),
    ("In 2019 40 people died.", ["2019"], ["40"]),
    ("On 7 May\n35 people were killed.", ["7 May"], ["35"]),
    ("That day 12 people died.", ["That day"], ["12"]),
    ("Last week 30 homes burned.", ["Last week"], ["30"]),
    ("This season 41 birds nested.", [], ["41"]),
    # a number that looks like a year counts where a plural follows and it can be no year
    ("On 7 May 1850 nurses walked out.", ["7 May"], ["1850"]),
    ("In May 1850 nurses walked out.", ["May"], ["1850"]),
    ("On 7 May 2035 people were moved.", ["7 May"], ["2035"]),
    ("On 7 May 2025 1850 nurses walked out.", ["7 May 2025"], ["1850"]),
    # near misses: the number is the day or the year, or counts the days
    ("It was day 12 of the strike.", [], []),
    ("The show is in season 41.", [], []),
    ("On August 20 children were born.", ["August 20"], []),
    ("On May 25 ships docked.", ["May 25"], []),
    ("In May 25, the ship docked.", ["May 25"], []),
    ("In Aug. 5 letter, the mayor thanked them.", ["Aug. 5"], []),
    ("By June 30 the workers had left.", ["June 30"], []),
    ("On 7 May 2024 farmers blocked roads.", ["7 May 2024"], []),
    ("By 7 May 2035 people will live longer.", ["7 May 2035"], []),
    ("On May 7, 2035, people will vote.", ["May 7, 2035"], []),
    ("She was born in May 20, 1990.", ["May 20, 1990"], []),
    ("The fund was up on 7 May 24.", ["7 May"], []),
    ("On Friday 14 the strike ended.", ["Friday"], []),
    ("They met on Friday 14 and Saturday 15.", ["Friday", "Saturday"], []),
    ("The night of 4-5 September 2025 was the worst.", ["night of 4-5 September 2025"], []),
    ("They met on Sept. 20-24.", ["Sept. 20-24"], []),
]


@pytest.fixture(scope="module")
def found(extracted: Callable[[Batch], list[Extraction]]) -> dict[str, Extraction]:
    batch = extracted((row[0], FRIDAY) for row in ROWS)
    return {extraction.article.text: extraction for extraction in batch}


@pytest.mark.parametrize(("text", "dates", "figures"), ROWS, ids=[row[0] for row in ROWS])
def test_both_are_read(
    found: dict[str, Extraction], text: str, dates: list[str], figures: list[str]
) -> None:
    assert [day.text for day in found[text].dates] == dates
    assert [figure.text for figure in found[text].quantities] == figures


def test_the_count_makes_a_claim_that_holds_on_that_day(found: dict[str, Extraction]) -> None:
    extraction = found["On 7 May 35 people were killed."]
    (figure,) = extraction.quantities
    assert figure.counted
    assert (figure.counted.head, figure.dates) == ("person", (0,))
    assert [claim.quantities for claim in extraction.claims] == [(0,)]
