"""Spans of the network and of the lexicon reader into triggers with incidents and arguments."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from rasid.learn.session import Floats
from rasid.model import ArgumentRole, MentionRole, Part, Reading, Report, Span, Status
from rasid.model.reading import Argument, Attribution, ReadRelation, Trigger
from rasid.reading.neural.decode import FoundSpan, arguments, part_of, word_starts
from rasid.reading.neural.decode import triggers as trigger_spans
from rasid.reading.neural.group import group
from rasid.reading.neural.labels import BEGINS, MENTION_ROLES, ROLES, SOURCE, STANCES, STATUSES, TYPES
from rasid.reading.neural.phrases import Phrases
from rasid.reading.neural.scores import Anchor, Facts, Heads, WindowScores, facts_of
from rasid.reading.neural.thresholds import Thresholds


@dataclass(slots=True)
class Found:
    """One trigger of the network, with the lexicon's where both see it."""

    window: int
    span: FoundSpan
    start: int
    end: int
    sentence: int
    facts: Facts
    lexicon: Trigger | None
    incident: int = 0
    arguments: list[Argument] = field(default_factory=list)
    speaker: Span | None = None


class Assembly:
    """One report on its way from scores to triggers."""

    def __init__(
        self,
        report: Report,
        heads: Heads,
        windows: Sequence[WindowScores],
        lexicon: Reading,
        phrases: Phrases,
        least: Thresholds,
    ) -> None:
        """Keep what the parts are made of."""
        self._report = report
        self._heads = heads
        self._windows = windows
        self._lexicon = lexicon
        self._phrases = phrases
        self._least = least
        self._starts = [word_starts(scores.window, report.text) for scores in windows]
        self._incidents: dict[int, int] = {}

    def triggers(self) -> tuple[tuple[Trigger, ...], dict[int, float]]:
        """Return the triggers, and for each incident its chance to be in a key of notable incidents."""
        found = [one for at in range(len(self._windows)) for one in self._found(at)]
        self._number(found)
        for incident in sorted({one.incident for one in found}):
            self._argue([one for one in found if one.incident == incident])
        for one in found:
            if one.lexicon is not None:
                self._incidents.setdefault(one.lexicon.incident, one.incident)
        kinds = {one.incident: self._kind([two for two in found if two.incident == one.incident]) for one in found}
        notable: dict[int, float] = defaultdict(float)
        for one in found:
            notable[one.incident] = max(notable[one.incident], one.facts.keyed)
        roles = {incident: self._role([one for one in found if one.incident == incident]) for incident in notable}
        return tuple(self._trigger(one, kinds[one.incident], roles[one.incident]) for one in found), dict(notable)

    def renumbered(self, relation: ReadRelation) -> ReadRelation | None:
        """Carry a relation of the lexicon reader over to this reading's incidents."""
        source, target = self._incidents.get(relation.source), self._incidents.get(relation.target)
        if source is None or target is None or source == target:
            return None
        return replace(relation, source=source, target=target)

    def _found(self, at: int) -> Iterator[Found]:
        scores, starts = self._windows[at], self._starts[at]
        window = scores.window
        seen = {
            place[0]: trigger
            for trigger in self._lexicon.triggers
            if (place := window.pieces_in(trigger.span.start, trigger.span.end)) is not None
        }
        told = scores.relevance >= self._least.relevance
        least = np.full(len(starts), self._least.trigger if told else 2.0, dtype=np.float32)
        least[list(seen)] = self._least.trigger_agreed
        for span in trigger_spans(scores.triggers, starts, least):
            known = next((seen[place] for place in range(span.first, span.last + 1) if place in seen), None)
            yield Found(
                window=at,
                span=span,
                start=window.starts[span.first] if known is None else known.span.start,
                end=window.ends[span.last] if known is None else known.span.end,
                sentence=window.sentences[span.first],
                facts=facts_of(scores, span.first),
                lexicon=known,
            )

    def _number(self, found: Sequence[Found]) -> None:
        """Give every trigger the number of its incident, in order of first telling."""
        pairs = [(a, b) for a in range(len(found)) for b in range(a + 1, len(found))]
        if not pairs:
            for one in found:
                one.incident = 1
            return
        vectors = np.stack([self._pair_vector(one) for one in found])
        left, right = np.array([a for a, _ in pairs]), np.array([b for _, b in pairs])
        chances = self._heads.same(
            vectors[left],
            vectors[right],
            [found[b].sentence - found[a].sentence for a, b in pairs],
            [found[a].span.label == found[b].span.label for a, b in pairs],
        )
        weighed = {
            pair: float(chance) + self._second_opinion(found[pair[0]], found[pair[1]])
            for pair, chance in zip(pairs, chances, strict=True)
        }
        for number, members in enumerate(group(len(found), weighed, self._least.same), 1):
            for member in members:
                found[member].incident = number

    def _second_opinion(self, left: Found, right: Found) -> float:
        if left.lexicon is None or right.lexicon is None:
            return 0.0
        same = left.lexicon.incident == right.lexicon.incident
        return self._least.same_agreed if same else -self._least.same_agreed

    def _pair_vector(self, one: Found) -> Floats:
        pairs = self._windows[one.window].pairs
        return np.asarray((pairs[one.span.first] + pairs[one.span.last]) / 2, dtype=np.float32)

    def _argue(self, members: Sequence[Found]) -> None:
        """Find the arguments of one incident window by window: the lexicon's that are not doubted, and the network's own."""
        for at in sorted({one.window for one in members}):
            here = [one for one in members if one.window == at]
            scores = self._windows[at]
            anchors = [Anchor(first=one.span.first, last=one.span.last, kind=one.span.label) for one in here]
            roles, parts = self._heads.arguments(scores, anchors)
            mean, part = roles.mean(axis=0), parts.mean(axis=0)
            for one in here:
                one.arguments = list(self._kept(scores, one, mean))
            for span in arguments(mean, self._starts[at], self._least.argument):
                self._hang(here, scores, span, part)

    def _kept(self, scores: WindowScores, one: Found, roles: Floats) -> Iterator[Argument]:
        """Yield the lexicon's arguments of a trigger that the network gives a chance."""
        for argument in one.lexicon.arguments if one.lexicon is not None else ():
            place = scores.window.pieces_in(argument.span.start, argument.span.end)
            role = ROLES.index(argument.role.value)
            if place is None:
                yield argument
                continue
            first, last = place
            if roles[first : last + 1, 2 * role : 2 * role + 2].max() >= self._least.argument_agreed:
                yield argument

    def _hang(self, here: Sequence[Found], scores: WindowScores, span: FoundSpan, parts: Floats) -> None:
        """Give a phrase of the network to the nearest trigger, unless a trigger has one of its role there."""
        role = ROLES[span.label]
        window = scores.window
        sentence = window.sentences[span.first]
        host = min(here, key=lambda one: (abs(one.sentence - sentence), abs(one.span.first - span.first)))
        words = Span(report_id=self._report.report_id, start=window.starts[span.first], end=window.ends[span.last])
        if role == SOURCE:
            if host.speaker is None or host.sentence == sentence:
                host.speaker = words
            return
        if any(known.role == role and _meet(known.span, words) for one in here for known in one.arguments):
            return
        phrase = self._phrases.describe(ArgumentRole(role), sentence, words.start, words.end)
        told = part_of(parts, span)
        host.arguments.append(
            Argument(
                role=ArgumentRole(role),
                span=words,
                head=phrase.head,
                rule="neural.argument" if told != "own" else "counter.neural",
                part=Part(told) if told != "own" else Part.whole,
                code=phrase.code,
                confidence=round(span.chance, 3),
            )
        )

    def _kind(self, members: Sequence[Found]) -> int:
        """Return the incident's type: the likeliest over its triggers, those of the lexicon reader's counted in."""
        total = np.zeros(len(TYPES))
        for one in members:
            total += self._windows[one.window].triggers[one.span.first, BEGINS:]
            if one.lexicon is not None:
                total[TYPES.index(one.lexicon.event_type)] += self._least.type_agreed
        return int(np.argmax(total))

    def _role(self, members: Sequence[Found]) -> MentionRole:
        total = sum(np.asarray(one.facts.role, dtype=np.float64) for one in members)
        return MENTION_ROLES[int(np.argmax(total))]

    def _trigger(self, one: Found, kind: int, role: MentionRole) -> Trigger:
        status, rule = self._status(one)
        return Trigger(
            span=Span(report_id=self._report.report_id, start=one.start, end=one.end),
            sentence=one.sentence,
            incident=one.incident,
            event_type=TYPES[kind],
            status=status,
            status_rule=rule,
            role=role,
            rule=one.lexicon.rule if one.lexicon is not None else "neural.trigger",
            arguments=tuple(sorted(one.arguments, key=lambda argument: argument.span)),
            attribution=self._attribution(one),
            confidence=round(one.span.chance, 3),
        )

    def _status(self, one: Found) -> tuple[Status, str]:
        best = int(np.argmax(one.facts.status))
        sure = float(one.facts.status[best]) >= self._least.status
        if one.lexicon is not None and not sure:
            return one.lexicon.status, one.lexicon.status_rule
        return STATUSES[best], "neural.status"

    def _attribution(self, one: Found) -> Attribution | None:
        if one.lexicon is not None and one.lexicon.attribution is not None:
            return one.lexicon.attribution
        if one.speaker is None:
            return None
        return Attribution(
            scope=Span(report_id=self._report.report_id, start=one.start, end=one.end),
            cue=one.speaker,
            speaker=one.speaker,
            stance=STANCES[int(np.argmax(one.facts.stance))],
            rule="neural.source",
        )


def _meet(left: Span, right: Span) -> bool:
    return left.start < right.end and right.start < left.end
