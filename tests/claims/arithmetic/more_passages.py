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
    (
        "The flood killed 112 people:\n84 men and 31\nwomen, the ministry said.",
        "sum 112 115",
    ),
    (
        "> The flood killed 112 people: 84 men\n> and 31 women, the ministry said.",
        "sum 112 115",
    ),
    (
        "“We hired 84 of the 112 applicants, or 60 per cent,” Reed said.",
        "share 60 75",
    ),
    (
        "The ministry's budget grew from £2.4bn to £3.0bn, or 25 per cent, in two years.",
        "",
    ),
    (
        "The ministry's budget grew from £2.4bn to £3.0bn, or 45 per cent, in two years.",
        "growth 45 25",
    ),
    (
        "Two hundred and forty people boarded the ship: 180 tourists and 75 sailors.",
        "sum 240 255",
    ),
    (
        "Two hundred and forty people boarded the ship: 180 tourists and 60 sailors.",
        "",
    ),
    (
        "The storm destroyed 1,240 houses, 870 in the lowlands and 470 in the hills.",
        "",
    ),
    (
        "In the past year the agency received 3,200 complaints; it upheld 1,400 and "
        "dismissed 1,600.",
        "",
    ),
    (
        "Of the city's 1.2 million people, 700,000 live north of the river and 800,000 south "
        "of it.",
        "sum 1200000 1500000",
    ),
    (
        "The company lost 4 of its 20 ships, a fifth of the fleet.",
        "",
    ),
    (
        "The company lost 4 of its 20 ships, a third of the fleet.",
        "share 0.3333 0.2",
    ),
    (
        "Voters backed the measure by 540,000 to 460,000, or 54 percent to 46 percent.",
        "",
    ),
    (
        "A kilo now costs 4.50 euros, up 20 percent from 3.75 euros in March.",
        "",
    ),
    (
        "A kilo now costs 4.50 euros, up 35 percent from 3.75 euros in March.",
        "growth 35 20",
    ),
    (
        "Attendance was 18,000, down by a quarter from 24,000 in 2022.",
        "",
    ),
    (
        "Attendance was 18,000, down by a third from 24,000 in 2022.",
        "growth 0.3333 0.25",
    ),
    (
        "The court sat on 150 days last year, compared with 200 days in 2020, a 25 percent drop.",
        "",
    ),
    (
        "The court sat on 150 days last year, compared with 200 days in 2020, a 40 percent drop.",
        "growth 40 25",
    ),
    (
        "The number of wolves has quadrupled since 2010, from 50 to 200.",
        "",
    ),
    (
        "The number of wolves has quadrupled since 2010, from 50 to 100.",
        "growth 4 2",
    ),
    (
        "The number of wolves has risen fourfold, from 50 to 120.",
        "growth 4 2.4",
    ),
    (
        "The inflation rate halved from 8 percent to 4 percent.",
        "",
    ),
    (
        "The inflation rate halved from 8 percent to 6 percent.",
        "growth 0.5 0.75",
    ),
    (
        "Interest rates went up by half a point, from 4 percent to 4.75 percent.",
        "",
    ),
    (
        "Interest rates went up by three quarters of a percentage point, from 4 percent to "
        "4.75 percent.",
        "",
    ),
    (
        "Unemployment is at 8 percent, an increase of 2 percent over the 6 percent of a year ago.",
        "percent_vs_points 2 33.3333",
    ),
    (
        "Only 3 percent of the 5,000 calls, 150, were answered within a minute.",
        "",
    ),
    (
        "Only 3 percent of the 5,000 calls, 450, were answered within a minute.",
        "share 3 9",
    ),
    (
        "The fund has $90 million: half in shares, a third in bonds and $15 million in cash.",
        "",
    ),
    (
        "Four in ten of the 250 beds (100) are free.",
        "",
    ),
    (
        "Four in ten of the 250 beds (140) are free.",
        "share 0.4 0.56",
    ),
    (
        "The dead included 14 police officers, 9 soldiers and 3 civilians, 26 in total.",
        "",
    ),
    (
        "The dead included 14 police officers, 9 soldiers and 3 civilians, 29 in total.",
        "sum 29 26",
    ),
    (
        "The two storms caused damage of $3 billion and $4 billion, a combined $9 billion.",
        "sum 9000000000 7000000000",
    ),
    (
        "The aid – $40 million in cash and $25 million in goods – amounts to $65 million.",
        "",
    ),
    (
        "The aid – $40 million in cash and $25 million in goods – amounts to $85 million.",
        "sum 85000000 65000000",
    ),
    (
        "With 51 votes for and 46 against, 97 of the 100 senators took part.",
        "",
    ),
    (
        "The train carried 420 passengers in 10 cars of 42 seats each.",
        "",
    ),
    (
        "About 60 percent of the 8.4 million residents, or 5 million, live in towns.",
        "",
    ),
    (
        "The village lost 120 of its 300 inhabitants, 40 percent, in the war.",
        "",
    ),
    (
        "The village lost 120 of its 300 inhabitants, 60 percent, in the war.",
        "share 60 40",
    ),
    (
        "Between 2010 and 2020 the glacier shrank from 12 to 9 square kilometres, a loss of "
        "25 percent.",
        "",
    ),
    (
        "Between 2010 and 2020 the glacier shrank from 12 to 9 square kilometres, a loss of "
        "45 percent.",
        "growth 45 25",
    ),
    (
        "The proportion of smokers fell from 30% to 24%, a decline of 6%.",
        "percent_vs_points 6 20",
    ),
    (
        "The proportion of smokers fell from 30% to 24%, a decline of 20%.",
        "",
    ),
    (
        "The proportion of smokers fell from 30% to 24%, a decline of a fifth.",
        "",
    ),
    (
        "The proportion of smokers fell from 30% to 24%, a decline of a half.",
        "growth 0.5 0.2",
    ),
    (
        "The charity spent £2 million on food, £1 million on shelter and £500,000 on "
        "transport, £3.5 million altogether.",
        "",
    ),
    (
        "The charity spent £2.0 million on food, £1.0 million on shelter and £500,000 on "
        "transport, £4.5 million altogether.",
        "sum 4500000 3500000",
    ),
    (
        "The strike involved 4,000 workers, 1,500 of them drivers and the remaining 3,500 "
        "mechanics.",
        "sum 4000 5000",
    ),
    (
        "The strike involved 4,000 workers, 1,500 of them drivers and the remaining 2,500 "
        "mechanics.",
        "",
    ),
    (
        "Police found 30 kilos of cocaine and 12 kilos of heroin, 42 kilos of drugs in total.",
        "",
    ),
    (
        "Police found 30 kilos of cocaine and 12 kilos of heroin, 52 kilos of drugs in total.",
        "sum 52 42",
    ),
    (
        "• Homes: 45%\n• Offices: 35%\n• Shops: 30%",
        "",
    ),
    (
        "The jury was made up of seven women and six men, 12 people in all.",
        "sum 12 13",
    ),
    (
        "The group said 45 percent of its sales came from Europe, 30 percent from America "
        "and 35 percent from Asia.",
        "sum 100 110",
    ),
    (
        "The group said 45 percent of its sales came from Europe, 30 percent from America "
        "and 25 percent from Asia.",
        "",
    ),
    (
        "Some 55 percent of teachers and 45 percent of pupils use it.",
        "",
    ),
    (
        "The flood killed 112 people:\n- 84 men\n- 31 women\n\nThe search goes on.",
        "sum 112 115",
    ),
    (
        "The flood killed 112 people:\n\n• 84 men\n• 28 women\n\nThe search goes on.",
        "",
    ),
    (
        "The programme will cost €340 million:\n* Homes: €150 million\n* Roads: €130 "
        "million\n* Farms: €90 million\n",
        "sum 340000000 370000000",
    ),
    (
        "The programme will cost €340 million:\n* Homes: €150 million\n* Roads: €130 "
        "million\n* Farms: €60 million\n",
        "",
    ),
    (
        "What we know:\n- 112 people died\n- 84 houses were destroyed\n- 31 roads are closed",
        "",
    ),
    (
        "The rate rose from 3 to 5%, an increase of 2%.",
        "percent_vs_points 2 66.6667",
    ),
    (
        "The rate rose from 3% last year to 5% now, an increase of 2%.",
        "percent_vs_points 2 66.6667",
    ),
    (
        "The government raised VAT by 2%, from 19% to 21%.",
        "percent_vs_points 2 10.5263",
    ),
    (
        "The government raised VAT by two points, from 19% to 21%.",
        "",
    ),
    (
        "The government raised VAT from 19% to 21%, which is an increase of 2%.",
        "percent_vs_points 2 10.5263",
    ),
    (
        "Support for independence stood at 45% in 2014 and is now at 50%, up 5%.",
        "percent_vs_points 5 11.1111",
    ),
    (
        "The poverty rate is 12 percent, up from 10 percent a year ago – a rise of 2 percent.",
        "percent_vs_points 2 20",
    ),
    (
        "Women's share of the jobs went up 3 percent, from 27 to 30 percent.",
        "percent_vs_points 3 11.1111",
    ),
    (
        "Women's share of the jobs went up 11 percent, from 27 to 30 percent.",
        "",
    ),
    (
        "The mortgage rate fell to 6.1 percent from 6.4 percent, a drop of 0.3 percent.",
        "percent_vs_points 0.3 4.6875",
    ),
    (
        "The mortgage rate fell to 6.1 percent from 6.4 percent, a drop of 0.3 percentage point.",
        "",
    ),
    (
        "GDP grew 3 percent after 2 percent a year earlier.",
        "",
    ),
    (
        "GDP growth slowed from 3 percent to 2 percent, or by a third.",
        "",
    ),
    (
        "GDP growth slowed from 3 percent to 2 percent, or by half.",
        "",
    ),
    (
        "The number of cases rose by 120 to 1,340, up from 1,120 on Friday.",
        "growth 120 220",
    ),
    (
        "The number of cases rose by 220 to 1,340, up from 1,120 on Friday.",
        "",
    ),
    (
        "The toll rose from 17 to 23 after five more bodies were found.",
        "",
    ),
    (
        "The firm cut its workforce to 3,000 from 4,000, a reduction of 1,000 jobs or 25 percent.",
        "",
    ),
    (
        "The firm cut its workforce to 3,000 from 4,000, a reduction of 1,000 jobs, or 33 percent.",
        "growth 33 25",
    ),
    (
        "The firm cut its workforce from 4,000 to 3,000 – 33 percent fewer.",
        "growth 33 25",
    ),
    (
        "The reservoir holds 30 million cubic metres, 40 percent less than the 50 million of "
        "last year.",
        "",
    ),
    (
        "The reservoir holds 30 million cubic metres, 60 percent less than the 50 million of "
        "last year.",
        "growth 60 40",
    ),
    (
        "The club had 80 members in 2010 and 120 in 2020, an increase of 40 percent.",
        "growth 40 50",
    ),
    (
        "The club had 80 members in 2010 and 120 in 2020, an increase of 50 percent.",
        "",
    ),
    (
        "The club had 80 members in 2010; in 2020 it had 120, 40 more.",
        "",
    ),
    (
        "He earns $90,000, three times the $45,000 his predecessor earned.",
        "growth 3 2",
    ),
    (
        "He earns $90,000, double the $45,000 his predecessor earned.",
        "",
    ),
    (
        "Some 40 of the 100 seats went to women, compared with 25 percent in the last parliament.",
        "",
    ),
    (
        "Of the 2,000 votes cast she got 1,200 (60%), he got 700 (45%).",
        "share 45 35",
    ),
    (
        "Of the 2,000 votes cast she got 1,200 (60%), he got 700 (35%).",
        "",
    ),
    (
        "Sixty of the 80 seats, or three quarters of them, are held by men.",
        "",
    ),
    (
        "Only one of the 12 members voted against.",
        "",
    ),
    (
        "A quarter of the 48 schools, 16 of them, have no heating.",
        "share 0.25 0.3333",
    ),
    (
        "A quarter of the 48 schools, 12 of them, have no heating.",
        "",
    ),
    (
        "He said 2,000 of 8,000 applications, or one in four, had been refused.",
        "",
    ),
    (
        "He said 2,000 of 8,000 applications, or one in three, had been refused.",
        "share 0.3333 0.25",
    ),
    (
        "The ship had 30 crew: 18 Filipinos, eight Indians and six Ukrainians.",
        "sum 30 32",
    ),
    (
        "The ship had 30 crew: 18 Filipinos, eight Indians and four Ukrainians.",
        "",
    ),
    (
        "The ship had 30 crew, among them 18 Filipinos, eight Indians and six Ukrainians.",
        "sum 30 32",
    ),
    (
        "Nine people are missing. Five are from Leeds. Six are from Hull.",
        "sum 9 11",
    ),
    (
        "Nine people are missing. Five are from Leeds. Three are children.",
        "",
    ),
    (
        "Parliament has 300 seats. The left holds 140, the right 120 and the remaining 60 "
        "belong to small parties.",
        "sum 300 320",
    ),
    (
        "Parliament has 300 seats. The left holds 140, the right 120 and the remaining 40 "
        "belong to small parties.",
        "",
    ),
    (
        "It cost 12 euros: 7 for the ticket, 3 for the bus and 2 for a coffee.",
        "",
    ),
    (
        "The bill was $240: $180 for food, $40 for drinks and $40 for service.",
        "sum 240 260",
    ),
    (
        "The university has 20,000 students. About 11,000 of the students are women, or 75 "
        "percent.",
        "share 75 55",
    ),
    (
        "The ministry announced a 30 percent increase in spending, from $40 million to $60 "
        "million.",
        "growth 30 50",
    ),
    (
        "The ministry announced a 50 percent increase in spending, from $40 million to $60 "
        "million.",
        "",
    ),
    (
        "A 20 percent cut in staff, from 60 to 40, will follow.",
        "growth 20 33.3333",
    ),
    (
        "Attendance fell from 90 to 60, by half.",
        "growth 0.5 0.3333",
    ),
    (
        "An additional 20 people joined, raising the number of members from 40 to 70.",
        "growth 20 30",
    ),
    (
        "An additional 30 people joined, raising the number of members from 40 to 70.",
        "",
    ),
    (
        "There were 84 men and 31 women, in all 112 people.",
        "sum 112 115",
    ),
    (
        "There were 84 men and 31 women, altogether 115 people.",
        "",
    ),
    (
        "Some 84 of the 112 dead were men and 31 were women.",
        "",
    ),
    (
        "In all, 84 of the 112 dead were men and 41 were women.",
        "sum 112 125",
    ),
    (
        "They shot down 84 of the 112 drones and 40 of the 60 missiles.",
        "",
    ),
    (
        "Forty percent of the budget is spent on pay, 30 percent on rent and 40 percent on books.",
        "sum 100 110",
    ),
    (
        "Forty percent of the budget is spent on pay, 30 percent on rent and 30 percent on books.",
        "",
    ),
    (
        "Forty percent of the budget is spent on pay, 30 percent of that on nurses.",
        "",
    ),
    (
        "It cost 12 euros: 9 for the ticket, 8 for the bus and 7 for a coffee.",
        "sum 12 24",
    ),
    (
        "It cost 12 euros: 7 people paid and 6 did not.",
        "",
    ),
    (
        "A 5 percent drop in prices pushed sales from 40 to 60 cars.",
        "",
    ),
    (
        "A 30 percent rise in fares, from May to June, hit 60 towns, up from 40.",
        "",
    ),
    (
        "There was a 30 percent rise in thefts, while burglaries fell from 60 to 40.",
        "",
    ),
    (
        "There was a 30 percent rise in thefts, from 40 last year to 52.",
        "",
    ),
    (
        "The number of pupils with a phone grew by two thirds, from 30 to 50.",
        "",
    ),
    (
        "The number of pupils with a phone grew by a third, from 30 to 50.",
        "growth 0.3333 0.6667",
    ),
    (
        "The strike cost the firm $45 million, $30 million in lost sales and $15 million in fines.",
        "",
    ),
    (
        "He gave $40 million to schools, $30 million to parks and $15 million to the zoo.",
        "",
    ),
    (
        "The firm earned $40 million, spent $30 million on pay and $15 million on rent.",
        "",
    ),
    (
        "He owns 12 cars. Seven of them are old, and the other seven stand in a garage of "
        "his brother.",
        "sum 12 14",
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
    "The dead were 12 men, 8 women and 6 children.",
    "Killed were 12 Germans, 8 Spaniards and 6 Italians.",
    "The team won 12 games, lost 8 and drew 5.",
    "It has 12 hospitals, 8 schools and 6 churches, all of them closed.",
    "In Leeds 12 houses, 8 shops and 6 barns, all of them old, were destroyed.",
    "There were 40 wounded, 12 dead and 30 missing.",
    "The vote was 52 in favour, 41 against and 12 abstaining.",
    "The police arrested 40 people, and 12 men and 30 women were fined.",
    "Five people are dead. Three are missing. Four are in hospital.",
    "The firm has 500 workers. Some 300 work in Leeds, and another 250 are retired.",
    (
        "Parliament has 300 seats. The left got 40 percent, the right 35 percent and the "
        "remaining parties 25 percent."
    ),
    "She wrote 12 books. Two were novels, one a play and the other 9 were poems.",
    "Of the 12 books two were novels; the other 10 were poems.",
    ("Of the 300 million euros, 120 million went to roads and 200 million came from Brussels."),
    (
        "The city spent 300 million euros, of which 120 million on roads, and it will spend "
        "200 million next year."
    ),
    ("The firm made $12 million in May, $14 million in June and $40 million in the first half."),
    (
        "The firm made $40 million in the first half, $12 million of it in May and $14 "
        "million in June."
    ),
    "There are 60 nurses, 40 doctors, 100 in all, and 30 cleaners.",
    "The toll stands at 40: 12 died on Monday alone.",
    "The toll stands at 40: 12 on Monday, 14 on Tuesday, and others on Wednesday.",
    "He has two children: 12 and 14 years old.",
    "He has 3 children: two sons aged 12 and 14, and a daughter of 9.",
    "The score was 3: 2 at half time.",
    "The race is 40 kilometres: 12 uphill and then downhill.",
    "The plan has three parts: 40 new trains, 12 stations and 2 bridges.",
    "The firm sold 40 ships (12 more than last year and 3 fewer than planned).",
    ("The fund lost 40 million euros (12 percent) and 14 million euros (5 percent) in two years."),
    (
        "The ministry spent $40 million – $12 million more than planned and $3 million less "
        "than last year – on trains."
    ),
    "They paid $40 million: $12 million up front and $3 million a year for ten years.",
    "The rent is $1,200: $900 plus $150 for heat and $150 for water.",
    "Prices went up from $40 to $60, or $20.",
    "Prices went from $40 to $60, or 30 percent above the average.",
    "The figure rose from 40 to 60 in May, up 30 percent from April's revised 46.",
    "Some 40 people were hurt in May, against 60 in June, a rise of half.",
    "The club has 60 members, 40 percent more than in 2010.",
    (
        "Sales fell 30 percent to $40 million. In the year before they had risen from $50 "
        "million to $57 million."
    ),
    ("Sales fell 30 percent to $40 million, the company said, citing a drop from 60 to 45 stores."),
    "The company cut costs by 10 percent and jobs from 60 to 40.",
    "He lowered the price by $5 to $20 from a planned $30.",
    "The rate rose by 0.2 points to 5 percent, 2 percent above the 3 percent target.",
    (
        "The budget rose 3 percent to 60 million; adjusted for prices it fell from 62 "
        "million to 60 million."
    ),
    (
        "Of the 60 people on board, 40 (two thirds) were tourists, 12 of them (30 percent) "
        "from Spain."
    ),
    (
        "Some 40 of the 60 people on board were tourists, and 12 (30 percent) of those were "
        "from Spain."
    ),
    (
        "Of the 40 tourists 12, or 30 percent, were from Spain, and 5, or 20 percent of the "
        "Spaniards, from Madrid."
    ),
    "About a third of the 60 people, or more than 15 men and 5 women, were hurt.",
    ("They asked 1,000 people, 600 of them women; 45 percent, or 270 of the women, said yes."),
    (
        "The survey of 1,000 people found that 45 percent of the 600 women, and 30 percent "
        "of the 400 men, said yes."
    ),
    "Only 12 of 60 schools have a pool, or had one before the 40 percent cut in funds.",
    "A third of the 60 seats, 20, and half of the 12 posts, 6, went to women.",
    "It takes 20 of the 60 minutes, or 15 in good weather.",
    ("The state owns 40 percent, the city 35 percent and the remaining 25 percent is traded."),
    (
        "The state owns 40 percent of the firm and 35 percent of its rival; the remaining 60 "
        "percent is traded."
    ),
    ("Women make up 40 percent of staff and hold the remaining 70 percent of part-time jobs."),
]
