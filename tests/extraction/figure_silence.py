"""Sentences that hold no figure, and what is not read yet."""

SILENT = [
    "The treaty was signed in 1992.",
    "The 1998 film was a flop.",
    "Kick-off is at 7:45pm.",
    "The meeting starts at six o'clock.",
    "He came in the 1970s.",
    "The 2013-14 season was poor.",
    "It happened on 12 May 2024.",
    "The storm hit on Sept. 20.",
    "Call 020 7946 0018 for details.",
    "Dial +44 20 7946 0018 now.",
    "Write to 10 Downing Street.",
    "Rovers won 3-1 at home.",
    "The visitors were 2-0 down.",
    "Boeing 737 jets and F-16 fighters were grounded.",
    "The G7 met in Bonn.",
    "Covid-19 cases jumped.",
    "Article 5 and Resolution 1701 apply.",
    "Channel 4 showed it on page 12.",
    "A category 4 storm is a class 10 event.",
    "The 9/11 attacks changed everything, 24/7.",
    "No one was hurt.",
    "It was one of those days.",
    "One should never lie.",
    "That one is better.",
    "It was his first time and her 100th cap.",
    "The second defendant wept.",
    "In the 14th century, the 21st birthday mattered.",
    "The phone has 5G.",
    "The serial number was 12345678901234567890123456789012345678901234567890.",
    "In a decade, a night can change a life.",
]

MISREAD: list[tuple[str, str, str]] = [
    # what should come out and does not yet, with the reason
    (
        "The stadium cost ¥30 billion.",
        "¥30 billion = money 30000000000 [JPY] :stadium",
        "parser reads a noun cost",
    ),
]
