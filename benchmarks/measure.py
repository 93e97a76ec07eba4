"""What the benchmarks share: a figure, the best time of some work, and work in a fresh process."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from benchmarks.made import articles

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = 3
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""What processes start with: they find the code compiled, as pip leaves it, from their second start on."""
_MEMORY = """
import sys
sys.path.insert(0, ".")
from benchmarks.made import articles
from rasid.pipeline import load_engine
engine = load_engine({reader!r})
for report in articles(100):
    engine.code(report)
with open("/proc/self/status", encoding="utf-8") as lines:
    print(next(line.split()[1] for line in lines if line.startswith("VmHWM")))
"""
"""Linux's own account: `ru_maxrss` would count what this process holds where it starts the other."""


class Figure(NamedTuple):
    """One measured figure with its unit, and in words how it compares with its counterpart."""

    name: str
    value: float
    unit: str
    beside: str = ""


def best(work: Callable[[], object], rounds: int = ROUNDS, clock: Callable[[], float] = time.process_time) -> float:
    """Return the shortest time of `work` in seconds; of this process's own work, unless told otherwise."""
    times = []
    for _ in range(rounds):
        begun = clock()
        work()
        times.append(clock() - begun)
    return min(times)


def in_python(script: str) -> str:
    """Run a script in a fresh interpreter; returns what it prints."""
    return _run([sys.executable, "-c", script]).stdout.strip()


def memory(reader: str = "lexicon") -> float:
    """Return the largest resident memory, in MiB, of a process that codes 100 articles."""
    return float(in_python(_MEMORY.format(reader=reader))) / 1024


def command(reader: str = "lexicon") -> float:
    """Return the seconds that `rasid code` takes on one article, from the shell's point of view."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "article.txt"
        path.write_text(articles(1)[0].text, encoding="utf-8")
        script = "from rasid.cli.main import run; run()"
        line = [sys.executable, "-c", script, "code", str(path), "--published", "2024-03-12", "--reader", reader]
        return best(lambda: _run(line), clock=time.perf_counter)


def _run(line: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(line, check=True, capture_output=True, text=True, cwd=ROOT, env=_ENVIRONMENT)
