"""The label of a mark: `t1 bombing claimed`, `killed+target 1 added`, `s2 assessment trend about 1`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TypeVar

from corpus.document import HARMS, Argument, Mark, Part, Role, Statement, Trigger
from corpus.problem import LabelError, listed
from rasid.codebook import load_codebook
from rasid.model import AssessmentTopic, EventType, Stance, StatementKind, Status

_Word = TypeVar("_Word", bound=StrEnum)
_NUMBERED = re.compile(r"([ts])([1-9]\d*)")
_NUMBER = re.compile(r"[1-9]\d*")
_REFERENCE = re.compile(r"s?[1-9]\d*")

STANCES = {
    "alleged_by": Stance.alleged,
    "hedged": Stance.hedged,
    "denied_by": Stance.denied,
    "claimed_by_perpetrator": Stance.claimed_by_perpetrator,
}
"""The guide's words for stances; `asserted` is left out."""
_STANCE_WORDS = {stance: word for word, stance in STANCES.items()}


def read_label(label: str, start: int, end: int) -> Mark:
    """Return the mark of a label over `[start, end)`; raises LabelError with what to write instead."""
    words = label.split(" ")
    if "" in words:
        msg = f"label {label!r} has blanks beside each other or at an end; write one blank between its words"
        raise LabelError(msg)
    numbered = _NUMBERED.fullmatch(words[0])
    if numbered is None:
        return _argument(label, words, start, end)
    number = int(numbered[2])
    if numbered[1] == "t":
        return _trigger(label, words[1:], (start, end), number)
    return _statement(label, words[1:], (start, end), number)


def write_label(mark: Mark) -> str:
    """Return the label of a mark as the guide writes it."""
    if isinstance(mark, Trigger):
        stance = _STANCE_WORDS.get(mark.stance)
        return _joined(f"t{mark.incident}", mark.event_type, mark.status, stance)
    if isinstance(mark, Statement):
        about = f"about {','.join(map(str, mark.about))}" if mark.about else None
        return _joined(f"s{mark.number}", mark.kind, mark.topic, about)
    numbers = [*map(str, mark.incidents), *(f"s{number}" for number in mark.statements)]
    part = mark.part if mark.part is not Part.whole else None
    return _joined("+".join(mark.roles), ",".join(numbers), part, mark.code)


def _joined(*words: str | None) -> str:
    return " ".join(word for word in words if word)


def _trigger(label: str, words: list[str], span: tuple[int, int], number: int) -> Trigger:
    rest = list(words)
    event_type = _take(rest, EventType)
    status = _take(rest, Status)
    stance = STANCES.get(rest[0]) if rest else None
    if stance is not None:
        rest.pop(0)
    if rest:
        msg = (
            f"label {label!r}: {rest[0]!r} cannot stand here; write tN [type] [status] [stance] in this order, "
            f"types: {listed(EventType)}; statuses: {listed(Status)}; stances: {listed(STANCES)}"
        )
        raise LabelError(msg)
    start, end = span
    return Trigger(
        start=start,
        end=end,
        incident=number,
        event_type=event_type,
        status=status,
        stance=stance or Stance.asserted,
    )


def _statement(label: str, words: list[str], span: tuple[int, int], number: int) -> Statement:
    rest = list(words)
    kind = _take(rest, StatementKind)
    topic = _take(rest, AssessmentTopic)
    about = _about(rest)
    if kind is None or rest:
        msg = (
            f"label {label!r}: write sN kind [topic] [about N], kinds: {listed(StatementKind)}; "
            f"topics of an assessment: {listed(AssessmentTopic)}"
        )
        raise LabelError(msg)
    if (kind is StatementKind.assessment) != (topic is not None):
        msg = f"label {label!r}: an assessment, and nothing else, has a topic: {listed(AssessmentTopic)}"
        raise LabelError(msg)
    start, end = span
    return Statement(start=start, end=end, number=number, kind=kind, topic=topic, about=about)


def _about(rest: list[str]) -> tuple[int, ...]:
    if len(rest) < 2 or rest[0] != "about" or not all(map(_NUMBER.fullmatch, rest[1].split(","))):
        return ()
    rest.pop(0)
    return tuple(map(int, rest.pop(0).split(",")))


def _argument(label: str, words: list[str], start: int, end: int) -> Argument:
    names = words[0].split("+")
    unknown = [name for name in names if name not in set(Role)]
    if unknown or len(set(names)) < len(names):
        wrong = repr(unknown[0]) + " is no role" if unknown else "a role stands twice"
        msg = f"label {label!r}: {wrong}; write tN, sN, or roles joined by +: {listed(Role)}"
        raise LabelError(msg)
    roles = tuple(Role(name) for name in names)
    incidents, statements = _references(label, roles, words[1] if len(words) > 1 else "")
    rest = words[2:]
    part = _take(rest, Part)
    code = rest.pop(0) if rest else None
    _check_rest(label, roles, part, rest)
    _check_code(label, roles, code)
    return Argument(
        start=start,
        end=end,
        roles=roles,
        incidents=incidents,
        statements=statements,
        part=part or Part.whole,
        code=code,
    )


def _references(label: str, roles: Sequence[Role], word: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    numbers = word.split(",")
    if not all(map(_REFERENCE.fullmatch, numbers)) or len(set(numbers)) < len(numbers):
        msg = f"label {label!r}: after the role comes the number of its incident, as in `place 1` or `place 1,2`"
        raise LabelError(msg)
    incidents = tuple(int(number) for number in numbers if number[0] != "s")
    statements = tuple(int(number[1:]) for number in numbers if number[0] == "s")
    if statements and Role.source not in roles:
        msg = f"label {label!r}: only a source belongs to a statement; write an incident's number for {roles[0]}"
        raise LabelError(msg)
    if not incidents and set(roles) != {Role.source}:
        msg = f"label {label!r}: {'+'.join(roles)} needs the number of an incident beside the statement's"
        raise LabelError(msg)
    return incidents, statements


def _check_rest(label: str, roles: Sequence[Role], part: Part | None, rest: Sequence[str]) -> None:
    if rest:
        msg = f"label {label!r}: {rest[0]!r} is too much; write role N [part] [code]"
        raise LabelError(msg)
    if part is not None and not set(roles) & set(HARMS):
        msg = f"label {label!r}: {part.value!r} is a part of casualty phrases ({listed(HARMS)}); leave it out"
        raise LabelError(msg)
    if part is Part.whole:
        msg = f"label {label!r}: leave 'whole' out"
        raise LabelError(msg)


def _check_code(label: str, roles: Sequence[Role], code: str | None) -> None:
    if code is None:
        if Role.tactic in roles:
            msg = f"label {label!r}: a tactic has its codebook id: {listed(codes_of(Role.tactic))}"
            raise LabelError(msg)
        return
    known = [one for role in roles for one in codes_of(role)]
    if code not in known:
        what = f"one of: {listed(known)}" if known else f"nothing there: {'+'.join(roles)} has no codes"
        msg = f"label {label!r}: {code!r} is neither a part ({listed(Part)}) nor a code; write {what}"
        raise LabelError(msg)


def codes_of(role: Role) -> tuple[str, ...]:
    """Return the codebook classes that an argument of a role may name."""
    book = load_codebook()
    entries = {Role.tactic: book.tactics, Role.weapon: book.weapons, Role.target: book.targets}.get(role, ())
    return tuple(entry.id for entry in entries)


def _take(rest: list[str], kind: Callable[[str], _Word]) -> _Word | None:
    """Take the first word off `rest` if it is of a closed list."""
    if not rest:
        return None
    try:
        word = kind(rest[0])
    except ValueError:
        return None
    rest.pop(0)
    return word
