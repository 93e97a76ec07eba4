"""Arguments of an incident, window by window: the lexicon reader's that are not doubted, and the network's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from rasid.learn.session import Floats
from rasid.model import ArgumentRole, Part, Reading, Span
from rasid.model.reading import Argument
from rasid.model.rules import is_of_two_sides, only_blames
from rasid.reading.lexicon import unhurt
from rasid.reading.lexicon.casualties import HARM_ROLES
from rasid.reading.neural.decode import FoundSpan, part_of, spans_by_label
from rasid.reading.neural.found import Found
from rasid.reading.neural.labels import ROLES, SOURCE
from rasid.reading.neural.phrases import Phrases
from rasid.reading.neural.scores import Anchor, Heads, WindowScores
from rasid.reading.neural.thresholds import Thresholds

_SEEN_BY_GRAMMAR = frozenset({ArgumentRole.perpetrator, ArgumentRole.time})
"""Roles in which a phrase beside the lexicon reader's own trigger is seldom one that it merely missed. Measured on the development
part: to ask more of these costs no argument there and mends 15 of the codebook's 337 examples; of other roles it costs."""
_PARTIES = frozenset({ArgumentRole.perpetrator.value, ArgumentRole.target.value, SOURCE})


class Arguments:
    """Hangs arguments and speakers on the triggers of one report."""

    def __init__(self, heads: Heads, phrases: Phrases, least: Thresholds, lexicon: Reading) -> None:
        """Keep what is asked about phrases, and who makes a statement in the lexicon reader's eyes."""
        self._spoken = [said.speaker for said in lexicon.statements if said.speaker is not None]
        self._heads = heads
        self._phrases = phrases
        self._beside = least.beside
        self._alone = [_of_role(role, least.harm, least.party, least.setting) for role in ROLES]
        self._agreed = [_of_role(role, least.harm_agreed, least.party_agreed, least.setting_agreed) for role in ROLES]

    def add(self, scores: WindowScores, found: Sequence[Found]) -> None:
        """Fill in the arguments of the triggers of one window; those of an incident are asked for together."""
        here = [one for one in found if one.scores is scores]
        if not here:
            return
        anchors = [Anchor(first=one.span.first, last=one.span.last, kind=one.span.label) for one in here]
        roles, parts = self._heads.arguments(scores, anchors)
        for incident in sorted({one.incident for one in here}):
            rows = [at for at, one in enumerate(here) if one.incident == incident]
            others = [one for one in here if one.incident != incident]
            self._add([here[at] for at in rows], others, scores, roles[rows].mean(axis=0), parts[rows].mean(axis=0))

    def _add(
        self, members: Sequence[Found], others: Sequence[Found], scores: WindowScores, roles: Floats, parts: Floats
    ) -> None:
        """Fill in the arguments of one incident's triggers in a window, given the chances of each piece for the incident."""
        for one in members:
            one.arguments = list(self._kept(one, roles))
        spans = spans_by_label(roles, scores.words, self._alone)
        for span in sorted(spans, key=lambda one: -one.chance):
            self._hang(members, others, scores, span, part_of(parts, span))

    def _kept(self, one: Found, roles: Floats) -> Iterator[Argument]:
        """Yield the lexicon's arguments of a trigger that the network gives a chance."""
        for argument in one.lexicon.arguments if one.lexicon is not None else ():
            place = one.scores.window.pieces_in(argument.span.start, argument.span.end)
            if place is None or self._is_untaught(one, argument):
                yield argument
                continue
            first, last = place
            role = ROLES.index(argument.role.value)
            if roles[first : last + 1, 2 * role : 2 * role + 2].max() >= self._agreed[role]:
                yield argument

    def _is_untaught(self, one: Found, argument: Argument) -> bool:
        """Tell whether the network was taught to mark such a phrase otherwise or not at all.

        The corpus leaves pronouns unmarked, marks nobody under one harm only, and two joined sides of a clash as both acting.
        """
        otherwise = argument.rule == unhurt.RULE or is_of_two_sides(argument.rule)
        return otherwise or self._phrases.points_back(one.sentence, argument.span)

    def _hang(
        self, members: Sequence[Found], others: Sequence[Found], scores: WindowScores, span: FoundSpan, part: str
    ) -> None:
        """Give a phrase of the network to the nearest trigger: as its speaker, or as an argument where the role is free."""
        window, name = scores.window, ROLES[span.label]
        sentence = window.sentences[span.first]
        host = min(members, key=lambda one: (abs(one.sentence - sentence), abs(one.span.first - span.first)))
        words = self._phrases.span(window.starts[span.first], window.ends[span.last])
        if name != ArgumentRole.time:
            words = self._phrases.whole(sentence, words)
        if name == SOURCE:
            self._tell(host, sentence, words)
            return
        role = ArgumentRole(name)
        passed_over = role in _SEEN_BY_GRAMMAR and host.lexicon is not None and host.sentence == sentence
        if passed_over and span.chance < self._alone[span.label] + self._beside:
            return
        if not _is_taken(role, words, members, others):
            host.arguments.append(self._argument(role, sentence, words, part, span.chance))

    def _tell(self, host: Found, sentence: int, words: Span) -> None:
        """Name who tells of the act, unless the lexicon reader has them as blaming, claiming, denying or condemning."""
        stands = any(spoken.overlaps(words) for spoken in self._spoken)
        blames = any(only_blames(one.rule) for one in host.arguments if one.role is ArgumentRole.perpetrator)
        if not stands and not blames and (host.speaker is None or host.sentence == sentence):
            host.speaker = words

    def _argument(self, role: ArgumentRole, sentence: int, words: Span, part: str, chance: float) -> Argument:
        phrase = self._phrases.describe(role, sentence, words)
        return Argument(
            role=role,
            span=words,
            head=phrase.head,
            rule="neural.argument" if part != "own" else "counter.neural",
            part=Part(part) if part != "own" else Part.whole,
            code=phrase.code,
            confidence=round(chance, 3),
        )


def _of_role(name: str, harm: float, party: float, setting: float) -> float:
    """Return what is asked of a phrase in the role of that name."""
    if name in _PARTIES:
        return party
    return harm if ArgumentRole(name) in HARM_ROLES else setting


def _is_taken(role: ArgumentRole, words: Span, members: Sequence[Found], others: Sequence[Found]) -> bool:
    """Tell whether the incident has the phrase in the role, or the lexicon reader gives it to another incident.

    Nobody is counted under two harms.
    """
    alike = HARM_ROLES if role in HARM_ROLES else {role}
    own = (known for one in members for known in one.arguments if known.role in alike or is_of_two_sides(known.rule))
    elsewhere = (
        known for one in others if one.lexicon is not None for known in one.lexicon.arguments if known.role is role
    )
    return any(known.span.overlaps(words) for known in chain(own, elsewhere))
