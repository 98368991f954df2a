"""Sentences beside the silent ones: figures next to labels, times, scores; units that are letters.

The notation is that of ``figure_sentences.py``.
"""

Row = tuple[str, ...]

NEIGHBOURS: list[Row] = [
    # beside labels, citations, times and results
    ("They post 12 and 13 letters.", "12 = count 12 :letter", "13 = count 13 :letter"),
    ("Unions form 12 percent of it.", "12 percent = percent 12 [percent] :union"),
    ("He led 12 U.S. soldiers and 3 spies.", "12 = count 12 :soldier", "3 = count 3 :spy"),
    ("The pound opened at 1.30.", "1.30 = count 1.3 :pound"),
    ("The index was at 12.50 on Monday.", "12.50 = count 12.5 :index"),
    ("It rained for 1500 hours.", "1500 hours = duration 1500 [hour]"),
    ("It took 14.30 seconds.", "14.30 seconds = duration 14.3 [second]"),
    ("They lost 5-6 seats.", "5-6 = count 5..6 :seat"),
    ("The margin is 3-4 points.", "3-4 points = percent 3..4 [percentage point] :margin"),
    ("In Paris 5 – 10 Germans died.", "5 – 10 = count 5..10 :German"),
    ("The post drew 12,000 likes.", "12,000 = count 12000 :like"),
    # letters that are units
    ("The fuse is 13A.", "13A = measure 13 [ampere] :fuse"),
    ("The night was 12 C.", "12 C = measure 12 [degree Celsius] :night"),
    ("The low was 40 F.", "40 F = measure 40 [degree Fahrenheit] :low"),
    ("The load was 12 t.", "12 t = measure 12 [tonne] :load"),
    ("The front is 35 ks long.", "35 ks = measure 35 [kilometre] :front"),
    # thousands of other countries, ages of groups, one that counts
    ("The canton paid CHF 2'400'000.", "CHF 2'400'000 = money 2400000 [CHF] :canton"),
    ("The stadium seats 71’320 people.", "71’320 = count 71320 :person"),
    ("The dam cost €3.450.000.", "€3.450.000 = money 3450000 [EUR] :dam"),
    ("Turnout fell among over-65s.", "over-65s = age >65 [year] :Turnout"),
    ("One or two ships sank.", "One or two = count 1..2 :ship"),
    ("They had only one day to train.", "one day = duration 1 [day]"),
    ("She stayed until she was nineteen.", "nineteen = age 19 [year]"),
    ("The guide, forty-two, fell.", "forty-two = age 42 [year] :guide"),
    ("The 40 bus drivers struck.", "40 = count 40 :driver"),
    ("The odds are 2:1.", "2:1 = ratio 2 :odds"),
    (
        "Highs of 30C and lows of 12C.",
        "30C = measure 30 [degree Celsius] :high",
        "12C = measure 12 [degree Celsius] :high",
    ),
    (
        "The tank holds 9 cu. ft. and 3 cu m.",
        "9 cu. ft. = measure 9 [cubic foot] :tank",
        "3 cu m = measure 3 [cubic metre] :tank",
    ),
    ("We need only one vote.", "one = count 1 :vote"),
    ("The rate stood at 4.25.", "4.25 = count 4.25 :rate"),
    ("Men of the 35-44 age group left.", "35-44 = age 35..44 [year] :group"),
    # a number behind its noun is a label, unless the noun is measured or only stands before
    ("The party won 12, the union 9.", "12 = count 12", "9 = count 9 :union"),
    ("In town 12 men wept.", "12 = count 12 :man"),
    ("They ran at speed 30.", "30 = count 30"),
    # a doubling is said of what doubles; a change in the sentence before makes no levels
    ("There was a doubling of rents.", "doubling = multiple 2 :rent up"),
    ("She won the mixed doubles.",),
    (
        "Prices rose. Some 3 to 4 million people came.",
        "Some 3 to 4 million = count 3000000..4000000 :person",
    ),
    # an index moves by points, and a toll is no time of the day
    (
        "The S&P 500 lost 16.11 to 5,712.69.",
        "16.11 = other 16.11 [point] :S&P down",
        "5,712.69 = other 5712.69 [point] :S&P",
    ),
    ("The index lost 12 companies.", "12 = count 12 :company"),
    ("The toll stood at 40 on Monday.", "40 = count 40 :toll"),
]
