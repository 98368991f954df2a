"""Indirect and mixed speech: the statements that hang off a cue in the sentence's grammar."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from ..records import Attitude
from ..syntax import VERBS, is_finite, sentence_of
from .complements import (
    Complement,
    clause_kind,
    complements,
    end_of,
    end_of_report,
    is_break,
    noun_complements,
)
from .drafts import Draft, Passage, Phrase, cue_span, cue_tokens, noun_phrase, subject_of, verb_cues
from .lexicon.cues import ADJECTIVE_CUES, LIGHT_VERBS, NOUN_CUES, PARTICIPLES, UNNAMED, VIEWS, Cue
from .lexicon.titles import FINDINGS
from .speakers import kind_of

_DECLINED = {"decline", "refuse", "fail"}
_GOES_ON = {"take", "continue", "go", "begin", "start", "proceed", "seem", "appear", "use"}
_SOURCE_PHRASES = {"according": ["according", "to"], "words": ["in", "the", "words", "of"]}
_MEANWHILE = {"as", "while", "after"}  # "…, police said, as crews searched": the writer again
_CONJUNCTIONS = {"and", "but", "yet", "however"}
_LONGEST_TOPIC = 3  # tokens before a colon that belong to what is said: "One thing: it leaks"
_NEITHER = {"neither", "nor", "hardly", "scarcely", "nowhere"}
_NOBODY = {"few", "you", "there", "nothing", "something", "nobody", "none", "neither"}
_WORDS = {"said", "left over", "clause", "infinitive", "gerund", "object", "predicate"}


def find_statements(passage: Passage) -> list[Draft]:
    """The indirect and mixed attributions of one paragraph."""
    drafts: list[Draft] = []
    for token in cue_tokens(passage.doc):
        if token.i in passage.used or not passage.outside(token):
            continue
        draft = _reading(passage, token)
        if draft is not None:
            drafts.append(draft)
    return drafts


def _reading(passage: Passage, token: Token) -> Draft | None:
    if token.lower_ in _SOURCE_PHRASES:
        return _according(passage, token)
    if token.lower_ == "in":
        return _inside(passage, token)
    if token.pos_ in VERBS:
        if token.lemma_ in PARTICIPLES and token.tag_ == "VBN":
            return _participle(passage, token)
        return _as_said(passage, token) or _reported(passage, token)
    if token.pos_ == "NOUN":
        return _noun(passage, token)
    if token.pos_ == "ADJ":
        return _adjective(passage, token)
    return None


def _reported(passage: Passage, verb: Token) -> Draft | None:
    """The attribution of a verb with a subject and a complement it takes: "She said it works"."""
    # The sense whose particle follows first: to rule out is not to rule.
    senses = sorted(verb_cues(verb), key=lambda cue: not cue.particle)
    if not senses or not _happened(verb):
        return None
    subject = _speaker_of(verb)
    if subject is None:
        return None
    for complement in complements(verb):
        sense = next((cue for cue in senses if _takes(cue, verb, complement, subject)), None)
        if sense is not None:
            break
    else:
        return None
    if _negated(verb, sense) or not _can_speak(subject, sense, complement.kind):
        return None
    if _stays_unnamed(complement):
        return None
    content = _content(passage, verb, subject, complement)
    if not content:
        return None
    saying = sense.attitude == "denies" or any("quote" in cue.takes for cue in senses)
    firm = (
        saying
        and sense.attitude != "believes"
        and complement.kind in {"clause", "said", "left over"}
        and subject.head == verb
    )
    preposition = () if complement.kind in _WORDS else (complement.kind,)
    cue = cue_span(passage, verb, *sense.particle.split(), *preposition)
    attitude = "denies" if _disbelieved(verb, sense) else sense.attitude
    return Draft(attitude, cue, content, noun_phrase(passage, subject), firm=firm)


def _takes(cue: Cue, verb: Token, complement: Complement, subject: Token) -> bool:
    if cue.particle and not any(
        child.lower_ == cue.particle.split()[0] and child.i <= verb.i + 3 for child in verb.rights
    ):
        return False
    if complement.kind in cue.takes:
        return True
    if complement.kind == "said":
        return not cue.takes.isdisjoint({"quote", "clause"})
    if complement.kind == "left over":
        return "clause" in cue.takes and any("quote" in other.takes for other in verb_cues(verb))
    if complement.kind == "object" and "record" in cue.takes:
        return kind_of(subject) == "document"
    return (
        bool(cue.particle) and complement.kind == cue.particle.split()[-1] and "object" in cue.takes
    )


def _happened(verb: Token) -> bool:
    """Is the verb no mere possibility: "to announce", "could say", "if they agree"?"""
    if verb.dep_ in {"aux", "auxpass", "amod", "compound"}:
        return False
    if verb.dep_ == "pcomp" and verb.head.lower_ in {"of", "without", "than", "from"}:
        return False
    helpers = [child for child in verb.children if child.dep_ == "aux"]
    if any(helper.tag_ == "MD" for helper in helpers):
        return False
    if any(helper.lower_ == "to" for helper in helpers):
        return verb.head.lemma_ in _GOES_ON
    return not any(
        child.dep_ == "mark" and child.lower_ in {"if", "unless"} for child in verb.children
    )


def _negated(verb: Token, sense: Cue) -> bool:
    """Whether the verb is so negated that nobody states the content: "declined to say"."""
    if verb.dep_ == "xcomp" and verb.head.lemma_ in _DECLINED:
        return True
    if any(child.lower_ in _NEITHER for child in verb.children):
        return True
    if verb.dep_ == "conj" and any(child.lower_ == "nor" for child in verb.head.children):
        return True
    return sense.attitude != "believes" and any(child.dep_ == "neg" for child in verb.children)


def _disbelieved(verb: Token, sense: Cue) -> bool:
    """Whether a belief is negated, and so a denial: "does not think that it works"."""
    return sense.attitude == "believes" and any(child.dep_ == "neg" for child in verb.children)


def _stays_unnamed(complement: Complement) -> bool:
    """Whether it tells how they speak, not what they say: "asked not to be named"."""
    return complement.kind == "infinitive" and any(
        token.lemma_.lower() in UNNAMED for token in complement.head.subtree
    )


def _speaker_of(verb: Token) -> Token | None:
    """The subject, or the agent of a passive; "was quoted as saying" keeps its subject."""
    subject = subject_of(verb)
    passive = subject is not None and subject.dep_ == "nsubjpass" and verb.dep_ != "pcomp"
    participle = verb.tag_ == "VBN" and verb.dep_ in {"advcl", "acl"} and not _has_helper(verb)
    if not passive and not participle:
        return subject
    agent = next((child for child in verb.children if child.dep_ == "agent"), None)
    return (
        next((child for child in agent.children if child.dep_ == "pobj"), None) if agent else None
    )


def _has_helper(verb: Token) -> bool:
    """Has it "have" or a subject of its own, and is no bare participle ("asked whether")?"""
    return any(child.dep_ in {"aux", "nsubj"} for child in verb.children)


def _can_speak(subject: Token, sense: Cue, taken: str) -> bool:
    """Whether the subject can be that verb's speaker: a law may show, but not want or believe."""
    if subject.lower_ in _NOBODY or _denied(subject):
        return False
    if subject.tag_ in {"WDT", "WP"} and subject.head.dep_ == "relcl":
        subject = subject.head.head
    if subject.pos_ in {"PROPN", "PRON"} or subject.ent_type_ or _is_bare_name(subject):
        return True
    kind = kind_of(subject)
    if kind == "unknown":
        return sense.attitude == "asserts" and taken in {"clause", "said", "left over"}
    return kind != "document" or sense.attitude in {"asserts", "urges", "judges", "denies"}


def _denied(subject: Token) -> bool:
    """Whether the subject is nobody in particular: "neither side", "no minister", "no one"."""
    if subject.lower_ == "one":
        return any(child.lower_ == "no" for child in subject.lefts)
    return any(child.lower_ in {"no", "neither", "not", "few", "hardly"} for child in subject.lefts)


def _is_bare_name(token: Token) -> bool:
    """A name that the tagger took for a noun: a capital and nothing before it."""
    return token.text[0].isupper() and token.left_edge.i == token.i and token.tag_ == "NN"


def _content(
    passage: Passage, verb: Token, subject: Token, complement: Complement
) -> list[tuple[int, int]]:
    """The complement's place in the article, free of the cue and its speaker."""
    pieces = [(complement.start, complement.end)]
    if complement.start <= verb.i < complement.end and complement.kind != "said":
        first = min(subject.left_edge.i, verb.i)  # "which he said was wrong"
        pieces = [(complement.start, first), (verb.i + 1, complement.end)]
    if complement.kind != "said" and complement.end <= verb.i:
        pieces += _after_passive(verb)
    if complement.kind == "said":
        pieces = _around(passage, verb, subject)
    return [span for piece in pieces if (span := article_span(passage, *piece)) is not None]


def _after_passive(verb: Token) -> list[tuple[int, int]]:
    """What is said of an object that stands before: "was accused by the union of hiding losses"."""
    agent = next((child for child in verb.rights if child.dep_ == "agent"), None)
    attached = [
        child
        for child in (*verb.rights, *(agent.subtree if agent is not None else ()))
        if child.dep_ in {"oprd", "xcomp"}
        or (child.dep_ == "prep" and (child.lower_ == "as" or _has_gerund(child)))
    ]
    return [(child.left_edge.i, end_of(child)) for child in attached[:1]]


def _has_gerund(preposition: Token) -> bool:
    """Whether "of" or "for" has a gerund: "accused of hiding losses", "praised for saving them"."""
    return preposition.lower_ in {"of", "for"} and any(
        child.dep_ == "pcomp" for child in preposition.children
    )


def _around(passage: Passage, verb: Token, subject: Token) -> list[tuple[int, int]]:
    """The sentence around "he said", and behind it what is no report of its own."""
    sentence, doc = sentence_of(verb), passage.doc
    first, last = min(subject.left_edge.i, verb.i), end_of_report(verb, subject)
    start = _behind_colon(doc, sentence.start, first)
    front, rest = doc[start:first], doc[last : sentence.end]
    described = any(token.dep_ in {"appos", "relcl"} and token.head == subject for token in rest)
    if len(rest) < 3 or not is_break(rest[0]) or described:
        return [(start, first)]
    narrated = rest[1].tag_ in {"VBG", "VBN", "WP", "WDT"} or rest[1].lower_ in _MEANWHILE
    goes_on = not narrated and not any(
        verb_cues(token) or token.lower_ == "according" for token in rest
    )
    if goes_on or not any(is_finite(token) for token in front):
        return [(start, first), (last, sentence.end)]
    return [(start, first)]


def _behind_colon(doc: Doc, start: int, end: int) -> int:
    """Where the content before "she said" begins: behind a colon with enough words before it.

    "Lee disagreed with him: the dam leaked, she said": at "the dam". A semicolon
    does it too, behind a report of its own.
    """
    for number in range(end - 1, start, -1):
        mark = doc[number].text
        if mark == ":" and number - start > _LONGEST_TOPIC:
            return number + 1
        if mark == ";" and any(verb_cues(token) for token in doc[start:number]):
            return number + 1
    return start


def article_span(passage: Passage, start: int, end: int) -> tuple[int, int] | None:
    """These tokens' characters, out to the end of a quotation they enter."""
    doc = passage.doc
    if start >= end or all(token.is_punct for token in doc[start:end]):
        return None
    if doc[start].lower_ == "that" and doc[start].dep_ == "mark":
        start += 1
    start = _behind_conjunction(passage, start, end)
    first, last = doc[start].idx, doc[end - 1].idx + len(doc[end - 1])
    for quote in passage.quotes:
        if quote in passage.direct:
            if first <= quote.start < last:
                last = quote.start
            elif first < quote.end <= last:
                first = quote.end
        elif first <= quote.start < last <= quote.end:
            last = quote.end
        elif quote.start < first < quote.end:
            first = quote.start
    offset = passage.paragraph.start
    return (offset + first, offset + last) if first < last else None


def _behind_conjunction(passage: Passage, start: int, end: int) -> int:
    """Where the content begins, behind the writer's "but": "But the road is closed, he said"."""
    first = passage.doc[start]
    if first.lower_ not in _CONJUNCTIONS or not first.is_title or not passage.outside(first):
        return start
    return start + 2 if start + 1 < end and passage.doc[start + 1].text == "," else start + 1


def _according(passage: Passage, token: Token) -> Draft | None:
    """The attribution of a phrase for a source: "According to the police, the road is closed"."""
    doc = passage.doc
    words = _SOURCE_PHRASES[token.lower_]
    first = token.i - words.index(token.lower_)
    last = first + len(words)
    if first < 0 or [word.lower_ for word in doc[first:last]] != words:
        return None
    target = next((child for child in doc[last - 1].children if child.dep_ == "pobj"), None)
    if target is None:
        return None
    speaker = noun_phrase(passage, target)
    end = end_of(target)
    if first == sentence_of(target).start and end >= sentence_of(target).end - 1:
        end = speaker.end  # the parser hung the statement under its source
    cue = (doc[first].idx, doc[last - 1].idx + len(doc[last - 1]))
    return _rest_of_sentence(passage, cue, speaker, (first, end))


def _inside(passage: Passage, preposition: Token) -> Draft | None:
    """The attribution of a view or a finding: "In Lee's view, the road is closed".

    "In a poll, most voters were against it".
    """
    target = next((child for child in preposition.rights if child.dep_ == "pobj"), None)
    if target is None or not preposition.is_title or not _before_comma(target):
        return None
    clause = (preposition.i, target.right_edge.i + 1)
    owner = next((child for child in target.lefts if child.dep_ == "poss"), None)
    if owner is not None and target.lower_ in VIEWS:
        place = (target.idx, target.idx + len(target))
        return _rest_of_sentence(passage, place, noun_phrase(passage, owner), clause, "believes")
    root = sentence_of(preposition).root
    if target.lower_ not in FINDINGS or verb_cues(root):
        return None
    place = (preposition.idx, preposition.idx + len(preposition))
    return _rest_of_sentence(passage, place, noun_phrase(passage, target), clause)


def _before_comma(head: Token) -> bool:
    following = head.right_edge.i + 1
    return following < len(head.doc) and head.doc[following].text == ","


def _as_said(passage: Passage, verb: Token) -> Draft | None:
    """The attribution of a clause with "as": "As the premier said, the road is closed"."""
    mark = next((child for child in verb.lefts if child.lower_ == "as"), None)
    senses = [cue for cue in verb_cues(verb) if "quote" in cue.takes]
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    if mark is None or subject is None or verb.dep_ != "advcl" or not senses:
        return None
    if any(child.dep_ in {"ccomp", "xcomp"} for child in verb.rights):
        return None
    own = {cue_kind for cue in verb_cues(verb) for cue_kind in cue.takes}
    if any(child.dep_ == "prep" and child.lower_ in own for child in verb.rights):
        return None  # as she called for help
    start, end = cue_span(passage, verb, *senses[0].particle.split())
    offset = passage.paragraph.start
    speaker = noun_phrase(passage, subject)
    clause = (mark.i, verb.right_edge.i + 1)
    return _rest_of_sentence(passage, (start - offset, end - offset), speaker, clause)


def _rest_of_sentence(
    passage: Passage,
    cue: tuple[int, int],
    speaker: Phrase,
    clause: tuple[int, int],
    attitude: Attitude = "asserts",
) -> Draft | None:
    """What stands around a clause at the start, end or middle of a sentence, as its content."""
    sentence = sentence_of(passage.doc[clause[0]])
    pieces = [(sentence.start, clause[0]), (max(clause[1], speaker.end), sentence.end)]
    content = [span for piece in pieces if (span := article_span(passage, *piece)) is not None]
    offset = passage.paragraph.start
    if not content:
        return None
    return Draft(attitude, (offset + cue[0], offset + cue[1]), content, speaker, whole=True)


def _noun(passage: Passage, noun: Token) -> Draft | None:
    """The attribution of a noun with an author: "his claim that the count was wrong"."""
    senses = NOUN_CUES.get(noun.lemma_, ())
    speaker = _author(noun)
    if speaker is None or not senses or (speaker.pos_ == "PRON" and speaker.lower_ in _NOBODY):
        return None
    for complement in noun_complements(noun):
        sense = next((cue for cue in senses if complement.kind in cue.takes), None)
        span = article_span(passage, complement.start, complement.end)
        if sense is not None and span is not None:
            preposition = () if complement.kind in _WORDS else (complement.kind,)
            cue = cue_span(passage, noun, *preposition)
            return Draft(sense.attitude, cue, [span], noun_phrase(passage, speaker))
    return None


def _author(noun: Token) -> Token | None:
    """Whose claim it is: a possessor, "from" or "by" someone, or who makes it."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ in {"prep", "agent"} and child.lower_ in {"by", "from"}:
            return next((inner for inner in child.children if inner.dep_ == "pobj"), None)
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lemma_ in LIGHT_VERBS and _happened(verb):
        return _speaker_of(verb)
    return None


def _adjective(passage: Passage, adjective: Token) -> Draft | None:
    """The attribution of an adjective: "The minister is confident that the law will pass".

    "She made it clear that it will".
    """
    verb = adjective.head
    made = verb.lemma_ == "make" and any(child.lower_ == "it" for child in adjective.children)
    if not (adjective.dep_ == "acomp" or made) or verb.pos_ not in {"AUX", "VERB"}:
        return None
    return _felt(passage, adjective, verb)


def _participle(passage: Passage, participle: Token) -> Draft | None:
    """The attribution of a participle, None with an agent: "We are convinced that it will pass"."""
    if participle.dep_ == "acomp":
        return _felt(passage, participle, participle.head)
    passive = any(child.dep_ == "auxpass" for child in participle.lefts)
    agent = any(child.dep_ == "agent" for child in participle.rights)
    return _felt(passage, participle, participle) if passive and not agent else None


def _felt(passage: Passage, word: Token, verb: Token) -> Draft | None:
    """The attribution of a word for certainty, worry or will, with the subject of its verb."""
    sense = ADJECTIVE_CUES.get(word.lower_, (None,))[0]
    subject = subject_of(verb) if _happened(verb) else None
    if sense is None or subject is None or not _can_speak(subject, sense, "clause"):
        return None
    for child in (*word.rights, *(() if word == verb else verb.rights)):
        if child.i > word.i and (span := _what_is_felt(passage, sense, child)) is not None:
            cue = cue_span(passage, word)
            return Draft(sense.attitude, cue, [span], noun_phrase(passage, subject))
    return None


def _what_is_felt(passage: Passage, sense: Cue, child: Token) -> tuple[int, int] | None:
    stated = child.dep_ == "advcl" and child.left_edge.lower_ == "that"
    if stated or (child.dep_ in {"ccomp", "xcomp"} and clause_kind(child) in sense.takes):
        return article_span(passage, child.left_edge.i, end_of(child))
    if child.dep_ == "prep" and child.lower_ in {"about", "of"} and sense.attitude == "believes":
        return article_span(passage, child.i + 1, end_of(child))
    return None
