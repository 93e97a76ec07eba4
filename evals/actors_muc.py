"""Perpetrating organisations of MUC-4 by id: what the whole engine finds, and what each signal brings.

    python -m evals.actors_muc score MUC4_FOLDER [--split dev] [--docs 400] [--without country|date|coreference]

Gold are the fills of the slot PERPETRATOR ORGANIZATION ID of a document's templates whose first reading names an organisation of the
register or a state's body, given the country of the template; documents without any do not count. Predicted are the organisations
of the document's coded perpetrators. Both are sets of ids by document, so that strings, templates and confidences do not matter here
(evals.muc4 scores those); a state's bodies count as one, since the key takes army, armed forces and security forces as it finds them.
`--docs` takes the documents lowest by SHA-256 of the id. The last line is one JSON object.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from evals.common import print_scores, read_jsonl
from evals.intervals import interval, told
from rasid.coding import code
from rasid.model import make_report
from rasid.reading import load_reader
from rasid.resolve import ActorResolver, ResolverSet, load_resolvers
from rasid.resolve.register import is_state_body

SIGNALS = ("country", "date", "coreference")


class Document(NamedTuple):
    """The organisations of one document that the key has and that were found."""

    gold: frozenset[str]
    found: frozenset[str]


class Without(ActorResolver):
    """A resolver that is not told the country or the day."""

    def __init__(self, base: ActorResolver, signal: str | None) -> None:
        super().__init__(base.register, base.vocabulary)
        self._signal = signal

    def resolve(self, words: str, *, country: str | None = None, on: date | None = None) -> Any:
        """Resolve words without the signal."""
        told_country = None if self._signal == "country" else country
        return super().resolve(words, country=told_country, on=None if self._signal == "date" else on)


def gold(templates: Sequence[dict[str, Any]], resolver: ActorResolver) -> frozenset[str]:
    """Return the organisations in a document's templates, the optional ones too."""
    return frozenset(_organisations(templates, resolver))


def _organisations(templates: Sequence[dict[str, Any]], resolver: ActorResolver) -> Iterator[str]:
    for template in templates:
        country = _country(template, resolver)
        for fill in template["slots"]["perp_org"] or []:
            refs = (resolver.resolve(words, country=country) for words in fill["alts"])
            found = next((ref.actor_id for ref in refs if ref.actor_id is not None), None)
            if found is not None:
                yield _one(found)


def _country(template: dict[str, Any], resolver: ActorResolver) -> str | None:
    for place in template["slots"]["incident_location"] or []:
        for level in place["alts"][0].get("path", ()):
            nation = resolver.vocabulary.nations.get(level["name"].lower())
            if nation is not None:
                return nation[0]
    return None


def _one(actor_id: str) -> str:
    return f"{actor_id.partition('.')[0]}.state" if is_state_body(actor_id) else actor_id


def documents(folder: Path, split: str, number: int, signal: str | None) -> list[Document]:
    """Code the documents of a split and return what the key has and what was found."""
    reader, base = load_reader("lexicon"), load_resolvers()
    resolvers = ResolverSet(times=base.times, places=base.places, actors=Without(base.actors, signal))
    keys: dict[str, list[dict[str, Any]]] = {}
    for template in read_jsonl(folder / "templates.jsonl"):
        keys.setdefault(template["docid"], []).append(template)
    drawn = sorted(
        (doc for doc in read_jsonl(folder / "docs.jsonl") if doc["split"] == split),
        key=lambda doc: sha256(doc["docid"].encode()).hexdigest(),
    )
    found = []
    with _coreference(off=signal == "coreference"):
        for doc in drawn[:number]:
            wanted = gold(keys.get(doc["docid"], []), base.actors)
            if wanted:
                day = doc.get("dateline_date")
                report = make_report(doc["text"], published=date.fromisoformat(day) if day else None)
                mentions = code(reader.read(report), report, resolvers).mentions
                acted = {claim.value.actor_id for mention in mentions for claim in mention.perpetrators}
                found.append(Document(wanted, frozenset(_one(one) for one in acted if one is not None)))
    return found


def _coreference(*, off: bool) -> AbstractContextManager[Any]:
    """Leave general nouns ("the group", "its members") unresolved while the context lasts."""
    if not off:
        return nullcontext()
    return patch(
        "rasid.coding.actors.actor_at", lambda context, span, country: context.who(context.quote(span), country)
    )


def f1(found: Sequence[Document]) -> float:
    """Return the F1 of the ids over all documents."""
    hits = sum(len(one.gold & one.found) for one in found)
    both = sum(len(one.gold) + len(one.found) for one in found)
    return 2 * hits / both if both else 0.0


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=["score"])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--split", default="dev")
    parser.add_argument("--docs", type=int, default=400)
    parser.add_argument("--without", choices=SIGNALS)
    options = parser.parse_args(arguments)
    found = documents(options.folder, options.split, options.docs, options.without)
    hits = sum(len(one.gold & one.found) for one in found)
    print(told("f1", f1(found), interval(found, f1), len(found)))
    print_scores(
        {
            "f1": f1(found),
            "recall": hits / max(sum(len(one.gold) for one in found), 1),
            "precision": hits / max(sum(len(one.found) for one in found), 1),
            "n": len(found),
            "without": options.without,
        }
    )


if __name__ == "__main__":
    main()
