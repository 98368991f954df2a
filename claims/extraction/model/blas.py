"""Products of matrices by numpy's BLAS, on one thread.

spaCy multiplies by its own BLIS, which on a processor that is newer than it falls back to code for
any processor. One thread, because the products of a small model take microseconds, in which other
threads are only waited for, and who runs several workers has given each of them its core already.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from thinc.api import NumpyOps


class NumpyBlas(NumpyOps):
    """thinc's operations, their products by numpy."""

    def gemm(
        self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False
    ) -> Any:
        """``x @ y``, each turned round first where asked."""
        return np.matmul(x.T if trans1 else x, y.T if trans2 else y, out=out)
