"""Parts of speech, morphology and lemmas, by spaCy's own rules, each asked once.

What the attribute ruler of an English model makes of a word depends on the word, where a rule
names it, on its tag and on its place in the tree; only a few rules look at two words ("gonna").
What the lemmatizer makes of it depends on the word and on what the ruler said. So both are asked
where such a word comes up for the first time, and what they said is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from spacy.attrs import DEP, IS_SPACE, LEMMA, LOWER, MORPH, ORTH, POS, TAG
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc

_MOST = 50_000  # words remembered; a newspaper's year has more, its day has not

Key = tuple[int, ...]


@dataclass(slots=True)
class _Named:
    """The words that conditions of rules name, by themselves or by a pattern."""

    words: set[str] = field(default_factory=set)
    patterns: list[re.Pattern[str]] = field(default_factory=list)
    deps: set[str] = field(default_factory=set)  # only where no word is named beside them

    def add(self, token: dict[str, Any]) -> None:
        """The conditions on one token. Raises ``ValueError`` where they are of another kind."""
        if others := token.keys() - {"LOWER", "TAG", "DEP", "IS_SPACE"}:
            raise ValueError(f"a rule looks at {others}")
        asked = token.get("LOWER")
        if isinstance(asked, str):
            self.words.add(asked)
        elif asked is None:
            if isinstance(token.get("DEP"), str):
                self.deps.add(token["DEP"])
        elif [*asked] == ["IN"]:
            self.words.update(asked["IN"])
        elif [*asked] == ["REGEX"]:
            self.patterns.append(re.compile(asked["REGEX"]))
        else:
            raise ValueError(f"a rule asks for {asked}")

    def __contains__(self, lower: str) -> bool:
        return lower in self.words or any(each.search(lower) for each in self.patterns)


class Attributes:
    """Sets ``Token.pos``, ``morph`` and ``lemma`` of documents with tags and trees."""

    def __init__(self, ruler: AttributeRuler, lemmatizer: Lemmatizer) -> None:
        """Raises ``ValueError`` where a rule looks at what is not known to be looked at."""
        self._ruler, self._lemmatizer = ruler, lemmatizer
        _index(lemmatizer)
        self._one_word = AttributeRuler(ruler.vocab)
        self._named, self._begins = _Named(), _Named()
        for rule in ruler.patterns:
            self._learn(rule)
        self._begin_deps = {ruler.vocab.strings.add(dep) for dep in self._begins.deps}
        self._words: dict[int, Key] = {}  # is the word named, does it begin a rule of several
        self._said: dict[Key, Key] = {}
        self._lemmas: dict[Key, int] = {}

    def _learn(self, rule: dict[str, Any]) -> None:
        for pattern in rule["patterns"]:
            if len(pattern) == 1:
                self._one_word.add([pattern], rule["attrs"])
                self._named.add(pattern[0])
            elif {"LOWER", "DEP"} & pattern[0].keys():
                self._begins.add(pattern[0])
            else:
                raise ValueError("a rule of several words may begin anywhere")

    def __call__(self, doc: Doc) -> None:
        if (keys := self._keys(doc)) is None:
            self._lemmatizer(self._ruler(doc))
        else:
            self._ask(doc, keys)
            self._set(doc, [self._said[key] for key in keys])

    def _keys(self, doc: Doc) -> list[Key] | None:
        """What decides about each word; nothing where a rule of several words may hold."""
        keys: list[Key] = []
        if doc.to_array([POS, MORPH, LEMMA]).any():
            return None  # nor where somebody has said something before
        for lower, tag, dep, is_space in doc.to_array([LOWER, TAG, DEP, IS_SPACE]).tolist():
            word = self._words.get(lower)
            if word is None:
                word = self._words[lower] = self._word(lower)
            named, begins = word
            if begins or dep in self._begin_deps:
                return None
            keys.append((named, tag, dep, is_space))
        return keys

    def _word(self, lower: int) -> Key:
        text = self._ruler.vocab.strings[lower]
        return lower if text in self._named else 0, text in self._begins

    def _ask(self, doc: Doc, keys: Iterable[Key]) -> None:
        """The ruler, for words that are like none so far."""
        self._forget()
        new = {key: number for number, key in enumerate(keys) if key not in self._said}
        if not new:
            return
        asked = Doc(doc.vocab, words=[doc[number].text for number in new.values()])
        asked.from_array([TAG, DEP], _array([key[1:3] for key in new]))
        said = self._one_word(asked).to_array([TAG, DEP, POS, MORPH, LEMMA])
        self._said.update(zip(new, map(tuple, said.tolist()), strict=True))

    def _set(self, doc: Doc, said: list[Key]) -> None:
        """What the rules say, and the lemmas of the words to which they give none."""
        told = doc.to_array([ORTH, TAG, DEP]).tolist()
        for number, ((_, *before), (tag, dep, *_)) in enumerate(zip(told, said, strict=True)):
            if before != [tag, dep]:
                doc[number].tag, doc[number].dep = tag, dep
        doc.from_array([POS, MORPH], _array([row[2:4] for row in said]))
        lemmas = [
            row[4] or self._lemma(doc, number, (orth, *row[2:4]))
            for number, ((orth, *_), row) in enumerate(zip(told, said, strict=True))
        ]
        doc.from_array([LEMMA], _array(lemmas))

    def _lemma(self, doc: Doc, number: int, key: Key) -> int:
        """The lemmatizer's, for a word of that form, part of speech and morphology."""
        if key not in self._lemmas:
            self._lemmas[key] = doc.vocab.strings.add(self._lemmatizer.lemmatize(doc[number])[0])
        return self._lemmas[key]

    def _forget(self) -> None:
        for memory in (self._words, self._said, self._lemmas):
            if len(memory) > _MOST:
                memory.clear()


def _index(lemmatizer: Lemmatizer) -> None:
    """Have it look up known words in sets; its lists of ten thousand are searched from the top."""
    if "lemma_index" in lemmatizer.lookups:
        index = lemmatizer.lookups.get_table("lemma_index")
        for part_of_speech in [*index]:
            index[part_of_speech] = frozenset(index[part_of_speech])


def _array(rows: Sequence[int] | Sequence[Sequence[int]]) -> Any:
    return np.array(rows, dtype=np.uint64)
