"""The quality gate: no measure may fall below its floor.

    python -m evals.gate [NAME...] [--raise] [--allow-regression] [--floors FILE] [--shared DIR]

Runs every measure of floors.toml whose data is at hand, each in a process of its own, and compares its scores with the floors.
A floor holds for the data that it was taken on (a digest says which); on other data the measure fails until its floors are taken
anew. `--raise` writes the scores of this run into the file: a floor only goes up, and going down, or to other data with a lower
score, takes `--allow-regression`. Exit 1 when a score is below its floor, a measure fails, or a floor may not be lowered.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FLOORS = Path(__file__).with_name("floors.toml")
_SLACK = 1e-4
"""Scores are printed to four places."""
_LIMIT_S = 900


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One measure: how it is run, on what data, and the floors of its scores.

    `run` are a module and its arguments, `data` the files and folders whose content the floors hold for; "{shared}" stands for the
    folder of shared data. `digest` is that of the data when the floors were taken, empty before they ever were.
    """

    name: str
    run: tuple[str, ...]
    data: tuple[str, ...]
    digest: str = ""
    floors: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What came of one measure: its scores, or why it has none; `seconds` of wall time."""

    measure: Measure
    digest: str = ""
    scores: Mapping[str, float] = field(default_factory=dict)
    skipped: str = ""
    failed: str = ""
    seconds: float = 0.0

    @property
    def below(self) -> dict[str, tuple[float, float]]:
        """Return the scores below their floors as name -> (score, floor); a score that is gone counts as 0."""
        found = {name: (self.scores.get(name, 0.0), floor) for name, floor in self.measure.floors.items()}
        return {name: (score, floor) for name, (score, floor) in found.items() if score < floor - _SLACK}

    @property
    def other_data(self) -> bool:
        """Whether the floors were taken on other data than this run's."""
        return bool(self.measure.digest) and bool(self.digest) and self.measure.digest != self.digest


def read_floors(path: Path) -> list[Measure]:
    """Return the measures of a floors file, in its order."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))["measure"]
    return [
        Measure(
            name=table["name"],
            run=tuple(table["run"]),
            data=tuple(table["data"]),
            digest=table.get("digest", ""),
            floors=table.get("floors", {}),
        )
        for table in tables
    ]


def write_floors(path: Path, measures: Sequence[Measure]) -> None:
    """Write the measures back, keeping the comment at the head of the file."""
    old = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    head = [line for line in old[: _first_table(old)] if line.startswith("#")]
    path.write_text("\n".join([*head, "", *(line for one in measures for line in _table(one))]), encoding="utf-8")


def _first_table(lines: Sequence[str]) -> int:
    return next((number for number, line in enumerate(lines) if line.startswith("[")), len(lines))


def _table(measure: Measure) -> Iterator[str]:
    yield "[[measure]]"
    yield f"name = {json.dumps(measure.name)}"
    yield f"run = {json.dumps(list(measure.run))}"
    yield f"data = {json.dumps(list(measure.data))}"
    yield f"digest = {json.dumps(measure.digest)}"
    yield "[measure.floors]"
    yield from (f"{name} = {value}" for name, value in measure.floors.items())
    yield ""


def digest_of(paths: Sequence[Path]) -> str:
    """Return 12 hex digits of the SHA-256 over the names and bytes of the files, folders deep, in the order of their names."""
    digest = hashlib.sha256()
    for path in paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file():
                digest.update(file.name.encode())
                digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def run_measure(measure: Measure, shared: Path) -> Result:
    """Run one measure; data that is not at hand is told, never an error."""
    data = [_path(one, shared) for one in measure.data]
    missing = [str(path) for path in data if not path.exists()]
    if missing:
        return Result(measure=measure, skipped=f"no {', '.join(missing)}")
    command = [sys.executable, "-m", *(str(_path(part, shared)) if "/" in part else part for part in measure.run)]
    begun = time.monotonic()
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=_LIMIT_S, check=False)  # noqa: S603 - our own modules
    except subprocess.TimeoutExpired:
        return Result(measure=measure, digest=digest_of(data), failed=f"ran longer than {_LIMIT_S} s")
    seconds = time.monotonic() - begun
    scores = _scores(done.stdout) if done.returncode == 0 else None
    if scores is None:
        return Result(
            measure=measure, digest=digest_of(data), failed=_last(done.stderr or done.stdout), seconds=seconds
        )
    return Result(measure=measure, digest=digest_of(data), scores=scores, seconds=seconds)


def _path(part: str, shared: Path) -> Path:
    """Return a path of a measure: under the shared data, else under the repository."""
    return shared / part.removeprefix("{shared}/") if part.startswith("{shared}") else ROOT / part


def _scores(output: str) -> dict[str, float] | None:
    """Return the JSON object of the last line, or None."""
    lines = output.strip().splitlines()
    try:
        found = json.loads(lines[-1]) if lines else None
    except json.JSONDecodeError:
        return None
    return found if isinstance(found, dict) else None


def _last(text: str) -> str:
    return text.strip().splitlines()[-1] if text.strip() else "no output"


def problems(results: Sequence[Result]) -> Iterator[str]:
    """Yield one line for each thing that fails the gate."""
    for result in results:
        if result.skipped:
            continue
        if result.failed:
            yield f"{result.measure.name}: {result.failed}"
        elif result.other_data:
            yield f"{result.measure.name}: the data changed since the floors were taken; look at the scores, then --raise"
        else:
            yield from (
                f"{result.measure.name}.{name}: {score:.4f} is below its floor {floor:.4f}"
                for name, (score, floor) in result.below.items()
            )


def raised(result: Result, *, allow_regression: bool) -> tuple[Measure, list[str]]:
    """Return the measure with floors from this run, and the floors that may not go down (those stay)."""
    measure = result.measure
    if not result.scores:
        return measure, []
    floors, refused = {}, []
    for name, floor in measure.floors.items():
        score = round(float(result.scores.get(name, 0.0)), 4)
        if score < floor - _SLACK and not allow_regression:
            refused.append(
                f"{measure.name}.{name}: {score:.4f} would lower the floor {floor:.4f}; --allow-regression does it"
            )
            floors[name] = floor
        else:
            floors[name] = score if allow_regression else max(score, floor)
    digest = measure.digest if refused and result.other_data else result.digest
    return replace(measure, floors=floors, digest=digest), refused


def show(result: Result) -> None:
    """Print what came of one measure."""
    name = f"{result.measure.name:<18}"
    if result.skipped or result.failed:
        print(f"{name}{'skipped: ' + result.skipped if result.skipped else 'FAILED: ' + result.failed}")
        return
    below = result.below
    told = (
        f"{one} {result.scores.get(one, 0.0):.4f}{' <' if one in below else ' >='} {floor:.4f}"
        for one, floor in result.measure.floors.items()
    )
    print(f"{name}{', '.join(told)}   ({result.seconds:.0f} s)")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the gate; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help="only these measures")
    parser.add_argument("--raise", dest="raise_", action="store_true", help="write the scores of this run as floors")
    parser.add_argument(
        "--allow-regression", action="store_true", help="let floors go down; without --raise, do not fail on them"
    )
    parser.add_argument("--floors", type=Path, default=FLOORS)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared" / "data")
    options = parser.parse_args(arguments)
    measures = read_floors(options.floors)
    results = {}
    for measure in measures:
        if not options.names or measure.name in options.names:
            results[measure.name] = run_measure(measure, options.shared)
            show(results[measure.name])
    if options.raise_:
        return _raise(options.floors, measures, results, allow_regression=options.allow_regression)
    found = list(problems(list(results.values())))
    print(*found, sep="\n")
    if options.allow_regression:
        return int(any(result.failed for result in results.values()))
    return int(bool(found))


def _raise(path: Path, measures: Sequence[Measure], results: Mapping[str, Result], *, allow_regression: bool) -> int:
    """Write the floors of this run; returns 1 when some may not go down."""
    kept, refused = [], []
    for measure in measures:
        if measure.name in results:
            new, stays = raised(results[measure.name], allow_regression=allow_regression)
            kept.append(new)
            refused += stays
        else:
            kept.append(measure)
    write_floors(path, kept)
    print(*refused, sep="\n")
    return int(bool(refused) or any(result.failed for result in results.values()))


if __name__ == "__main__":
    sys.exit(main())
