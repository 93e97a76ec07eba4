"""How fast and how large: reading by rule and by network, the pre-filter, finding actors, places, linking, memory, imports, the command.

    python -m benchmarks.run [--articles N] [--only NAME...]

Prints a table and, as the last line, one JSON object. Rates are per second of one core's own work (CPU time), starts of processes
in wall time; each is the best of several rounds, which other work on the machine disturbs least. Each figure that has a natural counterpart stands beside its ratio to it.
Nothing here is a test: machines differ.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Mapping, Sequence

from benchmarks.made import articles, codings
from benchmarks.measure import Figure, best, command, in_python, memory

_STARTS = 5
_OPEN = """
import time
from rasid.resolve.places import PlaceResolver
begun = time.perf_counter()
PlaceResolver.open().resolve("Mosul")
print(time.perf_counter() - begun)
"""
_IMPORT = "import time; begun = time.perf_counter(); import rasid; print(time.perf_counter() - begun)"


def reading(number: int) -> list[Figure]:
    """Measure the pre-filter, reading, and reading with coding, on the same articles of 400 words."""
    from rasid.pipeline import load_engine  # noqa: PLC0415 - the other figures must not pay for it
    from rasid.reading import is_relevant  # noqa: PLC0415 - as above

    reports, engine = articles(number), load_engine("lexicon")
    engine.code(reports[0])
    filtered = number / best(lambda: [is_relevant(report.text) for report in reports])
    read = number / best(lambda: [engine.reader.read(report) for report in reports])
    coded = number / best(lambda: [engine.code(report) for report in reports])
    return [
        Figure("prefilter", filtered, "articles/s", f"{filtered / read:.0f} x reading"),
        Figure("reading", read, "articles/s"),
        Figure("reading_coding", coded, "articles/s", f"{coded / read:.2f} x reading alone"),
    ]


_TIMES = (
    "Gunmen attacked a post on Sunday morning; the previous day, on 14 January 2022, two had died. Earlier this month, and "
    "overnight Sunday to Monday, shelling went on for three days. The army said on Jan. 10 that since Thursday, two weeks "
    "after the raid, nobody had been hurt, unlike in the first week of August or in 2014. "
)


def times(number: int = 300) -> list[Figure]:
    """Measure finding and resolving time expressions in reports of some 500 words that are rich in them."""
    from datetime import date  # noqa: PLC0415 - as above

    from rasid.resolve.time_text import resolve_text  # noqa: PLC0415 - as above

    text, published = _TIMES * 9, date(2022, 1, 24)
    found = number * len(resolve_text(text, published=published))
    seconds = best(lambda: [resolve_text(text, published=published) for _ in range(number)])
    return [
        Figure("times", found / seconds, "expressions/s", f" {number * len(text) / seconds / 1e6:.2f} MB of text/s")
    ]


def linking(sizes: Sequence[int] = (1000, 5000)) -> list[Figure]:
    """Measure linking at two sizes; linear growth keeps mentions/s the same."""
    from rasid.linking import link  # noqa: PLC0415 - as above

    rates = {}
    for size in sizes:
        told = list(codings(size))
        rates[size] = size / best(lambda told=told: link(told), rounds=1)  # type: ignore[misc] # mypy reads no default of a lambda
    return _by_size("linking", "mentions/s", rates)


def _by_size(name: str, unit: str, rates: Mapping[int, float]) -> list[Figure]:
    """Return the rates at several sizes, each beside that at the first."""
    first, *others = rates
    beside = {size: f"{rates[size] / rates[first]:.2f} x the rate at {first}" for size in others}
    return [Figure(f"{name}_{size}", rate, unit, beside.get(size, "")) for size, rate in rates.items()]


def actors(sizes: Sequence[int] = (20_000, 80_000)) -> list[Figure]:
    """Measure finding actors in running text at two lengths; linear growth keeps characters/s the same."""
    from rasid.resolve import load_actors  # noqa: PLC0415 - as above

    resolver, words = load_actors(), " ".join(report.text for report in articles(40))
    rates = {}
    for size in sizes:
        text = (words * (1 + size // len(words)))[:size]
        rates[size] = size / best(lambda text=text: resolver.find(text))  # type: ignore[misc] # mypy reads no default of a lambda
    return _by_size("actors", "characters/s", rates)


def places() -> list[Figure]:
    """Measure opening the gazetteer with the first look-up in fresh processes, and resolving the places of articles when warm."""
    from rasid.resolve.places import PlaceResolver  # noqa: PLC0415 - as above

    resolver = PlaceResolver.open()
    named = [[span.words for span in resolver.find(report.text)] for report in articles(50)]
    phrases = [f"{before}{words}" for found in named for words in found for before in ("", "near ", "12 km north of ")]
    alone = len(phrases) / best(lambda: [resolver.resolve(words, countries=["IQ", "ML"]) for words in phrases])
    together = sum(map(len, named)) / best(lambda: [resolver.resolve_all(words) for words in named])
    cold = min(float(in_python(_OPEN)) for _ in range(_STARTS))
    return [
        Figure("places_open", 1000 * cold, "ms", "with the first look-up"),
        Figure("places", alone, "phrases/s"),
        Figure("places_settled", together, "names/s", f"{together / alone:.2f} x resolving each alone"),
    ]


def imports() -> list[Figure]:
    """Measure `import rasid` in fresh processes, beside the start of the interpreter alone."""
    bare = best(lambda: in_python("pass"), _STARTS, time.perf_counter)
    shortest = min(float(in_python(_IMPORT)) for _ in range(_STARTS))
    return [
        Figure(
            "import", 1000 * shortest, "ms", f"{shortest / bare:.1f} x the interpreter's start ({1000 * bare:.0f} ms)"
        )
    ]


def neural(number: int) -> list[Figure]:
    """Measure the neural reader."""
    from benchmarks import neural as network  # noqa: PLC0415 - its runtime is opened only when asked for

    return network.neural(number)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the benchmarks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=100)
    parts: dict[str, Callable[[], list[Figure]]] = {
        "reading": lambda: reading(options.articles),
        "times": times,
        "actors": actors,
        "places": places,
        "linking": linking,
        "neural": lambda: neural(options.articles),
        "memory": lambda: [Figure("memory", memory(), "MiB")],
        "import": imports,
        "command": lambda: [Figure("command", command(), "s")],
    }
    parser.add_argument("--only", nargs="*", choices=list(parts))
    options = parser.parse_args(arguments)
    found: list[Figure] = []
    for name, measure in parts.items():
        if not options.only or name in options.only:
            for figure in measure():
                print(f"{figure.name:<16}{figure.value:>10.2f} {figure.unit:<12}{figure.beside}", flush=True)
                found.append(figure)
    print(json.dumps({figure.name: round(figure.value, 4) for figure in found}))


if __name__ == "__main__":
    main()
