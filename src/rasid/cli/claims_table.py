"""One incident for people: settled values with their rules, then the claim matrix."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from rasid.cli.output import print_drawn, text
from rasid.model import Claim, Incident, Judgement, Mention, Report, Stance
from rasid.products.claims import FIELDS, field_claims, shown_claims
from rasid.products.record import Record
from rasid.products.settled_words import settled_words
from rasid.products.show import show_claim, show_day, show_stated, show_when
from rasid.products.speakers import DENIED_BY, show_denial, speaker_name
from rasid.products.words import label, rule_words, word


def print_incident(console: Console, incident: Incident, record: Record) -> None:
    """Print all that is held on one incident."""
    mentions = record.mentions_of(incident)
    head = f"{label(incident.event_type.value)}  {show_when(incident.when.value)}"
    console.print(Text.assemble((f"{incident.incident_id}  ", "bold cyan"), (head, "bold")))
    print_drawn(console, _indented(_settled(incident)))
    inside = [
        judgement for judgement in incident.judgements if {judgement.left, judgement.right} <= {*incident.mention_ids}
    ]
    outside = [judgement for judgement in incident.judgements if judgement not in inside]
    parts = (
        ("Accounts differ", _conflicts(incident, record)),
        ("Why grouped", _reasons(inside)),
        ("Kept apart", _reasons(outside)),
    )
    for heading, lines in parts:
        printed = list(lines)
        if printed:
            console.print(text(f"\n{heading}", "bold"))
            print_drawn(console, _indented(Text("\n").join(printed)))
    console.print(text("\nClaims", "bold"))
    print_drawn(console, _indented(_matrix(mentions, record)))


def _settled(incident: Incident) -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column()
    grid.add_column(style="dim")
    for field, words, settled in settled_words(incident):
        grid.add_row(word("fields", field), text(words), rule_words(settled.rule))
    return grid


def _conflicts(incident: Incident, record: Record) -> Iterator[Text]:
    names = record.actor_names()
    for conflict in incident.conflicts:
        values = dict.fromkeys(
            show_denial(value, names)
            if value.startswith(DENIED_BY)
            else show_stated(conflict.field, value, record.mentions.get(mention_id))
            for mention_id, value in conflict.values
        )
        yield text(f"{word('fields', conflict.field)}: {' | '.join(values)}")


def _reasons(judgements: Iterable[Judgement]) -> Iterator[Text]:
    for judgement in judgements:
        yield text(
            f"{judgement.left} and {judgement.right}: {word('verdicts', judgement.verdict)}, {judgement.score:.2f}"
        )
        for reason in judgement.reasons:
            yield text(f"  {reason.points:+.1f}  {reason.text}", "dim")


def _matrix(mentions: tuple[Mention, ...], record: Record) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold", show_lines=False)
    table.add_column("", style="dim", no_wrap=True)
    for mention in mentions:
        table.add_column(text(_report(record.report_of(mention))), overflow="fold")
    for field in FIELDS:
        if any(field_claims(mention, field) for mention in mentions):
            table.add_row(word("fields", field), *(_cell(mention, field, record) for mention in mentions))
    return table


def _report(report: Report) -> str:
    day = report.published_day
    return f"{report.publisher or report.source_id or report.report_id}{f', {show_day(day)}' if day else ''}"


def _cell(mention: Mention, field: str, record: Record) -> Text:
    return Text("\n").join(_claim(claim, record.report_of(mention)) for claim in shown_claims(mention, field))


def _claim(claim: Claim[Any], report: Report) -> Text:
    said = [name] if (name := speaker_name(claim.said_by)) is not None else []
    said += [] if claim.stance is Stance.asserted else [word("stances", claim.stance)]
    quote = " ".join(claim.evidence[0].quote(report.text).split())
    return Text.assemble(
        text(show_claim(claim)), text(f" “{quote}”" + (f" ({'; '.join(said)})" if said else ""), "dim")
    )


def _indented(drawn: Table | Text) -> Padding:
    return Padding(drawn, (0, 0, 0, 2))
