"""Who acts in an incident, by kind: the first perpetrator's words as the register resolves them."""

from __future__ import annotations

from corpus.document import Annotation, Document, Role
from rasid.model import ActorKind
from rasid.resolve import load_actors


def acting_kind(document: Document, annotation: Annotation, incident: int) -> ActorKind:
    """Return the kind of the acting side of one incident of `annotation`, which is over the document's text.

    The country is the record's where the annotation has one, else the report's; without perpetrator the kind is unknown.
    """
    words = _perpetrator(annotation, document.text, incident)
    if words is None:
        return ActorKind.unknown
    own = next((record.country for record in annotation.incidents if record.number == incident), None)
    country = own or document.head.country
    return load_actors().resolve(words, country=country, on=document.head.published).kind


def _perpetrator(annotation: Annotation, text: str, incident: int) -> str | None:
    for mark in annotation.arguments:
        if Role.perp in mark.roles and incident in mark.incidents:
            return " ".join(text[mark.start : mark.end].split())
    return None
