"""Who a speaker is: pronouns, surnames and roles resolved within the article."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from ..joined_titles import bare_title
from ..records import Span, SpeakerKind, SpeakerSpan, in_one_line
from ..syntax import BODILY, NOUNS, PERSONAL, PLURAL, SUBJECTS, antecedent, sentence_of
from .apposed import joint, name_apposed
from .drafts import Draft, Passage, noun_phrase, verb_cues
from .grammar import (
    author_of,
    governing_subject,
    last_subject,
    last_teller,
    names_oneself,
    noun_before,
    owner_behind,
)
from .lexicon.titles import (
    DOCUMENT_NOUNS,
    FEMININE,
    GROUP_NOUNS,
    HONORIFICS,
    INITIALS,
    MAKERS,
    MASCULINE,
    ORGANISATION_NOUNS,
    OTHER_COMPANY_MODIFIERS,
    PERSON_NOUNS,
    PLACE_NOUNS,
    QUANTIFIERS,
)
from .names import NameBook
from .naming import gender_before, plain_name, reads_as_surname
from .roles import role_of
from .titled import is_title, names_behind_offices, role_noun

_RELATIVE = {"who", "which", "that", "whom"}
_MANY = PLURAL | {"we", "our", "us", "many", "some", "most", "few", "others"}
_SAYING = {"say", "tell", "add"}  # only people do these to "he" and "she"
_WHO = {"person", "group", "organisation"}
_SEVERAL_SPEAK = {"they"}
_INDEFINITE = {
    "a",
    "an",
    "one",
    "another",
    "some",
    "several",
    "many",
    "few",
    "two",
    "three",
    "any",
    "no",
    "most",
}


_SHORTEST_NAME = 2  # letters
_FURTHEST = 4  # sentences back from "they added" to "residents said"
_DEEPEST = 2  # who → the man who → …: antecedents and owners looked up in a row


@dataclass(frozen=True, slots=True)
class Identity:
    """Who someone is: a name, or ``None`` for the anonymous, and a kind.

    ``described`` are the words that a pronoun stands for.
    """

    name: str | None
    kind: SpeakerKind
    described: str = ""


class SpeakerResolver:
    """Resolves the speakers of one article's drafts."""

    def __init__(self, passages: list[Passage]) -> None:
        self._passages = passages
        self._names = NameBook(passages)

    def speaker(self, draft: Draft) -> SpeakerSpan | None:
        """The draft's speaker, named as fully as the article names them."""
        if draft.speaker is None:
            return None
        phrase = draft.speaker
        doc = phrase.passage.doc
        span = phrase.passage.paragraph.span(doc[phrase.start : phrase.end])
        identities = [
            identity
            for head in ([phrase.head] if phrase.person else joint(phrase.head))
            for identity in self._identities(phrase.passage, head, draft.content[0][0])
        ]
        if phrase.head.lower_ in PERSONAL and names_oneself(draft, identities[0].name):
            near = self.persons_before(phrase.head.lower_, draft.content[0][0])
            identities = identities if len(near) == 1 else [Identity(None, "person")]
        named = draft.labelled and phrase.end - phrase.start > 1 and not is_title(doc[phrase.start])
        if named or (phrase.person and identities[0].kind != "person"):
            identities = [self._person(doc[phrase.start : phrase.end])]
        if phrase.head.lower_ in _RELATIVE and identities[0].described:
            noun = antecedent(phrase.head) or noun_before(phrase.head)
            if noun is not None and noun.pos_ in NOUNS:
                stands_for = noun_phrase(phrase.passage, noun, alone=True)
                span = phrase.passage.paragraph.span(doc[stands_for.start : stands_for.end])
        if draft.cue is None and _is_in_capitals(identities):
            identities = [self._written_out(identities[0], titled=is_title(doc[phrase.start]))]
        names = tuple(identity.name for identity in identities if identity.name)
        complete = len(names) == len(identities)
        if draft.floating and names and complete:
            later = self._names.mentions.last_of(names[0], draft.content[0][0])
            if later is not None and later.offset > span.start:
                span = Span(later.offset, later.offset + len(later.text), later.text)
        kind = identities[0].kind if len(identities) == 1 else "group"
        name = " and ".join(names) if complete else None
        described = identities[0].described if len(identities) == 1 and name is None else ""
        return SpeakerSpan(span.start, span.end, span.text, name, kind, names, described)

    def identity(self, passage: Passage, head: Token) -> Identity:
        """Who or what the noun or pronoun is."""
        return self._identity(passage, head)

    def persons_before(self, pronoun: str, offset: int) -> set[str]:
        """Those who were named shortly before the offset and whom the pronoun may mean."""
        return self._names.persons_near(pronoun, offset)

    def gender(self, name: str) -> str | None:
        """Whether it is "he" or "she", where the article or the given name tell."""
        return self._names.genders.get(name)

    def _person(self, words: TokenSpan) -> Identity:
        """The person with this name, titles and all: "Superintendent Karl Ames", "THE CHAIR"."""
        last = words[-1]
        titles = [token.i for token in words[:-1] if _is_role(token) or token.pos_ == "DET"]
        start = max(titles) + 1 if titles else words.start
        called = start > words.start and words.doc[start - 1].lower_.rstrip(".") in HONORIFICS
        if start == last.i and not called and (_is_role(last) or len(last) < _SHORTEST_NAME):
            return Identity(None, "person")
        name = tuple(words.doc[start : words.end].text.split())
        return Identity(self._names.fullest(name, "person"), "person")

    def _written_out(self, person: Identity, titled: bool) -> Identity:
        """A label's capitals as the text has the name: "Ada Varga" for "PRIME MINISTER VARGA".

        Initials stay: "WHO", "NATO". A bare surname is told by its title, or by the text.
        """
        assert person.name
        plain = tuple(person.name.title().split())
        known = titled or len(plain) > 1 or self._names.is_surname(plain[-1])
        if not (known or reads_as_surname(person.name)):
            return person
        return replace(person, name=self._names.fullest(plain, "person"))

    def _identities(self, passage: Passage, head: Token, content: int) -> list[Identity]:
        """Who the noun phrase with this head is; "they" may be several.

        ``content`` is where what they say begins.
        """
        offset = passage.paragraph.start + head.idx
        if head.lower_ in PLURAL and (pair := self._names.pair(offset)):
            return [Identity(name, "person") for name in pair]
        if head.lower_ in PERSONAL.keys() | BODILY and content < offset:
            # "What Putin wants, he said, is plain": the one it says something about comes last
            earlier = self._pronoun(passage, head, content, 0)
            if earlier.name is not None:
                return [earlier]
        return [self._identity(passage, head)]

    def _identity(self, passage: Passage, head: Token, depth: int = 0) -> Identity:
        word = head.text if _is_acronym(head) else head.lower_
        offset = passage.paragraph.start + head.idx
        if word in _RELATIVE and depth < _DEEPEST:
            noun = antecedent(head) or noun_before(head)
            if noun is None:
                return Identity(None, "unknown")
            known = noun.pos_ in NOUNS and (word == "which" or kind_of(noun) in _WHO)
            look = self._as_described if known else self._identity
            return look(passage, noun, depth + 1)
        if word in PERSONAL or word in BODILY:
            return self._pronoun(passage, head, offset, depth)
        if word in _SEVERAL_SPEAK and depth < _FURTHEST:
            return self._several(passage, head, depth)
        if head.pos_ == "PRON" and not _is_acronym(head) and name_apposed(head) is None:
            return Identity(None, "group" if word in _MANY else "unknown")
        return self._named(passage, head) or self._described(passage, head, offset)

    def _pronoun(self, passage: Passage, pronoun: Token, offset: int, depth: int) -> Identity:
        """Whom "she" or "it" means: who is said to say it, else who was mentioned last."""
        body, home = pronoun.lower_ in BODILY, passage
        stated = governing_subject(pronoun)  # a spokesman said he …
        if stated is None and not body:
            beginning = passage.paragraph.start + sentence_of(pronoun).start_char
            near = self._names.person(pronoun.lower_, offset, beginning)
            if near is not None:
                return Identity(near, "person")
        if stated is None:
            home, stated = self._subject_before(passage, pronoun)
        if stated is not None and depth < _FURTHEST and stated.lower_ == pronoun.lower_:
            earlier = self._identity(home, stated, depth + 1)  # He said … He added …
            if earlier.described:
                return earlier
        if stated is not None and depth < _FURTHEST and _is_described(stated, pronoun):
            return self._as_described(home, stated, depth + 1)
        if not body:
            found = self._names.person(pronoun.lower_, offset)
            return Identity(found or self._bare_surname(passage, pronoun), "person")
        last = self._names.body(offset)
        return Identity(last.name, last.kind) if last else Identity(None, "unknown")

    def _several(self, passage: Passage, pronoun: Token, depth: int) -> Identity:
        """Whom "they" means: the several, or the body, that the sentence before is about.

        "Residents of the tower complained. [They] said …".
        """
        home, subject = self._subject_before(passage, pronoun)
        if subject is not None and subject.lower_ == "they":
            return self._identity(home, subject, depth + 1)
        if subject is not None and _can_be_they(subject):
            return replace(self._as_described(home, subject, depth + 1), kind="group")
        if subject is not None and subject.pos_ == "PROPN":
            found = self._identity(home, subject, depth + 1)
            if found.kind == "organisation":
                return found
        return Identity(None, "group")

    def _as_described(self, passage: Passage, noun: Token, depth: int) -> Identity:
        """Who a noun phrase is that a pronoun stands for, with its words if it has no name."""
        found = self._identity(passage, noun, depth)
        phrase = noun_phrase(passage, noun, alone=any(c.dep_ == "relcl" for c in noun.rights))
        words = passage.doc[phrase.start : phrase.end].text
        return found if found.name else replace(found, described=in_one_line(words))

    def _bare_surname(self, passage: Passage, pronoun: Token) -> str | None:
        """Who says it, by a surname that tells neither he nor she: "Halden said she would go"."""
        subject = governing_subject(pronoun)
        if subject is None or subject.pos_ != "PROPN" or subject.left_edge != subject:
            return None
        identity = self._identity(passage, subject)
        name, unsure = identity.name, identity.kind in {"unknown", "place"}
        return name if unsure and name and name.isalpha() and not name.isupper() else None

    def _subject_before(self, passage: Passage, token: Token) -> tuple[Passage, Token | None]:
        """The subject of the clause before, else of the sentence before this one."""
        sentence = sentence_of(token)
        if token.head.dep_ == "conj":  # "The report found faults, and [it] said …"
            first = next((c for c in token.head.head.lefts if c.dep_ in SUBJECTS), None)
            if first is not None and first.i < token.i:
                return passage, first
        start = sentence.start
        for number in range(token.i - 1, start, -1):
            if passage.doc[number].text in {":", ";"}:
                before = passage.doc[start:number]
                return passage, last_teller(before) or last_subject(before)
        if start == 0:
            number = passage.number - 1
            if number < 0:
                return passage, None
            passage, start = self._passages[number], len(self._passages[number].doc)
        root = sentence_of(passage.doc[start - 1]).root
        subject = next((child for child in root.lefts if child.dep_ in SUBJECTS), None)
        return passage, subject if subject is not None and passage.outside(subject) else None

    def _named(self, passage: Passage, head: Token) -> Identity | None:
        """A name: "Prime Minister Ann Lee", "the Treasury", "Ukraine's Air Force"."""
        behind = names_behind_offices(passage.doc).get(head.i)
        bearer = name_apposed(head) or (behind.root if behind is not None else head)
        named = self._names.at(passage, bearer)
        kind: SpeakerKind = named.kind if named is not None else "unknown"
        if named is None and not self._looks_named(bearer):
            return None
        words = named.words if named is not None else plain_name(_proper_words(bearer), kind)
        if not words or (len(words) == 1 and self._is_role(bearer)):
            return None
        personal = bearer != head and head.lower_ in PERSON_NOUNS
        if personal or (kind != "group" and self._names.is_person(words)):
            kind = "person"
        elif kind == "unknown" and self._names.is_short(words):
            kind = "organisation"
        span = named.span if named is not None else passage.doc[bearer.i : bearer.i + 1]
        name = self._names.fullest(words, kind, gender_before(span))
        if kind in {"organisation", "unknown"}:
            name = self._with_owner(passage, bearer, name)
        return Identity(name, kind)

    def _is_role(self, word: Token) -> bool:
        """Is this "the mayor", and not Brian Baker's surname?"""
        if word.lower_ not in PERSON_NOUNS and not is_title(word):
            return False
        determined = any(child.dep_ in {"det", "poss"} for child in word.lefts)
        return determined or not (word.is_title and self._names.is_surname(word.text))

    def _looks_named(self, head: Token) -> bool:
        return head.pos_ == "PROPN" or _is_acronym(head) or self._names.is_person((head.text,))

    def _with_owner(self, passage: Passage, head: Token, name: str) -> str:
        """The name with its owner's: "the country's Air Force" -> "Ukraine's Air Force"."""
        owner = next((child for child in head.lefts if child.dep_ == "poss"), None)
        if owner is None or owner.text in name:
            return name
        holder = self._identity(passage, owner, _DEEPEST).name
        return f"{holder}'s {name}" if holder else name

    def _described(self, passage: Passage, head: Token, offset: int) -> Identity:
        """A role, an organisation or a document: "the chancellor", "the German government"."""
        kind = kind_of(head)
        if _is_age(head):
            return Identity(self._names.person(None, offset), "person")
        if kind == "person":
            return Identity(self._bearer(head, offset), kind)
        if head.lower_ in PLACE_NOUNS:
            last = self._names.mentions.last({"place"}, offset)
            return Identity(last.name if last else None, "place")
        if kind == "document" and (author := author_of(head)) is not None:
            return Identity(self._identity(passage, author, _DEEPEST).name, kind)
        if any(child.lower_ in _INDEFINITE for child in head.lefts):
            return Identity(None, kind)
        return Identity(self._own_name(passage, head, kind, offset), kind)

    def _bearer(self, head: Token, offset: int) -> str | None:
        """Who "the chancellor" is; "a chancellor" and "his lawyer" could be anyone."""
        definite = any(
            child.lower_ == "the" or (child.dep_ == "poss" and child.pos_ != "PRON")
            for child in head.lefts
        )
        if not definite and not _is_bare_title(head):
            return None
        return self._names.roles.bearer(role_of(head), offset, earlier=not definite)

    def _own_name(
        self, passage: Passage, head: Token, kind: SpeakerKind, offset: int
    ) -> str | None:
        """The description itself where it holds a name: "the German government", "Lee's office"."""
        owner = next((child for child in head.lefts if child.dep_ == "poss"), None)
        lefts = [child for child in head.lefts if child.dep_ in {"compound", "amod", "nmod"}]
        if lefts and any(t.is_punct and t.whitespace_ for t in head.doc[lefts[0].i : head.i]):
            lefts = []  # "… in May - minister"
        if any(child.lower_ == "based" for child in lefts):  # "the Dublin-based company"
            lefts = []
        own = head.doc[lefts[0].left_edge.i if lefts else head.i : head.i + 1]
        if owner is not None:
            holder = self._identity(passage, owner, _DEEPEST).name
            return f"{holder}'s {own.text}" if holder else None
        if any(token.ent_type_ or token.pos_ == "PROPN" for token in own[:-1]):
            return own.text
        if kind == "organisation" and (of := owner_behind(head)) is not None:
            holder = self._identity(passage, of, _DEEPEST).name
            return f"{holder}'s {own.text}" if holder else None
        trade = head.lower_ in MAKERS and all(
            child.dep_ == "compound" and child.lower_ not in OTHER_COMPANY_MODIFIERS
            for child in lefts
        )
        definite = any(child.lower_ == "the" for child in head.lefts)
        if kind == "organisation" and definite and (trade or not lefts):
            return self._names.organisation(head, offset)
        return None


def _is_in_capitals(identities: list[Identity]) -> bool:
    """Is it one person, named as labels are: "VARGA"?"""
    first = identities[0]
    return len(identities) == 1 and first.kind == "person" and (first.name or "").isupper()


def _can_be_they(subject: Token) -> bool:
    """Are these several who can say something, or a body that did: "residents", "the union"?"""
    several = subject.tag_ in {"NNS", "NNPS"} or any(
        child.dep_ == "conj" for child in subject.rights
    )
    if subject.pos_ != "NOUN":
        return False
    people = subject.lemma_.lower() in PERSON_NOUNS or subject.lower_ in GROUP_NOUNS
    return (several and people) or (
        bool(verb_cues(subject.head)) and kind_of(subject) in {"group", "organisation"}
    )


def _is_role(token: Token) -> bool:
    return is_title(token) or kind_of(token) == "person"


def _is_bare_title(head: Token) -> bool:
    """Does a title alone stand for who bears it: "Minister said the dam was safe"?"""
    alone = all(child.dep_ in {"compound", "amod"} for child in head.lefts)
    return alone and head.is_title and is_title(head)


def _is_acronym(token: Token) -> bool:
    """Whether the word is in capitals and so a name: "WHO" and "US", not "who" and "us"."""
    return len(token.text) > 1 and token.text.isupper()


def _proper_words(head: Token) -> list[str]:
    """A name that the entity recogniser missed: the proper nouns before its head, and the head."""
    first = head.i
    for child in reversed(list(head.lefts)):
        if child.pos_ != "PROPN" or child.dep_ == "poss" or child.right_edge.i != first - 1:
            break
        first = child.left_edge.i
    return head.doc[first : head.i + 1].text.split()


def _is_age(head: Token) -> bool:
    """Whether an age stands for the person spoken of: "the 24-year-old"."""
    before = {child.lower_ for child in head.lefts}
    return head.lower_ == "old" and {"the", "year"} <= before


def _is_described(subject: Token, pronoun: Token) -> bool:
    """Is this a description that the pronoun may mean: "the report", "a spokesman"?"""
    if subject.pos_ != "NOUN" or subject.ent_type_ or name_apposed(subject) is not None:
        return False
    if pronoun.lower_ in BODILY:
        return kind_of(subject) in {"organisation", "document"}
    opposite = MASCULINE if pronoun.lower_ in {"she", "her"} else FEMININE
    kind = kind_of(subject)
    spoke = kind == "unknown" and subject.tag_ == "NN" and subject.head.lemma_ in _SAYING
    return (kind == "person" or spoke) and subject.lower_ not in opposite


def kind_of(head: Token) -> SpeakerKind:
    """What kind of speaker a common noun names."""
    if head.text in INITIALS or role_noun(head) != head:  # the DA, the attorney general
        return "person"
    if head.lower_ == "general" and any(child.dep_ == "det" for child in head.lefts):
        return "person"
    word, lemma = bare_title(head.lower_), bare_title(head.lemma_.lower())
    if lemma in QUANTIFIERS:  # "a number of officials"
        of = next((child for child in head.rights if child.lower_ == "of"), None)
        return "group" if of is not None else "unknown"
    if word in PLACE_NOUNS:
        return "place"
    if word in GROUP_NOUNS:
        return "group"
    if word in DOCUMENT_NOUNS or lemma in DOCUMENT_NOUNS:
        return "document"
    if word in ORGANISATION_NOUNS or lemma in ORGANISATION_NOUNS:
        return "organisation" if word in ORGANISATION_NOUNS or head.tag_ != "NNS" else "group"
    if word in PERSON_NOUNS:
        return "person"
    if head.tag_ in {"NNS", "NNPS"}:
        return "group"
    return "person" if lemma in PERSON_NOUNS else "unknown"
