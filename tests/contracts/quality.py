"""The table of measured quality in the README, made from the floors that `make evals` holds."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping

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
    ("corpus", "trigger_f1", "own corpus, development part: triggers with type, F1"),
    ("corpus", "argument_f1", "… arguments, F1"),
    ("corpus", "incident_f1", "… incidents, F1"),
    ("codebook", "examples", "the codebook's examples coded as it says"),
    (
        "neutrality",
        "swaps_unchanged",
        "codebook and example reports: swaps of actors' names that change nothing in how the act is coded",
    ),
    ("neutrality", "mentions_unchanged", "own corpus, development part: mentions coded alike under such swaps"),
    ("muc4", "gtt_f1", "MUC-4, TST1 and TST2: template F1 (GTT scoring)"),
    ("muc4", "slots_f1", "MUC-4, TST1 and TST2: F1 over all slots"),
    ("isaf", "killed", "ISAF press releases, development half: lowest number of killed right"),
    ("isaf", "province", "ISAF press releases, development half: province right"),
    ("places_lgl", "acc161", "places with gold names, LGL: within 161 km"),
    ("places_virus", "acc161", "places with gold names, GeoVirus: within 161 km"),
    ("times", "value_f1", "time expressions, WikiWars development part: value F1"),
    ("plover", "event_type", "PLOVER gold sentences, development part: category right"),
)
"""(measure, score, words for people). A measure of the default reader ends in `_neural`; one that no reader takes part in stands in both columns."""


def table_now() -> str:
    """Return the table's rows with the floors as they stand."""
    floors = {
        one["name"]: one.get("floors", {}) for one in tomllib.loads(FLOORS.read_text(encoding="utf-8"))["measure"]
    }
    rows = [
        f"| {words} | {_shown(floors.get(f'{measure}_neural', ours), score)} | {_shown(ours, score)} |\n"
        for measure, score, words in SHOWN
        if (ours := floors.get(measure, {})) or floors.get(f"{measure}_neural")
    ]
    head = "| measure | as it comes | `--reader lexicon` |\n|---|---:|---:|"
    return f"\n{head}\n{''.join(rows)}\n" if rows else "\nNo floors have been taken yet.\n\n"


def table_in(readme: str) -> str:
    """Return the table as the README has it."""
    found = _TABLE.search(readme)
    assert found is not None, "the README has no place for the table of quality"
    return found.group()


def renewed(readme: str) -> str:
    """Return the README with the table as it is now."""
    return _TABLE.sub(lambda _: table_now(), readme)


def _shown(floors: Mapping[str, float], name: str) -> str:
    score = floors.get(name)
    if score is None:
        return ""
    return f"{score:.1f}" if score > 1 else f"{score:.3f}"
