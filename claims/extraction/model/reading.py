"""The steps of a pipeline, one behind the other, over batches of paragraphs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any, TypeVar

from spacy.language import Language
from spacy.pipeline import AttributeRuler, DependencyParser, EntityRecognizer, Lemmatizer, Tok2Vec
from spacy.tokens import Doc

from claims.one_thread import use_one_thread

from .attributes import Attributes
from .blas import NumpyBlas
from .encoding import Encoder
from .entities import Recogniser

Batch = list[Doc]
T = TypeVar("T")

BATCH_PARAGRAPHS = 64
BATCH_WORDS = 4_000  # more of them make the arrays larger and nothing quicker


@dataclass(frozen=True, slots=True)
class Step:
    """Sets ``assigns`` of documents that have ``requires``; named after the pipes it stands for."""

    names: tuple[str, ...]
    run: Callable[[Batch], object]
    requires: frozenset[str]
    assigns: frozenset[str]
    quick: bool


def read(docs: Iterable[tuple[Doc, T]], nlp: Language) -> Iterator[tuple[Doc, T]]:
    """What ``nlp.pipe`` makes of these documents, with what stands beside each, as a stream."""
    todo = steps(nlp)
    for batch in _batches(docs):
        filled = [doc for doc, _ in batch if len(doc)]
        if filled:
            for step in todo:
                step.run(filled)
        yield from batch


@lru_cache(maxsize=2)
def steps(nlp: Language) -> tuple[Step, ...]:
    """The steps for this pipeline, in its order."""
    use_one_thread()
    pipes = [*nlp.pipeline]
    found = []
    while pipes:
        step, taken = _step(nlp, pipes)
        found.append(step)
        del pipes[:taken]
    return tuple(found)


def _batches(docs: Iterable[tuple[Doc, T]]) -> Iterator[list[tuple[Doc, T]]]:
    batch: list[tuple[Doc, T]] = []
    words = 0
    for pair in docs:
        batch.append(pair)
        words += len(pair[0])
        if words >= BATCH_WORDS or len(batch) == BATCH_PARAGRAPHS:
            yield batch
            batch, words = [], 0
    yield batch


def _step(nlp: Language, pipes: list[tuple[str, Any]]) -> tuple[Step, int]:
    """The step that begins a list of pipes, and how many of them it stands for."""
    for kinds, make in _QUICK:
        first = pipes[: len(kinds)]
        if [type_of(pipe) for _, pipe in first] == [*kinds]:
            try:
                run = make(*(pipe for _, pipe in first))
            except (ValueError, LookupError, AttributeError):
                continue  # of another make than is known
            return _declared(nlp, [name for name, _ in first], run, quick=True), len(first)
    name, pipe = pipes[0]
    return _declared(nlp, [name], partial(_by_spacy, pipe), quick=False), 1


def _declared(nlp: Language, names: list[str], run: Callable[[Batch], object], quick: bool) -> Step:
    metas = [nlp.get_pipe_meta(name) for name in names]
    assigns = {attribute for meta in metas for attribute in meta.assigns}
    requires = {attribute for meta in metas for attribute in meta.requires}
    return Step(tuple(names), run, frozenset(requires), frozenset(assigns), quick)


def type_of(pipe: object) -> type:
    """The kind of pipe, of which a language may have its own ("EnglishLemmatizer")."""
    return Lemmatizer if isinstance(pipe, Lemmatizer) else type(pipe)


def _by_spacy(pipe: Any, docs: Batch) -> None:
    if hasattr(pipe, "pipe"):
        for _ in pipe.pipe(docs, batch_size=len(docs)):
            pass
    else:
        for doc in docs:
            pipe(doc)


def _vectors(pipe: Tok2Vec) -> Callable[[Batch], None]:
    encoder = Encoder.of(pipe.model)

    def run(docs: Batch) -> None:
        vectors: Any  # for spaCy's types, only doubles are
        vectors, starts = encoder(docs)
        for doc, start in zip(docs, starts, strict=True):
            doc.tensor = vectors[start : start + len(doc)]

    return run


def _attributes(ruler: AttributeRuler, lemmatizer: Lemmatizer) -> Callable[[Batch], None]:
    attributes = Attributes(ruler, lemmatizer)

    def run(docs: Batch) -> None:
        for doc in docs:
            attributes(doc)

    return run


def _tree(parser: DependencyParser) -> Callable[[Batch], None]:
    """spaCy's parser with the same weights, whose large products are numpy's."""
    if parser.cfg["beam_width"] != 1:
        raise ValueError("no greedy parser")
    layers = parser.model.layers
    model = parser.model.copy()
    for name in parser.model.ref_names:  # which a copy does not have
        model.set_ref(name, model.layers[layers.index(parser.model.get_ref(name))])
    tok2vec, lower, _ = model.layers
    for layer in (tok2vec.layers[-1], lower):
        layer.ops = NumpyBlas()
    return partial(_by_spacy, DependencyParser(parser.vocab, model, parser.name, parser.moves))


_QUICK: tuple[tuple[tuple[type, ...], Callable[..., Callable[[Batch], object]]], ...] = (
    ((Tok2Vec,), _vectors),
    ((DependencyParser,), _tree),
    ((AttributeRuler, Lemmatizer), _attributes),
    ((EntityRecognizer,), Recogniser.of),
)
