"""Given names that tell he from she and a person from a company, as data.

Common names of many countries. Names that both women and men bear (Robin,
Andrea, Kim) and names that places or firms bear too (Virginia, Morgan) are
left out: the text then decides, or nothing does.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# "Laura Stein and Mark Ebner gave evidence. She said …" -> Laura Stein
FEMININE_NAMES: frozenset[str] = _words(
    """
    abigail ada adele adriana agnes aisha alexandra alice alicia alina alison amanda amelia amina
    amy ana anastasia angela angelina anita ann anna anne annie antonia astrid audrey barbara
    beatrice beatriz bernadette beth betty birgit brenda bridget brigitte camilla carla carmen
    carol carole carolina caroline catarina catherine cecilia celia chantal christina christine
    cindy claire clara claudia colleen cristina daniela danielle deborah debbie delphine denise
    diana diane dolores donna doris dorothy edith eileen elaine eleanor elena elisa elisabeth
    elizabeth ella ellen elsa emily emma erica erika esther eva eve fatima fatou fiona frances
    francesca gabriela gemma gertrude gina giulia gloria grace greta gudrun hannah harriet heather
    heidi helen helena helene helga hilary hillary ida ilse ines ingrid irene iris irina isabel
    isabella isabelle jacqueline jane janet janice jasmine jeanne jennifer jenny
    jessica jill joan joanna josephine joyce judith judy julia juliana julie karen karin karina
    katarina kate katherine kathleen kathryn katie katrin kirsten kristin kristina larissa laura
    lauren leila lena leonie leticia lina linda lisa liz lorraine louise lucia lucy luisa lydia
    magdalena margaret margarita margot maria mariam marianne marie marina marion marta martha
    martina mary mathilde maureen megan melanie melissa mercedes michelle miriam molly monica
    monika nadia nancy naomi natalia natalie natasha nicole nina nora norma olga olivia pamela
    patricia paula pauline penelope petra phyllis polly rachel rania rebecca renata rita rosa
    rosalind rose rosemary ruth sabine sally samantha sandra sara sarah sheila shirley sigrid
    silvia simone sofia sonia sophia sophie stella stephanie sue susan susana susanne svetlana
    sylvia tamara tanya tatiana teresa theresa therese tina ursula valentina valerie vanessa vera
    veronica veronika violet viktoria wendy yasmin yolanda yvonne zainab zeynep zoe zoë
    """
)

# The same for he.
MASCULINE_NAMES: frozenset[str] = _words(
    """
    aaron abdul abdullah abraham adam adrian ahmad ahmed alan albert alberto alejandro alexander
    alfonso alfred ali alistair allan allen alvaro anders andreas andrei andrew andrzej andy angus
    anthony antoine anton antonio antónio arnold arthur barry bart benjamin bernard bernd bill
    björn bob boris brad brian bruce bruno carl carlos charles christian christoph
    christopher clemens colin craig daniel darren dave david dean denis dennis derek diego dieter
    dirk dmitri dmitry dominic donald doug douglas duncan edmund eduardo edward edwin emil emile
    emmanuel enrique eric erik ernest ernst eugene fabian felipe felix ferdinand fernando filip
    florian francesco francisco francois françois frank franz fred frederick friedrich gareth gary
    gavin geoffrey georg george gerald gerard gerhard giorgio giovanni giuseppe glenn gordon
    graham greg gregory guillaume gustav guy hamid hans harold harry hassan heinrich henri henrik
    henry herbert hugh hugo hussein ian ibrahim igor isaac ivan jack jacob jacques jaime jakob
    james jason javier jeff jeffrey jens jeremy jerome jim jimmy joachim joao joe joel
    johan johannes john jonas jonathan jorge jose joseph josé juan juergen jürgen karl keith ken
    kenneth kevin klaus kofi konrad kurt kwame lars larry laurent lawrence leif leo leon leonard
    leonid liam lorenzo louis luca lucas luis luiz lukas maciej magnus malcolm manuel marc marcel
    marco marcos marcus mario mark markus martin mateo matteo matthew matthias maurice max
    maximilian michael michel miguel mike mikhail milos mohamed mohammad mohammed moritz muhammad
    nathan neil nicholas nick nicolas nigel nikolai nils norman oleg oliver olivier omar oscar otto
    owen pablo patrick paul paulo pavel pedro per peter phil philip philippe phillip pierre piotr
    rafael rainer ralf ralph raymond rené reza ricardo richard rob robert roberto roger roland rolf
    roman ron ronald roy rudolf rupert russell salvador samuel scott sean sebastian sergei sergey
    sergio simon stefan stephen steve steven stuart sven tariq ted thabo theodor theodore thomas
    tim timothy toby todd tom tomas tomasz tony trevor ulrich umar vicente victor viktor vincent
    vladimir volodymyr walter warren wayne werner wilhelm willem william wolfgang xavier yusuf
    zoltan
    """
)

# Names that tell a person, and not which: "Kim Olsen said she", "Kim Olsen said he".
GIVEN_NAMES: frozenset[str] = (
    FEMININE_NAMES
    | MASCULINE_NAMES
    | _words(
        """
        alex alexis andrea ashley camille chris claude dana dominique eden jamie jan jean jo kerry
        kim leigh leslie lindsay marian maxime micky nicola nikola pat robin sacha sam sasha terry
        tracy
        """
    )
)
