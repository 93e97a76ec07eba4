"""The example reports against their key: what was found, missed and made up, the fields, the statements, the clusters.

    python -m evals.examples [--reader NAME] [--reports DIR] [--key FILE] [--errors]

The key was written by a human coder before any software had read the reports; examples/README.md says how. Incidents are found,
and their fields compared, as by `rasid eval`. `statements` is the share of the key's statements coded with the kind and the
speaker. `linked` is the share of pairs of reports of one incident, found in both, that are linked; `apart` the share of pairs of
found incidents of different reports that are not one and are kept apart, near pairs only (same type, within three days). The last
line is one JSON object.
"""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from evals.common import print_scores
from evals.engine import Code, add_reader, engine
from evals.intervals import share_line
from rasid.evaluate import Share, read_key, score
from rasid.evaluate.align import align
from rasid.evaluate.incident import ScoredIncident, ScoredReport
from rasid.evaluate.predicted import scored_row
from rasid.linking import link, settle_mention
from rasid.model import Coding, Ledger, Report, Statement
from rasid.products.export.flat import flat_row
from rasid.products.export.rows import as_values
from rasid.sources import named_reports

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
_NAMES = {
    "recall": "recall",
    "recall of main incidents": "recall_main",
    "precision": "precision",
    "reports without incident left empty": "decoys_empty",
    "type": "type",
    "status": "status",
    "killed best": "killed",
    "date": "date",
    "place": "place",
    "perpetrator": "perpetrator",
    "target": "target",
}
_NEAR = timedelta(days=3)


class Read(NamedTuple):
    """One report, what was coded from it, and its incidents as scoring sees them."""

    source: str
    report: Report
    coding: Coding
    incidents: tuple[ScoredIncident, ...]


class Found(NamedTuple):
    """An incident of the key that was found: its cluster, the report, the incident that linking put it in, and its values."""

    cluster: str
    source: str
    incident_id: str
    key: ScoredIncident


def read_all(folder: Path, code: Code) -> list[Read]:
    """Take in and code every report of a folder."""
    found = []
    for source, report in named_reports([folder], defaults={}, ledger=Ledger()):
        coding = code(report)
        rows = (as_values(flat_row(mention, settle_mention(mention), report)) for mention in coding.mentions)
        incidents = tuple(scored_row(row)[1] for row in rows)
        found.append(Read(report.source_id or source, report, coding, incidents))
    return found


def by_key(key: Sequence[ScoredReport], reads: Sequence[Read]) -> list[tuple[ScoredReport, Read]]:
    """Return each report of the key with what was read of it; raises KeyError for one that is not there."""
    named = {name: read for read in reads for name in (read.source, Path(read.source).name)}
    return [(report, next(named[name] for name in report.names if name in named)) for report in key]


def found_in(pairs: Sequence[tuple[ScoredReport, Read]]) -> list[Found]:
    """Return the found incidents of the key, each with the incident that linking all reports put it in."""
    incidents = link((read.report, read.coding) for _, read in pairs)
    home = {mention_id: incident.incident_id for incident in incidents for mention_id in incident.mention_ids}
    return [
        Found(
            cluster=report.incidents[i].group or "",
            source=read.source,
            incident_id=home[read.coding.mentions[j].mention_id],
            key=report.incidents[i],
        )
        for report, read in pairs
        for i, j in align(report.incidents, read.incidents)
    ]


def linking(found: Sequence[Found]) -> tuple[list[bool], list[bool]]:
    """Return the hits of `linked` and of `apart`, one a pair of found incidents of different reports."""
    linked, apart = [], []
    for left, right in combinations(found, 2):
        if left.source == right.source:
            continue
        same = left.incident_id == right.incident_id
        if left.cluster == right.cluster:
            linked.append(same)
        elif near(left.key, right.key):
            apart.append(not same)
    return linked, apart


def near(left: ScoredIncident, right: ScoredIncident) -> bool:
    """Tell whether two incidents of the key could be taken for one: the same type, within three days or undated."""
    if left.event_type != right.event_type:
        return False
    if left.days is None or right.days is None:
        return left.country == right.country
    return left.days[0] - _NEAR <= right.days[1] and right.days[0] - _NEAR <= left.days[1]


def statements(
    raw: Sequence[Mapping[str, Any]], reads: Sequence[Read]
) -> Iterator[tuple[str, Mapping[str, Any], bool]]:
    """Yield (source, statement of the key, whether it was coded); each coded statement answers one of the key's."""
    named = {name: read for read in reads for name in (read.source, Path(read.source).name)}
    for row in raw:
        read = named[row["id"] if "id" in row else Path(row["file"]).name]
        left = list(read.coding.statements)
        for wanted in row.get("statement", ()):
            match = next((one for one in left if _says(one, wanted)), None)
            if match is not None:
                left.remove(match)
            yield read.source, wanted, match is not None


def _says(statement: Statement, wanted: Mapping[str, Any]) -> bool:
    if statement.kind.value != wanted["kind"]:
        return False
    words = statement.speaker.words.lower() if statement.speaker is not None else "author"
    speaker = str(wanted["speaker"]).lower()
    return speaker in words or words in speaker


def run(folder: Path, key_file: Path, code: Code, *, errors: bool) -> dict[str, Any]:
    """Score the reports and print the lines; returns the scores."""
    key, reads = read_key(key_file), read_all(folder, code)
    pairs = by_key(key, reads)
    shares = score(key, {read.source: read.incidents for read in reads}).shares
    said = list(statements(tomllib.loads(key_file.read_text(encoding="utf-8"))["report"], reads))
    linked, apart = linking(found_in(pairs))
    if errors:
        _show(pairs)
        print(
            *(
                f"statement missed: {source}: {wanted['kind']} by {wanted['speaker']}"
                for source, wanted, hit in said
                if not hit
            ),
            sep="\n",
        )
    told = {"statements": [hit for _, _, hit in said], "linked": linked, "apart": apart}
    for one in shares:
        print(_line(one))
    for name, hits in told.items():
        print(share_line(name, hits))
    scores = {_NAMES[one.name]: one.value or 0.0 for one in shares if one.name in _NAMES}
    return scores | {name: sum(hits) / max(len(hits), 1) for name, hits in told.items()} | {"n": len(reads)}


def _line(one: Share) -> str:
    bounds = "" if one.low is None or one.high is None else f"[{one.low:.3f}, {one.high:.3f}]"
    return f"{one.name:<36}{'' if one.value is None else format(one.value, '.3f'):>6}   {bounds}   n {one.n}"


def _show(pairs: Sequence[tuple[ScoredReport, Read]]) -> None:
    """Print the incidents that were missed and made up."""
    for report, read in pairs:
        matched = align(report.incidents, read.incidents)
        for i, incident in enumerate(report.incidents):
            if i not in {left for left, _ in matched}:
                print(f"missed {read.source}: {incident}")
        for j, mention in enumerate(read.coding.mentions):
            if j not in {right for _, right in matched}:
                words = " ".join(mention.evidence[0].quote(read.report.text).split())
                print(f"extra  {read.source}: {read.incidents[j]}\n       {words}")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_reader(parser)
    parser.add_argument("--reports", type=Path, default=EXAMPLES / "reports")
    parser.add_argument("--key", type=Path, default=EXAMPLES / "key.toml")
    parser.add_argument("--errors", action="store_true", help="list what was missed and made up first")
    options = parser.parse_args(arguments)
    print_scores(run(options.reports, options.key, engine(options.reader).code, errors=options.errors))


if __name__ == "__main__":
    main()
