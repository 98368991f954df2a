"""Is a number the label of the noun in front of it? "Convoy 12 left", "near silo 3"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from claims.figures.lexicon.labels import MEASURED

from ..syntax import VERBS


def is_label_of_noun(doc: Doc, token: Token) -> bool:
    """Whether a singular noun without an article is told from others by the number behind it.

    What is counted stands behind its number ("in town 12 died"), and some nouns are measured
    by it: "speed 30", "size 12".
    """
    if token.i == 0 or token.dep_ != "nummod" or not token.is_digit:
        return False
    noun = doc[token.i - 1]
    if token.head != noun or noun.lower_ in MEASURED:
        return False
    if noun.tag_ != "NN" and not (noun.tag_ == "NNP" and noun.is_lower):
        return False
    first = noun.left_edge
    if first.pos_ == "DET" or any(child.dep_ in ("det", "poss") for child in noun.lefts):
        return False
    has_preposition = first.i > 0 and doc[first.i - 1].pos_ == "ADP"
    goes_on = token.i + 1 < len(doc) and doc[token.i + 1].pos_ in VERBS
    return not (has_preposition and goes_on)
