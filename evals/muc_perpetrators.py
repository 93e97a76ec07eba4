"""Perpetrators in the form of the MUC-4 key: individuals as described, organisations as named."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from evals.muc_strings import Names, clean, head_phrase
from rasid.model import ActorKind, ActorResolver, Mention, Report
from rasid.model.reading import Argument

_PRONOUNS = frozenset(
    {"he", "she", "they", "it", "who", "which", "them", "that", "we", "i", "you", "these", "those", "others"}
)
_QUANTITY = re.compile(
    r"^(?:(?:alleged|presumed|suspected|several|some|approximately|about|around|at least|a|the|an|more than|many|various|"
    r"so-called|self-styled|members of|number of|group of|groups of|band of|column of|contingent of|unit of)\s+)+"
)
_AFTER_QUANTITY = re.compile(r"^(?:approximately|about|at least|more than)\s+\S+\s+")
_GROUPS = frozenset(
    {"group", "groups", "number", "band", "bands", "column", "contingent", "unit", "series", "squad", "handful"}
)
_STATE_BODIES = re.compile(
    r"\b(?:army|armed forces|air force|national police|police|military|national guard|treasury police|navy|security forces|government)$"
)
_GENERIC = re.compile(
    r"\b(?:guerrillas?|rebels?|terrorists?|insurgents?|subversives?|urban commandos?|extremists?|commandos?|narcoterrorists?)\b"
)


@dataclass(frozen=True, slots=True)
class Organisations:
    """The non-state organisations that a report names: (start, end, actor id) in code points."""

    found: tuple[tuple[int, int, str], ...]
    text: str

    @classmethod
    def of(cls, report: Report, actors: ActorResolver) -> Organisations:
        """Find the register's names in the report."""
        return cls(tuple(actors.find(report.text)), report.text)

    def inside(self, start: int, end: int) -> str | None:
        """Return the words of the first organisation named inside `[start, end)`."""
        for begin, stop, _ in self.found:
            if start <= begin and stop <= end:
                return clean(self.text[begin:stop])
        return None

    def armed(self, start: int, end: int, kinds: dict[str, ActorKind]) -> str | None:
        """Return the words of the non-state armed organisation named inside `[start, end)`, if only one is."""
        named = {
            actor: clean(self.text[begin:stop])
            for begin, stop, actor in reversed(self.found)
            if start <= begin and stop <= end and kinds.get(actor) in _ARMED
        }
        return next(iter(named.values())) if len(named) == 1 else None

    def most_named(self, kinds: dict[str, ActorKind]) -> str | None:
        """Return the words of the non-state armed organisation named most in the report."""
        seen = Counter(actor for _, _, actor in self.found if kinds.get(actor) in _ARMED)
        if not seen:
            return None
        actor = max(seen, key=lambda one: (seen[one], one))
        return next(clean(self.text[begin:stop]) for begin, stop, one in self.found if one == actor)


_ARMED = frozenset({ActorKind.rebel_group, ActorKind.political_militia, ActorKind.gang, ActorKind.communal_militia})


def individual(report: Report, argument: Argument, names: Names) -> str | None:
    """Return the description or name of those who acted, without quantity words, or None for a pronoun."""
    whole = clean(argument.span.quote(report.text))
    head = clean(argument.head.quote(report.text))
    if head in _PRONOUNS:
        return None
    name = names.person(report.text[argument.span.start : argument.head.end])
    if name is not None and argument.code is None:
        return name
    words = head_phrase(report, argument.span, argument.head)
    if head in _GROUPS and " of " in whole:
        words = whole.partition(" of ")[2]
    elif head in {"members", "member", "elements", "element"} and " of " in whole:
        return f"{head} of {whole.partition(' of ')[2]}"
    return _AFTER_QUANTITY.sub("", _QUANTITY.sub("", words)) or None


def is_state_body(words: str) -> bool:
    """Tell whether the words name a state's force as a body, which MUC-4 takes as an organisation."""
    return bool(_STATE_BODIES.search(words))


def is_generic(words: str) -> bool:
    """Tell whether the words are a generic noun for members of an insurgent organisation."""
    return bool(_GENERIC.search(words))


def organisation(
    mention: Mention, organisations: Organisations, kinds: dict[str, ActorKind], individuals: list[str]
) -> str | None:
    """Return the organisation of an act whose doer is only described: the only one named in its sentences.

    Where the doers are called guerrillas, rebels or the like, the report's most named armed organisation stands for them.
    """
    for span in mention.evidence:
        named = organisations.armed(span.start, span.end, kinds)
        if named is not None:
            return named
    if any(is_generic(words) for words in individuals):
        return organisations.most_named(kinds)
    return None
