"""How much each sign weighs when places of one name are ranked.

Scores are sums on a log-like scale: one unit is about a factor of 2.7 in likelihood. The weights are round numbers set by hand
while reading errors on development sets; none was fitted. What each sign brings: `python -m evals.places ablate`.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The weight of each sign; 0 leaves it out."""

    size: float = 1.0
    """Logarithm of the number of inhabitants, or of what is usual for the kind."""
    kind: float = 1.0
    """A country before a town of its name, a capital before another city, a town before the unit around it."""
    word: float = 6.0
    """The kind that a word beside the name says: "Diyala province", "the Habbaniyah base"."""
    spelling: float = 1.0
    """The main name before a further one, the exact spelling before one of the same key, our own tables before others."""
    holder: float = 10.0
    """The place lies in another one that the phrase itself names: "Paris, Texas"."""
    countries: float = 8.0
    """The country is one that the report is about; less for each after the first."""
    units: float = 5.0
    """The first-level unit is one that the report is about."""
    company: float = 4.0
    """Other places of the report lie near by."""
    country_share: float = 4.0
    """The share of the report's other places that lie in the same country."""
    named_unit: float = 6.0
    """The report names the unit that the place lies in: "Ohio" somewhere, for "Dublin"."""
    level: float = 5.0
    """The share of the report's other names in the same country that are first-level units too: "Ohio, Kansas, New York"."""
    same_name: float = 6.0
    """The report says elsewhere which place of the name it means: "Paris, Texas" once, "Paris" later."""

    def without(self, sign: str) -> Weights:
        """These weights with one sign left out; raises TypeError for a name that is no sign."""
        return replace(self, **{sign: 0.0})


SIGNS = tuple(field.name for field in fields(Weights))
DEFAULT = Weights()
