"""The text as it reads, from the text as people paste it.

Mail, wire copy, text of PDFs, subtitles, tables and posts bring line breaks, marks and furniture
that are no words. The rules see a text that flows, a paragraph a line, and every record goes
back to its place in the text as given.
"""

from .finding import Layout, read_layout
from .reading import Reading
from .restoring import restored

__all__ = ["Layout", "Reading", "read_layout", "restored"]
