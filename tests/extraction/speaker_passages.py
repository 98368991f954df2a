"""Pronouns, surnames and titles: passages with the speaker of their last attribution.

Each was written before the rules were run on it: the passage, the speaker as
the text has it, the name the article gives them, and their kind.
"""

from __future__ import annotations

from claims.extraction.records import SpeakerKind

Case = tuple[str, str, str | None, SpeakerKind]

HE_AND_SHE: list[Case] = [
    (
        "Marta Kovacs runs the port of Rimholm. On Tuesday she told the council that two cranes "
        "would be sold.",
        "she",
        "Marta Kovacs",
        "person",
    ),
    (
        'Police chief Daniel Osei spoke outside the station. "We have three suspects," he said.',
        "he",
        "Daniel Osei",
        "person",
    ),
    (
        "Elena Duarte and her brother Paulo run the mill. He says flour prices have doubled.",
        "He",
        "Paulo",
        "person",
    ),
    (
        "Owen Pryce beat Liam Doyle in the final. He said his knee had held up.",
        "He",
        "Owen Pryce",
        "person",
    ),
    (
        "Sofia Marsh was interviewed by Peter Lang on Friday. She said the mine would close.",
        "She",
        "Sofia Marsh",
        "person",
    ),
    (
        "Judge Amira Nasser's ruling surprised the lawyers. She said the law left her no choice.",
        "She",
        "Amira Nasser",
        "person",
    ),
    (
        "Voters have turned down Victor Hale twice. He says the third time will be different.",
        "He",
        "Victor Hale",
        "person",
    ),
    (
        '"The bridge is finished," said engineer Rosa Lind. She added that traffic would return '
        "in June.",
        "She",
        "Rosa Lind",
        "person",
    ),
    (
        "When she arrived in Geneva, Irene Falk said the talks were close to failing.",
        "Irene Falk",
        "Irene Falk",
        "person",
    ),
    (
        "Bruno Keller left the court by a side door.\nHis wife waited in the car.\n"
        '"I did nothing wrong," he told reporters.',
        "he",
        "Bruno Keller",
        "person",
    ),
    (
        "Mr Adeyemi and Mrs Cole gave evidence on Monday. She said she had seen the car.",
        "She",
        "Cole",
        "person",
    ),
    (
        "Laura Stein and Mark Ebner gave evidence on Monday. He said the car was red.",
        "He",
        "Mark Ebner",
        "person",
    ),
    (
        "Laura Stein and Mark Ebner gave evidence on Monday. She said the car was red.",
        "She",
        "Laura Stein",
        "person",
    ),
    (
        "Michael Brandt handed the keys to Susan Oyelaran on Sunday. She said the house needed a "
        "new roof.",
        "She",
        "Susan Oyelaran",
        "person",
    ),
    (
        "Karin Holt said she had told the board that the law would pass.",
        "she",
        "Karin Holt",
        "person",
    ),
    (
        '"Henry never came," Sara Holm told the court. She said the door had been locked.',
        "She",
        "Sara Holm",
        "person",
    ),
    (
        "Lotte Baer is suing the bank. A judge threw out her claim that the books were forged.",
        "her",
        "Lotte Baer",
        "person",
    ),
    (
        "Ambassador Yusuf Demir was summoned to the ministry. He rejected the charge that his "
        "staff had followed the reporter.",
        "He",
        "Yusuf Demir",
        "person",
    ),
    (
        "The court sentenced Rolf Sand to six years. He had told the jury that he was abroad.",
        "He",
        "Rolf Sand",
        "person",
    ),
    (
        "Queen Margrethe opened the museum on Friday. She said the harbour had changed the city.",
        "She",
        "Margrethe",
        "person",
    ),
    (
        "Nurse Beatriz Gomes found the boy. His mother, Ines Pinto, was at work. She said the "
        "gate was always shut.",
        "She",
        "Ines Pinto",
        "person",
    ),
    (
        "David Okafor bought the farm from Hannah Weiss in May. The price was never made public. "
        "She said it was fair.",
        "She",
        "Hannah Weiss",
        "person",
    ),
    (
        "The firm is led by Chidi Obi. In a letter to staff, he wrote that no jobs would go.",
        "he",
        "Chidi Obi",
        "person",
    ),
    (
        "According to Nadia Rahimi, the wells are dry. She says the nearest river is 40 "
        "kilometres away.",
        "She",
        "Nadia Rahimi",
        "person",
    ),
]

IT_AND_THEY: list[Case] = [
    (
        "The European Central Bank left rates unchanged on Thursday. It said inflation was "
        "falling.",
        "It",
        "European Central Bank",
        "organisation",
    ),
    (
        "Japan raised its rates in March. It said the yen would recover.",
        "It",
        "Japan",
        "place",
    ),
    (
        "The audit was published on Friday. It said the harbour had lost $3 million.",
        "It",
        None,
        "document",
    ),
    (
        "Anna Reiter and Paul Simic own the bakery. They said the rent had doubled.",
        "They",
        "Anna Reiter and Paul Simic",
        "group",
    ),
    (
        "Researchers followed 400 patients for a decade. They found that sleep mattered more "
        "than diet.",
        "They",
        None,
        "group",
    ),
    (
        "Villagers fled on Sunday. They said soldiers had burned the barns.",
        "They",
        None,
        "group",
    ),
    (
        "Helen Cho, who runs the clinic and who says beds are short, resigned.",
        "who",
        "Helen Cho",
        "person",
    ),
    (
        "Amnesty International visited two prisons in June. It said guards had beaten inmates.",
        "It",
        "Amnesty International",
        "organisation",
    ),
]

SURNAMES_AND_TITLES: list[Case] = [
    (
        "Daniel Osei has led the force since 2019. Mr. Osei said the inquiry would take weeks.",
        "Mr. Osei",
        "Daniel Osei",
        "person",
    ),
    (
        "Ursula van der Berg arrived on Monday. Van der Berg said the treaty would be signed.",
        "Van der Berg",
        "Ursula van der Berg",
        "person",
    ),
    (
        "Jean-Luc Petit sold the vineyard. Petit said the frost had ruined him.",
        "Petit",
        "Jean-Luc Petit",
        "person",
    ),
    (
        "Zoë Lévy won the prize. Lévy said she would give the money away.",
        "Lévy",
        "Zoë Lévy",
        "person",
    ),
    (
        "George T. Miller chairs the panel. Miller said the vote would be held in May.",
        "Miller",
        "George T. Miller",
        "person",
    ),
    (
        "Anna Berg and her husband Erik Berg own the farm. Anna Berg said the barn burned first.",
        "Anna Berg",
        "Anna Berg",
        "person",
    ),
    (
        "Anna Berg and her husband Erik Berg own the farm. Mr Berg said the barn burned first.",
        "Mr Berg",
        "Erik Berg",
        "person",
    ),
    (
        "Thomas Hale and his sister Clara sold the shop. Clara said the street had emptied.",
        "Clara",
        "Clara",
        "person",
    ),
    (
        "Pope Clement spoke in Malta. The pope said the camps were a disgrace.",
        "The pope",
        "Clement",
        "person",
    ),
    (
        "Sen. Carla Reyes voted no. The senator said the bill was too broad.",
        "The senator",
        "Carla Reyes",
        "person",
    ),
    (
        "Gov. Ed Novak signed the order on Friday. The governor said the curfew would end soon.",
        "The governor",
        "Ed Novak",
        "person",
    ),
]
