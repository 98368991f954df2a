"""An English spaCy pipeline, read in less time: the same tags, trees, lemmas and entities.

``read`` is the one door. Each step of the pipeline that is of a known make is computed by a
quicker one with the weights and rules of the model itself, any other by spaCy. A document that
comes out has everything that its pipeline sets, so that rules ask spaCy's attributes as ever.
"""

from .reading import read, steps

__all__ = ["read", "steps"]
