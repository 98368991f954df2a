"""Pairs of statements and what the one is to the other, written before the rules.

A row: the two statements, the answer of ``compare``, and the days of publication where both
are known. The last third of each class was kept aside until the rules stood.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class Pair(NamedTuple):
    one: str
    other: str
    answer: str
    days: tuple[date | None, date | None] = (None, None)


MONDAY, TUESDAY, FRIDAY = date(2025, 3, 3), date(2025, 3, 4), date(2025, 3, 7)
IN_JUNE = date(2025, 6, 10)
AGREES, CONTRADICTS, UPDATE, UNRELATED = "agrees", "contradicts", "update", "unrelated"

WORDS_AND_DIGITS = (
    Pair("Nineteen miners were trapped.", "Rescuers said 19 miners were trapped.", AGREES),
    Pair("The council bought a dozen buses.", "The council bought 12 buses.", AGREES),
    Pair("Half a million homes lost power.", "Power failed in 500,000 homes.", AGREES),
    Pair("Three ferries sank off Tarn.", "Off Tarn 4 ferries sank.", CONTRADICTS),
    Pair("He was jailed for two decades.", "The court jailed him for 20 years.", AGREES),
    Pair("Sales doubled last year.", "Sales grew twofold last year.", AGREES),
    Pair("The fund holds 1.2bn euros.", "The fund holds €1,200,000,000.", AGREES),
    Pair("Twenty-one schools closed.", "In all 22 schools were closed.", CONTRADICTS),
    Pair("Two hundred and twelve ships waited.", "212 ships were waiting.", AGREES),
)
WORDS_AND_DIGITS_ASIDE = (
    Pair("The clinic treated forty patients.", "The clinic treated 40 patients.", AGREES),
    Pair("Seven climbers are missing.", "Missing are 9 climbers.", CONTRADICTS),
    Pair("A quarter of a million people fled.", "250,000 people have fled.", AGREES),
    Pair("The strike lasted eleven days.", "It was a strike that lasted 11 days.", AGREES),
)
ROUNDING = (
    Pair("Exports reached 11.6 million tonnes.", "Exports were 11,583,000 tonnes.", AGREES),
    Pair("Exports reached 11.6 million tonnes.", "Exports were 11,480,000 tonnes.", CONTRADICTS),
    Pair("About 40 villagers were hurt.", "41 villagers were hurt.", AGREES),
    Pair("About 40 villagers were hurt.", "55 villagers were hurt.", CONTRADICTS),
    Pair("The party won 52% of the vote.", "The party took 51.8% of the vote.", AGREES),
    Pair("The party won 52% of the vote.", "The party took 50.9% of the vote.", CONTRADICTS),
    Pair("Nearly 1,000 staff will go.", "The firm lets 980 staff go.", AGREES),
    Pair("The dam cost $2.1 billion.", "Building the dam cost $2.14 billion.", AGREES),
    Pair("Inflation eased to 3.4%.", "Inflation slowed to 3.6%.", CONTRADICTS),
)
ROUNDING_ASIDE = (
    Pair("The deficit was €4.3bn.", "The deficit came to €4.28 billion.", AGREES),
    Pair("The deficit was €4.3bn.", "The deficit came to €4.9 billion.", CONTRADICTS),
    Pair("Some 300 houses burned down.", "The fire destroyed 304 houses.", AGREES),
    Pair("Turnout was 61 per cent.", "Turnout was put at 61.3 per cent.", AGREES),
)
BOUNDS = (
    Pair("At least 30 people drowned.", "The sea took 34 lives: 34 people drowned.", AGREES),
    Pair("At least 30 people drowned.", "In all 28 people drowned.", CONTRADICTS),
    Pair("More than 200 flats are empty.", "240 flats are empty.", AGREES),
    Pair("More than 200 flats are empty.", "Only 180 flats are empty.", CONTRADICTS),
    Pair("Up to 9,000 jobs will go.", "The bank will cut 8,500 jobs.", AGREES),
    Pair("Fewer than 50 tigers remain.", "There are 62 tigers left.", CONTRADICTS),
    Pair("Between 10 and 20 boats capsized.", "14 boats capsized.", AGREES),
    Pair("Between 10 and 20 boats capsized.", "23 boats capsized.", CONTRADICTS),
    Pair(
        "More than 60 flights were cancelled.", "Fewer than 50 flights were cancelled.", CONTRADICTS
    ),
    Pair("More than 60 flights were cancelled.", "Fewer than 90 flights were cancelled.", AGREES),
    Pair("Over 75% of members voted yes.", "75% of members voted yes.", CONTRADICTS),
    Pair("Dozens of cars were towed.", "Police towed 37 cars.", AGREES),
)
BOUNDS_ASIDE = (
    Pair("No more than 15 wolves live there.", "There live 19 wolves.", CONTRADICTS),
    Pair("Under 5,000 tickets were sold.", "The club sold 4,700 tickets.", AGREES),
    Pair("At least 12 bridges collapsed.", "More than ten bridges collapsed.", AGREES),
    Pair("Less than 3% of pupils failed.", "4% of pupils failed.", CONTRADICTS),
    Pair("Hundreds of nurses marched.", "Some 40 nurses marched.", CONTRADICTS),
    Pair("The tunnel is 5 to 6 km long.", "The tunnel is 5.4 km long.", AGREES),
)
UNITS = (
    Pair("The race is 26.2 miles long.", "The race is 42.2 kilometres long.", AGREES),
    Pair("The pipeline runs 300 miles.", "The pipeline runs 400 km.", CONTRADICTS),
    Pair("One in five shops closed.", "20% of shops closed.", AGREES),
    Pair("A third of voters stayed away.", "33 per cent of voters stayed away.", AGREES),
    Pair("A quarter of the harvest was lost.", "40% of the harvest was lost.", CONTRADICTS),
    Pair("It was 30 degrees Celsius in Lund.", "It was 86 degrees Fahrenheit in Lund.", AGREES),
    Pair(
        "It was 30 degrees Celsius in Lund.", "It was 95 degrees Fahrenheit in Lund.", CONTRADICTS
    ),
    Pair("The bomb weighed 500 pounds.", "The bomb weighed 227 kg.", AGREES),
    Pair("The fire burned 1,000 acres.", "The fire burned 405 hectares.", AGREES),
    Pair("Winds reached 75 mph.", "Winds reached 120 kilometres per hour.", AGREES),
    Pair("The talks took 90 minutes.", "The talks took an hour and a half.", AGREES),
    Pair("Eight out of ten nurses are women.", "70% of nurses are women.", CONTRADICTS),
)
UNITS_ASIDE = (
    Pair("The wall is 10 feet high.", "The wall is 3 metres high.", AGREES),
    Pair("The wall is 10 feet high.", "The wall is 5 metres high.", CONTRADICTS),
    Pair("Half of the trains were late.", "50% of the trains were late.", AGREES),
    Pair("The strike lasted two weeks.", "The strike lasted 14 days.", AGREES),
    Pair("The plant makes 2 gigawatts.", "The plant makes 1,400 megawatts.", CONTRADICTS),
    Pair("Three quarters of the crop failed.", "75 percent of the crop failed.", AGREES),
)
CURRENCIES = (
    Pair("The bridge cost $40 million.", "The bridge cost €40 million.", UNRELATED),
    Pair("The bridge cost $40 million.", "The bridge cost 55 million euros.", UNRELATED),
    Pair("A stamp costs 45p.", "The price of a stamp is £0.45.", AGREES),
    Pair("The fine was 5 million dollars.", "The fine was $5m.", AGREES),
    Pair("The fine was 5 million dollars.", "The fine was $6m.", CONTRADICTS),
    Pair("He was paid 300,000 yen.", "He was paid 2,000 dollars.", UNRELATED),
)
CURRENCIES_ASIDE = (
    Pair("The museum cost £12 million.", "The museum cost $16 million.", UNRELATED),
    Pair("The loan is worth 3bn euros.", "It is a loan worth €3 billion.", AGREES),
    Pair("The loan is worth 3bn euros.", "It is a loan worth €2 billion.", CONTRADICTS),
)
PART_AND_WHOLE = (
    Pair(
        "Russia launched 112 drones, 84 of which were shot down.",
        "Of 112 drones launched, 84 were shot down.",
        AGREES,
    ),
    Pair(
        "Russia launched 112 drones, 84 of which were shot down.",
        "Russia launched 112 drones, of which 91 were shot down.",
        CONTRADICTS,
    ),
    Pair("The storm damaged 112 houses.", "The storm destroyed 31 of 112 damaged houses.", AGREES),
    Pair("84 drones were shot down.", "112 drones were launched.", UNRELATED),
    Pair("14 of the 27 councillors resigned.", "The council has 27 members.", UNRELATED),
    Pair(
        "The firm has 400 workers in Lund.",
        "The firm employs 2,100 workers, 400 of them in Lund.",
        AGREES,
    ),
    Pair("12 children were among the 40 dead.", "Of the 40 dead, 12 were children.", AGREES),
    Pair("Six of the injured are children.", "43 people were injured.", UNRELATED),
)
PART_AND_WHOLE_ASIDE = (
    Pair("300 of the 900 beds are taken.", "The hospital has 900 beds, and 300 are taken.", AGREES),
    Pair(
        "Of 60 applicants, 22 were women.",
        "There were 60 applicants, 35 of them women.",
        CONTRADICTS,
    ),
    Pair("Nine of the arrested were students.", "Police arrested 54 people.", UNRELATED),
    Pair(
        "The fleet lost 7 of its 30 trawlers.", "The fleet had 30 trawlers and lost seven.", AGREES
    ),
)
OTHER_PLACE = (
    Pair(
        "The flood killed 12 people in Arlen.", "The flood killed 31 people in Boswick.", UNRELATED
    ),
    Pair("Unemployment in Norland is 5.1%.", "Unemployment in Sudria is 6.4%.", UNRELATED),
    Pair("Mayor Anna Holt earns £90,000.", "Mayor Peter Brandt earns £120,000.", UNRELATED),
    Pair("In Leeds 40 flats burned.", "40 flats burned in Leeds.", AGREES),
    Pair("The quake killed 8 in Izmit.", "In Izmit the quake killed 18.", CONTRADICTS),
    Pair("Volvo sold 40,000 cars in May.", "Renault sold 52,000 cars in May.", UNRELATED),
    Pair("Shelling wounded 7 in Kharkiv.", "Shelling wounded 11 in Odesa.", UNRELATED),
)
OTHER_PLACE_ASIDE = (
    Pair("Rents in Malmo rose 4%.", "Rents in Uppsala rose 7%.", UNRELATED),
    Pair("Floods displaced 300 in Brno.", "Floods in Brno displaced 450.", CONTRADICTS),
    Pair("Ryanair cut 200 jobs.", "Lufthansa cut 900 jobs.", UNRELATED),
    Pair("The Harbour Hotel has 210 rooms.", "The Castle Hotel has 140 rooms.", UNRELATED),
)
OTHER_DAY = (
    Pair("On Monday 12 people were arrested.", "On Tuesday 40 people were arrested.", UNRELATED),
    Pair("In 2019 the port handled 3m tonnes.", "In 2021 the port handled 4m tonnes.", UNRELATED),
    Pair("In 2019 the port handled 3m tonnes.", "The port handled 4m tonnes in 2019.", CONTRADICTS),
    Pair("Sales rose 4% in March.", "Sales rose 6% in April.", UNRELATED),
    Pair("Sales rose 4% in March 2024.", "In March 2024 sales rose 4%.", AGREES),
    Pair("On 3 May police found 6 guns.", "On 9 May police found 2 guns.", UNRELATED),
    Pair(
        "Profit was $3m in the first quarter.", "Profit was $5m in the second quarter.", UNRELATED
    ),
    Pair("It rained on 12 days in June.", "It rained on 19 days in July.", UNRELATED),
)
OTHER_DAY_ASIDE = (
    Pair("In 2015 the zoo had 80 apes.", "The zoo had 64 apes in 2020.", UNRELATED),
    Pair("In January 90 ships passed.", "90 ships passed in January.", AGREES),
    Pair("On Friday 30 flights were cut.", "On Sunday 55 flights were cut.", UNRELATED),
    Pair("In May 2023 rent was up 3%.", "Rent was up 5% in May 2023.", CONTRADICTS),
)
UPDATES = (
    Pair("The flood killed 12 people.", "The flood killed 43 people.", UPDATE, (MONDAY, TUESDAY)),
    Pair("The flood killed 43 people.", "The flood killed 12 people.", UPDATE, (TUESDAY, MONDAY)),
    Pair(
        "The flood killed 12 people.", "The flood killed 43 people.", CONTRADICTS, (MONDAY, MONDAY)
    ),
    Pair("The flood killed 12 people.", "The flood killed 43 people.", CONTRADICTS, (MONDAY, None)),
    Pair("The flood killed 12 people.", "The flood killed 12 people.", AGREES, (MONDAY, TUESDAY)),
    Pair(
        "The death toll from the quake is 112.",
        "The quake's death toll has risen to 130.",
        UPDATE,
        (MONDAY, FRIDAY),
    ),
    Pair(
        "Police have arrested 60 people over the riot.",
        "So far 85 people have been arrested over the riot.",
        UPDATE,
        (MONDAY, TUESDAY),
    ),
    Pair(
        "The bridge is 300 metres long.",
        "The bridge is 320 metres long.",
        CONTRADICTS,
        (MONDAY, TUESDAY),
    ),
    Pair("Ten crew are missing.", "Six crew are missing.", UPDATE, (MONDAY, TUESDAY)),
)
UPDATES_ASIDE = (
    Pair("The fire injured 16 people.", "The fire injured 23 people.", UPDATE, (MONDAY, TUESDAY)),
    Pair("At least 16 died in the crash.", "The crash killed 17.", AGREES, (MONDAY, TUESDAY)),
    Pair(
        "The appeal has raised £2m so far.",
        "The appeal has raised £3m so far.",
        UPDATE,
        (MONDAY, FRIDAY),
    ),
    Pair("The tower has 40 floors.", "The tower has 44 floors.", CONTRADICTS, (MONDAY, IN_JUNE)),
    Pair(
        "The virus has infected 900 people.",
        "The virus has infected 1,400 people.",
        UPDATE,
        (MONDAY, FRIDAY),
    ),
)
DENIALS = (
    Pair("The attack killed 12 people.", "The attack did not kill 12 people.", CONTRADICTS),
    Pair("The ministry denied that 12 soldiers died.", "12 soldiers died.", CONTRADICTS),
    Pair("No one was hurt in the blast.", "Four people were hurt in the blast.", CONTRADICTS),
    Pair("Exports rose 4%.", "Exports fell 4%.", CONTRADICTS),
    Pair("Not one of the 40 boats returned.", "None of the 40 boats returned.", AGREES),
    Pair("Prices increased by 3 percent.", "Prices dropped by 3 percent.", CONTRADICTS),
    Pair("The bank never paid the £3m fine.", "The bank paid the £3m fine.", CONTRADICTS),
    Pair("The army denies losing 30 tanks.", "The army lost 30 tanks.", CONTRADICTS),
)
DENIALS_ASIDE = (
    Pair("There were no deaths in the fire.", "There were five deaths in the fire.", CONTRADICTS),
    Pair("Rents climbed 6%.", "Rents declined 6%.", CONTRADICTS),
    Pair("The club did not sell 900 tickets.", "The club sold 900 tickets.", CONTRADICTS),
    Pair("Not fewer than 20 trees fell.", "At least 20 trees fell.", AGREES),
)
DATES_AS_VALUES = (
    Pair("The bridge opened in 1932.", "The bridge was opened in March 1932.", AGREES),
    Pair("The bridge opened in 1932.", "The bridge was opened in 1935.", CONTRADICTS),
    Pair("She was born before 1944.", "She was born on 21 November 1943.", AGREES),
    Pair("She was born after 1944.", "She was born on 21 November 1943.", CONTRADICTS),
    Pair("The law took effect on 1 July 2020.", "The law took effect on July 1, 2020.", AGREES),
    Pair("The club was founded in the 1990s.", "The club was founded in 1994.", AGREES),
    Pair("The club was founded in the 1990s.", "The club was founded in 1987.", CONTRADICTS),
    Pair("He led the union from 1985 to 1991.", "He led the union from 1985 to 1991.", AGREES),
)
DATES_AS_VALUES_ASIDE = (
    Pair("The mine closed in April 2009.", "The mine closed on 12 April 2009.", AGREES),
    Pair("The mine closed in April 2009.", "The mine closed in June 2009.", CONTRADICTS),
    Pair("The treaty was signed before 1960.", "The treaty was signed in 1962.", CONTRADICTS),
    Pair("The school dates from 1871.", "The school dates from the 19th century.", AGREES),
)
RANKS_AND_SCORES = (
    Pair("It is the third-largest bank.", "It is the second-largest bank.", CONTRADICTS),
    Pair("She finished fourth.", "She finished in fourth place.", AGREES),
    Pair("She finished fourth.", "She finished sixth.", CONTRADICTS),
    Pair("Arlen beat Boswick 3-1.", "Arlen beat Boswick by 3-1.", AGREES),
    Pair("Arlen beat Boswick 3-1.", "Arlen beat Boswick 2-1.", CONTRADICTS),
    Pair("The senate voted 52-48 for the bill.", "The senate backed the bill 52 to 48.", AGREES),
)
RANKS_AND_SCORES_ASIDE = (
    Pair("The city ranks 14th in the world.", "The city ranks 9th in the world.", CONTRADICTS),
    Pair("Norland won 2-0 in Kalmar.", "In Kalmar Norland won 4-0.", CONTRADICTS),
    Pair("The film was the fifth-biggest hit.", "The film was the 5th biggest hit.", AGREES),
)
APART = (
    Pair("The mine employs 300 people.", "The mine produced 12 tonnes of ore.", UNRELATED),
    Pair("The attack killed 12 people.", "The attack wounded 30 people.", UNRELATED),
    Pair("Rates rose 2 percent.", "Rates rose 2 percentage points.", UNRELATED),
    Pair("The ship carries 300 passengers.", "The ship has a crew of 40.", UNRELATED),
    Pair("Four men were charged with fraud.", "The choir sang nine songs.", UNRELATED),
    Pair("The city has 12 hospitals.", "The city has 40 schools.", UNRELATED),
    Pair("The price of bread rose 3%.", "The price of milk rose 9%.", UNRELATED),
    Pair("The suspect is 34 years old.", "The suspect was jailed for 12 years.", UNRELATED),
    Pair("Imports fell 4%.", "Exports fell 7%.", UNRELATED),
    Pair("The company has 800 staff.", "The company will hire 120 staff.", UNRELATED),
)
APART_ASIDE = (
    Pair("Boys were 40% of the class.", "Girls were 55% of the winners.", UNRELATED),
    Pair("The museum drew 9,000 visitors.", "The museum shows 210 paintings.", UNRELATED),
    Pair("The bus was carrying 44 people.", "The bus fell 90 metres.", UNRELATED),
    Pair("Wheat prices rose 5%.", "Oil prices rose 11%.", UNRELATED),
    Pair("He scored 20 goals.", "He was sent off in two games.", UNRELATED),
)

FIRST = (
    *WORDS_AND_DIGITS,
    *ROUNDING,
    *BOUNDS,
    *UNITS,
    *CURRENCIES,
    *PART_AND_WHOLE,
    *OTHER_PLACE,
    *OTHER_DAY,
    *UPDATES,
    *DENIALS,
    *DATES_AS_VALUES,
    *RANKS_AND_SCORES,
    *APART,
)
ASIDE = (
    *WORDS_AND_DIGITS_ASIDE,
    *ROUNDING_ASIDE,
    *BOUNDS_ASIDE,
    *UNITS_ASIDE,
    *CURRENCIES_ASIDE,
    *PART_AND_WHOLE_ASIDE,
    *OTHER_PLACE_ASIDE,
    *OTHER_DAY_ASIDE,
    *UPDATES_ASIDE,
    *DENIALS_ASIDE,
    *DATES_AS_VALUES_ASIDE,
    *RANKS_AND_SCORES_ASIDE,
    *APART_ASIDE,
)

# As ``match`` sees them: the finer codes
MATCHED = (
    Pair("The flood killed 12 people in Arlen.", "In Arlen the flood killed 12 people.", "same"),
    Pair("The flood killed 12 people in Arlen.", "Flood in Arlen kills twelve", "same"),
    Pair(
        "The flood killed 12 people in Arlen.", "The flood killed 19 in Arlen.", "different_figure"
    ),
    Pair("On Monday 12 were arrested.", "On Tuesday 40 were arrested.", "different_figure"),
    Pair("The bridge cost $40 million.", "The bridge cost $52 million.", "different_figure"),
    Pair("The bridge cost $40 million.", "The bridge cost €40 million.", "related"),
    Pair("The mine employs 300 people.", "The mine produced 12 tonnes of ore.", "related"),
    Pair(
        "The flood killed 12 people in Arlen.", "The flood in Arlen closed the school.", "related"
    ),
    Pair("Unemployment in Norland is 5.1%.", "Norland's unemployment is at 5.1%.", "same"),
    Pair("Half of all scams start online.", "50% of scams start online.", "same"),
    Pair(
        "The mayor banned cars from the old town.",
        "The mayor has banned cars from the old town.",
        "same",
    ),
    Pair("Four men were charged with fraud.", "The choir sang nine songs.", "related"),
)
