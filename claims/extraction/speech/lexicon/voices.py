"""Words around a quotation that no cue reports, as data."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# What a quotation is called in front of it: "In Governor Lee's words: “…”".
WORDS_OF: frozenset[str] = _words(
    """
    account advice answer appeal argument assessment comment conclusion description explanation
    lesson view opinion verdict reply response message statement take reaction plea phrase promise
    remark remarks reading summary telling version warning words
    """
)

# Whose words they are stands behind these: "From Chairwoman Rosa Lind: “…”".
FROM_WHOM: frozenset[str] = _words("from by per via")

# Who does this begins to speak: "Senator Ann Lee issued a statement. “I am upset.”"
VOICING: frozenset[str] = _words(
    """
    agree answer beam celebrate chuckle complain cry disagree elaborate explain grin joke laugh
    nod object protest react reflect remember reply reminisce respond shrug sigh smile speak talk
    testify weep
    """
)
GIVING: frozenset[str] = _words("deliver file give hold issue make post publish release send write")
GIVEN: frozenset[str] = _words(
    """
    address answer appeal apology assessment comment email e-mail explanation interview letter
    message note post reaction remark reply response speech statement tweet testimony
    """
)

# Who is or sounds like this is about to say why: "Ann Lee was not happy. “It was a mess.”"
FEELINGS: frozenset[str] = _words(
    """
    adamant angry blunt cautious clear concerned confident critical cynical defiant delighted
    disappointed doubtful dismissive ecstatic emphatic enthusiastic frustrated furious glad grateful
    happy hopeful impressed optimistic outraged pessimistic philosophical pleased proud relieved
    resolute sad sceptical shocked skeptical stunned sure surprised thrilled unequivocal unhappy
    unimpressed unmoved upset worried
    """
)

# Headings of lists in which quotation marks hold titles
SOURCE_LISTS: frozenset[str] = frozenset(
    {
        *("sources", "references", "further reading", "notes", "bibliography", "works cited"),
        *("see also", "related", "related articles", "related stories", "read more", "citations"),
    }
)
