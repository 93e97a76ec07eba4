"""Who acts in an incident, by kind: the register's actor that the record names, else the first perpetrator's words."""

from __future__ import annotations

from corpus.document import Annotation, Document, Role
from rasid.model import ActorKind
from rasid.resolve import load_actors


def acting_kind(document: Document, annotation: Annotation, incident: int) -> ActorKind:
    """Return the kind of the acting side of one incident of `annotation`, which is over the document's text.

    Words are resolved in the record's country where the annotation has one, else in the report's; with neither an actor in
    the record nor words for a perpetrator the kind is unknown.
    """
    actors = load_actors()
    record = next((one for one in annotation.incidents if one.number == incident), None)
    if record is not None and record.perp is not None and record.perp in actors.register:
        return actors.register.actor(record.perp).kind
    words = _perpetrator(annotation, document.text, incident)
    if words is None:
        return ActorKind.unknown
    country = (record.country if record is not None else None) or document.head.country
    return actors.resolve(words, country=country, on=document.head.published).kind


def _perpetrator(annotation: Annotation, text: str, incident: int) -> str | None:
    for mark in annotation.arguments:
        if Role.perp in mark.roles and incident in mark.incidents:
            return " ".join(text[mark.start : mark.end].split())
    return None
