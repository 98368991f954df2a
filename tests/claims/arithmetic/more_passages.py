"""Passages written when the rules stood, to see what they miss, and what they take for wrong."""

REPORTS = [
    (
        "The earthquake killed 2,400 people, the interior ministry said on Monday: 1,500 in "
        "the province of Herat and 1,100 in Badghis.",
        "sum 2400 2600",
    ),
    (
        "The earthquake killed 2,445 people, the interior ministry said: 1,312 in Herat, 933 "
        "in Badghis and 200 elsewhere.",
        "",
    ),
    (
        "Police detained 65 protesters on Saturday. Forty-one were released the same "
        "evening, and 34 remain in custody.",
        "sum 65 75",
    ),
    (
        "Police detained 65 protesters on Saturday. Forty-one were released the same "
        "evening, and 24 remain in custody.",
        "",
    ),
    (
        "The council approved the plan by 31 votes to 18, with three abstentions; the "
        "council has 52 members.",
        "",
    ),
    (
        "The company said it would invest $800 million over five years: $500 million in "
        "batteries, $200 million in software and $150 million in training.",
        "sum 800000000 850000000",
    ),
    (
        "Revenue climbed 18 percent to €2.36 billion from €2.0 billion a year earlier.",
        "",
    ),
    (
        "Revenue climbed 28 percent to €2.36 billion from €2.0 billion a year earlier.",
        "growth 28 18",
    ),
    (
        "The number of asylum applications fell by a third, from 120,000 in 2022 to 90,000 "
        "in 2023.",
        "growth 0.3333 0.25",
    ),
    (
        "The number of asylum applications fell by a quarter, from 120,000 in 2022 to 90,000 "
        "in 2023.",
        "",
    ),
    (
        "Nine out of ten of the 2,000 households surveyed, about 1,800, have internet access.",
        "",
    ),
    (
        "Nine out of ten of the 2,000 households surveyed, about 1,200, have internet access.",
        "share 0.9 0.6",
    ),
    (
        "Approval of the president slipped from 48 percent in March to 44 percent in June, a "
        "drop of 4 percent.",
        "percent_vs_points 4 8.3333",
    ),
    (
        "Approval of the president slipped from 48 percent in March to 44 percent in June, a "
        "drop of four percentage points.",
        "",
    ),
    (
        "The minister said 7,500 of the 12,000 new teaching posts, or 62.5 percent, had been "
        "filled.",
        "",
    ),
    (
        "The minister said 7,500 of the 12,000 new teaching posts, or 82.5 percent, had been "
        "filled.",
        "share 82.5 62.5",
    ),
    (
        "Ticket prices will rise by €2, from €3.50 to €4.50, the operator said.",
        "growth 2 1",
    ),
    (
        "Ticket prices will rise by €1, from €3.50 to €4.50, the operator said.",
        "",
    ),
    (
        "The museum drew 1.2 million visitors last year, twice as many as the 400,000 it had "
        "in 2021.",
        "growth 2 3",
    ),
    (
        "The museum drew 1.2 million visitors last year, three times as many as the 400,000 "
        "it had in 2021.",
        "",
    ),
    (
        "Of the 38 people on board the bus, 21 died and 24 were injured, hospital officials said.",
        "sum 38 45",
    ),
    (
        "Of the 38 people on board the bus, 21 died and 17 were injured, hospital officials said.",
        "",
    ),
    (
        "Of the 38 people on board the bus, 21 died and 12 were injured, hospital officials said.",
        "",
    ),
    (
        "The fleet consists of 14 frigates and nine submarines, 25 vessels in total.",
        "sum 25 23",
    ),
    (
        "Investigators interviewed 140 witnesses, including 60 officers, 50 neighbours and "
        "45 passers-by.",
        "",
    ),
    (
        "The survey of 1,004 adults found 52 percent in favour, 39 percent against and 9 "
        "percent undecided.",
        "",
    ),
    (
        "The survey of 1,004 adults found 52 percent in favour, 39 percent against and 19 "
        "percent undecided.",
        "sum 100 110",
    ),
    (
        "Unemployment rose by 2 percent, from 6 percent to 8 percent, in the year to May.",
        "percent_vs_points 2 33.3333",
    ),
    (
        "The party's share of seats rose from 20 percent to 30 percent, an increase of 50 percent.",
        "",
    ),
    (
        "Some 12,000 homes lost power on Monday. By evening 9,000 had been reconnected, "
        "leaving 3,000 in the dark.",
        "",
    ),
    (
        "Some 12,000 homes lost power on Monday. By evening 9,000 of them had been "
        "reconnected, leaving 5,000 without electricity.",
        "sum 12000 14000",
    ),
    (
        "The fund lost $3 billion in the first quarter and $2 billion in the second, for a "
        "total loss of $6.5 billion.",
        "",
    ),
    (
        "He sentenced the men to a combined 40 years: one to 25 years and the other to 15 years.",
        "",
    ),
    (
        "The club sold 31,000 season tickets, 8,000 more than the 25,000 it sold a year ago.",
        "growth 8000 6000",
    ),
    (
        "The club sold 33,000 season tickets, 8,000 more than the 25,000 it sold a year ago.",
        "",
    ),
    (
        "Production was cut by half to 400 cars a day from 600.",
        "growth 0.5 0.3333",
    ),
    (
        "About 200 of the hospital's 800 beds – a quarter – are empty.",
        "",
    ),
    (
        "Women hold 30 of the 120 seats in parliament, or 25%; five years ago they held 20%.",
        "",
    ),
    (
        "The region has 12 hospitals with 3,400 beds, 60 percent of them in the capital.",
        "",
    ),
    (
        "The tax will bring in €450 million a year: €200 million from households, €150 "
        "million from firms and the remaining €200 million from banks.",
        "sum 450000000 550000000",
    ),
    (
        "Wheat rose 2 percent to $6.12 a bushel and corn 3 percent to $4.40.",
        "",
    ),
    (
        "The average wage went up from $18 to $21 an hour, an increase of almost 17 percent.",
        "",
    ),
    (
        "The average wage went up from $18 to $21 an hour, an increase of almost 37 percent.",
        "growth 37 16.6667",
    ),
    (
        "Three quarters of the 60 students passed, 45, and 15 failed.",
        "",
    ),
    (
        "In the first round 45 percent voted for Duval and 35 percent for Meyer; in the "
        "second 55 percent chose Duval.",
        "",
    ),
    (
        "A total of 87 countries took part. Of these, 52 signed the declaration and 45 did not.",
        "sum 87 97",
    ),
    (
        "A total of 87 countries took part. Of these, 52 signed the declaration and 35 did not.",
        "",
    ),
    (
        "The army said 300 fighters were killed, 200 in the town and 150 in the villages "
        "around it.",
        "",
    ),
    (
        "Deaths fell 5 percent, from 2,000 in 2019 to 1,900 in 2020; injuries fell 8 percent.",
        "",
    ),
    (
        "The bank's profit more than tripled, from $20 million to $45 million.",
        "growth 3 2.25",
    ),
    (
        "The bank's profit more than doubled, from $20 million to $45 million.",
        "",
    ),
    (
        "The bridge is 400 metres long: two spans of 150 metres and one of 100.",
        "",
    ),
    (
        "There are 24 teams in the league, 14 from the south and 12 from the north.",
        "sum 24 26",
    ),
    (
        "The tunnel will cost $2.1 billion, up from an estimate of $1.4 billion, an increase "
        "of 50 percent.",
        "",
    ),
    (
        "The tunnel will cost $2.1 billion, up from an estimate of $1.4 billion, an increase "
        "of 80 percent.",
        "growth 80 50",
    ),
    (
        "Half the 90 passengers, 62, were tourists.",
        "share 0.5 0.6889",
    ),
    (
        "Half the 90 passengers, 45, were tourists.",
        "",
    ),
]

# All of these hold
TRAPS = [
    "Of the 300 patients, 180 had a fever and 150 had a cough.",
    "Of the 300 patients, 180 were treated in Leeds and 150 in Hull, some in both.",
    "The hospital treated 300 patients, 180 men and 150 smokers.",
    "There were 40 arrests, 25 for theft and 20 for assault.",
    ("The group has 1,200 employees: about 700 in Germany, 300 in France and some in Poland."),
    (
        "In a poll of 1,000 people 62 percent wanted lower taxes, 58 percent better schools "
        "and 41 percent more police."
    ),
    "In a poll 45 percent said yes, 35 percent said no, up from 30 percent in May.",
    (
        "Forty percent of Democrats said yes, 70 percent of Republicans said no and 20 "
        "percent of independents were undecided."
    ),
    (
        "Support for the deal is 45 percent among men, 35 percent among women and 30 percent "
        "are undecided."
    ),
    (
        "Sales rose by 3 percent in May, by 4 percent in June and by 5 percent in July, "
        "making a total of 12.5 percent."
    ),
    "The temperature rose from 10 to 20 degrees, a record for May 30.",
    "Rates rose from 40 to 60 basis points, 20 basis points more than expected.",
    "He went from 80 kilos to 60 kilos, losing 20 kilos, or a quarter of his weight.",
    "Shares fell 5 percent to $40 after rising from $30 to $42 in May.",
    "The stock rose from $40 to $60, then fell 30 percent.",
    "The stock rose from $40 to $60, before falling by 30 percent.",
    "The stock climbed from $40 to $60 and has gained 80 percent since January.",
    ("Output is expected to rise from 40 to 60 units in 2025, or 20 percent of the market."),
    "The wage went up from $18 to $21, a raise welcomed by 60 percent of workers.",
    "The population fell from 12,000 to 9,000, and 30 percent of houses are empty.",
    "The tax was raised from 19 to 21 percent, an increase of about 10 percent.",
    "The share of renewables went from 20 to 25 percent, a growth of a quarter.",
    "The share of renewables went from 20 to 25 percent, 5 percent of which was solar.",
    "Costs doubled to $4 billion from the original estimate of $2.1 billion.",
    "Membership fell to 40,000, half the 80,000 it had in 1990.",
    "Membership fell to 40,000, about half the 82,000 it had in 1990.",
    "More than 40 of the 60 members, two thirds, voted yes.",
    "At least 84 of the 112 drones, or 80 percent, were hit.",
    "Up to 84 of the 112 drones, or 60 percent, were hit.",
    "Between 80 and 90 of the 112 drones, or 75 percent, were hit.",
    "Some 80 of roughly 110 drones, or 75 percent, were hit.",
    "The two companies have 3,000 and 5,000 workers, about 8,000 in all.",
    "Two planes with 150 passengers and a third with 90 landed, 240 people in all.",
    (
        "She spent $1,500 on rent and $600 on food, a total of $2,100, or 70 percent of her "
        "income of $3,000."
    ),
    (
        "The state has 3.2 million voters: 1.1 million Democrats, 1.2 million Republicans "
        "and 0.9 million others."
    ),
    "The party won 40 percent of the vote, 5 points more than the 35 percent in 2019.",
    "The rate is 5 percent, 2 points below the 7 percent of last year.",
    "Of the 40 countries in the survey, 30 rose, eight fell and two were unchanged.",
    "Of the 40 countries, 30 are in Africa and 15 are landlocked.",
    (
        "The deal covers 40 planes, including 25 of the new model and 20 with options for "
        "more seats."
    ),
    (
        "Russia fired 40 missiles and 100 drones; 35 of the missiles and 90 of the drones "
        "were shot down."
    ),
    "Of 40 missiles and 100 drones, 35 and 90 were shot down.",
    "Of the 40 missiles 35 were shot down, and 90 drones.",
    ("It has 12 directors, seven of them women, and 3,000 staff, 60 percent of them women."),
    "The city has 120 schools, 80 of them primary schools, and 50 libraries.",
    "A third of the 90 pupils are from Syria and 30 from Iraq.",
    (
        "The fine of $5 million, which includes $3 million for damages and $2.5 million in "
        "costs, is final."
    ),
    "Turnout was 61 percent, down from 65 percent, or 1.2 million voters.",
    ("The budget is 60 million euros, up from 40 million euros, with 30 percent going to schools."),
    (
        "The firm's loss narrowed to $40 million from $60 million, a third less than "
        "analysts feared."
    ),
    (
        "Deaths rose to 60 from 40 the day before, the health ministry said, a 30 percent "
        "increase on the average of the week."
    ),
    "Profits were up 30 percent at $60 million, against $40 million for its rival.",
    (
        "The number of visitors tripled in ten years, from 40,000 in May 2010 to 120,000 in "
        "May 2020."
    ),
    ("The team scored 40 points in the first half and 60 in the second, 30 more than its rival."),
    "The team has 60 points, 20 more than Leeds and 30 more than Hull.",
    "She finished in 60 minutes, 20 minutes faster than the 80 of last year.",
    "The price is $60, 30 percent below the $85 it cost in May.",
    "They met 12 times in 2019, 14 times in 2020 and 20 times in all.",
    "There were 12 fires in May, 14 in June and 40 in the whole year.",
    (
        "Fifteen people, five of them children, were killed and 30 were injured, bringing "
        "the total number of dead this month to 40."
    ),
    ("It will hire 300 people this year and 200 next year, a total of 500 out of 2,000 planned."),
    "A total of 500 people were hired: 300 this year and 200 last year.",
    "The university has 20,000 students, 11,000 women and 9,000 men, and 2,000 staff.",
    "Some 60 percent of the 500 members voted; 200 said yes and 100 no.",
    "The vote was 200 yes, 100 no, and 50 abstained; 500 members could vote.",
]
