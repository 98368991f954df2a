"""Figures whose clause says what they measure, what they are part of and whose unit they share.

The notation is that of ``figure_sentences.py``.
"""

from tests.extraction.figure_sentences import Row

CLAUSES: list[Row] = [
    (
        "The council granted 412 licences, or 71 percent.",
        "412 = count 412 :licence",
        "71 percent = percent 71 [percent] :licence",
    ),
    (
        "The crew raised a mast 40 metres tall.",
        "40 metres = measure 40 [metre] :mast",
    ),
    (
        "By 2060, demand would fall by either 12 percent or by 30 percent.",
        "12 percent = percent 12 [percent] :demand down",
        "30 percent = percent 30 [percent] :demand down",
    ),
    (
        "Two loaves of bread cost $9 and three pies start at $14.",
        "Two = count 2 :loaf",
        "$9 = money 9 [USD] :loaf",
        "three = count 3 :pie",
        "$14 = money 14 [USD] :pie",
    ),
    (
        "The coach is 61 and her assistant 38.",
        "61 = count 61 :coach",
        "38 = count 38 :assistant",
    ),
    (
        "The city has 9,000 buses and the county 400.",
        "9,000 = count 9000 :bus",
        "400 = count 400 :bus",
    ),
    (
        "With 64% of precincts reporting, Okafor had 52.4%, to 44.1% for Lindgren.",
        "64% = percent 64 [percent] :precinct",
        "52.4% = percent 52.4 [percent] :Okafor",
        "44.1% = percent 44.1 [percent] :Lindgren",
    ),
    (
        "A third of farmers had no water; half of them left.",
        "A third = ratio 0.3333 :farmer",
        "half = ratio 0.5 :farmer of=0",
    ),
    (
        "The jails hold 25 percent of all inmates, 40 percent of whom are poor.",
        "25 percent = percent 25 [percent] :inmate",
        "40 percent = percent 40 [percent] :inmate of=0",
    ),
    (
        "Revenue: $3.1bn (+4.2%).",
        "$3.1bn = money 3100000000 [USD] :revenue",
        "+4.2% = percent 4.2 [percent] :revenue up",
    ),
    (
        "The union has 8,100 members (+240), 55% (+3) of whom voted.",
        "8,100 = count 8100 :member",
        "+240 = count 240 :member up",
        "55% = percent 55 [percent] :member of=0",
        "+3 = count 3 :member up",
    ),
    (
        "Wages were €3.2 million in 2021 and 3.9 million in 2022.",
        "€3.2 million = money 3200000 [EUR] :wage",
        "3.9 million = money 3900000 [EUR] :wage",
    ),
    (
        "The mill lost 9 tonnes of flour and 30 of sugar.",
        "9 tonnes = measure 9 [tonne] :flour",
        "30 = measure 30 [tonne] :sugar",
    ),
    (
        "The mill lost 9 tonnes of flour and 30 of its staff.",
        "9 tonnes = measure 9 [tonne] :flour",
        "30 = count 30 :staff",
    ),
    (
        "Imports fell 3% in March and 5% in April.",
        "3% = percent 3 [percent] :import down",
        "5% = percent 5 [percent] :import down",
    ),
    (
        "Sales grew 3% and profits 7%.",
        "3% = percent 3 [percent] :sale up",
        "7% = percent 7 [percent] :profit up",
    ),
    (
        "The walk is 18 miles by road and 11 by track.",
        "18 miles = measure 18 [mile] :walk",
        "11 = measure 11 [mile] :walk",
    ),
    (
        "A bus costs $3 and a taxi 9.",
        "$3 = money 3 [USD] :bus",
        "9 = money 9 [USD] :taxi",
    ),
    (
        "The bill is $40 million, compared with 30 bills last year.",
        "$40 million = money 40000000 [USD] :bill",
        "30 = count 30 :bill",
    ),
    (
        "The lowest bid is 84.75 cents, while the highest is 97.10.",
        "84.75 cents = money 0.8475 [USD] :bid",
        "97.10 = money 0.971 [USD] :bid",
    ),
    (
        "The dam held 300 tonnes, against 410 a year before.",
        "300 tonnes = measure 300 [tonne] :dam",
        "410 = measure 410 [tonne] :dam",
    ),
    (
        "The state taxed imports, ranging from 5 percent to 25 percent, for a year.",
        "5 percent to 25 percent = percent 5..25 [percent] :import",
    ),
    (
        "The grant helps families earning $90,000.",
        "$90,000 = money 90000 [USD] :family",
    ),
    (
        "The firm cut prices 12%.",
        "12% = percent 12 [percent] :price down",
    ),
    (
        "The firm doubled its profits.",
        "doubled = multiple 2 :profit up",
    ),
    (
        "The owner would leave it at 35 percent.",
        "35 percent = percent 35 [percent]",
    ),
    (
        "Ito led Reyes by 5 points among older voters.",
        "5 points = percent 5 [percentage point] :ito",
    ),
    (
        "Ito's lead shrank; she beat Reyes's 34 percent.",
        "34 percent = percent 34 [percent] :Reyes",
    ),
    (
        "The court told the club to pay $5 million.",
        "$5 million = money 5000000 [USD] :club",
    ),
    (
        "Now 25 million more people have insurance.",
        "25 million = count 25000000 :person",
    ),
    (
        "Shops buy nearly $250 billion worth of cloth.",
        "nearly $250 billion = money ~250000000000 [USD] :cloth",
    ),
    (
        "The top 1 percent of earners paid $78,000.",
        "$78,000 = money 78000 [USD] :earner",
    ),
    (
        "Households would face an average tax increase of $700.",
        "$700 = money 700 [USD] :tax up",
    ),
    (
        "The plan lets people ages 55 to 65 buy in early.",
        "55 to 65 = age 55..65 [year] :person",
    ),
    (
        "He is fit for a 63-year-old.",
        "63-year-old = age 63 [year]",
    ),
    (
        "The bank raised its growth forecast by 0.2 percentage points.",
        "0.2 percentage points = percent 0.2 [percentage point] :forecast up",
    ),
    (
        "Rents in Spain rose 4% and in Italy 9%.",
        "4% = percent 4 [percent] :rent up",
        "9% = percent 9 [percent] :rent up",
    ),
]
