"""What a text has introduced before it says "the trial": which trial, by name or description."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from ..parsing import Paragraph
from ..records import in_one_line
from ..syntax import NOUNS, SUBJECTS
from .drafts import verb_cues
from .lexicon.things import CHRISTENED, DULL, KINDS, NAMING, UNIQUE
from .lexicon.titles import BODIES_TOO
from .speakers import kind_of
from .titled import is_title

_SEVERAL = frozenset({"NNS", "NNPS"})
_BEFORE = frozenset({"amod", "compound", "nmod"})
_INDEFINITE = frozenset({"a", "an"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_OTHERS = frozenset({"another", "other", "any", "no", "each", "every", "such", "what", "which"})
_LINKING = frozenset({"of", "in", "at", "for", "on", "against", "between", "about", "off", "from"})
_DETERMINERS = frozenset({"the", "a", "an"})
_TOLD = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_LONGEST_BEFORE, _LONGEST_BEHIND = 4, 8  # tokens of a description
_LONGEST_DEED = 10
_POINTERS = frozenset({"PRP", "PRP$", "WDT", "WP"})
_PERHAPS = frozenset({"would", "could", "might"})
_TELLING = frozenset({"dobj", "prep", "advmod", "attr", "prt", "npadvmod", "acomp"})
_SHORT = 5  # of one behind a preposition that is taken whole
_SENTENCE_ENDS = (".", "!", "?", "”", '"', "’", "'", ":")


_OWNED = re.compile(r"['’]s?(?:\s|$)")  # "[Reed's] trial"


@dataclass(frozen=True, slots=True)
class Introduced:
    """What "the trial" is: ``before`` and ``behind`` the noun, or a ``name``."""

    noun: str = ""
    before: str = ""
    behind: str = ""
    name: str = ""

    @property
    def tells(self) -> bool:
        return bool(self.before or self.behind or self.name)

    def __str__(self) -> str:
        """The whole phrase: "the [Solvind wind farm]", "the [ferry] carrying coal"."""
        if self.name:
            return f"the {self.noun} {self.name}"
        article = "" if _OWNED.search(self.before) else "the"
        return " ".join(filter(None, [article, self.before, self.noun, self.behind]))


@dataclass(frozen=True, slots=True)
class _Mention:
    """A noun as it stands in the text, at that place; ``paragraph`` is the number of its own."""

    place: int
    paragraph: int
    noun: Token


class Introductions:
    """The things that one article tells of, by their nouns."""

    def __init__(self, paragraphs: Iterable[Paragraph]) -> None:
        self._paragraphs = tuple(paragraphs)

    @cached_property
    def _mentions(self) -> dict[str, list[_Mention]]:
        found: dict[str, list[_Mention]] = {}
        for number, paragraph in enumerate(self._paragraphs):
            if not paragraph.text.rstrip().endswith(_SENTENCE_ENDS):
                continue  # a headline leaves out what tells things apart
            for noun in paragraph.doc:
                if noun.pos_ in NOUNS:
                    mention = _Mention(paragraph.start + noun.idx, number, noun)
                    found.setdefault(_key(noun), []).append(mention)
        return found

    def same_as(self, start: int, said: Token) -> Introduced | None:
        """Which one is meant of which it is told that it is "the largest [farm]"."""
        place = start + said.idx
        before = [
            mention for mention in self._mentions.get(_key(said), ()) if mention.place < place
        ]
        here = next((n for n, p in enumerate(self._paragraphs) if p.start == start), 0)
        if not before or here - before[-1].paragraph > 1 or before[-1].noun.tag_ != said.tag_:
            return None
        last = before[-1]
        told = self.of(self._paragraphs[last.paragraph].start, last.noun) or _described(last.noun)
        return told if told.tells else None

    def of(self, start: int, noun: Token) -> Introduced | None:
        """What the bare "the trial" of the paragraph at ``start`` is.

        ``None`` where nothing was said of one before; one that does not tell where it was, and
        nothing tells which one it is.
        """
        if not is_bare(noun):
            return None
        place, several = start + noun.idx, noun.tag_ in _SEVERAL
        every = [
            mention
            for word in KINDS.get(_key(noun), (_key(noun),))
            for mention in self._mentions.get(word, ())
            if (mention.noun.tag_ in _SEVERAL) == several
        ]
        every.sort(key=lambda mention: mention.place)
        before = every[: bisect_left(every, place, key=lambda mention: mention.place)]
        return self._only_name(every, before) or _nearest(before)

    def _only_name(
        self, every: Sequence[_Mention], before: Sequence[_Mention]
    ) -> Introduced | None:
        """The one name that the article gives any of these, before or after."""
        names = {name: mention for mention in every if (name := name_of(mention.noun))}
        apart = [mention for mention in every if _is_apart(mention.noun)]
        if len(names) != 1 or apart:
            return None
        ((name, mention),) = names.items()
        told = (_described(one.noun) for one in before)
        if mention not in before and any(found.name or found.before for found in told):
            return None
        return Introduced(mention.noun.lower_, name=name)


def is_bare(noun: Token) -> bool:
    """Does it say no more than "the trial", and would need to?"""
    before = list(noun.lefts)
    return (
        noun.pos_ == "NOUN"
        and noun.dep_ not in {"compound", "appos"}
        and len(before) == 1
        and before[0].lower_ == "the"
        and not noun.ent_type_
        and noun.lemma_.lower() not in UNIQUE
        and all(child.dep_ == "case" or child.is_punct for child in noun.rights)
    )


def _key(noun: Token) -> str:
    return (noun.lemma_ if noun.pos_ == "NOUN" else noun.text).lower()


def _nearest(before: Sequence[_Mention]) -> Introduced | None:
    """The last that was introduced, unless another stands beside it."""
    for number in range(len(before) - 1, -1, -1):
        mention = before[number]
        if _passes(mention.noun):
            continue
        found = _described(mention.noun)
        if found.tells and _has_rival(before[:number], mention, found):
            return Introduced()
        return _fuller(found, before[:number])
    return None


def _fuller(found: Introduced, earlier: Sequence[_Mention]) -> Introduced:
    """The same told with a name before: "the Solvind wind farm" of "the wind farm"."""
    if not found.before or found.name:
        return found
    for mention in reversed(earlier):
        other = _described(mention.noun)
        if other.before.endswith(f" {found.before}"):
            return other
    return found


def _has_rival(earlier: Iterable[_Mention], chosen: _Mention, found: Introduced) -> bool:
    """Is another one told of near it: "a trial in Spain and a trial in Norway"?"""
    own = set(str(found).lower().split())
    for mention in earlier:
        if chosen.paragraph - mention.paragraph > 1 or _passes(mention.noun):
            continue
        other = _described(mention.noun)
        if other.tells and not own & set(
            f"{other.before} {other.behind} {other.name}".lower().split()
        ):
            return True
    return False


def _passes(noun: Token) -> bool:
    """Does it introduce nothing: another bare "the trial", a word in a compound, "any trial"?"""
    if noun.dep_ == "compound" and not name_of(noun):
        return True
    return (
        is_bare(noun)
        or _is_apart(noun)
        or any(child.lower_ in _DEFINITE - {"the"} for child in noun.lefts)
    )


def _is_apart(noun: Token) -> bool:
    """Is it one of others: "[another] trial", "[any] trial"?"""
    return any(child.lower_ in _OTHERS for child in noun.lefts)


def _described(noun: Token) -> Introduced:
    name = name_of(noun)
    before = "" if name else _words_before(noun)
    behind = "" if name or before else _words_behind(noun) or _deed_of(noun)
    return Introduced(noun.lower_ if noun.pos_ == "NOUN" else noun.text, before, behind, name)


def _words_before(noun: Token) -> str:
    """ "[Solvind wind] farm", "[Reed's] trial"; "a new trial" is not told apart."""
    own = [child for child in noun.lefts if child.dep_ in _BEFORE or _owns(child)]
    own = [child for child in own if child.lower_ not in DULL and child.tag_ not in {"JJS", "JJR"}]
    if not own or own[-1].right_edge.i != noun.i - 1:
        return ""
    words = noun.doc[own[0].left_edge.i : noun.i]
    plain = all(
        word.pos_ in {"NOUN", "PROPN", "ADJ", "PUNCT"} or word.tag_ == "POS" for word in words
    )
    dull = any(word.lower_ in DULL for word in words)
    if not plain or dull or len(words) > _LONGEST_BEFORE:
        return ""
    return _going_on(words)


def _owns(word: Token) -> bool:
    return (
        word.dep_ == "poss"
        and word.pos_ == "PROPN"
        and not _DETERMINERS & {child.lower_ for child in word.lefts}
    )


def _words_behind(noun: Token) -> str:
    """ "A plan [for the harbour]", "a ferry [carrying coal]", with nothing left to resolve."""
    behind = next((child for child in noun.rights if child.dep_ not in {"case", "punct"}), None)
    if behind is None or behind.left_edge.i != noun.i + 1:
        return ""
    first = any(child.lower_ in _INDEFINITE or child.tag_ == "PRP$" for child in noun.lefts)
    linking = behind.lower_ in _LINKING if first else behind.lower_ == "of"
    # "A trial of [drugs] published in May": the trial is published
    fits = linking if behind.dep_ == "prep" else behind.dep_ == "acl" and noun.dep_ != "pobj"
    words = noun.doc[behind.left_edge.i : behind.right_edge.i + 1]
    if behind.dep_ == "prep" and len(words) > _SHORT:
        thing = next((child for child in behind.rights if child.dep_ == "pobj"), behind)
        if any(child.dep_ == "conj" for child in thing.rights):
            return ""
        words = noun.doc[behind.i : thing.i + 1]
    if not fits or len(words) > _LONGEST_BEHIND or "\n" in words.text:
        return ""
    if any(word.tag_ in _POINTERS or word.is_punct for word in words):
        return ""
    return in_one_line(words.text) if any(word.pos_ in _TOLD for word in words) else ""


def _deed_of(noun: Token) -> str:
    """What it did, or what was done to it, where it is first told of.

    "A ferry [ran aground off Skellan]", "The ferry hit a reef": the reef [that the ferry hit].
    """
    verb = noun.head
    if not any(child.lower_ in _INDEFINITE for child in noun.lefts):
        return ""
    if any(cue.takes - {"quote"} for cue in verb_cues(verb)):
        return ""  # "a man who said"
    helpers = [child for child in verb.lefts if child.dep_ in {"aux", "auxpass"}]
    first = helpers[0] if helpers else verb
    past = "VBD" in {first.tag_, verb.tag_} and first.lower_ not in _PERHAPS
    if not past or verb.i - first.i > len(helpers):
        return ""
    who = "who" if kind_of(noun) == "person" else "that"
    if noun.dep_ in SUBJECTS and noun.right_edge.i < first.i:
        deed = _words_from(first, verb)
        return f"{who} {deed}" if deed else ""
    doer = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
    if noun.dep_ != "dobj" or doer is None or doer.right_edge.i + 1 != first.i:
        return ""
    words = noun.doc[doer.left_edge.i : verb.i + 1]
    plain = doer.pos_ in NOUNS and first.i - doer.left_edge.i <= _LONGEST_BEFORE
    if not plain or any(word.tag_ in _POINTERS or word.is_punct for word in words):
        return ""
    return f"that {_going_on(words)}"


def _words_from(first: Token, verb: Token) -> str:
    """The verb and what follows it, as far as it points nowhere: "ran aground off Skellan"."""
    end = verb.i
    for child in verb.rights:
        words = verb.doc[child.left_edge.i : child.right_edge.i + 1]
        points = any(word.tag_ in _POINTERS or word.is_punct for word in words)
        if points or child.dep_ not in _TELLING or child.left_edge.i != end + 1:
            break
        if child.right_edge.i - first.i > _LONGEST_DEED:
            break
        end = child.right_edge.i
    return in_one_line(verb.doc[first.i : end + 1].text) if end > verb.i else ""


def _going_on(words: TokenSpan) -> str:
    """The words inside a sentence: "the ferry hit" of "The ferry hit"."""
    text, first = in_one_line(words.text), words[0]
    begins = first.is_sent_start and first.pos_ != "PROPN" and not first.ent_type_
    return text[:1].lower() + text[1:] if begins else text


def name_of(noun: Token) -> str:
    """ "The ferry [Arcona]", "a drug called [Ventrizol]", "[Solvind] is a wind farm"."""
    return next((words.text for words in _names(noun) if words is not None), "")


def _names(noun: Token) -> Iterator[TokenSpan | None]:
    christened = noun.lower_ in CHRISTENED  # whatever the parser makes of "the ferry Arcona ran"
    if noun.pos_ != "PROPN" and (christened or noun.dep_ == "compound"):
        yield _run_behind(noun)
    if noun.dep_ == "appos":
        yield _bearing(noun.head, noun)
    if noun.dep_ == "attr" and noun.head.lemma_ == "be":
        yield from (_bearing(child, noun) for child in noun.head.lefts if child.dep_ in SUBJECTS)
    for child in noun.rights:
        if child.dep_ == "appos":
            yield _bearing(child, noun)
        elif child.dep_ in {"acl", "relcl"} and child.lemma_ in NAMING:
            yield from (_bearing(word, noun, called=True) for word in child.subtree)


def _run_behind(noun: Token) -> TokenSpan | None:
    """The name right behind a noun, unless a title begins it: "panel [Chairman Reed]"."""
    doc, end = noun.doc, noun.i + 1
    while end < len(doc) and doc[end].pos_ == "PROPN" and doc[end].ent_type_ != "DATE":
        end += 1
    named = end > noun.i + 1 and not is_title(doc[noun.i + 1])
    whole = noun.dep_ != "compound" or noun.head.i == end - 1
    return doc[noun.i + 1 : end] if named and whole else None


def _bearing(name: Token, noun: Token, *, called: bool = False) -> TokenSpan | None:
    """The name, without its article, if the noun can bear it; ``None`` where it is none.

    A debate is not called Ada Reed, nor is coal called anything.
    """
    if name.pos_ != "PROPN" or not any(child.dep_ in {"det", "poss"} for child in noun.lefts):
        return None
    either = called or noun.lower_ in BODIES_TOO  # "the owner, Halden"
    if not either and (name.ent_type_ == "PERSON") != (kind_of(noun) == "person"):
        return None
    first = name.i
    while first > 0 and name.doc[first - 1].pos_ == "PROPN":
        first -= 1
    return name.doc[first : name.i + 1]
