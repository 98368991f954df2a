"""Passages whose figures go together, or do not; written before the rules that judge them.

Each is a text and what is found in it: "sum 112 115" is kind, stated and computed, several
are parted by a semicolon, and nothing is found where all holds.
"""

SUMS = [
    ("The attack killed 112 people: 84 men and 31 women.", "sum 112 115"),
    ("The attack killed 112 people: 84 men and 28 women.", ""),
    ("Police arrested 47 people: 21 in Marrow, 18 in Sollen and 11 in Tarn.", "sum 47 50"),
    ("Police arrested 47 people: 21 in Marrow, 15 in Sollen and 11 in Tarn.", ""),
    ("Seventeen people died, 12 men and 6 women, the coroner said.", "sum 17 18"),
    ("Seventeen people died, 12 men and 5 women, the coroner said.", ""),
    ("The ferry carried 230 people, 198 passengers and 23 crew members.", ""),
    ("The ferry carried 233 people (198 passengers and 23 crew members).", "sum 233 221"),
    (
        "The ministry counted 84 dead and 31 wounded, bringing the total to 112 casualties.",
        "sum 112 115",
    ),
    (
        "Divers found 12 bodies on Monday and 9 on Tuesday, making a total of 23.",
        "sum 23 21",
    ),
    ("Divers found 12 bodies on Monday and 9 on Tuesday, making a total of 21.", ""),
    ("Another 9 bodies were found on Tuesday, bringing the total to 43.", ""),
    (
        "The bill passed with 52 votes in favour, 41 against and seven abstentions, "
        "a total of 104 votes.",
        "sum 104 100",
    ),
    ("Of the 101 members, 52 voted in favour and 41 against.", ""),
    ("Of the 101 members, 52 voted in favour and 61 against.", "sum 101 113"),
    (
        "Of the 101 members, 52 voted in favour, 41 voted against and the other 12 abstained.",
        "sum 101 105",
    ),
    ("Of the 23 victims, 14 were older than 70 and three were children, she said.", ""),
    ("Of the 112 victims, 84 were women and 40 were under 18.", ""),
    ("The crash killed 112 people, 84 of them women and 40 of them under 18.", ""),
    ("Of the 112 victims, 84 were women and 40 were men.", "sum 112 124"),
    ("The storm killed 30 people, including 18 in Marrow and 7 in Sollen.", ""),
    ("The storm killed 30 people, including 18 in Marrow and 17 in Sollen.", "sum 30 35"),
    ("Nineteen people were hurt, among them four firefighters and two nurses.", ""),
    (
        "The programme will cost €340 million: €150 million for homes, €130 million for roads "
        "and €90 million for farms.",
        "sum 340000000 370000000",
    ),
    (
        "The programme will cost €340 million: €150 million for homes, €130 million for roads "
        "and €60 million for farms.",
        "",
    ),
    (
        "The government will spend $1.2 billion, of which $700 million goes to schools and "
        "$550 million to hospitals.",
        "",
    ),
    (
        "The government will spend $1.2 billion, of which $700 million goes to schools and "
        "$950 million to hospitals.",
        "sum 1200000000 1650000000",
    ),
    (
        "The fund holds $5 million. It gave €3 million to the north and €4 million to the south.",
        "",
    ),
    ("The fund raised $9 million: €3 million in France and €8 million in Spain.", ""),
    (
        "The flood caused damage of 320 million euros. Private homes account for 190 million "
        "euros of the total, roads and bridges for 150 million and farms for 60 million.",
        "sum 320000000 400000000",
    ),
    (
        "The flood caused damage of 400 million euros. Private homes account for 190 million "
        "euros of the total, roads and bridges for 150 million and farms for 60 million.",
        "",
    ),
    (
        "Russia launched 112 drones. The air force said 84 of them were intercepted, which "
        "leaves 38.",
        "sum 112 122",
    ),
    (
        "Russia launched 112 drones. The air force said 84 of them were intercepted, which "
        "leaves 28.",
        "",
    ),
    (
        "Some 4,500 people had to leave their homes. About 2,900 of them have since gone back, "
        "while the other 1,600 are staying with relatives.",
        "",
    ),
    (
        "Some 4,500 people had to leave their homes. About 2,900 of them have since gone back, "
        "while the other 2,600 are staying with relatives.",
        "sum 4500 5500",
    ),
    ("Five people died: a woman and three children.", ""),
    ("Five people died: the driver, his wife and two passengers.", ""),
    ("The clinic treated 60 patients: 41 for burns and several more for shock.", ""),
    ("Nearly 120 ships are waiting: 71 tankers and 48 freighters.", ""),
    ("About 1,000 workers will go: 620 in Leeds and 390 in Hull.", ""),
    ("The group has 20,000 staff: 12,400 in Europe and 7,900 in Asia.", ""),
    ("The group has 20,000 staff: 12,400 in Europe and 9,900 in Asia.", "sum 20000 22300"),
    ("More than 100 people died: 64 in the city and 51 in the hills.", ""),
    ("Fewer than 100 people died: 64 in the city and 51 in the hills.", "sum 100 115"),
    ("Up to 50 jobs will go, 30 in Leeds and between 15 and 25 in Hull.", ""),
    (
        "In 2022 the court heard 120 cases. In 2023 it heard 80 cases and in 2024 another 95.",
        "",
    ),
    (
        "The club sold 300 tickets on Friday, 200 tickets on Saturday and 150 on Sunday.",
        "",
    ),
    ("The village has 300 houses, 12 shops and two churches.", ""),
    ("The two sides exchanged 150 prisoners: 100 Ukrainians and 75 Russians.", "sum 150 175"),
    ("He was fined $500 and ordered to pay $120 in costs, a total of $620.", ""),
    ("He was fined $500 and ordered to pay $120 in costs, a total of $720.", "sum 720 620"),
]

WHOLES_OF_100 = [
    ("In the poll 45% said yes, 35% said no and 30% were undecided.", "sum 100 110"),
    ("In the poll 45% said yes, 35% said no and 20% were undecided.", ""),
    ("In the poll 33% said yes, 33% said no and 33% were undecided.", ""),
    ("In the poll 45% said yes and 35% said no.", ""),
    ("Some 60% of users are on Facebook, 70% on YouTube and 40% on Instagram.", ""),
    (
        "A third of the money comes from fees, and the remaining 80 percent from the state.",
        "sum 100 113.33",
    ),
    ("Forty percent of the money comes from fees, and the remaining 60 percent from taxes.", ""),
    (
        "Forty percent of the money comes from fees, and the remaining 70 percent from taxes.",
        "sum 100 110",
    ),
    ("Inflation was 3% in May, 4% in June and 95% in July.", ""),
]

SHARES = [
    ("The army shot down 84 of the 112 drones, or 60 percent.", "share 60 75"),
    ("The army shot down 84 of the 112 drones, or 75 percent.", ""),
    ("Of the 112 drones, 84 (60 percent) were shot down.", "share 60 75"),
    ("Of the 112 drones, 84, or 75 percent, were shot down.", ""),
    ("Two thirds of the 90 members, or 50, voted against.", "share 0.6667 0.5556"),
    ("Two thirds of the 90 members, or 60, voted against.", ""),
    ("Lumen will cut 900 of its 3,600 jobs, a quarter of the workforce.", ""),
    ("Lumen will cut 900 of its 3,600 jobs, a third of the workforce.", "share 0.3333 0.25"),
    (
        "She said that 4,800 nurses had joined, three quarters of the union's 6,400 members.",
        "",
    ),
    (
        "She said that 3,200 nurses had joined, three quarters of the union's 6,400 members.",
        "share 0.75 0.5",
    ),
    ("One in five of the 1,560 houses, 312, was flooded.", ""),
    ("About half of the 62 schools, 41, will reopen.", "share 0.5 0.6613"),
    ("More than half of the 62 schools, 41, will reopen.", ""),
    ("Less than half of the 62 schools, 41, will reopen.", "share 0.5 0.6613"),
    ("In all 41 of the 62 schools, or about two thirds, will reopen.", ""),
    ("Only 12 of 400 applicants (3%) got a place.", ""),
    ("Only 12 of 400 applicants (30%) got a place.", "share 30 3"),
    ("Some 84 of the 112 drones were shot down, 20 percent more than last week.", ""),
    ("Some 84 of the 112 drones were shot down, and 60 percent of those came from the east.", ""),
    ("The council rejected 84 of the 112 plans. In Leeds 60 percent were rejected.", ""),
    ("Just over 30% of the 1,000 voters, or 310, were under 30.", ""),
    ("Of the 240 children on the roll, 205 came, the head teacher said.", ""),
    ("The firm spent $285 million of its $1.2 billion budget, or 24%, on pay.", ""),
    ("The firm spent $285 million of its $1.2 billion budget, or 42%, on pay.", "share 42 23.75"),
]

GROWTH = [
    ("Spending rose from 40 to 60, a 30 % increase.", "growth 30 50"),
    ("Spending rose from 40 to 60, a 50 % increase.", ""),
    ("Sales were up 3 % to 103 from 100.", ""),
    ("Sales were up 13 % to 103 from 100 a year earlier.", "growth 13 3"),
    ("Turnover doubled from $40 million to $60 million.", "growth 2 1.5"),
    ("Turnover doubled from $40 million to $80 million.", ""),
    ("Profit halved to €40 million from €60 million.", "growth 0.5 0.6667"),
    ("Membership rose by 5 to 20 from 12.", "growth 5 8"),
    ("Membership rose by 8 to 20 from 12.", ""),
    ("The club has 120 members, three times the 40 of last year.", ""),
    ("The club has 160 members, three times the 40 of last year.", "growth 3 4"),
    (
        "Orders dropped to €410 million in the first half from €640 million a year earlier, "
        "a decline of 36%.",
        "",
    ),
    (
        "Orders dropped to €410 million in the first half from €640 million a year earlier, "
        "a decline of 56%.",
        "growth 56 35.9375",
    ),
    ("It rose from £18 million to £31 million, an increase of 72%, she said.", ""),
    ("It rose from £18 million to £31 million, an increase of 42%, she said.", "growth 42 72.2222"),
    ("Attendance fell by a third from 90 to 60.", ""),
    ("Attendance fell by half, from 90 to 60.", "growth 0.5 0.3333"),
    ("The number of cases rose from 100 in 2010 to 200 in 2020, or 7 percent a year.", ""),
    ("Exports grew from 100 to 120 tonnes, of which 30 percent went to China.", ""),
    ("Revenue rose 4 percent in real terms, from $100 million to $112 million.", ""),
    ("Prices rose from $1.2 billion to $1.3 billion, or 5%.", ""),
    ("Shares fell by 12% to €8.36, the lowest close since 2019.", ""),
    ("The price rose 64 cents to $12.40 from $11.20.", "growth 0.64 1.2"),
    ("The price rose 64 cents to $12.40 from $11.76.", ""),
    ("Last year 60 people came, twice as many as the 40 of 2022.", "growth 2 1.5"),
    ("Last year 80 people came, twice as many as the 40 of 2022.", ""),
    ("Traffic grew from 40 to 60 cars, more than 30 percent.", ""),
    ("Traffic grew from 40 to 60 cars, more than 70 percent.", "growth 70 50"),
    ("Crime fell 10 percent in Leeds and rose from 40 to 60 cases in Hull.", ""),
    ("The firm hired 60 people, 20 more than the 40 it took on in 2023.", ""),
    ("The firm hired 60 people, 30 more than the 40 it took on in 2023.", "growth 30 20"),
]

POINTS = [
    (
        "The rate rose from 3 % to 5 %, an increase of 2 percent.",
        "percent_vs_points 2 66.6667",
    ),
    ("The rate rose from 3 % to 5 %, an increase of 2 percentage points.", ""),
    ("The rate rose from 3 % to 5 %, an increase of 67 percent.", ""),
    ("The rate rose from 3 % to 5 %, an increase of 20 percent.", "growth 20 66.6667"),
    (
        "Support for the party fell by 5 percent, from 45 percent to 40 percent.",
        "percent_vs_points 5 11.1111",
    ),
    ("The bank cut its rate by 25 basis points to 3.75% from 4%.", ""),
    ("The bank cut its rate by 25 basis points to 3.75% from 4.25%.", "growth 25 50"),
    ("Unemployment fell by half a percentage point, from 5.2 to 4.9 percent.", "growth 0.5 0.3"),
    ("Inflation eased to 2.9% from 3.1%, while prices of food rose 2%.", ""),
]

ACROSS_SENTENCES = [
    (
        "The coastguard rescued 112 people on Sunday. Eighty-four of them were men. The other 31 "
        "were women.",
        "sum 112 115",
    ),
    (
        "The coastguard rescued 112 people on Sunday. Eighty-four of them were men. The other 28 "
        "were women.",
        "",
    ),
    (
        "The coastguard rescued 112 people on Sunday. Eighty-four were men. Thirty-one were women.",
        "sum 112 115",
    ),
    (
        "The coastguard rescued 112 people on Sunday. Eighty-four were women. Forty were under 18.",
        "",
    ),
    (
        "The firm employs 500 people. Some 300 work in Leeds. Another 250 work in Hull.",
        "sum 500 550",
    ),
    ("The firm employs 500 people. Some 300 work in Leeds. Another 150 work in Hull.", ""),
    (
        "The firm employs 500 people. Some 300 work in Leeds. Another 250 are on the waiting list.",
        "",
    ),
    ("Last year 500 people came. Some 300 came in May. In June it was 250.", ""),
    (
        "The state collected 12 billion euros. Seven billion came from income tax, it said. "
        "The remaining 8 billion euros came from duties.",
        "sum 12000000000 15000000000",
    ),
    (
        "Last year 40 people were hired. This year the number rose to 60, an increase of 30%.",
        "growth 30 50",
    ),
    (
        "Last year 40 people were hired. This year the number rose to 60, an increase of 50%.",
        "",
    ),
    (
        "Last year 40 people were hired and 60 left. This year 60 were hired, an increase of 30%.",
        "",
    ),
    ("Visits rose from 40,000 to 60,000. That is an increase of 30 percent.", "growth 30 50"),
    ("Visits rose from 40,000 to 60,000. The increase of 50 percent was welcome.", ""),
    ("Visits rose from 40,000 to 60,000. Income went up 30 percent.", ""),
    ("It launched 112 drones. It said 84 of them, or 60 percent, were hit.", "share 60 75"),
    ("It launched 112 drones. It said 84 of them, or 75 percent, were hit.", ""),
    ("It launched 112 drones. In all 60 percent of these were cheap decoys.", ""),
]

GROUPS = [
    ("Of the 240 pupils, 150 passed and 110 failed.", "sum 240 260"),
    ("Of the 240 pupils, 150 passed and 110 wear glasses.", ""),
    ("Of the 150 prisoners, 100 were Ukrainians and 75 were Russians.", "sum 150 175"),
    ("Of the 200 people asked, 120 own a car and 110 own a bicycle.", ""),
    ("The committee has 15 members, eight Democrats and nine Republicans.", "sum 15 17"),
    ("The committee has 17 members, eight Democrats and nine Republicans.", ""),
    ("The team won 20 of its 38 games, lost 15 and drew 8.", "sum 38 43"),
    ("The team won 20 of its 38 games, lost 15 and drew 3.", ""),
    (
        "They shot down 84 of the 112 drones, while the other 38 reached the city.",
        "sum 112 122",
    ),
    ("They shot down 84 of the 112 drones, while the other 28 reached the city.", ""),
    ("They shot down 84 of the 112 drones and 40 missiles.", ""),
    (
        "Half of the money went to schools, a third to roads and a third to farms.",
        "sum 100 116.66",
    ),
    ("Half of the money went to schools, a third to roads and a sixth to farms.", ""),
    (
        "She won 55 percent of the vote, her rival 38 percent and another 17 percent.",
        "sum 100 110",
    ),
    ("She won 55 percent of the vote, her rival 38 percent.", ""),
    ("She won 55 percent of the vote in Leeds and 62 percent in Hull.", ""),
    ("She won 55 percent of the vote, with a turnout of 62 percent.", ""),
    ("In all 55 percent were women and 52 percent men.", "sum 100 107"),
    ("Some 55 percent of women and 52 percent of men smoke.", ""),
]

MORE_TRAPS = [
    ("Some 84 of the 112 drones were shot down, 60 percent of them by missiles.", ""),
    ("Some 84 of the 112 drones – 60 percent came from the east – were shot down.", ""),
    ("Prices rose from 40 to 60 euros, and wages 30 percent.", ""),
    ("Profit rose 10 percent as sales climbed from 40 to 60 million euros.", ""),
    ("Sales rose from 40 to 60 million euros, up 30 percent on a like-for-like basis.", ""),
    ("The price fell from $60 to $40, down 30 percent since May.", ""),
    ("The town shrank from 9,000 to 6,000 people, losing a third of its residents.", ""),
    (
        "The town shrank from 9,000 to 6,000 people, losing half of its residents.",
        "growth 0.5 0.3333",
    ),
    ("Turnout was 65 percent in 2019 and 61 percent in 2023, a fall of 4 points.", ""),
    (
        "Turnout was 65 percent in 2019 and 61 percent in 2023, a fall of 4 percent.",
        "percent_vs_points 4 6.1538",
    ),
    ("The budget is $60 million, 50% more than last year's $40 million.", ""),
    ("The budget is $60 million, 20% more than last year's $40 million.", "growth 20 50"),
    ("The club has 20 members, half the 40 of last year.", ""),
    ("The club has 30 members, half the 40 of last year.", "growth 0.5 0.75"),
    ("Two more people died and 40 were injured, bringing the death toll to 12.", ""),
    ("Two more people died and 40 were injured, bringing the total to 12 deaths.", ""),
    ("The company has 500 employees: 320 joined last year and 280 are leaving.", ""),
    ("Another 9 people died, bringing the toll from 12 to 23.", "growth 9 11"),
    ("He bought 3 shirts at $20 and 2 ties at $15, a total of $90.", ""),
    ("She paid $300 for 60 people, or $6 each.", ""),
    ("The rate rose from 3% to 5%, an increase of two thirds.", ""),
    ("The number of unpaid bills rose tenfold, from 5 to 40.", "growth 10 8"),
    ("It is 40 to 60 years old, 30 percent more than thought.", ""),
    ("The group has 12 tankers and 15 ferries, 27 ships in all.", ""),
    ("The group has 12 tankers and 15 ferries, 30 ships in all.", "sum 30 27"),
    ("The army has 1,200 tanks. Of these, 900 are old and 600 are in the north.", ""),
    ("There were 67 cases – 45 in Leeds, 19 in Hull and 3 in York — and two deaths.", ""),
]

NEWS = [
    ("Of the 500 respondents, 300 said they trusted doctors and 250 said they trusted nurses.", ""),
    ("Sales rose 12 percent to $56 million, beating forecasts of $52 million.", ""),
    ("Sales rose 12 percent to $56 million, compared with analysts' forecasts of $52 million.", ""),
    (
        "Sales came to $56 million, compared with forecasts of $52 million, an increase "
        "of 12 percent on the year.",
        "",
    ),
    (
        "Net income was $56 million, or 12 cents a share, compared with $50 million, or "
        "10 cents a share, a year earlier.",
        "",
    ),
    (
        "Net income rose 30 percent to $56 million, or 12 cents per share, from $50 "
        "million, or 10 cents per share.",
        "",
    ),
    ("The index fell 1.2 percent to 5,430 from 5,500 at the open.", ""),
    ("The vote was 52 to 48, with 101 members present.", ""),
    ("The House voted 234-193, with 12 Democrats joining 222 Republicans.", ""),
    (
        "The number of claims rose by 14,000 to 266,000 in the week ended May 4 from a "
        "revised 252,000.",
        "",
    ),
    (
        "The number of claims rose by 4,000 to 266,000 in the week ended May 4 from a "
        "revised 252,000.",
        "growth 4000 14000",
    ),
    ("Employers added 156,000 jobs in September, down from 167,000 in August.", ""),
    ("The school has 1,200 pupils, 60 percent of whom are girls; 480 are boys.", ""),
    ("About 40 of the 112 migrants were children, 12 of them under the age of five.", ""),
    ("Police stopped 200 cars on Friday, 120 on Saturday and 90 on Sunday, a total of 410.", ""),
    ("Police stopped 200 cars, 120 in Leeds and 90 in Hull, officers said.", "sum 200 210"),
    ("The plane with 150 people on board, 144 passengers and six crew, crashed.", ""),
    ("The plane with 152 people on board, 144 passengers and six crew, crashed.", "sum 152 150"),
    ("There were 150 passengers and six crew on board, 156 people in all.", ""),
    ("He has scored 40 goals in 60 games, including 12 in 14 this season.", ""),
    ("He has scored 10 goals, including 12 assists.", ""),
    (
        "The budget of 340 million euros includes 200 million for roads and 150 million for rail.",
        "",
    ),
    (
        "The rate was 5 percent in May, 2 percent higher than the 3 percent of last year.",
        "percent_vs_points 2 66.6667",
    ),
    (
        "The country took in 1.1 million refugees in 2015 and 280,000 in 2016, a fall of "
        "55 percent.",
        "growth 55 74.5455",
    ),
    ("Out of 1,000 tests 30 were positive, or 3 percent.", ""),
    ("Out of 1,000 tests 30 were positive, or 30 percent.", "share 30 3"),
    ("The party won 120 of 300 seats with 35 percent of the vote.", ""),
    ("The party took 35 percent of the vote and 120 of 300 seats, or 30 percent.", "share 30 40"),
    ("Ten of the 12 jurors, five men and seven women, voted to convict.", ""),
    ("The 12-member jury, five men and eight women, is out.", "sum 12 13"),
    (
        "Some 300 of the 500 workers at the plant, including 120 women and 200 temporary "
        "staff, will go.",
        "",
    ),
    ("The firm cut 300 jobs in 2019, 200 in 2020 and 100 in 2021, 600 in total.", ""),
    (
        "The deficit fell to 3.4 percent of GDP from 4.1 percent, helped by a 0.7 "
        "percent rise in taxes.",
        "",
    ),
    (
        "Gas prices are $2.20 a gallon, up 10 cents from last week and down 20 cents "
        "from $2.40 a year ago.",
        "",
    ),
    ("Gas prices are $2.20 a gallon, down 40 cents from $2.40 a year ago.", "growth 0.4 0.2"),
    (
        "Apple sold 45 million iPhones, up 30 percent from 40 million; Samsung sold 60 million.",
        "growth 30 12.5",
    ),
    ("Fines doubled to $200 from $100 and tripled to $600 for repeat offenders.", ""),
    ("It took 3 of the 12 medals, a quarter, and 2 of 8 golds, also a quarter.", ""),
    ("At least 12 of the 40 dead, including 8 children and 6 women, were refugees.", ""),
    ("She received 2.9 million more votes: 65.8 million against 62.9 million.", ""),
    ("Mr. Jones, 45, raised $1.2 million from 300 donors, 60 percent of them women.", ""),
    ("Russia said it downed 112 drones: 84 over Bryansk and 28 over Kursk.", ""),
    ("Ukraine lost 40 tanks: 12 destroyed, 20 damaged and 15 captured.", "sum 40 47"),
]

PASSAGES = [
    *SUMS,
    *WHOLES_OF_100,
    *SHARES,
    *GROWTH,
    *POINTS,
    *ACROSS_SENTENCES,
    *GROUPS,
    *MORE_TRAPS,
    *NEWS,
]
