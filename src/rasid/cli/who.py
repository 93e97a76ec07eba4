"""`rasid who`: whom words mean, and what speaks for each organisation that they might mean."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime
from typing import Annotated, Any

import typer

from rasid.cli.apps import new_app
from rasid.cli.options import AsJson, OwnActors, day
from rasid.cli.output import console, print_json, print_wrapped, text
from rasid.model import ActorRef
from rasid.resolve import load_actors
from rasid.resolve.actor_candidates import Candidate, candidates
from rasid.resolve.actor_check import LISTS
from rasid.resolve.register import Actor

app = new_app()


@app.command()
def who(
    words: Annotated[str, typer.Argument(help='Words for an actor, such as "ISIL" or "soldiers".')],
    *,
    country: Annotated[str | None, typer.Option(help="Where: ISO 3166-1 alpha-2, such as IQ.")] = None,
    when: Annotated[datetime | None, typer.Option("--date", formats=["%Y-%m-%d"], help="The day of the act.")] = None,
    actors: OwnActors = None,
    as_json: AsJson = False,
) -> None:
    """Show whom words mean in a country on a day, by which rule, and every other organisation that they might mean."""
    resolver = load_actors(actors)
    code, on = country.upper() if country else None, day(when)
    ref, found = candidates(resolver, words, country=code, on=on)
    rule = resolver.vocabulary.rules[ref.basis].says
    if as_json:
        print_json({"meant": asdict(ref), "rule": rule, "candidates": [_plain(one, on) for one in found]})
    else:
        _print(ref, rule, found, on)


def _print(ref: ActorRef, rule: str, found: tuple[Candidate, ...], on: date | None) -> None:
    shown = console()
    who_id = ref.actor_id or "not an organisation of the register"
    shown.print(text(f"{ref.name}  ({who_id}; {ref.kind.value}; confidence {ref.confidence:.2f})"))
    print_wrapped(shown, text(f"because {rule} ({ref.basis})"), first="  ", rest="  ")
    for one in found:
        shown.print()
        actor = one.actor
        shown.print(text(f"{'*' if one.chosen else '-'} {actor.name}  ({actor.actor_id}; {actor.kind_on(on).value})"))
        for line in (*one.reasons, *_facts(actor, on)):
            print_wrapped(shown, text(line), first="    ", rest="      ")


def _facts(actor: Actor, on: date | None) -> list[str]:
    """What the register knows of an organisation besides its names; relations that held on the day, or ever without one."""
    said = [f"{r.kind.replace('_', ' ')} {r.of}{_period(r.start, r.end)}" for r in actor.relations if r.held(on)]
    said += [f"listed by the {LISTS[d.body]}{_period(d.start, d.end)}" for d in actor.designations]
    return said + ([f"UCDP actor {', '.join(map(str, actor.ucdp))}"] if actor.ucdp else [])


def _period(start: str, end: str) -> str:
    return (f" from {start}" if start else "") + (f" until {end}" if end else "")


def _plain(one: Candidate, on: date | None) -> dict[str, Any]:
    return {
        "actor_id": one.actor.actor_id,
        "name": one.actor.name,
        "kind": one.actor.kind_on(on).value,
        "countries": list(one.actor.countries),
        "formed": one.actor.formed or None,
        "ended": one.actor.ended or None,
        "chosen": one.chosen,
        "words": one.words,
        "reasons": list(one.reasons),
        "relations": [asdict(relation) for relation in one.actor.relations],
        "designations": [asdict(designation) for designation in one.actor.designations],
        "ucdp": list(one.actor.ucdp),
    }
