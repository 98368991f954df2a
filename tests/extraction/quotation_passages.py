"""Passages with quotation marks; each was written before the rules were run on it."""

from __future__ import annotations

from tests.extraction.attribution_passages import Case, said

MARKS: list[Case] = [
    (
        "'The river is rising,' said Nora Falk, 'and nobody has told us what to do.'",
        [
            said(
                "Nora Falk",
                "said",
                "The river is rising",
                "and nobody has told us what to do",
                kind="direct",
            )
        ],
    ),
    (
        "“The river is rising,” Nora Falk said. “We leave tonight.”",
        [said("Nora Falk", "said", "The river is rising", "We leave tonight", kind="direct")],
    ),
    (
        "«The river is rising», Nora Falk told the council. «We leave tonight.»",
        [said("Nora Falk", "told", "The river is rising", "We leave tonight", kind="direct")],
    ),
    (
        "“She looked at me and said, ‘The river is rising,’” Nora Falk recalled.",
        [
            said(
                "Nora Falk",
                "recalled",
                "She looked at me and said, ‘The river is rising,’",
                kind="direct",
            )
        ],
    ),
    (
        '"The river is rising" - Nora Falk',
        [said("Nora Falk", None, "The river is rising", kind="direct")],
    ),
    (
        '"Who will pay?" Nora Falk asked. "Not us."',
        [said("Nora Falk", "asked", "Who will pay?", "Not us", kind="direct")],
    ),
    (
        '"Leave the valley now!" shouted Nora Falk.',
        [said("Nora Falk", "shouted", "Leave the valley now!", kind="direct")],
    ),
    (
        'Nora Falk wrote: "The river is rising. We leave tonight."',
        [said("Nora Falk", "wrote", "The river is rising. We leave tonight", kind="direct")],
    ),
    (
        "Nora Falk: “The river is rising.”",
        [said("Nora Falk", None, "The river is rising", kind="direct")],
    ),
    (
        '"The river is rising," Nora Falk said, before adding, "We leave tonight."',
        [
            said("Nora Falk", "said", "The river is rising", kind="direct"),
            said("Nora Falk", "adding", "We leave tonight", kind="direct"),
        ],
    ),
    (
        '"The river," said Nora Falk, a farmer whose family has lived in the valley for three '
        'generations, "is rising."',
        [said("Nora Falk", "said", "The river", "is rising", kind="direct")],
    ),
    (
        '"The river is rising," said Nora Falk.\n"We leave tonight."',
        [
            said("Nora Falk", "said", "The river is rising", kind="direct"),
            said("Nora Falk", None, "We leave tonight", kind="direct"),
        ],
    ),
    (
        'Nora Falk said, "The river is rising.',
        [said("Nora Falk", "said", "The river is rising", kind="direct")],
    ),
]

PARTLY_QUOTED: list[Case] = [
    (
        'Nora Falk said the river was "rising by the hour" and would soon reach the mill.',
        [
            said(
                "Nora Falk",
                "said",
                'the river was "rising by the hour" and would soon reach the mill',
                kind="mixed",
            )
        ],
    ),
    (
        'Nora Falk said she was "deeply worried" about the river.',
        [said("Nora Falk", "said", 'she was "deeply worried" about the river', kind="mixed")],
    ),
    (
        'The plan is "a gift to the banks", according to Nora Falk.',
        [said("Nora Falk", "according to", 'The plan is "a gift to the banks"', kind="mixed")],
    ),
    (
        'Nora Falk dismissed the plan as "a gift to the banks".',
        [
            said(
                "Nora Falk",
                "dismissed",
                'the plan as "a gift to the banks"',
                kind="mixed",
                attitude="judges",
            )
        ],
    ),
    (
        'Nora Falk accused the council of "sleeping through the flood".',
        [
            said(
                "Nora Falk",
                "accused",
                'the council of "sleeping through the flood"',
                kind="mixed",
                attitude="judges",
            )
        ],
    ),
    (
        'Nora Falk promised "a full and open inquiry" by May.',
        [
            said(
                "Nora Falk",
                "promised",
                '"a full and open inquiry" by May',
                kind="mixed",
                attitude="intends",
            )
        ],
    ),
    (
        'Nora Falk warned of "a long and bitter winter".',
        [said("Nora Falk", "warned of", "a long and bitter winter", kind="direct")],
    ),
    (
        'Nora Falk, who called the plan "a gift to the banks", resigned.',
        [
            said(
                "who",
                "called",
                'the plan "a gift to the banks"',
                kind="mixed",
                attitude="judges",
                name="Nora Falk",
            )
        ],
    ),
    (
        "Minister: flood response 'a disgrace'",
        [said("Minister", None, "flood response 'a disgrace'", kind="mixed", name=None)],
    ),
]
