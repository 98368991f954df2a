"""Short articles of a week, each with the event that it is about. All of it is invented.

Among them look-alikes: two floods, two drone attacks of one night, two strikes, two court
cases, and a summit about the same war as the attacks.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Told:
    """An article about the event, of so many days after the first Monday."""

    event: str
    day: int
    title: str
    text: str

    @property
    def published_on(self) -> date:
        return date(2025, 9, 1 + self.day)


ARTICLES = [
    Told(
        "flood in Marrow",
        0,
        "Marrow under water after night of rain",
        "The river Tamber burst its banks at Marrow on Monday night and flooded 1,200 homes, the "
        "fire brigade said. Two people drowned in a cellar in the old town of Marrow. Mayor Ines "
        "Falk asked the army for pumps and boats.",
    ),
    Told(
        "flood in Marrow",
        0,
        "Two drown in Tamber flood",
        "Two residents of Marrow drowned when the Tamber flooded their cellar, police said. About "
        "1,200 houses in the town stand in water and the bridge on the market is closed. It was "
        "the highest level of the Tamber since 1954.",
    ),
    Told(
        "flood in Marrow",
        1,
        "Army sends pumps to flooded Marrow",
        "Soldiers with forty pumps and a dozen boats reached Marrow on Tuesday, where the Tamber "
        "has flooded the old town. Mayor Ines Falk said that 900 people were sleeping in school "
        "gyms. The level of the river was falling by two centimetres an hour.",
    ),
    Told(
        "flood in Marrow",
        2,
        "Insurers put Marrow flood damage at 80 million",
        "The flood of the Tamber in Marrow has caused damage of 80 million euros, the association "
        "of insurers estimates. Of the 1,200 flooded homes in Marrow fewer than half were insured. "
        "Mayor Ines Falk called for a fund for the rest.",
    ),
    Told(
        "flood in Sundvik",
        0,
        "Flood cuts off Sundvik",
        "Heavy rain has flooded the coastal road to Sundvik and cut off the town's 6,000 "
        "residents, the county said on Monday. The fire brigade took 30 people out of their homes "
        "by boat. Nobody was hurt, county governor Lars Brekke said.",
    ),
    Told(
        "flood in Sundvik",
        1,
        "Ferry brings food to cut-off Sundvik",
        "A ferry with food and drinking water reached Sundvik on Tuesday, a day after the flood "
        "washed away the coastal road. Governor Lars Brekke said that the road would be closed for "
        "two weeks. About 6,000 residents depend on the sea meanwhile.",
    ),
    Told(
        "flood in Sundvik",
        2,
        "Sundvik road to stay shut for weeks after flood",
        "Engineers who looked at the washed-out coastal road to Sundvik need at least two weeks to "
        "mend it, the county said. The flood on Monday took 300 metres of it into the sea. Lars "
        "Brekke, the governor, promised two ferries a day for residents.",
    ),
    Told(
        "drones on Karvets",
        1,
        "Drones kill five in Karvets",
        "Russian drones hit a block of flats in Karvets in the night to Tuesday and killed five "
        "people, the regional governor Olha Danko said. Seventeen residents were wounded, among "
        "them three children. Ukraine's air force said that it had shot down 84 of 112 drones.",
    ),
    Told(
        "drones on Karvets",
        1,
        "Five dead as flats burn after drone attack on Karvets",
        "Rescuers pulled five bodies from a nine-storey block of flats in Karvets that burned "
        "after a Russian drone attack overnight. Governor Olha Danko declared a day of mourning. "
        "Of the wounded, seventeen are in hospital.",
    ),
    Told(
        "drones on Karvets",
        2,
        "Karvets mourns as death toll of attack rises to seven",
        "Two more victims of the drone attack on a block of flats in Karvets died in hospital, "
        "governor Olha Danko said on Wednesday, which brings the dead to seven. Flags in Karvets "
        "flew at half mast. The search of the ruins has ended.",
    ),
    Told(
        "drones on Polne",
        1,
        "Grain terminal in Polne on fire after drone attack",
        "Russian drones set a grain terminal in the port of Polne on fire in the night to Tuesday, "
        "the port authority said. Two dock workers were wounded. Ukraine's air force said that it "
        "had shot down 84 of 112 drones.",
    ),
    Told(
        "drones on Polne",
        1,
        "Port of Polne halts grain exports after strike",
        "The port of Polne has halted exports of grain after a Russian attack with drones "
        "destroyed a terminal and 40,000 tonnes of wheat overnight. Port director Yurii Maslak "
        "said that ships would wait for a week. Two workers were wounded.",
    ),
    Told(
        "drones on Polne",
        2,
        "Wheat price jumps as Polne terminal burns",
        "Wheat rose by 4 percent on Wednesday after the fire at the grain terminal of Polne. "
        "Traders fear that the port, which ships a tenth of Ukraine's exports, stays closed. Port "
        "director Yurii Maslak said that one berth might open on Monday.",
    ),
    Told(
        "summit in Ostia",
        2,
        "Leaders in Ostia promise air defence for Ukraine",
        "Fourteen leaders who met in Ostia on Wednesday promised Ukraine air defence worth 2.5 "
        "billion euros against Russian drones. Chancellor Edda Thoma spoke of the largest package "
        "since spring. Hungary did not sign the declaration of Ostia.",
    ),
    Told(
        "summit in Ostia",
        2,
        "Ostia summit: 2.5 billion for air defence",
        "The summit of Ostia has ended with a pledge of 2.5 billion euros for Ukraine's air "
        "defence. Chancellor Edda Thoma said that deliveries would begin in October. One of the "
        "fourteen countries was against the declaration.",
    ),
    Told(
        "summit in Ostia",
        3,
        "What the declaration of Ostia is worth",
        "The declaration that fourteen leaders signed in Ostia promises 2.5 billion euros, but "
        "half of it had been pledged before, an analysis finds. Chancellor Edda Thoma rejected "
        "the criticism on Thursday. Deliveries of air defence are to begin in October.",
    ),
    Told(
        "strike on railways",
        1,
        "Train drivers strike for two days",
        "Train drivers stopped work on Tuesday for two days, and nine of ten long-distance trains "
        "were cancelled. The union GDV demands 7 percent more pay. Rail chief Mona Harting called "
        "the strike irresponsible.",
    ),
    Told(
        "strike on railways",
        2,
        "Rail strike: union GDV rejects offer",
        "The union GDV has rejected an offer of 4 percent from the railways and goes on with the "
        "strike of train drivers until Wednesday night. Rail chief Mona Harting said that the "
        "cancelled trains cost 25 million euros a day.",
    ),
    Told(
        "strike on railways",
        3,
        "Trains run again after drivers' strike",
        "Most long-distance trains were running again on Thursday after the two-day strike of "
        "train drivers. The union GDV and rail chief Mona Harting meet on Monday for talks about "
        "pay. Commuters had to expect delays all morning.",
    ),
    Told(
        "strike at airports",
        2,
        "Airport security staff to strike on Friday",
        "Security staff at four airports will stop work on Friday, the union Verdo said. It "
        "demands 9 percent more pay for 25,000 employees. The airport association ADV called the "
        "strike out of proportion.",
    ),
    Told(
        "strike at airports",
        4,
        "Strike grounds 600 flights at four airports",
        "A strike of security staff grounded 600 flights at four airports on Friday. About 90,000 "
        "passengers were affected, the airport association ADV said. The union Verdo spoke of a "
        "complete success.",
    ),
    Told(
        "strike at airports",
        4,
        "90,000 passengers stranded as security staff walk out",
        "Airports were empty on Friday while the union Verdo had called out security staff for 24 "
        "hours. The airport association ADV counted 600 cancelled flights and 90,000 stranded "
        "passengers. Talks about pay go on next week.",
    ),
    Told(
        "trial of Brandl",
        3,
        "Former minister Brandl sentenced to three years",
        "A court in Linden has sentenced the former minister Otto Brandl to three years in prison "
        "for taking bribes. Judge Pia Keller said that Brandl had accepted 400,000 euros from a "
        "builder. His lawyers will appeal.",
    ),
    Told(
        "trial of Brandl",
        3,
        "Three years in prison for Otto Brandl",
        "Otto Brandl, minister of transport until 2021, must go to prison for three years. The "
        "court found that he took 400,000 euros in bribes for contracts. Brandl called the "
        "sentence a scandal and appeals.",
    ),
    Told(
        "trial of Brandl",
        4,
        "Party expels Brandl after bribery verdict",
        "A day after the court sentenced Otto Brandl for bribery, his party has expelled the "
        "former minister. The chairwoman said that there was no room for someone who takes bribes. "
        "Brandl was minister of transport for six years.",
    ),
    Told(
        "trial of Sorel",
        3,
        "Banker Sorel acquitted of fraud",
        "A court in Linden has acquitted the banker Julie Sorel of fraud. Judge Amir Nouri said "
        "that it was not proved that she had deceived investors of 12 million euros. The "
        "prosecutors will appeal.",
    ),
    Told(
        "trial of Sorel",
        4,
        "Prosecutors appeal against acquittal of Julie Sorel",
        "Prosecutors have appealed against the acquittal of the banker Julie Sorel. They say that "
        "the court in Linden ignored e-mails in which Sorel warned colleagues about the fund. "
        "Investors lost 12 million euros.",
    ),
    Told(
        "inflation figures",
        2,
        "Inflation falls to 2.1 percent in August",
        "Consumer prices rose by 2.1 percent in August from a year before, the statistics office "
        "said on Wednesday. In July inflation was 2.4 percent. Energy cost 3.5 percent less, while "
        "food became dearer.",
    ),
    Told(
        "inflation figures",
        2,
        "Cheaper energy brings inflation down to 2.1 percent",
        "Inflation has fallen to 2.1 percent, its lowest for a year, according to the statistics "
        "office. Economists had expected 2.3 percent for August. Energy prices fell by 3.5 "
        "percent; food prices rose.",
    ),
    Told(
        "inflation figures",
        3,
        "Central bank sees room after fall of inflation",
        "The central bank sees room for lower interest rates after inflation fell to 2.1 percent "
        "in August. Economist Rita Sand said that energy prices explain most of it. Food prices "
        "remain a worry, the statistics office warned.",
    ),
    Told(
        "lone: zoo",
        1,
        "Elephant born at Linden zoo",
        "An elephant weighing 104 kilograms was born at the zoo of Linden on Sunday. Keepers said "
        "that mother and calf were well. Visitors may see the calf from next week.",
    ),
    Told(
        "lone: vaccine",
        2,
        "Vaccine against ticks disease approved",
        "The medicines agency has approved a vaccine against Lyme disease. In trials with 9,000 "
        "people it was 73 percent effective. It will be on sale in spring, the maker Valtera said.",
    ),
    Told(
        "lone: later flood",
        9,
        "Marrow debates dike after flood",
        "A week after the flood the council of Marrow debated a dike along the Tamber. Mayor Ines "
        "Falk wants to build it for 14 million euros. A decision is to be made in November.",
    ),
]
