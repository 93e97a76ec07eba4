"""What the rules of an incident's type look at."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from rasid.coding.context import Context
from rasid.model import EventType
from rasid.model.reading import Argument, ArgumentRole, Trigger
from rasid.model.rules import only_blames


@dataclass(frozen=True)
class Facts:
    """What the rules look at: the triggers told, the type so far, and the words around."""

    context: Context
    triggers: list[Trigger]
    value: EventType

    def arguments(self, *roles: ArgumentRole) -> list[Argument]:
        """Return the arguments of these roles, in order of reading."""
        return [a for trigger in self.triggers for a in trigger.arguments if a.role in roles]

    def words(self, *roles: ArgumentRole) -> str:
        """Return the lower-case words of the arguments of these roles, one a line."""
        return "\n".join(self.context.quote(a.span).lower() for a in self.arguments(*roles))

    def codes(self, role: ArgumentRole) -> set[str]:
        """Return the codebook classes of the arguments of one role."""
        return {a.code for a in self.arguments(role) if a.code is not None}

    @cached_property
    def weapons(self) -> set[str]:
        """The weapon classes named."""
        return self.codes(ArgumentRole.weapon)

    @cached_property
    def doers(self) -> list[Argument]:
        """Those named as acting; those only blamed or claiming are left out."""
        return [a for a in self.arguments(ArgumentRole.perpetrator) if not only_blames(a.rule)]

    @cached_property
    def text(self) -> str:
        """The sentences of the triggers, lower case, each once."""
        numbers = sorted({trigger.sentence for trigger in self.triggers})
        return "\n".join(self.context.quote(self.context.reading.sentences[number]).lower() for number in numbers)

    def has(self, *types: EventType) -> bool:
        """Tell whether a trigger of one of these types is told."""
        return any(trigger.event_type in types for trigger in self.triggers)
