"""Files in, articles out: the readers, one a format, behind one door.

:func:`read_path` reads a file, a folder or an archive, :func:`read_bytes` and
:func:`read_stream` an upload. Formats go by the name's ending, and by content where there is none.
Results come in the order of the files' names and of the rows within, the same
wherever the folder lies. What cannot be read is a :class:`Problem` with file,
row and reason, and the rest goes on. No Django, no database, no clock, no network.
"""

from .claimreviews import CheckRecord, read_checks
from .cleaning import UndecodableError, clean, decode
from .file_text import FileText, Limits, text_of_file
from .published import Published, read_published
from .reading import ENDINGS, LARGEST_FILE, read_bytes, read_path, read_stream
from .records import ArticleRecord, Note, Problem, Result, Skipped
from .urls import domain, normalise_url

__all__ = [
    "ENDINGS",
    "LARGEST_FILE",
    "ArticleRecord",
    "CheckRecord",
    "FileText",
    "Limits",
    "Note",
    "Problem",
    "Published",
    "Result",
    "Skipped",
    "UndecodableError",
    "clean",
    "decode",
    "domain",
    "normalise_url",
    "read_bytes",
    "read_checks",
    "read_path",
    "read_published",
    "read_stream",
    "text_of_file",
]
