"""A trigger while the grammar is at work on it."""

from __future__ import annotations

from dataclasses import dataclass, field

from rasid.model import ArgumentRole, EventType, MentionRole, Part, Stance, Status
from rasid.model.reading import Argument, Attribution
from rasid.reading.lexicon.classify import Kind
from rasid.reading.lexicon.described import described_end
from rasid.reading.lexicon.extent import name_start, of_end
from rasid.reading.lexicon.sentence import NounPhrase, Sentence, VerbGroup
from rasid.reading.lexicon.vocabulary import Act


@dataclass(slots=True)
class Candidate:
    """One trigger word with what has been read of it; tokens `[start, end)` of its sentence."""

    sentence: Sentence
    start: int
    end: int
    act: Act
    event_type: EventType
    rule: str
    group: VerbGroup | None = None
    phrase: NounPhrase | None = None
    doer: NounPhrase | None = None
    patients: list[NounPhrase] = field(default_factory=list)
    passive: bool = False
    arguments: list[Argument] = field(default_factory=list)
    status: Status = Status.reported
    status_rule: str = "status.plain"
    role: MentionRole = MentionRole.main
    attribution: Attribution | None = None
    dropped: str | None = None
    follows: Candidate | None = None
    """The trigger in the same sentence that this one tells more of: "attacked …, killing …"."""
    pointer: str | None = None
    """The rule by which the trigger can only tell more of an act told elsewhere."""
    incident: int = 0
    strand: int = 0
    """Stretch of the sentence that tells one act; triggers of two strands are never one incident (strands.py)."""

    def add(
        self,
        role: ArgumentRole,
        phrase: NounPhrase,
        rule: str,
        *,
        kind: Kind | None = None,
        part: Part = Part.whole,
        stance: Stance = Stance.asserted,
        whole: bool = True,
    ) -> None:
        """Add the phrase as an argument; `whole` takes its "of" phrases and bracketed acronym along."""
        sentence = self.sentence
        reach = described_end if role is ArgumentRole.perpetrator else of_end
        end = reach(sentence, phrase) if whole else phrase.end
        start = name_start(sentence, phrase) if whole else phrase.start
        code = kind.group.target_class if kind is not None and kind.group is not None else None
        argument = Argument(
            role=role,
            span=sentence.span(start, end),
            head=sentence.span(phrase.head, phrase.head + 1),
            rule=rule,
            part=part,
            code=code,
            stance=stance,
        )
        if all((known.role, known.span) != (argument.role, argument.span) for known in self.arguments):
            self.arguments.append(argument)

    def of_role(self, role: ArgumentRole) -> list[Argument]:
        """Return the arguments of one role, in order of reading."""
        return [argument for argument in self.arguments if argument.role == role]
