"""Shows which actors of the register words might mean, and what speaks for and against each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rasid.model.actor import ActorRef
from rasid.resolve.actor_find import Hit
from rasid.resolve.actors import ActorResolver
from rasid.resolve.register import Actor, Named


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An actor that words might mean: `words` of the text, the register's name they match, and reasons in plain words."""

    actor: Actor
    words: str
    name: str
    chosen: bool
    reasons: tuple[str, ...]


def candidates(
    resolver: ActorResolver, words: str, *, country: str | None = None, on: date | None = None
) -> tuple[ActorRef, tuple[Candidate, ...]]:
    """Return whom `words` mean and every actor they might mean, the chosen one first, then those that more speaks for."""
    ref = resolver.resolve(words, country=country, on=on)
    found: dict[str, Candidate] = {}
    for hit in resolver.hits(words):
        for named in hit.named:
            actor = resolver.register.actor(named.actor_id)
            one = _candidate(words, hit, named, actor, ref, country, on)
            known = found.get(actor.actor_id)
            if known is None or len(one.words) > len(known.words):
                found[actor.actor_id] = one
    if ref.actor_id is not None and ref.actor_id not in found:
        found[ref.actor_id] = _by_rule(resolver, ref, country, on)
    return ref, tuple(sorted(found.values(), key=_order))


def _by_rule(resolver: ActorResolver, ref: ActorRef, country: str | None, on: date | None) -> Candidate:
    """The candidate that a rule gives where no name stands: "soldiers" in a country."""
    actor = resolver.register.actor(str(ref.actor_id))
    says = resolver.vocabulary.rules[ref.basis].says
    return Candidate(
        actor=actor, words=ref.words, name=actor.name, chosen=True, reasons=(says, *_standing(actor, country, on))
    )


def _candidate(
    words: str, hit: Hit, named: Named, actor: Actor, ref: ActorRef, country: str | None, on: date | None
) -> Candidate:
    told = words[hit.start : hit.end]
    name = named.written or actor.name
    reasons = [f"{told!r} is its name" if told == name else f"{told!r} stands for {name!r}"]
    if named.only_in:
        fits = "where it is" if named.only_in == country else "which is not the country asked for"
        reasons.append(f"the name counts only in {named.only_in}, {fits}" if country else f"only in {named.only_in}")
    if named.primary:
        reasons.append("best known by this name")
    if hit.linked:
        reasons.append("only said to be linked to it")
    return Candidate(
        actor=actor,
        words=told,
        name=name,
        chosen=actor.actor_id == ref.actor_id,
        reasons=(*reasons, *_standing(actor, country, on)),
    )


def _standing(actor: Actor, country: str | None, on: date | None) -> tuple[str, ...]:
    """What country and day say of an actor, whatever it is called."""
    reasons = []
    if country and actor.countries:
        reasons.append(f"acts in {country}" if country in actor.countries else f"not known to act in {country}")
    if on is not None:
        life = f"{actor.formed or 'unknown'} to {actor.ended or 'today or unknown'}"
        there = "existed" if actor.alive(on) else "did not exist"
        reasons.append(f"{there} on {on.isoformat()} ({life})")
    return tuple(reasons)


def _order(one: Candidate) -> tuple[bool, int, str]:
    against = sum(reason.startswith(("not ", "did not", "only")) for reason in one.reasons)
    return not one.chosen, against, one.actor.actor_id
