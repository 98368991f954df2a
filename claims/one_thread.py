"""Numpy's products on one thread: for small ones the others are only waited for.

Who runs several workers has given each of them its core already.
"""

from __future__ import annotations

import ctypes
from importlib import import_module
from typing import Any

_SETTERS = ("scipy_openblas_set_num_threads64_", "openblas_set_num_threads")


def use_one_thread() -> None:
    """Have numpy multiply on one thread of this process, where it is one of its own wheels."""
    core: Any = import_module("numpy._core._multiarray_umath")
    library = ctypes.CDLL(core.__file__)
    for name in _SETTERS:
        if setter := getattr(library, name, None):
            setter(1)
            return
