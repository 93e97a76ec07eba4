"""Whom "the organization", "its forces" and the like mean: the actor that the text named last before them."""

from __future__ import annotations

import re
from dataclasses import replace

from rasid.coding.context import Context
from rasid.model import ActorKind, ActorRef, Span

_BODY = re.compile(
    r"(?:the|this|that) (?:\w+ )?(?:organi[sz]ation|group|movement|militia)(?:['\u2019]s?)?"
    r"(?: (?:members?|fighters?|elements?|militants?|gunmen|followers))?",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"(?:its|their) (?:own )?(?:armed )?(?:forces?|troops|soldiers|army|fighters?|members?|militants?|gunmen|men|elements?|militia)",
    re.IGNORECASE,
)
_THOSE = re.compile(
    r"(?:the|these|those) (?:armed |islamist |leftist |maoist )?(?:militants|rebels?|insurgents|guerrillas?|fighters|jihadists|islamists"
    r"|separatists|extremists|terrorists|combatants|subversives|insurgency)",
    re.IGNORECASE,
)
"""Definite nouns for members of an armed group; nouns for doers ("the attackers", "the gunmen") tell of no group."""
_REACH = 1500
"""Code points over which a general noun points back: some ten sentences."""
_STATE = frozenset({ActorKind.government, ActorKind.state_force, ActorKind.external_force})


def actor_at(context: Context, span: Span, country: str | None) -> ActorRef:
    """Return the actor that the words at `span` mean, by name, else by the actor named before them.

    "the group" and "its members" mean an armed actor that is no state's; "its forces" after a government means the state's
    armed forces. "the militants", "the rebels" mean the one armed actor that is no state's, if only one has been named; with
    two they may mean either, and stay a class. Words that name an actor of the register are never overruled.
    """
    words = context.quote(span)
    actor = context.who(words, country)
    if actor.actor_id is not None:
        return actor
    body, own = _BODY.fullmatch(words) is not None, _OWN.fullmatch(words) is not None
    named = _named_before(context, span, country, states=own) if body or own else None
    if named is None and _THOSE.fullmatch(words) is not None:
        named = _only_named_before(context, span, country)
    if named is None:
        return actor
    if named.kind is ActorKind.government:
        named = context.who("armed forces", named.country)
    return replace(named, words=words, basis=f"{named.basis}+named_before", confidence=min(named.confidence, 0.7))


def _named_before(context: Context, span: Span, country: str | None, *, states: bool) -> ActorRef | None:
    """Return the armed actor (or, if `states`, the government) named last before `span`."""
    for start, end, _ in reversed(context.named_actors):
        if end > span.start or start < span.start - _REACH:
            continue
        actor = context.who(" ".join(context.report.text[start:end].split()), country)
        if actor.kind in _STATE:
            if states:
                return actor
        elif actor.actor_id is not None and actor.kind.armed:
            return actor
    return None


def _only_named_before(context: Context, span: Span, country: str | None) -> ActorRef | None:
    """Return the armed actor that is no state's, if the text has named exactly one before `span`, and has done so near it."""
    named = {}
    for start, end, actor_id in context.named_actors:
        if end <= span.start:
            actor = context.who(" ".join(context.report.text[start:end].split()), country)
            if actor.actor_id is not None and actor.kind.armed and actor.kind not in _STATE:
                named[actor_id] = (actor, start)
    if len(named) != 1:
        return None
    actor, start = next(iter(named.values()))
    return actor if start >= span.start - _REACH else None
