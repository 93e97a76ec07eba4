"""The table of measured quality in the README, made from the floors that `make evals` holds."""

from __future__ import annotations

import re
import tomllib

from tests.contracts.pages import ROOT

FLOORS = ROOT / "evals" / "floors.toml"
_TABLE = re.compile(r"(?<=<!-- quality -->\n).*?(?=<!-- end of quality -->)", re.DOTALL)

SHOWN = (
    ("examples", "recall", "example reports: incidents of the key that are found"),
    ("examples", "precision", "example reports: coded incidents that are in the key"),
    ("examples", "killed", "… best number of killed right, of those found"),
    ("examples", "date", "… date right"),
    ("examples", "place", "… place right"),
    ("examples", "perpetrator", "… perpetrator right"),
    ("examples", "linked", "example reports: pairs of accounts of one incident that are linked"),
    ("examples", "apart", "example reports: near pairs of different incidents that are kept apart"),
    ("neutrality", "swaps_unchanged", "swaps of actors' names that change nothing in how the act is coded"),
    ("muc4", "gtt_f1", "MUC-4, TST1 and TST2: template F1 (GTT scoring)"),
    ("muc4", "slots_f1", "MUC-4, TST1 and TST2: F1 over all slots"),
    ("isaf", "killed", "ISAF press releases, development half: lowest number of killed right"),
    ("isaf", "province", "ISAF press releases, development half: province right"),
    ("places_lgl", "acc161", "places with gold names, LGL: within 161 km"),
    ("places_virus", "acc161", "places with gold names, GeoVirus: within 161 km"),
    ("times", "value_f1", "time expressions, WikiWars development part: value F1"),
    ("plover", "event_type", "PLOVER gold sentences, development part: category right"),
)
"""(measure, score, words for people); a score without a floor is left out."""


def table_now() -> str:
    """Return the table's rows with the floors as they stand."""
    floors = {
        one["name"]: one.get("floors", {}) for one in tomllib.loads(FLOORS.read_text(encoding="utf-8"))["measure"]
    }
    rows = [
        f"| {words} | {_shown(floors[measure][score])} |\n"
        for measure, score, words in SHOWN
        if floors.get(measure, {}).get(score)
    ]
    return f"\n| measure | score |\n|---|---:|\n{''.join(rows)}\n" if rows else "\nNo floors have been taken yet.\n\n"


def table_in(readme: str) -> str:
    """Return the table as the README has it."""
    found = _TABLE.search(readme)
    assert found is not None, "the README has no place for the table of quality"
    return found.group()


def renewed(readme: str) -> str:
    """Return the README with the table as it is now."""
    return _TABLE.sub(lambda _: table_now(), readme)


def _shown(score: float) -> str:
    return f"{score:.1f}" if score > 1 else f"{score:.3f}"
