"""One whole article, written before the rules were run on it: who said which of its statements."""

from __future__ import annotations

import pytest

from claims.extraction import ArticleText, Extraction, extract

ARTICLE = """\
Ferry line to the Outer Isles will stop in October, owner says

SKERRY, Northmark (Agency) - The last ferry to the Outer Isles will sail on 12 October, the \
shipping company Norlink announced on Tuesday, leaving 1,400 people without a link to the \
mainland.

"We have lost 6 million crowns on this route in three years," Norlink's chief executive, \
Hanna Brekke, told reporters in Skerry. "No company can go on like that." She said the \
decision was final.

Transport Minister Jonas Rydal rejected that. The contract runs until 2027, he said, and the \
state has paid every bill. "If Norlink stops, we will see it in court," the minister added.

According to documents seen by this newspaper, the ministry was warned in March that two of \
the three ships needed new engines. Rydal denied that he had seen the letter. A spokeswoman \
for his ministry later said it had been "mislaid".

On the islands, people reacted with anger. Mayor Sigrid Aune called the announcement a \
betrayal. "My mother has dialysis twice a week. How is she to get there?" said Peder Lie, a \
fisherman. He accused both sides of playing with people's lives.

The island council, which met on Monday night, demanded that the government buy the ships. \
It estimated that they were worth 40 million crowns. The opposition's leader, Ellen Foss, \
went further: the whole line should be nationalised, she said, because private owners had \
"had their chance".

Economists doubt it. Hugo Vik, a professor at the University of Hamnes who advised the \
ministry, said a state line would cost twice as much. "The isles are losing 2 percent of \
their people a year," the professor wrote in a report. His colleague Maria Sand disagreed \
with that forecast; the number of residents had grown since 2022, she noted.

Norlink's shares rose by 4 percent. The company expects to make a profit again next year, \
Brekke said.
"""

# words of a statement, and the name of who made it; None is nobody in particular
STATEMENTS: list[tuple[str, str | None]] = [
    ("The last ferry to the Outer Isles will sail", "Norlink"),
    ("We have lost 6 million crowns", "Hanna Brekke"),
    ("No company can go on like that", "Hanna Brekke"),
    ("the decision was final", "Hanna Brekke"),
    ("The contract runs until 2027", "Jonas Rydal"),
    ("the state has paid every bill", "Jonas Rydal"),
    ("If Norlink stops", "Jonas Rydal"),
    ("the ministry was warned in March", None),
    ("he had seen the letter", "Jonas Rydal"),
    ("it had been", None),
    ("the announcement a betrayal", "Sigrid Aune"),
    ("My mother has dialysis", "Peder Lie"),
    ("both sides of playing", "Peder Lie"),
    ("the government buy the ships", None),
    ("they were worth 40 million", None),
    ("the whole line should be nationalised", "Ellen Foss"),
    ("a state line would cost twice as much", "Hugo Vik"),
    ("The isles are losing 2 percent", "Hugo Vik"),
    ("that forecast", "Maria Sand"),
    ("of residents had grown", "Maria Sand"),
    ("The company expects to make a profit", "Hanna Brekke"),
]


@pytest.fixture(scope="module")
def extraction() -> Extraction:
    return next(iter(extract([ArticleText("1", ARTICLE)])))


@pytest.mark.parametrize(("words", "name"), STATEMENTS)
def test_it_says_who_made_each_statement(
    extraction: Extraction, words: str, name: str | None
) -> None:
    found = [
        attribution
        for attribution in extraction.attributions
        if any(words in span.text for span in attribution.content)
    ]
    assert found
    innermost = min(found, key=lambda attribution: sum(len(s.text) for s in attribution.content))
    assert innermost.speaker is not None
    assert innermost.speaker.name == name
