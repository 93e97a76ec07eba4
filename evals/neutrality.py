"""Neutrality: who the actors are must not change how the act is coded.

    python -m evals.neutrality [FILE...] [--corpus train|dev|test] [--reader NAME] [--show N]

FILEs (text, Markdown, HTML or JSON lines; without any: the codebook's examples and examples/reports, or a part of the project's
annotated reports) are coded as they are and with
the names of armed organisations swapped: each by names from other sides, two that stand in one text by each other, and "soldiers"
by "rebels" and the like; always like for like in number and form, since a swap that breaks the grammar says nothing of sides. Unchanged must stay, mention by mention: type, status, role, counts by harm and side, weapons, tactics,
days, whether there is a perpetrator and a target; and the kinds of the statements. Names, classes and places may follow the swap. The last
line is one JSON object: the share of texts that no swap changes, of swaps that change nothing, and of mentions (in all swaps) that
stay as they were, each of which answers one of the other coding alone. Changes in texts of the test part are counted and never shown.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from corpus.files import read_reports
from corpus.reading import report_of
from corpus.split import Split, in_split
from evals.common import print_scores
from evals.engine import Code, add_reader, engine, resolvers
from evals.intervals import interval, share, share_line
from evals.intervals import told as line
from rasid.codebook import load_codebook
from rasid.model import Coding, Ledger, Mention, Report, make_report
from rasid.reading.lexicon.vocabulary import vocabulary
from rasid.sources import named_reports

REPORTS = Path(__file__).resolve().parents[1] / "examples" / "reports"
STAND_INS = {
    "plural": (
        "Israeli forces",
        "Islamic State militants",
        "Popular Mobilization Forces",
        "Al-Shabaab fighters",
        "Nigerian troops",
        "Syrian Democratic Forces",
        "Rapid Support Forces",
    ),
    "headed": (
        "Nigerian army",
        "Lord's Resistance Army",
        "Israeli army",
        "Wagner Group",
        "Kurdistan Workers' Party",
        "Misrata militia",
    ),
    "bare": ("Islamic State", "Hezbollah", "Al-Shabaab", "Boko Haram", "M23", "Hamas"),
}
"""Names of the registers' different sides by their form: plural nouns, names of a common noun in the singular, names alone.

A name is swapped for others of its form only, so that articles, verbs and pronouns go on agreeing with it: "Israeli forces
were", "the Nigerian army was". Names alone are those of groups; states' forces stand among the two other forms, and meet them there.
"""
_PER_NAME = 4
_HEADS = frozenset(
    "army militia group police navy guard movement party force battalion brigade council organisation organization cartel".split()
)
GENERIC = (
    {"soldiers": "rebels", "soldier": "rebel"},
    {"soldiers": "gunmen", "soldier": "gunman"},
    {"troops": "insurgents"},
    {"army": "militia"},
    {"policemen": "militiamen", "policeman": "militiaman"},
    {"security forces": "rebel forces"},
    {"government forces": "opposition forces"},
    {"gendarmes": "militants", "gendarme": "militant"},
    {"commandos": "guerrillas"},
    {"police officers": "insurgents"},
)
_SHARED = re.compile(r"[A-Z]\w+ (?:and|or) $")
"""Before a name that shares its noun with another: "Armenian and | Azerbaijani troops"."""
_HARMS = ("killed", "injured", "abducted", "arrested", "displaced")

Signature = tuple[object, ...]


class Swap(NamedTuple):
    """A text with names swapped, and a few words on which."""

    told: str
    text: str


class Outcome(NamedTuple):
    """What one swap did: nothing, or the parts of the coding that it changed."""

    source: str
    swap: str
    before: Signature
    after: Signature

    @property
    def unchanged(self) -> bool:
        """Whether the act is coded alike."""
        return self.before == self.after

    @property
    def mentions(self) -> tuple[int, int]:
        """How many mentions have one like them after the swap, and how many there are, on the side that has more."""
        before, after = Counter(self.before[:-1]), Counter(self.after[:-1])
        return (before & after).total(), max(before.total(), after.total())


def signature(coding: Coding) -> Signature:
    """Return what of a coding must not depend on names."""
    return (*map(_of_mention, coding.mentions), tuple(sorted(said.kind.value for said in coding.statements)))


def _of_mention(mention: Mention) -> tuple[object, ...]:
    tolls = tuple(
        (harm, str(claim.value.count), claim.value.side.value, claim.value.total)
        for harm in _HARMS
        for claim in getattr(mention, harm)
    )
    codes = tuple(sorted(claim.value for claim in (*mention.weapons, *mention.tactics)))
    days = tuple((claim.value.earliest, claim.value.latest) for claim in mention.times)
    kind = (mention.event_type.value.value, mention.status.value.value, mention.role.value)
    return (*kind, tolls, codes, days, bool(mention.perpetrators), bool(mention.targets))


def swaps(text: str) -> Iterator[Swap]:
    """Yield the text with the names of its armed organisations swapped in turn."""
    names = armed_names(text)
    for number, name in enumerate(names):
        fitting = [other for other in STAND_INS[form_of(name)] if other not in text and other != name]
        if re.search(rf"{re.escape(name)} [a-z]+s\b", text) is not None:
            fitting = [other for other in fitting if other.split()[-1][0].isupper()]
        for other in (fitting + fitting)[number % max(len(fitting), 1) :][: min(_PER_NAME, len(fitting))]:
            yield Swap(f"{name} -> {other}", exchange(text, {name: other}))
    for left, right in combinations(names[:3], 2):
        if form_of(left) == form_of(right):
            yield Swap(f"{left} <-> {right}", exchange(text, {left: right}))
    for pairs in GENERIC:
        swapped = exchange(text, pairs)
        if swapped != text:
            yield Swap(" <-> ".join(next(iter(pairs.items()))), swapped)


def form_of(name: str) -> str:
    """Return which form a name has: plural ("Israeli forces"), headed ("the Nigerian army") or bare ("Hezbollah")."""
    last = name.lower().split()[-1]
    if last in _HEADS:
        return "headed"
    return "plural" if last.endswith("s") and not name.isupper() and last not in _SINGULAR_IN_S else "bare"


_SINGULAR_IN_S = frozenset({"hamas", "isis", "daesh", "wagner's"})


def armed_names(text: str) -> list[str]:
    """Return the names of armed organisations in a text, one form an organisation, in the order of the text."""
    actors = resolvers().actors
    names: dict[str, str] = {}
    for start, end, actor_id in actors.find(text):
        name = text[start:end]
        if not name[0].isupper() or "\n" in name or _tells_means(name) or _SHARED.search(text[:start]):
            continue
        if actors.resolve(name).kind.armed:
            names.setdefault(actor_id, name)
    return list(names.values())


def _tells_means(name: str) -> bool:
    """Tell whether the name holds a weapon or an act ("Turkish drone strike"): to swap it would change the act."""
    table = vocabulary()
    return any(word in table.weapons or word in table.nouns for word in name.lower().split())


def exchange(text: str, pairs: Mapping[str, str]) -> str:
    """Return the text with each of two names in the other's place, whole words, in either case of the first letter."""
    both = {**pairs, **{right: left for left, right in pairs.items()}}
    both |= {_capital(left): _capital(right) for left, right in both.items()}
    wanted = "|".join(re.escape(name) for name in sorted(both, key=len, reverse=True))
    return re.sub(rf"\b(?:{wanted})\b", lambda hit: both[hit.group()], text)


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def outcomes(source: str, report: Report, code: Code) -> Iterator[Outcome]:
    """Code a report as it is and with each swap."""
    before: Signature | None = None
    for swap in swaps(report.text):
        before = before if before is not None else signature(code(report))
        after = signature(code(make_report(swap.text, published=report.published)))
        yield Outcome(source, swap.told, before, after)


def mention_share(told: Sequence[Sequence[Outcome]]) -> float:
    """Return the share of mentions that stay as they were, over all swaps of some texts; 1 without any mention."""
    counts = [outcome.mentions for one in told for outcome in one]
    number = sum(every for _, every in counts)
    return sum(same for same, _ in counts) / number if number else 1.0


def texts(paths: Sequence[Path], part: Split | None = None) -> Iterator[tuple[str, Report]]:
    """Yield (source, report) of the files, of a part of the corpus, or of the codebook's examples and the example reports."""
    if part is not None:
        yield from ((document.head.id, report_of(document)) for document in in_split(read_reports(), part))
        return
    if not paths:
        for entry in load_codebook().events:
            for number, example in enumerate(entry.examples, 1):
                yield f"codebook {entry.id} {number}", make_report(example.text, published=example.published)
    yield from named_reports(list(paths) or [REPORTS], defaults={}, ledger=Ledger())


def show(changed: Iterable[Outcome]) -> None:
    """Print which parts of the coding each swap changed."""
    for outcome in changed:
        print(f"{outcome.source}: {outcome.swap}")
        for before, after in zip(outcome.before, outcome.after, strict=False):
            if before != after:
                print(f"  {before}\n  {after}")
        if len(outcome.before) != len(outcome.after):
            print(f"  {len(outcome.before) - 1} mentions became {len(outcome.after) - 1}")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--corpus", type=Split, choices=list(Split), help="this part of the annotated reports instead")
    add_reader(parser)
    parser.add_argument("--show", type=int, default=20, help="how many violations to print")
    options = parser.parse_args(arguments)
    code = engine(options.reader).code
    found = [list(outcomes(source, report, code)) for source, report in texts(options.files, options.corpus)]
    told = [one for one in found if one]
    flat = [outcome for one in told for outcome in one]
    if options.corpus is not Split.test:
        show([outcome for outcome in flat if not outcome.unchanged][: options.show])
    by_text = [all(outcome.unchanged for outcome in one) for one in told]
    by_swap = [outcome.unchanged for outcome in flat]
    print(share_line("texts unchanged", by_text))
    print(share_line("swaps unchanged", by_swap))
    mentions = sum(outcome.mentions[1] for outcome in flat)
    print(line("mentions unchanged", mention_share(told), interval(told, mention_share), mentions))
    shares = {"unchanged": share(by_text), "swaps_unchanged": share(by_swap), "mentions_unchanged": mention_share(told)}
    print_scores(shares | {"n": len(by_text), "swaps": len(by_swap), "mentions": mentions})


if __name__ == "__main__":
    main()
