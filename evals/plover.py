"""PLOVER gold standard sentences: event category, and who is source and who is target.

    python -m evals.plover score FILE... [--reader NAME] [--errors]

Our types become PLOVER categories by the codebook's crosswalk; FIGHT, since merged into ASSAULT, counts as ASSAULT. Most of the
categories (demands, agreements on trade, visits) are none that rasid codes: the scores are over those that it does code, and
`event_type_all` is over every record. A record is right when its category is among those coded from its sentence; `precision`
is the share of coded categories that some record of the sentence has. Source and target are over records with the right category,
right when the words of one hold those of the other. The last line is one JSON object.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from evals.common import print_scores, read_jsonl
from evals.engine import Code, add_reader, engine
from evals.intervals import share, share_line
from rasid.codebook import load_codebook
from rasid.model import ActorKind, ActorRef, Coding, StatementKind, make_report

CODED = ("ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "RETREAT")
"""The categories of material conflict and its end; AGREE is left out, as the gold's agreements are of every kind."""
_STATEMENTS = {
    StatementKind.threat: "THREATEN",
    StatementKind.condemnation: "DISAPPROVE",
    StatementKind.denial: "REJECT",
}
_ARMED = {ActorKind.rebel_group, ActorKind.political_militia, ActorKind.communal_militia, ActorKind.gang}
_STATE = {ActorKind.state_force, ActorKind.external_force, ActorKind.government, ActorKind.peacekeepers}
_KINDS: Mapping[str, set[ActorKind]] = {
    "MIL": _STATE,
    "COP": _STATE,
    "GOV": _STATE,
    "REB": _ARMED,
    "UAF": {ActorKind.unidentified_armed_group},
}
_CIVIL = {ActorKind.civilians, ActorKind.protesters, ActorKind.rioters, ActorKind.organisation}


class Coded(NamedTuple):
    """One act coded from a sentence: its category, who did it and to whom, in words, and the kind of the first actor."""

    category: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    actor: ActorRef | None = None


def coded_acts(coding: Coding) -> list[Coded]:
    """Return the mentions and statements of a sentence in PLOVER's categories."""
    acts = [
        Coded(
            category=load_codebook().event(mention.event_type.value).crosswalk.plover.category,
            sources=tuple(claim.value.words for claim in mention.perpetrators),
            targets=tuple(claim.value.words for claim in mention.targets),
            actor=mention.perpetrators[0].value if mention.perpetrators else None,
        )
        for mention in coding.mentions
    ]
    return acts + [
        Coded(_STATEMENTS[said.kind], (said.speaker.words,) if said.speaker else (), ())
        for said in coding.statements
        if said.kind in _STATEMENTS
    ]


def category(row: Mapping[str, Any]) -> str:
    """Return the record's category, FIGHT as ASSAULT."""
    return "ASSAULT" if row["event"] == "FIGHT" else str(row["event"])


def same_words(gold: Any, coded: tuple[str, ...]) -> bool | None:
    """Tell whether some gold actor and some coded words share a word that is more than an article; None without gold."""
    if not isinstance(gold, list) or not gold:
        return None
    wanted = [_words(actor["actorText"]) for actor in gold]
    return any(one & _words(words) for one in wanted for words in coded)


def _words(text: str) -> set[str]:
    words = {word.strip(".,'\"()").removesuffix("'s").rstrip("s").lower() for word in text.split()}
    return words - {"", "the", "of", "in", "a", "an", "and", "at"}


def same_kind(gold: Any, actor: ActorRef | None) -> bool | None:
    """Tell whether the coded actor is of the sector that the record gives its source; None where it gives none."""
    sectors = [actor_["sector"] for actor_ in gold if actor_.get("sector")] if isinstance(gold, list) else []
    if actor is None or not sectors or sectors[0] == "***":
        return None
    return actor.kind in _KINDS.get(sectors[0][:3], _CIVIL)


class Tally:
    """Hits by measure."""

    def __init__(self) -> None:
        self.hits: defaultdict[str, list[bool]] = defaultdict(list)

    def add(self, name: str, *, hit: bool | None) -> None:
        """Count one case; None is none."""
        if hit is not None:
            self.hits[name].append(hit)

    def sentence(self, rows: Sequence[Mapping[str, Any]], acts: Sequence[Coded]) -> None:
        """Count the records of one sentence."""
        told = {act.category for act in acts}
        wanted = {category(row) for row in rows}
        for one in sorted(told):
            self.add("precision", hit=one in wanted)
        for row in rows:
            self._record(row, acts)

    def _record(self, row: Mapping[str, Any], acts: Sequence[Coded]) -> None:
        name = category(row)
        fitting = [act for act in acts if act.category == name]
        self.add("event_type_all", hit=bool(fitting))
        if name in CODED:
            self.add("event_type", hit=bool(fitting))
            self.add(name, hit=bool(fitting))
        if fitting and name in CODED:
            self.add("source", hit=same_words(row.get("source"), fitting[0].sources))
            self.add("target", hit=same_words(row.get("target"), fitting[0].targets))
            self.add("source_kind", hit=same_kind(row.get("source"), fitting[0].actor))


def score(paths: Sequence[str], code: Code, *, errors: bool) -> None:
    """Code every sentence once and print the scores."""
    sentences: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for path in paths:
        for row in read_jsonl(path):
            sentences[row["text"]].append(row)
    tally = Tally()
    for text, rows in sentences.items():
        acts = coded_acts(code(make_report(text, published=date.fromisoformat(rows[0]["date"]))))
        tally.sentence(rows, acts)
        if errors:
            _show(text, rows, acts)
    _print(tally.hits)


def _show(text: str, rows: Sequence[Mapping[str, Any]], acts: Sequence[Coded]) -> None:
    print(text)
    for row in rows:
        print("  gold ", row["event"], _names(row.get("source")), "->", _names(row.get("target")))
    for act in acts:
        print("  coded", act.category, act.sources, "->", act.targets)


def _names(actors: Any) -> list[str]:
    return [actor["actorText"] for actor in actors] if isinstance(actors, list) else []


def _print(hits: Mapping[str, list[bool]]) -> None:
    names = ("event_type", *CODED, "event_type_all", "precision", "source", "target", "source_kind")
    for name in names:
        print(share_line(name, hits.get(name, [])))
    keys = ("event_type", "event_type_all", "precision", "source", "target", "source_kind")
    counts = {"n": len(hits.get("event_type", [])), "n_all": len(hits.get("event_type_all", []))}
    print_scores({key: share(hits.get(key, [])) for key in keys} | counts)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("command", choices=["score"])
    parser.add_argument("files", nargs="+")
    add_reader(parser)
    parser.add_argument("--errors", action="store_true", help="list every sentence with its records and what was coded")
    options = parser.parse_args(arguments)
    score(options.files, engine(options.reader).code, errors=options.errors)


if __name__ == "__main__":
    main()
