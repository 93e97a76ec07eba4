"""A coding for people: one block a mention, then what is said around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from rich.console import Console
from rich.text import Text

from rasid.cli.output import print_wrapped, text
from rasid.linking import settle_mention
from rasid.model import (
    Claim,
    Coding,
    Count,
    Harm,
    Incident,
    Mention,
    MentionRole,
    Relation,
    Report,
    Span,
    Speaker,
    Stance,
    Statement,
    Toll,
)
from rasid.products.claims import shown_claims
from rasid.products.show import (
    show_actor,
    show_count,
    show_day,
    show_quote,
    show_target,
    show_toll,
    show_when,
    show_where,
)
from rasid.products.speakers import speaker_name
from rasid.products.words import label, word

_WHOLE = 10_000
"""Code points of a sentence that is shown as evidence: all of it, whatever the text."""

_LABEL = 9
"""Least columns of the labels, so that the blocks of one report stand in line."""

Rows = Iterator[tuple[str, Text]]


def print_coding(console: Console, report: Report, coding: Coding, *, evidence: bool) -> None:
    """Print the head of a report and a block for each of its mentions, statements and relations."""
    print_wrapped(console, _head(report, coding))
    for number, mention in enumerate(coding.mentions, 1):
        console.print()
        console.print(_title(number, mention))
        _print_rows(console, mention_rows(mention, report, evidence=evidence))
    if coding.statements or coding.relations:
        console.print()
        _print_rows(console, _around(coding, report))
    console.print()


def mention_rows(mention: Mention, report: Report, *, evidence: bool) -> Rows:
    """Yield (label, words) for all that one mention tells."""
    settled = settle_mention(mention)
    yield from _named("who", map(show_actor, settled.perpetrators.value), mention.perpetrators)
    yield from _named("whom", map(show_target, settled.targets.value), mention.targets)
    if settled.where.value is not None:
        yield (
            "where",
            _join(text(show_where(settled.where.value)), _quoted(claim.value.words for claim in mention.places)),
        )
    if settled.when.value is not None:
        yield "when", _join(text(show_when(settled.when.value)), _quoted(claim.value.words for claim in mention.times))
    yield from _tolls(settled, mention)
    yield from _coded("weapons", settled.weapons.value)
    yield from _coded("tactics", settled.tactics.value)
    speakers = dict.fromkeys(filter(None, map(speaker_name, mention.sources)))
    if speakers:
        yield "says who", text("; ".join(speakers))
    if evidence:
        for span in mention.evidence:
            yield "evidence", _quoted([show_quote(span, report, longest=_WHOLE)])


def _head(report: Report, coding: Coding) -> Text:
    day = report.published_day
    facts = [report.publisher, show_day(day) if day is not None else "no date of publication"]
    counts = f"{_many(len(coding.mentions), 'incident')}, {_many(len(coding.statements), 'statement')}"
    name = text(report.source_id or report.title or report.report_id, "bold")
    return _join(
        name, text(" · ".join(filter(None, (report.title if report.source_id else None, *facts, counts))), "dim")
    )


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _title(number: int, mention: Mention) -> Text:
    told = "" if mention.role is MentionRole.main else ", told besides"
    status = label(mention.status.value).lower()
    return Text.assemble(
        (f"{number}  ", "bold cyan"), (label(mention.event_type.value), "bold"), (f"  {status}{told}", "dim")
    )


def _print_rows(console: Console, rows: Iterable[tuple[str, Text]]) -> None:
    """Print labels and words side by side; a label is printed once for the rows that share it."""
    listed = list(rows)
    width = max([_LABEL, *(len(name) for name, _ in listed)])
    before = ""
    for name, words in listed:
        label_text = "" if name == before else name
        print_wrapped(console, words, first=f"   {label_text:{width}}  ", rest=" " * (width + 5))
        before = name


def _named(name: str, values: Iterable[str], claims: Iterable[Claim[Any]]) -> Rows:
    shown = "; ".join(values)
    if shown:
        yield (
            name,
            _join(text(shown), _quoted(claim.value.words for claim in claims if claim.stance is not Stance.denied)),
        )


def _tolls(settled: Incident, mention: Mention) -> Rows:
    """Yield each harm: the settled number, then what each speaker gives and why, where that says more."""
    for harm in Harm:
        count: Count = getattr(settled, harm.value).value
        given = list(dict.fromkeys(_toll(claim) for claim in shown_claims(mention, harm.value)))
        if count.known and len(given) == 1 and given[0].startswith(f"{show_count(count)} "):
            yield harm.value, text(given[0])
        elif given:
            yield harm.value, text(show_count(count))
            yield from ((harm.value, text(f"- {words}", "dim")) for words in given)
    if settled.killed_perpetrators.value.known:
        yield Harm.killed.value, text(f"of the acting side: {show_count(settled.killed_perpetrators.value)}")


def _toll(claim: Claim[Toll]) -> str:
    """Return one claim on a toll: "at least 11 “at least 11 soldiers” (two officials; alleges it): reason"."""
    said = [name] if (name := speaker_name(claim.said_by)) is not None else []
    said += [] if claim.stance is Stance.asserted else [word("stances", claim.stance)]
    by = f" ({'; '.join(said)})" if said else ""
    return f"{show_toll(claim.value)}  “{claim.value.words}”{by}" + (f": {claim.reason}" if claim.reason else "")


def _coded(name: str, codes: Iterable[str]) -> Rows:
    shown = ", ".join(map(label, codes))
    if shown:
        yield name, text(shown)


def _around(coding: Coding, report: Report) -> Rows:
    """Yield what is said around the incidents; judgements on several topics in one sentence share a row."""
    topics: dict[tuple[str, Span, Speaker | None], list[Statement]] = {}
    for statement in coding.statements:
        topics.setdefault((statement.kind, statement.evidence[0], statement.speaker), []).append(statement)
    for (kind, _, _), statements in topics.items():
        yield word("statement_nouns", kind).lower(), _statement(statements, coding, report)
    for relation in coding.relations:
        yield "relation", _relation(relation, coding, report)


def _statement(statements: list[Statement], coding: Coding, report: Report) -> Text:
    first = statements[0]
    speaker = (
        "the report itself"
        if first.speaker is None
        else speaker_name(first.speaker) or "a speaker named only by a pronoun"
    )
    topics = ", ".join(word("topics", statement.topic) for statement in statements if statement.topic is not None)
    about = ", ".join(str(_number(mention_id, coding)) for mention_id in first.about)
    said = text(speaker + (f" on {topics}" if topics else "") + (f" (about {about})" if about else "") + ":")
    return _join(said, _quoted([show_quote(first.evidence[0], report)]))


def _relation(relation: Relation, coding: Coding, report: Report) -> Text:
    source, target = _number(relation.source, coding), _number(relation.target, coding)
    said = text(f"{source} {word('relations', relation.kind)} {target}:")
    return _join(said, _quoted([show_quote(relation.evidence[0], report)]))


def _number(mention_id: str, coding: Coding) -> int | str:
    """Return the number under which a mention is shown, else its id."""
    ids = [mention.mention_id for mention in coding.mentions]
    return ids.index(mention_id) + 1 if mention_id in ids else mention_id


def _quoted(words: Iterable[str]) -> Text:
    return text("; ".join(f"“{said}”" for said in dict.fromkeys(words)), "dim italic")


def _join(*parts: Text) -> Text:
    return Text("  ").join(part for part in parts if part.plain)
