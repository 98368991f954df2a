"""Clauses: which stretch of a sentence makes a statement.

A statement is a sentence's main clause with everything that hangs on it, or a
clause inside a sentence whose main clause only reports what somebody said.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from ..parsing import Paragraph, ParsedArticle
from ..records import Quantity, Span
from ..syntax import FINITE, SUBJECTS, SUBJECTS_OR_DUMMIES, VERBS, heads_of, is_finite, sentence_of
from .lexicon.opinions import OPENERS

_PREMODIFIERS = frozenset({"nummod", "amod", "compound", "nmod", "npadvmod", "quantmod", "advmod"})
_PREDICATES = frozenset({"attr", "acomp", "oprd", "dobj", "npadvmod", "advmod", "ROOT"})
_COPULAS = frozenset({"be", "become", "remain", "make", "rank", "come", "finish"})
_FRAMING = frozenset({"last", "past", "next", "coming", "previous", "recent"})
_KNOWN = frozenset({"the", "these", "those", "both", "his", "her", "its", "their", "our", "my"})
_FEW = 3
_TEN = 10
_LEANING = frozenset({"it", "they"})
_ALL = 100  # percent
_KIN = frozenset({"father", "mother", "parent", "dad", "mum", "mom", "wife", "husband", "partner"})
_TIME_FRAMES = frozenset({"after", "before", "within", "during"})
_PREDICATING = FINITE | {"VBN"}  # "14 [killed] in hotel fire"
_LEADS_ON = frozenset({"WDT", "WP", "WRB", "CC", ",", ":"})
_CONTRASTING = frozenset({"while", "whereas"})
_LEADS_OVER = _LEADS_ON | {"IN", "TO", "DT", "WRB", "WP$"}
_HEADLINE_PREDICATES = frozenset({"dead", "injured", "hurt", "missing", "homeless", "wounded"})

_PARTNERS = {'"': '"', "“": "”", "”": "“", "‘": "’", "«": "»", "»": "«", "(": ")", ")": "("}
_PARTNERS |= {"[": "]", "]": "[", "'": "'", "’": "‘", "„": "“", "`": "'"}
_LOOSE = frozenset(" \t\r\n\v\f\u00a0\u200b\ufeff,;:-–—―…•*·|>/")
_ABBREVIATION = re.compile(r"(?:\b\w\.\w|\b(?:Inc|Co|Corp|Ltd|Jr|Sr|St|No|vs|etc|Mr|Mrs|Dr))\.$")
_LONGEST_LINE = 40  # tokens of a bullet or a headline
# "…2.7 billion, the highest ever in a quarter", "40 million, a record"
_RECORD = re.compile(
    r"\d[^,]*,\s+(?:the|its|their|our|an?)\s+(?:"
    r"(?:new |all-time )?record(?: \w+){0,2}(?:$|\s+(?:for|in|since)\b)"
    r"|(?:\w{2,}est|most|least|best|worst)(?: \w+){0,2}"
    r"\s+(?:ever|since|in|on record|so far|to date)\b"
    r"|(?:first|only)(?: \w+){0,2}\s+(?:ever|since|in|of its kind)\b)"
)
_VOCATIVE = (
    r"(?:Mr|Mrs|Ms|Madam|Mister)\.? (?:Deputy )?"
    r"(?:Speaker|President|Chair\w*|Mayor|Minister|Secretary)"
)
_LEADING_CONJUNCTION = re.compile(r"(?:and|but|or|yet)\s+(?=\S)", re.IGNORECASE)
# "Well, …", "I mean, …", "Mr Speaker, …"
_OPENING = re.compile(rf"(?:{'|'.join(OPENERS)}|{_VOCATIVE}),\s+(?=\S)", re.IGNORECASE)
# As in: [On this basis] the rate is 12 percent
_BASIS = re.compile(
    r"(?:on|by|in) (?:this|that|these) (?:basis|bases|grounds|measure|reckoning|case|respect),?"
    r"\s+(?=\S)",
    re.IGNORECASE,
)
# As in: [That is not true:] 38 of 52 sites stood empty
_RETORT = re.compile(
    r"(?:that|this|it)(?:['’]s| is| was) (?:simply |just |plainly )?"
    r"(?:(?:not |un)?(?:true|so|right|correct|the case)|false|wrong|nonsense|a lie)"
    r"\s*[:;–—-]\s+(?=\S)",
    re.IGNORECASE,
)
# As in: [The facts are these:] 38 of 52 sites stood empty, [The fact is that] they did
_FACTS = re.compile(
    r"(?:the|here are the) (?:facts?|truth|reality)(?: (?:is|are)(?: (?:this|these|simple))?)?"
    r"\s*(?:[:;–—-]|(?<= is) that)\s+(?=\S)",
    re.IGNORECASE,
)
# As in: [About Halden Marine:] The firm employs 300 people
_ABOUT = re.compile(r"About(?: (?:the|of|and|for|[A-Z][\w&.’'-]*)){1,8}:\s+(?=[A-Z])")
_NUMBER_IN_LIST = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]\s+(?=[A-Z“\"‘])")
_TRAILING_CONJUNCTION = re.compile(r"[\s,;](?:and|but|or|yet|while|whereas)$", re.IGNORECASE)


class Layout:
    """An article's paragraphs, found by a span's place in the text."""

    def __init__(self, article: ParsedArticle) -> None:
        self.paragraphs = article.paragraphs
        self._starts = [paragraph.start for paragraph in article.paragraphs]

    def paragraph(self, position: int) -> Paragraph | None:
        """The paragraph in or after which the position stands."""
        index = bisect_right(self._starts, position) - 1
        return self.paragraphs[index] if index >= 0 else None

    def tokens(self, span: Span) -> TokenSpan | None:
        """The tokens that a span touches, as far as they stand in its first paragraph."""
        paragraph = self.paragraph(span.start)
        if paragraph is None:
            return None
        start = min(span.start - paragraph.start, len(paragraph.text))
        end = min(span.end - paragraph.start, len(paragraph.text))
        return paragraph.doc.char_span(start, end, alignment_mode="expand")


def begins_sentence(token: Token) -> bool:
    """Does a sentence begin here, whatever the parser says: "… were old. [They] broke down"?

    A stop behind a word in small letters ends one, and behind "Dr" or "vs" none.
    """
    if not token.i or not token.text[0].isupper():
        return False
    stop = token.i - 1
    while stop > 0 and token.doc[stop].text in _PARTNERS:
        stop -= 1
    word = token.doc[stop - 1] if stop else token
    return token.doc[stop].text == "." and word.is_lower and word.is_alpha and len(word) > _FEW


def sentences(doc: Doc) -> Iterator[TokenSpan]:
    """The parser's sentences, cut where it went past the end of one."""
    for sentence in doc.sents:
        starts = [token.i for token in sentence[1:] if begins_sentence(token)]
        yield from (doc[a:b] for a, b in pairwise([sentence.start, *starts, sentence.end]))


def own_subject(verb: Token) -> bool:
    """Whether the verb has a subject of its own: "and [the firm] cut 200 jobs"."""
    return any(child.dep_ in SUBJECTS_OR_DUMMIES for child in verb.children)


def clauses(sentence: TokenSpan, links: Iterable[tuple[int, int]]) -> list[TokenSpan]:
    """The sentence cut before each coordinated main verb that has its own subject.

    "Exports grew 3%, but imports fell 2%" is two clauses. ``links`` are pairs
    of token indexes that belong to one statement and are never parted: "112
    drones were fired, and 84 of them were intercepted" stays whole.
    """
    links = list(links)
    cuts = [
        cut
        for cut in sorted(set(_later_clauses(sentence)))
        if sentence.start < cut < sentence.end
        and not any(min(link) < cut <= max(link) for link in links)
    ]
    return [sentence.doc[a:b] for a, b in pairwise([sentence.start, *cuts, sentence.end])]


def _later_clauses(sentence: TokenSpan) -> Iterator[int]:
    """Where the second and later main clauses begin, as indexes of their first tokens."""
    yield from (verb.right_edge.i + 2 for verb in sentence.root.lefts if _before_semicolon(verb))
    heads = [sentence.root]
    while heads:
        for child in heads.pop().rights:
            if child.dep_ == "conj" and child.pos_ in VERBS:
                heads.append(child)
                if own_subject(child) and not _leans_on(child, child.head):
                    yield child.left_edge.i
            elif (contrast := _contrast(child)) is not None:
                heads.append(child)
                yield contrast.i + 1


def _leans_on(later: Token, first: Token) -> bool:
    """Has it a figure, and "it" or "they" for its subject, which only the first clause tells?

    "We bought cranes, and [they] cost 3 million" is one statement: parted, nobody could tell
    what did. "The cranes are old, and [they] cost 3 million" is two.
    """
    pronoun = next((child for child in later.lefts if child.dep_ in SUBJECTS), None)
    subject = next((child for child in first.lefts if child.dep_ in SUBJECTS), None)
    if pronoun is None or subject is None or pronoun.lower_ not in _LEANING:
        return False
    if subject.lower_ == pronoun.lower_:
        return False  # "It fell, and [it] rose"
    if not any(token.like_num for token in later.subtree):
        return False  # "… and they are old" is worth little by itself
    several = subject.tag_ in {"NNS", "NNPS"} or any(c.dep_ == "conj" for c in subject.rights)
    agrees = several == (pronoun.lower_ == "they")
    return subject.pos_ == "PRON" or subject.ent_type_ == "PERSON" or not agrees


def _contrast(clause: Token) -> Token | None:
    """The "while" that sets a second statement against the first: "…[,] [while] profit fell"."""
    first = clause.left_edge
    contrasts = (
        clause.dep_ == "advcl"
        and first.lower_ in _CONTRASTING
        and first.head == clause
        and is_finite(clause)
        and first.i > 0
        and first.nbor(-1).text == ","
    )
    return first if contrasts and own_subject(clause) else None


def _before_semicolon(verb: Token) -> bool:
    """The parser hangs the first of two clauses under the second: "Prices fell; wages rose 3%"."""
    semicolon = verb.right_edge.i + 1
    return (
        verb.dep_ in {"ccomp", "parataxis"}
        and own_subject(verb)
        and sentence_of(verb).end > semicolon + 1
        and verb.doc[semicolon].text == ";"
    )


def governor(token: Token, cues: frozenset[int]) -> Token | None:
    """The verb that states the token: the nearest one above it with its own subject.

    A verb that reports (its index is in ``cues``) states nothing itself: "12
    officials said" has none. A verb coordinated with it does: "[The firm] said
    it was sorry and cut 300 jobs".
    """
    for verb in heads_of(token):
        if verb.pos_ not in VERBS:
            continue
        if verb.i in cues:
            return None
        if own_subject(verb) or verb.dep_ == "ROOT":
            return verb
        if verb.dep_ == "conj" and verb.head.i in cues:
            return verb
    return None


def first_word(verb: Token) -> Token:
    """Where a statement has to begin at the latest: at the verb's subject, else at the verb."""
    subject = next((child for child in verb.lefts if child.dep_ in SUBJECTS_OR_DUMMIES), verb)
    return subject.left_edge if subject is not verb else verb


def statement_of(verb: Token) -> TokenSpan:
    """The verb's clause; a relative clause with what it is about: "The firm, which lost $4m"."""
    first = verb.head.left_edge if verb.dep_ == "relcl" else verb.left_edge
    while first.dep_ in {"mark", "cc", "punct"} and first.i < verb.i:
        first = verb.doc[first.i + 1]
    return verb.doc[first.i : verb.right_edge.i + 1]


def readable(tokens: TokenSpan) -> TokenSpan:
    """The tokens without words that only lead over to what was cut off: "35 countries [that]"."""
    start, end = tokens.start, tokens.end
    while start < end and tokens.doc[end - 1].tag_ in _LEADS_OVER:
        end -= 1
    while start < end and tokens.doc[start].tag_ in _LEADS_ON and not _asks_when(tokens, start):
        start += 1
    return tokens.doc[start:end]


def _asks_when(tokens: TokenSpan, start: int) -> bool:
    """Does it lead a clause of what is said: "[When] it closed, 300 people lost their jobs"?"""
    when = tokens.doc[start]
    clause = when.head
    inside = tokens.start <= clause.head.i < tokens.end
    return when.tag_ == "WRB" and clause.dep_ == "advcl" and inside and clause.i < clause.head.i


def states(figure: TokenSpan, quantity: Quantity) -> bool:
    """Whether the figure makes a statement, rather than describing in passing.

    "She is 47" does, "John Smith, 47," does not; "finished fourth" does, "the
    third-largest bank" does not; "took 11 hours" does, "a 20-minute speech"
    does not; nor does a figure in a line without a predicate, the time in "in the next
    eight weeks", the two of "the two ministers", who are known, "a father of seven" and
    what is "100 percent wrong".
    """
    root = figure.root
    if quantity.kind == "age":
        return "old" not in quantity.text and _predicative(root)
    if quantity.kind == "rank":
        return _predicative(root) or _predicate_noun(root)
    if quantity.kind == "duration" and (_hyphenated(figure) or root.head.lower_ in _TIME_FRAMES):
        return False
    if _is_frame(root, quantity) or _is_known_few(root, quantity):
        return False
    if _is_description(root) or _is_emphasis(root, quantity):
        return False
    sentence = sentence_of(root)
    return quantity.change is not None or _has_predicate(sentence) or _is_headed_record(sentence)


def _is_headed_record(line: TokenSpan) -> bool:
    """Does a line without a verb say that its figure is a record, or the first?

    "Orders worth €3 million, [the highest ever]" does, "Orders worth €3 million" does not.
    """
    alone = len(line) == len(line.doc) <= _LONGEST_LINE and line[-1].text not in {".", "!", "?"}
    return alone and bool(_RECORD.search(line.text))


def _is_frame(root: Token, quantity: Quantity) -> bool:
    """Does it say only when: "over the last [three years]", "[three years] ago"?"""
    if quantity.kind == "duration" and root.head.lower_ == "ago":
        return True
    words = {child.lower_ for child in root.lefts} | {child.lower_ for child in root.head.lefts}
    return quantity.kind == "duration" and bool(words & _FRAMING)


def _is_known_few(root: Token, quantity: Quantity) -> bool:
    """Are they a few who are known: "the [two] ministers", "about all [four] banks"?"""
    every = any(child.lower_ == "all" for child in (*root.lefts, *root.head.lefts))
    if every and root.head.dep_ == "pobj" and quantity.high is not None and quantity.high <= _TEN:
        return True
    few = quantity.kind == "count" and quantity.high is not None and quantity.high <= _FEW
    noun = root.head
    return (
        few
        and root.dep_ == "nummod"
        and any(child.lower_ in _KNOWN for child in noun.lefts)
        and noun.dep_ not in {"attr", "dobj"}
    )


def _is_description(root: Token) -> bool:
    """Does it tell who somebody is: "a father of [seven]", "his wife of [20 years]"?"""
    of = root.head if root.dep_ == "pobj" else root.head.head
    return of.lower_ == "of" and of.head.lemma_ in _KIN and of.head.dep_ not in {"attr", "ROOT"}


def _is_emphasis(root: Token, quantity: Quantity) -> bool:
    """Does it only underline what is said: "They are [100 percent] wrong"?"""
    whole = quantity.kind == "percent" and quantity.high == _ALL
    return whole and root.dep_ in {"npadvmod", "advmod"} and root.head.pos_ in {"ADJ", "ADV"}


def _predicative(root: Token) -> bool:
    """Whether it is said of a subject: "She is [47]", "turned [80]"; not "Smith, [47], said"."""
    return root.dep_ in _PREDICATES and root.head.pos_ in VERBS and root.head.dep_ != "acl"


def _predicate_noun(root: Token) -> bool:
    """Whether its noun is: "is the [third-largest] bank", "ranked as the [second] deadliest"."""
    noun = root
    while noun.dep_ in _PREMODIFIERS and noun.pos_ not in VERBS:
        noun = noun.head
    if noun.dep_ == "pobj" and noun.head.lower_ == "as":
        return True
    return noun.dep_ in {"attr", "oprd", "dobj"} and noun.head.lemma_ in _COPULAS


def _hyphenated(figure: TokenSpan) -> bool:
    """Whether the figure is hyphenated to a noun that it modifies: "a [20-minute] speech"."""
    return "-" in figure.text and figure.root.dep_ in _PREMODIFIERS


def _has_predicate(sentence: TokenSpan) -> bool:
    """Whether a line has a predicate: "14 dead in hotel fire" has, "Tickets: £15" has not."""
    known: dict[int, bool] = sentence.doc.user_data.setdefault("predicates of sentences", {})
    if sentence.start not in known:
        known[sentence.start] = any(
            token.tag_ in _PREDICATING or token.lower_ in _HEADLINE_PREDICATES for token in sentence
        )
    return known[sentence.start]


def _opener(text: str, start: int, end: int) -> re.Match[str] | None:
    """What leads on to the statement: "Well, …", "That is not true: …", "2. …" in a list."""
    for pattern in (_OPENING, _BASIS, _RETORT, _FACTS, _ABOUT):
        if opener := pattern.match(text, start, end):
            return opener
    line = text.rfind("\n", 0, start) + 1
    if not text[line:start].strip():
        return _NUMBER_IN_LIST.match(text, start, end)
    return None


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without stray punctuation, unpaired quotation marks, "and" at an edge."""
    while start < end:
        before = start, end
        if text[start] in _LOOSE or text[start] == "." or _stray(text, start, start, end):
            start += 1
        elif leading := _LEADING_CONJUNCTION.match(text, start, end):
            start = leading.end()
        elif opening := _opener(text, start, end):
            start = opening.end()
        elif text[end - 1] in _LOOSE or _full_stop(text, end) or _stray(text, end - 1, start, end):
            end -= 1
        elif trailing := _TRAILING_CONJUNCTION.search(text, max(start, end - 8), end):
            end = trailing.start()
        if (start, end) == before:
            break
    return start, end


def _full_stop(text: str, end: int) -> bool:
    """Whether the text up to ``end`` closes with a full stop, not with "U.S." or "Inc."."""
    return text[end - 1] == "." and not _ABBREVIATION.search(text, max(0, end - 8), end)


def _stray(text: str, at: int, start: int, end: int) -> bool:
    """Whether a mark at an edge lacks its partner in the span, or pairs with the other edge."""
    mark = text[at]
    if mark not in _PARTNERS:
        return False
    others = text[start:at] + text[at + 1 : end]
    partner = _PARTNERS[mark]
    if mark == "’" and at > start and text[at - 1].isalnum() and "‘" not in others:
        return False  # the plural's apostrophe: "the ministers’"
    if partner not in others:
        return True
    opposite = text[end - 1] if at == start else text[start]
    return opposite == partner and others.count(partner) == 1
