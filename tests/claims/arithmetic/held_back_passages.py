"""More passages, written with the others and not looked at until the rules stood."""

UNREAD_FIGURES = [
    # "Twice the" is none
    (
        "He earns $90,000, twice the $30,000 his predecessor earned.",
        "growth 2 3",
    ),
    # A third between dashes is none
    (
        "About 200 of the hospital's 800 beds – a third – are empty.",
        "share 0.3333 0.25",
    ),
    # "Up to" is read as a bound here
    (
        "The fine went up to €750, compared with €500 a year ago, an increase of 75 percent.",
        "growth 75 50",
    ),
]

HELD_BACK = [
    ("The fire destroyed 65 buildings: 48 homes, 9 barns and 14 garages.", "sum 65 71"),
    ("The fire destroyed 71 buildings: 48 homes, 9 barns and 14 garages.", ""),
    ("Nine players, four forwards and five defenders, are out injured.", ""),
    ("Eleven players, four forwards and five defenders, are out injured.", "sum 11 9"),
    (
        "The army lost 31 soldiers and 14 vehicles, bringing its losses this month to 45 dead.",
        "",
    ),
    (
        "Sixteen tourists from Italy and 13 from Spain were rescued, a total of 31 people.",
        "sum 31 29",
    ),
    (
        "The airline ordered 90 aircraft, 50 from Airbus and 40 from Boeing, it said on Friday.",
        "",
    ),
    (
        "The airline ordered 90 aircraft, 50 from Airbus and 47 from Boeing, it said on Friday.",
        "sum 90 97",
    ),
    (
        "Voters elect 150 lawmakers: 90 in districts and 60 from lists. Forty are women.",
        "",
    ),
    (
        "The bridge cost $3.4 billion. The state paid $1.9 billion and the city the other "
        "$2.1 billion.",
        "sum 3400000000 4000000000",
    ),
    (
        "The bridge cost $3.4 billion. The state paid $1.9 billion and the city the other "
        "$1.5 billion.",
        "",
    ),
    (
        "Officials screened 300 travellers at the airport. Of those, 240 tested negative and "
        "75 tested positive.",
        "sum 300 315",
    ),
    (
        "Officials screened 300 travellers at the airport. Of those, 240 tested negative and "
        "12 were sent home.",
        "",
    ),
    ("Eight cars and three vans were stolen last week, and 11 bicycles.", ""),
    ("Of the 58 hostages, 31 were children and 33 were foreigners.", ""),
    ("Some 3,000 people marched in Leeds, 2,000 in Hull and 1,500 in York.", ""),
    (
        "Forty-one percent of voters backed the mayor, 38 percent her rival and 31 percent "
        "stayed undecided.",
        "sum 100 110",
    ),
    (
        "Forty-one percent of voters backed the mayor, 38 percent her rival and 21 percent "
        "stayed undecided.",
        "",
    ),
    ("Among teenagers 62 percent smoke, 71 percent drink and 15 percent gamble.", ""),
    ("Seven in ten members voted yes, and the remaining 40 percent voted no.", "sum 100 110"),
    ("The jury acquitted 9 of 36 defendants, or 25%.", ""),
    ("The jury acquitted 9 of 36 defendants, or 35%.", "share 35 25"),
    ("Nearly a third of its 240 branches, 78, will close by June.", ""),
    ("Nearly half of its 240 branches, 78, will close by June.", "share 0.5 0.325"),
    ("Inspectors found mould in 18 of 45 classrooms (40 percent).", ""),
    ("Inspectors found mould in 18 of 45 classrooms (48 percent).", "share 48 40"),
    ("Thirty of the 50 states, or three in five, have such a law.", ""),
    ("Some 620 of the 2,480 patients, 25 percent, waited more than 60 days.", ""),
    ("Some 820 of the 2,480 patients, 25 percent, waited more than 60 days.", "share 25 33.0645"),
    ("He won 12 of 20 matches last year; in 2022 he had won 45 percent.", ""),
    ("Of every 100 dollars, 40 go to rent, and 12 percent of families pay more.", ""),
    ("Passenger numbers climbed 25 percent, from 1.2 million to 1.5 million.", ""),
    (
        "Passenger numbers climbed 45 percent, from 1.2 million to 1.5 million.",
        "growth 45 25",
    ),
    ("The herd grew from 250 to 300 animals, a rise of 20 percent.", ""),
    ("The herd grew from 250 to 300 animals, a rise of 35 percent.", "growth 35 20"),
    ("Debt tripled to $90 million from $30 million.", ""),
    ("Debt tripled to $90 million from $45 million.", "growth 3 2"),
    ("Rents are up 12 percent, and the average flat went from $900 to $1,200 in two years.", ""),
    ("Net profit fell 8 percent to $46 million, from $50 million a year earlier.", ""),
    ("Net profit fell 18 percent to $46 million, from $50 million a year earlier.", "growth 18 8"),
    ("The school has 240 pupils, 40 fewer than the 280 it had in 2019.", ""),
    ("The school has 240 pupils, 60 fewer than the 280 it had in 2019.", "growth 60 40"),
    ("The town grew from 8,000 to 9,000 people, about 12 percent.", ""),
    (
        "The share of women on boards rose from 20 percent to 25 percent, a rise of 5 percent.",
        "percent_vs_points 5 25",
    ),
    ("The share of women on boards rose from 20 percent to 25 percent, a rise of 25 percent.", ""),
    ("The share of women on boards rose from 20 percent to 25 percent, or 5 points.", ""),
    ("Turnout dropped 4 percent, to 61 percent from 65 percent.", "percent_vs_points 4 6.1538"),
    ("The tax goes up from 19 to 21 percent and will raise 2 percent more revenue.", ""),
    ("The deficit will shrink to 3 percent of output from 4 percent, and debt by 1 percent.", ""),
    ("Rescuers pulled out 14 survivors on Sunday and 9 on Monday, 23 in all.", ""),
    ("Rescuers pulled out 14 survivors on Sunday and 9 on Monday, 25 in all.", "sum 25 23"),
]
