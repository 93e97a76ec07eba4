"""Two mentions, facet by facet: how alike they are, with a sentence for people.

Each file holds one facet's function `compare(left, right) -> Likeness`. It is symmetric, and knows no weights: what a
likeness is worth stands in `rasid.linking.score`.
"""

from rasid.linking.compare.likeness import SILENT, Likeness

__all__ = ["SILENT", "Likeness"]
