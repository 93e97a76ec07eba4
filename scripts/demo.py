"""Shows rasid on the example reports: reads them, links them, writes a brief and an export into demo/.

python scripts/demo.py
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from rasid.codebook import load_codebook, render_codebook
from rasid.model import Incident, Ledger
from rasid.pipeline import ingest, link_all, load_engine
from rasid.products.brief import BriefOptions, write_brief
from rasid.products.export import Origin, Unit, table_of, write_export
from rasid.products.record import Record
from rasid.products.selection import Selection, record_in
from rasid.products.show import show_count, show_when, show_where
from rasid.products.words import label
from rasid.store import open_store

ROOT = Path(__file__).resolve().parent.parent
REPORTS = ROOT / "examples" / "reports"
DEMO = ROOT / "demo"


def main() -> None:
    """Run the whole way on the examples and tell what was found."""
    DEMO.mkdir(exist_ok=True)
    database = DEMO / "rasid.db"
    _remove(database)
    with open_store(database, create=True) as store:
        ledger = ingest([REPORTS], {}, store, load_engine())
        link_all(store)
        record = record_in(store, Selection())
    brief = _write(record, ledger)
    _tell(record, ledger)
    print(f"\nThe brief:  {brief.relative_to(ROOT)}  (open it in a browser)")
    print(f"The export: {(DEMO / 'export').relative_to(ROOT)}")
    print(f"Look further: rasid incidents list --db {database.relative_to(ROOT)}")


def _remove(database: Path) -> None:
    """Remove what an earlier run left: what is stored under the same version is not coded again after a change."""
    for end in ("", "-wal", "-shm", "-journal"):
        database.with_name(database.name + end).unlink(missing_ok=True)


def _write(record: Record, ledger: Ledger) -> Path:
    codebook = load_codebook()
    brief = DEMO / "brief.html"
    options = BriefOptions(title="The example reports", ledger=ledger, codebook_version=codebook.version)
    write_brief(record, brief, options)
    origin = Origin(codebook_version=codebook.version, codebook_text=render_codebook(codebook))
    for unit in Unit:
        write_export(table_of(record, unit), DEMO / "export" / f"{unit.value}s", origin=origin, overwrite=True)
    return brief


def _tell(record: Record, ledger: Ledger) -> None:
    kinds = Counter(incident.event_type.value for incident in record.incidents)
    print(f"Reports: {ledger}")
    print(f"{len(record.mentions)} mentions of {len(record.incidents)} incidents, {len(record.statements)} statements")
    print(", ".join(f"{label(kind)} {number}" for kind, number in kinds.most_common()))
    print("\nTold by most reports:")
    for incident in sorted(record.incidents, key=lambda incident: (-len(incident.mention_ids), incident.incident_id))[
        :5
    ]:
        print(f"  {_line(incident)}")


def _line(incident: Incident) -> str:
    killed = incident.killed.value
    toll = f", killed {show_count(killed)}" if killed.known else ""
    where, when = show_where(incident.where.value), show_when(incident.when.value)
    return f"{label(incident.event_type.value)}, {where}, {when}{toll} ({len(incident.mention_ids)} reports)"


if __name__ == "__main__":
    main()
