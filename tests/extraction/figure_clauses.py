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
    (
        "The town rejected 12 bids, about 40 percent.",
        "12 = count 12 :bid",
        "about 40 percent = percent ~40 [percent] :bid",
    ),
    (
        "The yard holds a crane 30 metres high and 9 metres wide.",
        "30 metres = measure 30 [metre] :crane",
        "9 metres = measure 9 [metre] :crane",
    ),
    (
        "The vote split: half of the farmers stayed home; a third of them cited the cost.",
        "half = ratio 0.5 :farmer",
        "a third = ratio 0.3333 :farmer of=0",
    ),
    (
        "Three in five patients slept badly, a fifth of them all night.",
        "Three in five = ratio 0.6 :patient",
        "a fifth = ratio 0.2 :patient of=0",
    ),
    (
        "Deposits: $7.3bn (-0.8%).",
        "$7.3bn = money 7300000000 [USD] :deposit",
        "-0.8% = percent 0.8 [percent] :deposit down",
    ),
    (
        "The board has 88 seats (+4), 40 (-2) of them new.",
        "88 = count 88 :seat",
        "+4 = count 4 :seat up",
        "40 = count 40 :seat of=0",
        "-2 = count 2 :seat down",
    ),
    (
        "The tower weighs 90 tonnes and its bell 4.",
        "90 tonnes = measure 90 [tonne] :tower",
        "4 = measure 4 [tonne] :bell",
    ),
    (
        "Two kilos of rice cost $5.",
        "Two kilos = measure 2 [kilogram] :rice",
        "$5 = money 5 [USD] :rice",
    ),
    (
        "Her profit was $41m, against 38 a year before.",
        "$41m = money 41000000 [USD] :profit",
        "38 = money 38000000 [USD] :profit",
    ),
    (
        "The flood has been blamed for killing more than 300.",
        "more than 300 = count >300 :person",
    ),
    (
        "Some 300 died.",
        "Some 300 = count ~300 :person",
    ),
    (
        "31 Nurses Share Their Fears About Winter",
        "31 = count 31 :Nurse",
    ),
    (
        "Staff went from 400 to 600 nurses.",
        "400 = count 400 :nurse",
        "600 = count 600 :nurse",
    ),
    (
        "The quake measured 6.1 on the Richter scale.",
        "6.1 = measure 6.1 [magnitude] :quake",
    ),
    (
        "The samples reached between 50 and 70 on the GPa scale.",
        "between 50 and 70 = measure 50..70 [gigapascal] :sample",
    ),
    (
        "A mother of three was hurt.",
        "three = count 3",
    ),
    (
        "The number of empty homes rose to 400.",
        "400 = count 400 :home",
    ),
    (
        "Among older voters, 46 percent chose Ito and 44 percent chose Reyes.",
        "46 percent = percent 46 [percent] :voter",
        "44 percent = percent 44 [percent] :voter",
    ),
    (
        "The lower 95 percent pay little.",
        "95 percent = percent 95 [percent]",
    ),
    (
        "The bank edged up its forecast by 2 percent.",
        "2 percent = percent 2 [percent] :forecast up",
    ),
    (
        "Some 70,000 people speak it. The ministry says that number is closer to 25,000.",
        "Some 70,000 = count ~70000 :person",
        "25,000 = count 25000 :person",
    ),
    (
        "The backlog grew to 733 files. A year before it was 690.",
        "733 = count 733 :file",
        "690 = count 690 :file",
    ),
    (
        "Only 52 percent of tenants agreed. Some 30 percent said no.",
        "52 percent = percent 52 [percent] :tenant",
        "Some 30 percent = percent ~30 [percent] :tenant",
    ),
    (
        "Okada, 40 — a welder and father — was found.",
        "40 = age 40 [year] :Okada",
    ),
    (
        "Average life expectancy there is around 73.",
        "around 73 = age ~73 [year] :expectancy",
    ),
    (
        "The clerk said on Friday crime had fallen 7%.",
        "7% = percent 7 [percent] :crime down",
    ),
    (
        "Ito is leading Reyes 47.1 percent to 41.7 percent.",
        "47.1 percent = percent 47.1 [percent] :ito",
        "41.7 percent = percent 41.7 [percent] :reyes",
    ),
    (
        "The SMI lost 26.31 to 9,702.44; the Nasdaq slipped 59.93, or 0.4 percent, to 17,179.98.",
        "26.31 = count 26.31 :SMI down",
        "9,702.44 = count 9702.44 :SMI",
        "59.93 = other 59.93 [point] :Nasdaq down",
        "0.4 percent = percent 0.4 [percent] :Nasdaq down",
        "17,179.98 = count 17179.98 :Nasdaq",
    ),
    (
        "Just 9 percent of voters knew her, while about eight out of 10 knew him.",
        "9 percent = percent 9 [percent] :voter",
        "about eight out of 10 = ratio ~0.8 :voter",
    ),
    (
        "Ito was backed by 42 percent of those responding.",
        "42 percent = percent 42 [percent]",
    ),
    (
        "The club is some $8 million in the red.",
        "some $8 million = money ~8000000 [USD] :club",
    ),
    ("Injured: 27", "27 = count 27 :person"),
    ("Barns destroyed: 640", "640 = count 640 :barn"),
    ("Missing: 3 (two pupils)", "3 = count 3 :person", "two = count 2 :pupil"),
    ("Note: 4 buses ran.", "4 = count 4 :bus"),
    ("The vote was as follows: 12 for.", "12 = count 12"),
    ("Members numbered 3.1 million.", "3.1 million = count 3100000 :member"),
    (
        "The ferry carried 4.1 million people in May, up 8% on 2019.",
        "4.1 million = count 4100000 :person",
        "8% = percent 8 [percent] :person up",
    ),
    (
        "The state raised $640 million in fuel tax, down from $702 million.",
        "$640 million = money 640000000 [USD] :tax",
        "$702 million = money 702000000 [USD] :tax",
    ),
    (
        "Each of the 44 councils will get $2 million.",
        "44 = count 44 :council",
        "$2 million = money 2000000 [USD] :council",
    ),
    ("Fares go up by an average of 3.8%.", "3.8% = percent 3.8 [percent] :fare up"),
    ("At 34, he leads the list.", "34 = age 34 [year]"),
    ("At 34, buses turn round.", "34 = count 34"),
    (
        "Unemployment among people under 25 grew by 4%.",
        "under 25 = age <25 [year] :person",
        "4% = percent 4 [percent] :unemployment up",
    ),
    ("Half the crew left.", "Half = ratio 0.5 :crew"),
    ("Under 42 CFR 438.6 the county owes $9 million.", "$9 million = money 9000000 [USD] :county"),
    ("The fund expects growth of 2.4 percent.", "2.4 percent = percent 2.4 [percent] :growth up"),
    ("The firm saw a rise of 5% in rents.", "5% = percent 5 [percent] :rent up"),
    ("Shares saw a fall of 3%.", "3% = percent 3 [percent] :share down"),
    (
        "Some 90,000 people came, the club said; police put the number at 40,000.",
        "Some 90,000 = count ~90000 :person",
        "40,000 = count 40000 :person",
    ),
    (
        "The court upheld 68% of the complaints, or 1,230.",
        "68% = percent 68 [percent] :complaint",
        "1,230 = count 1230 :complaint",
    ),
    (
        "Rents rose three percent in May and four in June.",
        "three percent = percent 3 [percent] :rent up",
        "four = percent 4 [percent] :rent up",
    ),
    (
        "The bank raised its key rate by a quarter point.",
        "a quarter point = percent 0.25 [percentage point] :rate up",
    ),
    ("The club lost two points and five men.", "two = count 2 :point", "five = count 5 :man"),
    (
        "Among likely voters in a four-way race, 46 percent chose Ito.",
        "four = count 4 :way",
        "46 percent = percent 46 [percent] :voter",
    ),
    (
        "Its output will expand by a tepid 1.6 percent.",
        "1.6 percent = percent 1.6 [percent] :output up",
    ),
]
