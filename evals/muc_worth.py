"""Whether MUC-4 would hold a mention for an incident of its own: a weighted list of readable features.

MUC-4's notion of a relevant incident (guidelines, part 1) leaves out much that rasid codes: old attacks recalled in a
clause, fighting, attacks on military targets, acts told of nobody at no place. The weights are a logistic regression on
the development split (`python -m evals.muc_fit`), never on the test splits; they decide what is handed to the MUC scorers,
not what rasid codes.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from rasid.model import Mention, Reading
from rasid.model.reading import Argument

_WEIGHTS = Path(__file__).with_name("muc_weights.json")
_SHOWN = ("perpetrator", "target", "killed", "injured", "abducted", "weapon", "place", "time")


def features(mention: Mention, reading: Reading, arguments: Sequence[Argument]) -> list[str]:
    """Return the names of the features that hold for a mention."""
    roles = {argument.role.value for argument in arguments}
    first = min(reading.sentences.index(span) for span in mention.evidence)
    rank = int(mention.mention_id.rpartition(":")[2])
    codes = {a.code for a in arguments if a.role.value in {"target", "killed", "injured", "abducted"}}
    doers = {a.code for a in arguments if a.role.value == "perpetrator"}
    telling = [trigger for trigger in reading.triggers if trigger.span in set(mention.triggers)]
    return [
        "bias",
        f"type={mention.event_type.value}",
        f"rule={mention.event_type.rule}",
        f"status={mention.status.value}",
        f"role={mention.role.value}",
        f"triggers={min(len(mention.triggers), 4)}",
        f"sentence={min(first, 12) // 2}",
        f"rank={min(rank, 6)}",
        f"mentions={min(len({t.incident for t in reading.triggers}), 8) // 2}",
        *(f"has={role}" for role in _SHOWN if role in roles),
        *(f"lacks={role}" for role in _SHOWN if role not in roles),
        *(f"hit={code}" for code in sorted(str(code) for code in codes)),
        *(f"doer={code}" for code in sorted(str(code) for code in doers)),
        f"verb={any(trigger.rule.startswith('verb') for trigger in telling)}",
        f"said={any(trigger.attribution is not None for trigger in telling)}",
        *sorted({f"kind={claim.value.kind.value}" for claim in mention.perpetrators}),
        *sorted({f"named={claim.value.actor_id is not None}" for claim in mention.perpetrators}),
    ]


@cache
def weights() -> dict[str, float]:
    """Return the fitted weights by feature name."""
    loaded: dict[str, float] = json.loads(_WEIGHTS.read_text(encoding="utf-8"))
    return loaded


def worth(mention: Mention, reading: Reading, arguments: Sequence[Argument]) -> float:
    """Return the chance in [0, 1] that MUC-4 keys the mention."""
    known = weights()
    return 1 / (1 + math.exp(-sum(known.get(name, 0.0) for name in features(mention, reading, arguments))))
