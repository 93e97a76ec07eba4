"""Names of armed bodies as vocabulary: "Boko Haram" tells as much of an armed context as "rebels" or "troops" do.

Without them, an act told of an organisation by its name would be read by other rules than the same act told of soldiers.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from rasid.model import ActorKind
from rasid.text.names import fold

_STATE = frozenset({ActorKind.state_force, ActorKind.external_force, ActorKind.peacekeepers})
_CLASSES = {kind.value: "military" if kind in _STATE else "armed_group" if kind.armed else None for kind in ActorKind}
"""The target class of each kind of actor; None where not all of its kind are armed."""
_PLAIN = frozenset(
    """abt ans bras coalition dry fact far fps gis jihad let mac model mtm navy ops pdf plan prc sss contra contras
    national liberal unit unity front action""".split()
)
"""Names of one word that are also plain words; the reader looks words up in small letters."""
LONGEST = 8
"""Most words of a name."""
_SHORTEST = 3


@cache
def armed_names() -> tuple[tuple[str, str], ...]:
    """Return (lower-case name, target class) of every name of the actor register that only armed organisations bear.

    Names of letters and digits, hyphens and commas, of three letters and at most five words; the case of letters is left to the
    caller. Read once a process.
    """
    path = files("rasid.data") / "actors" / "register.json"
    register = json.loads(path.read_text(encoding="utf-8"))
    classes = {actor: _CLASSES[row[1]] for actor, row in register["actors"].items()}
    found = []
    for name, bearers in register["names"].items():
        if _is_word_like(name):
            borne = {classes[bearer.partition("|")[0]] for bearer in bearers.split("~")}
            if None not in borne:
                found.append((name, "military" if borne == {"military"} else "armed_group"))
    return tuple(found)


def _is_word_like(name: str) -> bool:
    letters = name.replace(" ", "").replace("-", "").replace(",", "")
    spelled = letters.isalnum() and not letters[0].isdigit()
    return spelled and name not in _PLAIN and len(name) >= _SHORTEST and name.count(" ") < LONGEST


def name_of(forms: Sequence[str]) -> str:
    """Return the words of tokens as the register spells names: "al-shabaab", "lord 's resistance army" without signs."""
    return fold(" ".join(forms).replace(" 's", "s").replace(" ’s", "s"))
