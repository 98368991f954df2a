"""Particles of names, as data: "Ursula von der Leyen", "Sophie in 't Veld", "Oscar de la Renta"."""

from __future__ import annotations

# Each begins a family name wherever a capital follows: "von Trier", "Van der Kolk", "zu Salm"
CERTAIN: tuple[str, ...] = (
    *("von", "von der", "von den", "von dem", "von und zu", "vom", "zu", "zum", "zur", "ter"),
    *("van der", "van den", "van de", "van 't", "van het", "in 't", "in het", "op den"),
    *("ibn", "bint"),
)
# English words too, or parts of other names: they need a name or a title in front of them
AFTER_A_NAME: tuple[str, ...] = ("van", "bin", "den", "af", "al-", "el-")
# Numbers, or parts of places too, so that the parse has to say what it is: "Rio de Janeiro"
UNCERTAIN: tuple[str, ...] = (
    *("ten", "de", "de la", "de las", "de los", "del", "della", "dello", "di", "da", "dos", "das"),
    *("du", "des", "la", "le"),
)
# The words of them all; "in" and "op" are in none alone
WORDS: frozenset[str] = frozenset(
    word
    for particle in (*CERTAIN, *AFTER_A_NAME, *UNCERTAIN)
    for word in particle.split()
    if word not in {"in", "op"}
)
# Glued to the name, which is as often said without it: "Bashar al-Assad", "Assad"
GLUED: tuple[str, ...] = ("al-", "el-")


def family_name(words: tuple[str, ...]) -> tuple[str, ...]:
    """The family name in a name: ("von", "der", "Leyen") of "Ursula von der Leyen", else the last.

    "Al-Assad" keeps what is glued to it; an "in" or "op" belongs to the particle behind it.
    """
    for at, word in enumerate(words[:-1]):
        if word.lower().replace("’", "'").replace("‘", "'") in WORDS:
            return words[at - 1 :] if at and words[at - 1].lower() in {"in", "op"} else words[at:]
    return words[-1:]


def without_glued(word: str) -> str:
    """ "Assad" of "al-Assad"; any other word as it is."""
    return word[3:] if word.lower().startswith(GLUED) and len(word) > 3 else word
