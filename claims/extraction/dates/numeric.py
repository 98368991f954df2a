"""Dates in digits: "2025-09-05", "5/9/2025", "12.05.2025"."""

from __future__ import annotations

import re
from datetime import date

from .codes import full_year


def numeric_dates(text: str) -> list[date]:
    """The days that a date in digits can mean."""
    parts = re.split(r"[-/.]", text)
    first, second, third = map(int, parts)
    if len(parts[0]) == 4:
        orders = [(first, second, third)]
    elif len(parts[2]) in (2, 4):
        year = full_year(third)
        orders = [(year, second, first)]
        if "." not in text:  # only the day comes first in 12.05.2025
            orders.append((year, first, second))
    else:
        orders = []
    found = []
    for year, month, day in orders:
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    return list(dict.fromkeys(found))
