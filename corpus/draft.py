"""Notes as a reader would write them, for an annotator to correct: its own reading, the text's sentences and the key as comments."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from corpus.cite import CitedText
from corpus.document import HARMS, Annotation, Argument, IncidentRecord, Mark, Role
from corpus.notes import DRAFT, NOTHING, write_notes
from corpus.reading import annotation_of, as_coded, incident_of
from corpus.standoff import left_out
from corpus.texts import ForeignText
from rasid.linking import settle_mention
from rasid.model import Count, Mention, When, make_report
from rasid.pipeline import Engine

_KEY_SLOTS = (
    "incident_type", "incident_stage", "incident_date", "incident_location", "instrument_id", "perp_individual", "perp_org",
    "perp_org_confidence", "phys_id", "phys_effect", "hum_name", "hum_description", "hum_number", "hum_effect",
)  # fmt: skip


def draft(text: ForeignText, engine: Engine, key: Sequence[Mapping[str, Any]] = ()) -> str:
    """Return the draft of one document's notes; `key` are its MUC-4 templates, shown as comments.

    The draft holds a line `draft` that the converter refuses: the annotator deletes it.
    """
    lines = [f"# {text.doc} {text.source}", DRAFT]
    lines += [f"; key: {_template(template)}" for template in key]
    cited = CitedText(text.text)
    for number, (start, end) in enumerate(cited.sentences, 1):
        lines.append(f"; {number}: {' '.join(text.text[start:end].split())}")
    annotation = read_and_code(text, engine)
    lines += write_notes(text, annotation) if annotation.triggers else [*write_notes(text, annotation), NOTHING]
    return "\n".join(lines) + "\n"


def read_and_code(text: ForeignText, engine: Engine) -> Annotation:
    """Return what the engine reads in a text, with a record line for each incident and its coded type first."""
    report = make_report(text.text, published=text.published, language="en")
    reading = engine.reader.read(report)
    annotation = annotation_of(reading)
    coding = engine.coder(reading, report, engine.resolvers)
    records = sorted((_record(annotation, mention) for mention in coding.mentions), key=lambda one: one.number)
    typed = as_coded(annotation, coding.mentions)
    told = tuple(mark for mark in typed.marks if not _without_code(mark))
    return left_out(replace(typed, marks=told, incidents=tuple(records)))


def _without_code(mark: Mark) -> bool:
    """Tell whether a mark is a tactic of no class of the codebook, which the markup has no label for."""
    return isinstance(mark, Argument) and Role.tactic in mark.roles and mark.code is None


def muc_key(data: Path) -> dict[str, list[dict[str, Any]]]:
    """Return the templates of the MUC-4 development documents, by document."""
    found: dict[str, list[dict[str, Any]]] = {}
    with (data / "muc4" / "templates.jsonl").open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["split"] == "dev":
                found.setdefault(row["docid"], []).append(row)
    return found


def _record(annotation: Annotation, mention: Mention) -> IncidentRecord:
    settled = settle_mention(mention)
    harms = {harm.value: getattr(settled, harm.value).value for harm in HARMS}
    country = settled.where.value.country if settled.where.value is not None else None
    return IncidentRecord(
        number=incident_of(annotation, mention),
        role=mention.role,
        date=_date(settled.when.value),
        country=country,
        killed=harms.pop("killed") or Count(),
        **{harm: count for harm, count in harms.items() if count is not None and count.known},
    )


def _date(when: When | None) -> str:
    if when is None or when.earliest is None or when.latest is None:
        return "?"
    return str(when.earliest) if when.earliest == when.latest else f"{when.earliest}..{when.latest}"


def _template(template: Mapping[str, Any]) -> str:
    slots = template["slots"]
    told = [f"{name}: {'; '.join(fill['raw'] for fill in slots[name])}" for name in _KEY_SLOTS if slots.get(name)]
    return ("optional | " if template["optional"] else "") + " | ".join(told).replace("\n", " ")
