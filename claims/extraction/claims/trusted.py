"""Who a pronoun's speaker is, as far as a wording may say so: a wrong name is worse than none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..parsing import ParsedArticle
from ..records import Attribution, SpeakerSpan
from ..speech import KINDS_OF_BODIES, gender_of, needs_a_name, tells
from ..syntax import BODILY, PERSONAL, PLURAL
from .clauses import Layout

_OTHER = BODILY | PLURAL
_ITEM_END = re.compile(r"[ \t]*(?:\n|$|:|[-–—|]\s|\d)")


def trusted(article: ParsedArticle, attributions: Iterable[Attribution]) -> Iterator[Attribution]:
    """The attributions, without names that a wording should not put in brackets.

    Such as a heading's for "it" ("[Batteries] expects revenue"), a kind of body's ("[Bank]"),
    or one that is no person's, or a woman's, for "he".
    """
    headings: dict[str, bool] = {}
    layout = Layout(article)
    for attribution in attributions:
        speaker = attribution.speaker
        if (
            speaker
            and speaker.name
            and not (_is_trusted(article.text, speaker, headings) and _is_nearest(layout, speaker))
        ):
            speaker = replace(speaker, name=None, names=())
            attribution = replace(attribution, speaker=speaker)
        yield attribution


def _is_trusted(text: str, speaker: SpeakerSpan, headings: dict[str, bool]) -> bool:
    assert speaker.name
    name, word = speaker.name, speaker.text.lower()
    if name.lower() in KINDS_OF_BODIES:
        return False
    if word in PERSONAL and len(speaker.names) == 1:
        told = gender_of(name.split()[0])
        return speaker.kind == "person" and told in {None, PERSONAL[word]}
    if word not in _OTHER or len(speaker.names) > 1:
        return True
    if name not in headings:
        headings[name] = _is_only_heading(text, name)
    return not headings[name]


def _is_nearest(layout: Layout, speaker: SpeakerSpan) -> bool:
    """Is nobody else named since: "[The Herald] praised [Halden]. The network said …"?"""
    tokens = layout.tokens(speaker)
    noun = tokens.root if tokens is not None else None
    return noun is None or not needs_a_name(noun) or tells(speaker.name, noun)


def _is_only_heading(text: str, name: str) -> bool:
    """Does the name stand in no sentence, but only as a heading or an item of a list?"""
    found = False
    for match in re.finditer(re.escape(name), text):
        found = True
        line = text.rfind("\n", 0, match.start()) + 1
        begins = not text[line : match.start()].strip(" \t•*·-–—")
        if not (begins and _ITEM_END.match(text, match.end())):
            return False
    return found  # else named in other words: "Halden Marine ASA"
