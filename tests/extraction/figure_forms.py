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
    # written numbers
    (
        "Three quarters of a million homes lost power.",
        "Three quarters of a million = count 750000 :home",
    ),
    ("A couple of hundred people came.", "couple of hundred = count >=200 :person"),
    ("The app has 8 B users.", "8 B = count 8000000000 :user"),
    ("It paid £3 m for a 10 K run.", "£3 m = money 3000000 [GBP]", "10 = count 10 :run"),
    (
        "A three-and-a-half-year-old girl was hurt.",
        "three-and-a-half-year-old = age 3.5 [year] :girl",
    ),
    ("The loss was $-3.5 million.", "$-3.5 million = money -3500000 [USD] :loss"),
    ("Some 3/20 of the seats are empty.", "Some 3/20 = ratio ~0.15 :seat"),
    # one measure in two parts, units shared in a list
    ("He is 5 ft 2 in tall.", "5 ft 2 in = measure 5.1667 [foot]"),
    ("She is five feet six.", "five feet six = measure 5.5 [foot]"),
    ("The baby weighed 7lb 4oz.", "7lb 4oz = measure 7.25 [pound] :baby"),
    (
        "They were given 45 and 50 mg of the drug.",
        "45 = measure 45 [milligram]",
        "50 mg = measure 50 [milligram] :drug",
    ),
    (
        "Growth was 2, 3 and 4 percent.",
        "2 = percent 2 [percent] :growth",
        "3 = percent 3 [percent] :growth",
        "4 percent = percent 4 [percent] :growth",
    ),
    (
        "The screen is 10 by 12 inches.",
        "10 = measure 10 [inch] :screen",
        "12 inches = measure 12 [inch] :screen",
    ),
    (
        "It is a 10x12-foot room.",
        "10 = measure 10 [foot] :room",
        "12-foot = measure 12 [foot] :room",
    ),
    (
        "The box measures 10cm x 20cm x 30cm.",
        "10cm = measure 10 [centimetre] :box",
        "20cm = measure 20 [centimetre] :box",
        "30cm = measure 30 [centimetre] :box",
    ),
    ("Police found 3 and $5.", "3 = count 3", "$5 = money 5 [USD] :police"),
    (
        "The raid killed 12 and two days later another 4.",
        "12 = count 12",
        "two days = duration 2 [day] :raid",
        "4 = count 4",
    ),
    # ages
    (
        "The victims were aged 12, 15 and 17.",
        "12 = age 12 [year] :victim",
        "15 = age 15 [year] :victim",
        "17 = age 17 [year] :victim",
    ),
    (
        "The 17- and 18-year-olds were charged.",
        "17 = age 17 [year]",
        "18-year-olds = age 18 [year]",
    ),
    ("Adults over 65 get it free.", "over 65 = age >65 [year] :adult"),
    ("Men under 30 stone may ride.", "under 30 stone = measure <30 [stone]"),
    ("People over 100 villages fled.", "over 100 = count >100 :village"),
    # bounds and multiples
    ("As few as 30 birds survive.", "As few as 30 = count >=30 :bird"),
    ("Barely 200 voters turned out.", "Barely 200 = count ~200 :voter"),
    ("Just shy of 40,000 fans attended.", "Just shy of 40,000 = count <40000 :fan"),
    ("Attacks are twice as common.", "twice = multiple 2 :attack"),
    ("Women are more than twice as likely to leave.", "more than twice = multiple >2 :woman"),
    ("The new hall is twice the size of the old one.", "twice = multiple 2 :size"),
    ("The bus is half as long.", "half = multiple 0.5 :bus"),
    # names with numbers
    ("She is ranked world No 4.", "No 4 = rank 4"),
    ("The firm shipped 4K units.", "4K = count 4000 :unit"),
    # magnitudes, heads, parts
    ("A magnitude 6.1 earthquake struck.", "magnitude 6.1 = measure 6.1 [magnitude]"),
    ("A crowd of 40,000 watched.", "40,000 = count 40000 :crowd"),
    ("The school has a capacity of 900.", "900 = count 900 :capacity"),
    ("A total of 45 were injured.", "45 = count 45"),
    ("Ten of the dead were women.", "Ten = count 10 :person"),
    (
        "There were 40 survivors, among whom were 12 children.",
        "40 = count 40 :survivor",
        "12 = count 12 :child of=0",
    ),
    (
        "The crash killed 12 people, including 3 children, and injured 40, five of them seriously.",
        "12 = count 12 :person",
        "3 = count 3 :child of=0",
        "40 = count 40 :person",
        "five = count 5 :person of=2",
    ),
    (
        "The fine is up to €10,000 or 2% of turnover.",
        "up to €10,000 = money <=10000 [EUR] :fine",
        "2% = percent 2 [percent] :fine",
    ),
]
