"""More sentences with the figures that they hold: how amounts are written in the news.

The notation is that of ``figure_sentences.py``.
"""

Row = tuple[str, ...]

FORMS: list[Row] = [
    # currencies by name
    (
        "The prize is 100,000 New Taiwan dollars.",
        "100,000 New Taiwan dollars = money 100000 [TWD] :prize",
    ),
    ("It cost 40 million Bulgarian leva.", "40 million Bulgarian leva = money 40000000 [BGN]"),
    ("The levy raises 3 billion kwacha.", "3 billion kwacha = money 3000000000 [ZMW] :levy"),
    ("The bank holds SFr40m of bonds.", "SFr40m = money 40000000 [CHF] :bond"),
    (
        "The fee is 300 Danish crowns or 20 Czech koruna.",
        "300 Danish crowns = money 300 [DKK] :fee",
        "20 Czech koruna = money 20 [CZK] :fee",
    ),
    ("The crown jewels drew 300 Danish visitors.", "300 = count 300 :visitor"),
]
