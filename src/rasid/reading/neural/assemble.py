"""What the heads say of a report, and the lexicon reader beside them, into triggers with incidents and arguments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rasid.learn.session import Floats
from rasid.model import EventType, MentionRole, Reading, Report, Span, Status
from rasid.model.reading import Argument, ArgumentRole, Attribution, Trigger
from rasid.reading.lexicon import unhurt
from rasid.reading.lexicon.casualties import HARM_ROLES
from rasid.reading.neural.arguments import Arguments
from rasid.reading.neural.found import Found, find
from rasid.reading.neural.group import group
from rasid.reading.neural.labels import BEGINS, MENTION_ROLES, STANCES, STATUSES, TYPES
from rasid.reading.neural.phrases import Phrases
from rasid.reading.neural.scores import Heads, WindowScores, middle
from rasid.reading.neural.thresholds import Thresholds

_UNSEEN = -1
"""Stands for the incident of a trigger that the lexicon reader does not see."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """The triggers of a report in text order."""

    triggers: tuple[Trigger, ...]
    notable: dict[int, float]
    """The chance of each incident to be in a key of notable incidents."""
    own: dict[int, int]
    """The incident numbers of the lexicon reader, each with the number that its incident has here."""


def assemble(
    report: Report,
    heads: Heads,
    windows: Sequence[WindowScores],
    lexicon: Reading,
    phrases: Phrases,
    least: Thresholds,
) -> Assembled:
    """Return the triggers of a report whose windows are scored."""
    found = [one for scores in windows for one in find(scores, lexicon, least)]
    incidents = list(_incidents(found, heads, least))
    arguments = Arguments(heads, phrases, least, lexicon)
    for scores in windows:
        arguments.add(scores, found)
    _keep_harms(found, lexicon)
    kinds = {number: _kind(members, least) for number, members in incidents}
    roles = {number: _role(members) for number, members in incidents}
    own: dict[int, int] = {}
    for one in found:
        if one.lexicon is not None:
            own.setdefault(one.lexicon.incident, one.incident)
    return Assembled(
        triggers=tuple(_trigger(report, one, kinds[one.incident], roles[one.incident], least) for one in found),
        notable={number: max(one.facts.keyed for one in members) for number, members in incidents},
        own=own,
    )


def _keep_harms(found: Sequence[Found], lexicon: Reading) -> None:
    """Keep what the lexicon reader counts beside a trigger that the network does not see.

    "Nobody was hurt", whose verb is no trigger to the network, goes to the nearest trigger of all; the harmed of an incident that
    both see to the nearest of its own, unless they are counted already. On the example reports this mends the toll of two in a
    hundred incidents, on the development part it costs a thousandth of the arguments' F1.
    """
    known = {one.lexicon.span for one in found if one.lexicon is not None}
    for trigger in lexicon.triggers:
        if trigger.span in known:
            continue
        own = [one for one in found if one.lexicon is not None and one.lexicon.incident == trigger.incident]
        for argument in trigger.arguments:
            zero = argument.rule == unhurt.RULE
            hosts = found if zero else own
            if argument.role in HARM_ROLES and hosts:
                host = min(
                    hosts, key=lambda one: (abs(one.sentence - trigger.sentence), abs(one.start - trigger.span.start))
                )
                if not _is_counted(argument, [host] if zero else found, {argument.role} if zero else HARM_ROLES):
                    host.arguments.append(argument)


def _is_counted(argument: Argument, among: Sequence[Found], roles: AbstractSet[ArgumentRole]) -> bool:
    """Tell whether a phrase has one of these roles already."""
    return any(one.role in roles and one.span.overlaps(argument.span) for host in among for one in host.arguments)


def _incidents(found: Sequence[Found], heads: Heads, least: Thresholds) -> Iterator[tuple[int, list[Found]]]:
    """Number the incidents in order of first telling, on their triggers too; yield each with its triggers."""
    for number, members in enumerate(group(_links(found, heads, least), least.same), 1):
        for member in members:
            found[member].incident = number
        yield number, [found[member] for member in members]


def _links(found: Sequence[Found], heads: Heads, least: Thresholds) -> NDArray[np.float64]:
    """Return how much speaks for each pair of triggers to tell one incident, above the diagonal."""
    links = np.zeros((len(found), len(found)))
    if len(found) < 2:
        return links
    left, right = np.triu_indices(len(found), 1)
    vectors = np.stack([_pair_vector(one) for one in found])
    sentences, labels = np.array([(one.sentence, one.span.label) for one in found]).T
    links[left, right] = heads.same(
        vectors[left], vectors[right], sentences[right] - sentences[left], labels[left] == labels[right]
    )
    told = np.array([_UNSEEN if one.lexicon is None else one.lexicon.incident for one in found])
    both = (told[left] != _UNSEEN) & (told[right] != _UNSEEN)
    links[left, right] += both * np.where(told[left] == told[right], least.same_agreed, -least.same_agreed)
    return links


def _pair_vector(one: Found) -> Floats:
    return middle(one.scores.pairs, one.span.first, one.span.last)


def _kind(members: Sequence[Found], least: Thresholds) -> int:
    """Return the incident's type: the likeliest over its triggers, those of the lexicon reader's counted in."""
    total = np.zeros(len(TYPES))
    for one in members:
        total += one.scores.triggers[one.span.first, BEGINS:]
        if one.lexicon is not None:
            total[TYPES.index(one.lexicon.event_type)] += least.type_agreed
    total[TYPES.index(EventType.attack)] *= least.type_general
    return int(np.argmax(total))


def _role(members: Sequence[Found]) -> MentionRole:
    total = sum(np.asarray(one.facts.role, dtype=np.float64) for one in members)
    return MENTION_ROLES[int(np.argmax(total))]


def _trigger(report: Report, one: Found, kind: int, role: MentionRole, least: Thresholds) -> Trigger:
    span = Span(report_id=report.report_id, start=one.start, end=one.end)
    status, rule = _status(one, least)
    return Trigger(
        span=span,
        sentence=one.sentence,
        incident=one.incident,
        event_type=TYPES[kind],
        status=status,
        status_rule=rule,
        role=role,
        rule=one.lexicon.rule if one.lexicon is not None else "neural.trigger",
        arguments=tuple(sorted(one.arguments, key=lambda argument: argument.span)),
        attribution=_attribution(one, span),
        confidence=round(one.span.chance, 3),
    )


def _status(one: Found, least: Thresholds) -> tuple[Status, str]:
    best = int(np.argmax(one.facts.status))
    sure = float(one.facts.status[best]) >= least.status
    if one.lexicon is not None and not sure:
        return one.lexicon.status, one.lexicon.status_rule
    return STATUSES[best], "neural.status"


def _attribution(one: Found, scope: Span) -> Attribution | None:
    if one.lexicon is not None and one.lexicon.attribution is not None:
        return one.lexicon.attribution
    if one.speaker is None:
        return None
    return Attribution(
        scope=scope,
        cue=one.speaker,
        speaker=one.speaker,
        stance=STANCES[int(np.argmax(one.facts.stance))],
        rule="neural.source",
    )
