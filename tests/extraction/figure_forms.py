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
    ("The keeper is only 5 ft 2 in.", "5 ft 2 in = measure 5.1667 [foot] :keeper"),
    (
        "The film runs for 2 hours 30 minutes.",
        "2 hours = duration 2 [hour] :film",
        "30 minutes = duration 30 [minute] :film",
    ),
    ("Within 2 hours, 5 people had left.", "2 hours = duration 2 [hour]", "5 = count 5 :person"),
    ("The talks lasted an hour and a half.", "an hour and a half = duration 1.5 [hour] :talk"),
    ("A mile and a half of road is closed.", "A mile and a half = measure 1.5 [mile] :road"),
    (
        "They waited an hour and a third of the crowd left.",
        "a third = ratio 0.3333 :crowd",
    ),
    (
        "The population fell from 8.1m to 7.4m in a decade.",
        "8.1m = count 8100000 :population",
        "7.4m = count 7400000 :population",
    ),
    ("The attendance was 1.3m.", "1.3m = count 1300000 :attendance"),
    ("The jump was 7.4m.", "7.4m = measure 7.4 [metre] :jump"),
    ("The rate fell below 2%.", "below 2% = percent <2 [percent] :rate"),
    ("The lender paid Dh1.2 million.", "Dh1.2 million = money 1200000 [AED] :lender"),
    (
        "The goalkeeper cost £45m plus £5m in bonuses.",
        "£45m = money 45000000 [GBP] :goalkeeper",
        "£5m = money 5000000 [GBP] :bonus",
    ),
    (
        "More than half the 650 members voted.",
        "More than half = ratio >0.5 :member of=1",
        "650 = count 650 :member",
    ),
    ("The world emitted 36.8 gigatonnes.", "36.8 gigatonnes = measure 36.8 [gigatonne] :world"),
    ("Its shares closed 12 points lower.", "12 points = other 12 [point] :share down"),
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
    # sizes of a change and the level reached
    (
        "The shares gained $1.20 to close at $45.10.",
        "$1.20 = money 1.2 [USD] :share up",
        "$45.10 = money 45.1 [USD] :share",
    ),
    (
        "Gold added $4, or 0.3%, to $2,012.",
        "$4 = money 4 [USD] :gold up",
        "0.3% = percent 0.3 [percent] :gold up",
        "$2,012 = money 2012 [USD] :gold",
    ),
    ("The fund lost $3 million to fraudsters.", "$3 million = money 3000000 [USD] :fund"),
    ("She added $3 to the price.", "$3 = money 3 [USD]"),
    ("An increase of 5,000 was recorded.", "5,000 = count 5000 :increase up"),
    ("The army dropped 12 bombs.", "12 = count 12 :bomb"),
    (
        "Crude slipped 45 cents to $81.20.",
        "45 cents = money 0.45 [USD] :crude down",
        "$81.20 = money 81.2 [USD] :crude",
    ),
    ("Prices could rise by 5% to 7%.", "5% to 7% = percent 5..7 [percent] :price up"),
    (
        "Unemployment fell by 0.3% to 4.2%.",
        "0.3% = percent 0.3 [percent] :unemployment down",
        "4.2% = percent 4.2 [percent] :unemployment",
    ),
    (
        "Exports tumbled 8% to 12 million tonnes.",
        "8% = percent 8 [percent] :export down",
        "12 million tonnes = measure 12000000 [tonne] :export",
    ),
    # a unit said once
    (
        "Profit rose to $5 million from 3.8 million.",
        "$5 million = money 5000000 [USD] :profit",
        "3.8 million = money 3800000 [USD] :profit",
    ),
    (
        "Turnout fell to 52% from 61.",
        "52% = percent 52 [percent] :Turnout",
        "61 = percent 61 [percent] :Turnout",
    ),
    (
        "The index closed at 4,577 points and the other ended at 4,120.",
        "4,577 points = other 4577 [point] :index",
        "4,120 = other 4120 [point] :index",
    ),
    (
        "The share price rose by 2% and the bond by 1.",
        "2% = percent 2 [percent] :price up",
        "1 = percent 1 [percent] :price up",
    ),
    (
        "The car's range grew from 200 miles to 290.",
        "200 miles = measure 200 [mile] :range",
        "290 = measure 290 [mile] :range",
    ),
    (
        "The yield climbed to 4.2 per cent from 3.9 in spring.",
        "4.2 per cent = percent 4.2 [percent] :yield",
        "3.9 = percent 3.9 [percent] :yield",
    ),
    ("The stock rose 3% to 164.", "3% = percent 3 [percent] :stock up", "164 = count 164 :stock"),
    (
        "The mill is 40 miles from 30 villages.",
        "40 miles = measure 40 [mile] :mill",
        "30 = count 30 :village",
    ),
    # the same in another unit, under the same bound
    (
        "The eagle flies more than 100 kilometres (62 miles) a day.",
        "more than 100 kilometres = measure >100 [kilometre] :eagle",
        "62 miles = measure >62 [mile] :eagle",
    ),
    (
        "The engine makes just under 300 hp (224 kW / 304 PS).",
        "just under 300 hp = measure <300 [horsepower] :engine",
        "224 kW = measure <224 [kilowatt] :engine",
        "304 PS = measure <304 [horsepower] :engine",
    ),
    (
        "It cost about €9 million ($10 million).",
        "about €9 million = money ~9000000 [EUR]",
        "$10 million = money ~10000000 [USD]",
    ),
    # capitals
    ("Storm Kills Seven in Ohio", "Seven = count 7"),
    ("Novak, 66, has signed a deal.", "66 = age 66 [year] :Novak"),
    ("Reno, 66 miles away, is bigger.", "66 miles = measure 66 [mile] :reno"),
    # an index and its points, ages, feet, degrees
    (
        "The index was 4,577, up 12 points.",
        "4,577 = other 4577 [point] :index",
        "12 points = other 12 [point] :index up",
    ),
    (
        "The index (16,370 up 58 points) rose.",
        "16,370 = other 16370 [point] :index",
        "58 points = other 58 [point] :index up",
    ),
    ("Life expectancy for men is about 73.", "about 73 = age ~73 [year] :expectancy"),
    ("The retirement age will rise to 67.", "67 = age 67 [year] :age"),
    ("The balloon was at an altitude of 30' when it burst.", "30' = measure 30 [foot] :altitude"),
    ("Wax has a 62 C melting point.", "62 C = measure 62 [degree Celsius] :point"),
    ("The 62 C buses are late.", "62 = count 62 :bus"),
    (
        "A field of 9 kV/cm to 3 kV/cm was used.",
        "9 kV/cm to 3 kV/cm = measure 3..9 [kilovolt per centimetre] :field",
    ),
    (
        "The staff grew from 900 to 2000 people.",
        "900 = count 900 :person",
        "2000 = count 2000 :person",
    ),
    (
        "Turnover should grow from 24 to 33-35 billion euros.",
        "24 = money 24000000000 [EUR] :turnover",
        "33-35 billion euros = money 33000000000..35000000000 [EUR] :turnover",
    ),
    ("The horn is twice as loud as a bell.", "twice = multiple 2 :horn"),
    # heads and directions in the language of markets
    (
        "The firm earned $1.2 billion, or $3.45 per diluted share, compared with $980 million.",
        "$1.2 billion = money 1200000000 [USD] :firm",
        "$3.45 = money 3.45 [USD] :firm per=share",
        "$980 million = money 980000000 [USD] :firm",
    ),
    (
        "Revenue climbed 14 per cent year on year to £2.3bn.",
        "14 per cent = percent 14 [percent] :revenue up",
        "£2.3bn = money 2300000000 [GBP] :revenue",
    ),
    (
        "The FTSE 100 closed 45.6 points, or 0.6 per cent, higher at 7,654.32.",
        "45.6 points = other 45.6 [point] :FTSE up",
        "0.6 per cent = percent 0.6 [percent] :FTSE up",
        "7,654.32 = count 7654.32 :FTSE",
    ),
    (
        "Sales of electric cars more than tripled to 1.2m, while diesel sales halved.",
        "more than tripled = multiple >3 :sale up",
        "1.2m = count 1200000 :sale",
        "halved = multiple 0.5 :sale down",
    ),
    ("The athlete improved to 8.2m.", "8.2m = measure 8.2 [metre] :athlete"),
    ("The 5,000-strong crowd sang.", "5,000 = count 5000 :crowd"),
    (
        "Electricity prices will rise by 6.5c per kWh to 32c.",
        "6.5c = money 0.065 [USD] :price up per=kilowatt hour",
        "32c = money 0.32 [USD] :price",
    ),
    (
        "Police seized cocaine worth 150 million euros.",
        "150 million euros = money 150000000 [EUR] :cocaine",
    ),
    ("The bill passed the House 220-213.", "220 = count 220", "213 = count 213"),
    (
        "Twitter's 7,500 employees were told; half were fired.",
        "7,500 = count 7500 :employee",
        "half = ratio 0.5 :employee",
    ),
    # each figure has its own unit: an amount and what it is in percent
    (
        "Arrests fell by 1,240, or 6 per cent.",
        "1,240 = count 1240 :arrest down",
        "6 per cent = percent 6 [percent] :arrest down",
    ),
    (
        "Arrests were cut by 1,240, or 6 per cent, to 19,400.",
        "1,240 = count 1240 :arrest down",
        "6 per cent = percent 6 [percent] :arrest down",
        "19,400 = count 19400 :arrest",
    ),
    (
        "Nurse Numbers Down 320, or 4.5%",
        "320 = count 320 down",
        "4.5% = percent 4.5 [percent] down",
    ),
    (
        "The party lost 900 or 3% of its seats.",
        "900 = count 900 down",
        "3% = percent 3 [percent] down",
    ),
    (
        "Of the 40, 12 per cent were ill.",
        "40 = count 40",
        "12 per cent = percent 12 [percent] of=0",
    ),
    ("He sold 300, 12 kg each.", "300 = count 300", "12 kg = measure 12 [kilogram]"),
    (
        "Output rose by 90, or 5 tonnes.",
        "90 = count 90 :output up",
        "5 tonnes = measure 5 [tonne] :output up",
    ),
    # ... but a list shares one, and so do two of a kind
    (
        "The rates were 12, 15 and 17 per cent.",
        "12 = percent 12 [percent] :rate",
        "15 = percent 15 [percent] :rate",
        "17 per cent = percent 17 [percent] :rate",
    ),
    (
        "The runs were 5, 10, or 20 km.",
        "5 = measure 5 [kilometre] :run",
        "10 = measure 10 [kilometre] :run",
        "20 km = measure 20 [kilometre] :run",
    ),
    (
        "Rates of 4 or 5 per cent are usual.",
        "4 = percent 4 [percent] :rate",
        "5 per cent = percent 5 [percent] :rate",
    ),
    (
        "The toll rose from €4.2 million to 5.1 million.",
        "€4.2 million = money 4200000 [EUR] :toll",
        "5.1 million = money 5100000 [EUR] :toll",
    ),
    # a dash between two figures is no sign
    ("Rates of 2%-3% are expected.", "2%-3% = percent 2..3 [percent] :rate"),
    ("The bank kept its range of 3.25%-3.5%.", "3.25%-3.5% = percent 3.25..3.5 [percent] :range"),
    ("The bank kept its range of 3.25%–3.5%.", "3.25%–3.5% = percent 3.25..3.5 [percent] :range"),
    ("Growth of 2%--3% is likely.", "2%--3% = percent 2..3 [percent] :growth up"),
    ("Inflation Seen at 2%-3%", "2%-3% = percent 2..3 [percent] :inflation"),
    ("Highs of 20°C-25°C are likely.", "20°C-25°C = measure 20..25 [degree Celsius] :high"),
    ("A field of 3 km-5 km was mown.", "3 km-5 km = measure 3..5 [kilometre] :field"),
    (
        "Growth swung from 2% to -3%.",
        "2% = percent 2 [percent] :growth",
        "-3% = percent -3 [percent] :growth",
    ),
    ("Pay changed by -3%.", "-3% = percent -3 [percent] :pay"),
    (
        "The rate was 2%, -3% in real terms.",
        "2% = percent 2 [percent] :rate",
        "-3% = percent -3 [percent] :rate",
    ),
    (
        "The rates are 2% -3% 4%.",
        "2% = percent 2 [percent] :rate",
        "-3% = percent -3 [percent] :rate",
        "4% = percent 4 [percent] :rate",
    ),
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
]
