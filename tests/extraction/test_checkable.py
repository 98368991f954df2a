"""Which statements enter the queue, and how those of a whole text are worded: end to end."""

from __future__ import annotations

from datetime import date

import pytest

from claims.extraction import ArticleText, extract

DAY = date(2026, 3, 12)

# what is said, and the claims that are made of it
TALK = [
    # feelings, wishes, demands and small talk state nothing ...
    ('"I love this town," said Mira Sand.', []),
    ('"We hope to be back soon," said Mira Sand.', []),
    ('"You should all be there," said Mira Sand.', []),
    ('"We need to talk about buses," said Mira Sand.', []),
    ('"It was outrageous," said Mira Sand.', []),
    ('"He is a great mayor," said Mira Sand.', []),
    ('"It could change things," said Mira Sand.', []),
    ('"If we wait, we will lose," said Mira Sand.', []),
    ('"I would," said Mira Sand.', []),
    ('"Tarn is a fraud," said Mira Sand.', []),
    ('"We are a content provider," said Mira Sand.', []),
    ('"Having such a mayor helps us all," said Mira Sand.', []),
    ('"There is no doubt that we did well," said Mira Sand.', []),
    ('"The town has no business asking that," said Mira Sand.', []),
    ('"We had a very productive meeting," said Mira Sand.', []),
    ('"Were we to wait, we would lose," said Mira Sand.', []),
    ("Mira Sand said the firm did not comment on the leak.", []),
    ('"He looked like a winner," said Mira Sand.', []),
    ('"She’s a disgrace," said Mira Sand.', []),
    ('"The fact is that the mayor has no idea," said Mira Sand.', []),
    ('"Voters want change," said Mira Sand.', []),
    ('"I thought he was late," said Mira Sand.', []),
    ('"All in all, I think he won, because he was solid," said Mira Sand.', []),
    ('"They are 100 percent wrong," said Mira Sand.', []),
    ('"This is how it goes," said Mira Sand.', []),
    ('"There are plenty of reasons to go," said Mira Sand.', []),
    ('"And, you know, I don\'t think he did it," said Mira Sand.', []),
    ('"The town will have to find a way," said Mira Sand.', []),
    ('"Something odd was going on," said Mira Sand.', []),
    ("Mira Sand said the town would take steps if the dam failed.", []),
    ("Mira Sand said she thinks the film should be shown.", []),
    ("Mira Sand said that the cuts could add to the trouble.", []),
    ("Mira Sand said all were committed to giving every child a start.", []),
    ("Mira Sand praised the crews for staying calm.", []),
    ("Tom Reck, a father of seven, left in anger.", []),
    ('"Here comes the mayor," said Mira Sand.', []),
    ('"We are hard-working people from the valley," said Mira Sand.', []),
    ('"Now is the time for all to help," said Mira Sand.', []),
    ('"Our goal is to win the seat," said Mira Sand.', []),
    ('"We are devastated," said Mira Sand.', []),
    ('"There is a desire to show progress," said Mira Sand.', []),
    ("Mira Sand said that the town deserves the right of first refusal.", []),
    # ... a fact beside them does
    ('"The fact is that the dam leaks badly," said Mira Sand.', ["the dam leaks badly"]),
    (
        "Mira Sand said the cuts could add 3 million to the debt.",
        ["the cuts could add 3 million to the debt"],
    ),
    ("Mira Sand said that gas could not be found.", ["gas could not be found"]),
    (
        "Mira Sand praised the crew who saved the dam.",
        ["[Mira Sand] praised the crew who saved the dam"],
    ),
    (
        '"We are in Tarn until Monday," said Mira Sand.',
        ["We [Mira Sand and others] are in Tarn until [16 Mar 2026]"],
    ),
    ('"There is no bridge in Tarn," said Mira Sand.', ["There is no bridge in Tarn"]),
    ('"The firm answered no letter," said Mira Sand.', ["The firm answered no letter"]),
    ('"Tarn was convicted of fraud," said Mira Sand.', ["Tarn was convicted of fraud"]),
    ('"I have lost two farms," said Mira Sand.', ["I [Mira Sand] have lost two farms"]),
    ('"The dam leaks badly," said Mira Sand.', ["The dam leaks badly"]),
    ('"We cannot pay for it," said Mira Sand.', ["We [Mira Sand and others] cannot pay for it"]),
    ('"It will cost £4m," said Mira Sand.', ["It will cost £4m"]),
    ('"Nobody should ever be sorry," said Mira Sand. "The dam is shut."', ["The dam is shut"]),
    # what talk begins with is left out
    ("The facts are these: 40 of 52 sites stood empty.", ["40 of 52 sites stood empty"]),
    ("About Halden Marine: The firm employs 300 people.", ["The firm employs 300 people"]),
    ('"Well, you know, the dam leaks badly," said Mira Sand.', ["the dam leaks badly"]),
    ("Madam President, our debt is the lowest since 1999.", ["our debt is the lowest since 1999"]),
]

TWO_IN_ONE = [
    # the full stop behind a scale letter ends a sentence
    (
        "The council spent £23m. It hired 40 nurses in Tarn.",
        ["The council spent £23m", "[The council] hired 40 nurses in Tarn"],
    ),
    (
        "Mira Sand said the dam failed and engineers had warned of it.",
        ["the dam failed", "engineers had warned of it"],
    ),
    (
        '"Sales rose 4%, but costs doubled," said Mira Sand.',
        ["Sales rose 4%", "costs doubled"],
    ),
    # figures of one whole stay together
    (
        "Mira Sand said 40 ships were hit and 12 of them sank.",
        ["40 ships were hit and 12 of them sank"],
    ),
    # what "they" are, the first clause alone tells
    (
        '"We bought new cranes, and they cost €3 million," said Mira Sand.',
        ["We [Mira Sand and others] bought new cranes, and they cost €3 million"],
    ),
    (
        "When the poll closed, 300 voters stood in line.",
        ["When the poll closed, 300 voters stood in line"],
    ),
    # who reports, in the midst of it, states nothing
    ('"Sales rose 4%," she said, and "costs doubled."', ["Sales rose 4%", "costs doubled"]),
]

RESOLVED = [
    (
        "The plan covers 40 towns. It was dropped by 30 mayors.",
        ["The plan covers 40 towns", "[The plan] was dropped by 30 mayors"],
    ),
    (
        "Sam Cole runs Tarn Energy plc. He has 300 ships.",
        ["[Sam Cole] has 300 ships"],
    ),
    ('"I\'ve sold 300 ships," said Sam Cole.', ["I [Sam Cole] have sold 300 ships"]),
    ('"Our ships lost £4m," said Sam Cole.', ["Our ships lost £4m"]),
    ('"My ships lost £4m," said Sam Cole.', ["My [Sam Cole’s] ships lost £4m"]),
    ('"He\'s sold 300 ships," said Tom Park of Sam Cole.', ["He's sold 300 ships"]),
    ("Sam Cole runs Tarn plc. He's been paid £40,000.", ["[Sam Cole] has been paid £40,000"]),
    ("Sam Cole runs Tarn plc. He's owed 300 ships.", ["[Sam Cole] is owed 300 ships"]),
    ("ADA COLE: We sold 300 ships.", ["We [Ada Cole and others] sold 300 ships"]),
    (
        "The mayor shut 4 mines, and she sold 9.",
        ["The mayor shut 4 mines", "[The mayor] sold 9 [mines]"],
    ),
    (
        "Police said they had no plans to sell 40 cars.",
        ["[Police] had no plans to sell 40 cars"],
    ),
    (
        "MAYOR ADA LIND: We sold 40 ships.\n\nTOM REEVE: The mayor forgets that she sold 3.",
        [
            "We [Ada Lind and others] sold 40 ships",
            "The mayor forgets that [Ada Lind] sold 3",
        ],
    ),
    (
        '"Our members pay 40 percent less," said Jens Holt, head of Halden Marine.',
        ["Our [Halden Marine’s] members pay 40 percent less"],
    ),
    # a wrong name is worse than none
    (
        "Police told the residents that they had lost 40 homes.",
        ["they had lost 40 homes"],
    ),
    ('"She sold 300 ships," said Ada Cole.', ["She sold 300 ships"]),
    ("Ada Cole told Eve Marsh she had sold 300 ships.", ["she had sold 300 ships"]),
    ("Sam Cole told the forum he had sold 300 ships.", ["[Sam Cole] had sold 300 ships"]),
    ("Sam Cole spoke of Eve Marsh. He said:\n\nShe sold 300 ships.", ["She sold 300 ships"]),
    # nobody is named twice
    (
        "Eve Marsh said she had sold 300 ships before she left.",
        ["[Eve Marsh] had sold 300 ships before she left"],
    ),
    # what a clause hangs on
    ("They doubt the choice of Cole, who has lost 4 votes.", ["[Cole] has lost 4 votes"]),
    (
        "Tarn rejected reports that it will shut the yard, where 340 people work.",
        ["[Tarn] rejected reports that it will shut the yard", "[At the yard] 340 people work"],
    ),
]

ASKED = [
    # who answers a poll states something by it, who else reports does not
    (
        "A poll found that 74 percent of voters said Cole should go.",
        ["74 percent of voters said Cole should go"],
    ),
    ("40 percent of voters say they will stay.", ["40 percent of voters say they will stay"]),
    ("Two aides said that Cole had gone.", ["Cole had gone"]),
    # who backs or demands something does it
    ("Twelve mayors backed the plan.", ["Twelve mayors backed the plan"]),
    # a question reports nothing, and neither does a figure that says only when
    ("Has Cole said that he paid £4m?", []),
    ("In the next eight weeks the towns would do well to wait.", []),
    ("The two ministers walked to the hall.", []),
    # no sentence, no claim
    ("Sam Cole said what the mayor was trying to do.", []),
    ("Sam Cole said what the mayor needed was money.", ["what the mayor needed was money"]),
    ("In one of 40 plans that the towns offer.", []),
    ("Tickets for the tour cost £15.", []),
    # who is left out of a relative clause
    ("Many agree, but Tarn, which owns 300 ships, fears a long strike.", ["Tarn owns 300 ships"]),
]

NOTICES = [
    # what a notice takes back is no claim, what it corrects to is
    (
        "An earlier version of this story said that 30 pumps had failed. There were 12.",
        ["There were 12"],
    ),
    (
        "The first version of the bill cost $40 million.",
        ["The first version of the bill cost $40 million"],
    ),
    # a title in a list of sources
    ("“Council rejects 40 million plan” — Daily Post, May 6, 2025", []),
    ('"We lost 300 homes" – a figure that the mayor called wrong.', ["We lost 300 homes"]),
]

ABSOLUTE = [
    ("Our opponents have no plan.", True),
    ("Mr Chairman, no country in the world spends more.", True),
    ("They voted against every single budget.", True),
    ("They read every budget.", False),
    ("Not one of the wells has been tested.", True),
    ("Not all of the wells have been tested.", False),
]


@pytest.fixture(scope="module")
def wordings():
    def run(texts: list[str]) -> list[list[str]]:
        articles = (ArticleText(str(i), text, None, DAY) for i, text in enumerate(texts))
        return [[claim.wording for claim in found.claims] for found in extract(articles)]

    return run


@pytest.mark.parametrize(("text", "expected"), [*TALK, *TWO_IN_ONE, *RESOLVED, *ASKED, *NOTICES])
def test_the_claims_of_a_text_read(wordings, text: str, expected: list[str]) -> None:
    assert wordings([text]) == [expected]


@pytest.mark.parametrize(("text", "absolute"), ABSOLUTE)
def test_what_leaves_nobody_out_is_absolute(text: str, absolute: bool) -> None:
    [found] = extract([ArticleText("1", text, None, DAY)])
    assert bool(found.claims) == absolute
    assert all("absolute" in claim.kinds for claim in found.claims)


def test_an_unknown_subject_is_marked_and_ranks_lower() -> None:
    texts = ['"She sold the ships," said Ada Cole.', '"Eve sold the ships," said Ada Cole.']
    unknown, known = (
        found.claims[0]
        for found in extract(ArticleText(str(i), text) for i, text in enumerate(texts))
    )
    assert "unclear_subject" in {reason.reason for reason in unknown.reasons}
    assert unknown.check_worthiness < known.check_worthiness - 0.1


@pytest.mark.parametrize(
    ("text", "unclear"),
    [
        ("Two officers knelt over him.", True),
        ("Nine men read that report.", True),
        ("Nine men wrote a report and read that report.", False),
        ("Nine men read that report of the mayor.", False),
        ("Nine men left this city.", False),
    ],
)
def test_what_points_beyond_the_claim_is_marked(text: str, unclear: bool) -> None:
    [found] = extract([ArticleText("1", text, None, DAY)])
    reasons = {reason.reason for claim in found.claims for reason in claim.reasons}
    assert ("unclear_subject" in reasons) == unclear


def test_a_figure_that_is_corrected_is_none_of_the_claim() -> None:
    text = "This story was amended on 4 May 2025 to say that 16, not 14, homes burned."
    [found] = extract([ArticleText("1", text, None, DAY)])
    figures = [found.quantities[i].text for claim in found.claims for i in claim.quantities]
    assert figures == ["16"]
