"""Which tab of a browser something comes from: its lock keeps out one's own other tabs too."""

from __future__ import annotations

from claims.views import DeskRequest

# How the page's script names its tab, also where nothing is posted.
TAB_HEADER = "Claimdesk-Tab"
LONGEST = 36


def tab_of(request: DeskRequest) -> str:
    """The tab's token; empty where the page is opened anew, or has no form that edits."""
    return (request.headers.get(TAB_HEADER) or request.POST.get("lock", ""))[:LONGEST]
