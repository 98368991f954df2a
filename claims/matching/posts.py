"""What a post says, without the marks of the place where it stands.

Posts on social media are compared with claims in prose: addresses and times go, the words
inside names and tags stay.
"""

from __future__ import annotations

import re

# "https://t.co/Ab1", also glued to the word in front: "strikepic.twitter.com/xYz1"
_ADDRESS = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/|\bt\.co/)\S+", re.IGNORECASE)
# "— Ada Wyle (@adawyle) May 3, 2024" closes a post that is quoted on a page: who and when stay.
_HANDLE = re.compile(r"\(@\w+\)(?=(?:\s+\w+ \d{1,2}, \d{4})?\s*$)")
_TAGGED = re.compile(r"[#@](\w+)")
# "SaveOurPier2024" is "Save Our Pier 2024", "NHSCuts" is "NHS Cuts"
_JOINT = re.compile(
    r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])|_+"
)


# What a text says that is to be matched stands in its beginning; a page of it is read.
CHARACTERS_READ = 10_000


def plain_post(text: str) -> str:
    """The words of a post: "#SaveOurPier http://x.example" is "Save Our Pier"."""
    said = _ADDRESS.sub(" ", text[:CHARACTERS_READ])
    said = _HANDLE.sub(" ", said)
    return _TAGGED.sub(lambda tag: f" {_JOINT.sub(' ', tag[1])} ", said)
