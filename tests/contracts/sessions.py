"""Runs what the pages show: files, console sessions and Python sessions, in a folder of their own.

In a page

- a block ```` ```LANGUAGE file=NAME ```` is a file that the reader is told to save;
- a ```` ```console ```` block holds commands after "$ ", each with its output;
- a ```` ```pycon ```` block holds Python after ">>> " and "... ", each with its output.

Output is compared without blanks at the ends of lines. Commands run in a folder that holds `examples/` and the page's files;
`rasid` runs inside this process, anything else in a shell. A line "..." in an output stands for lines left out.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from rasid.cli.main import run as run_rasid
from tests.contracts.pages import ROOT, Block, blocks

LEFT_OUT = "..."
_EXPECTED_EXITS = (0, 7)


class Session:
    """One page's session: blocks run one after the other and see what the earlier ones left."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._names: dict[str, object] = {}
        (folder / "examples").symlink_to(ROOT / "examples")

    def renewed(self, block: Block) -> str:
        """Return the block's text with the outputs as they are now; a block that is no session comes back as it is."""
        if block.info.startswith("file="):
            target = self._folder / block.info.removeprefix("file=")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(block.text, encoding="utf-8")
            return block.text
        with contextlib.chdir(self._folder):
            match block.language:
                case "console":
                    return "".join(_entry(line, told, self._console(line)) for line, told in commands(block.text))
                case "pycon":
                    return self._python(block.text)
                case _:
                    return block.text

    def _console(self, line: str) -> str:
        words, to_file = _redirected(line)
        if words[0] == "rasid" and "|" not in words:
            return self._rasid(words, to_file)
        done = subprocess.run(line, shell=True, capture_output=True, text=True, check=False, env=_environment())  # noqa: S602 - the commands are those of our own pages
        assert done.returncode == 0, f"{line}: {done.stderr}"
        return done.stdout + done.stderr

    def _rasid(self, words: list[str], to_file: str | None) -> str:
        out, err = io.StringIO(), io.StringIO()
        code = _exit_of(run_rasid, words, out, err if to_file else out)
        assert code in _EXPECTED_EXITS, f"{shlex.join(words)} ended with {code}: {out.getvalue()}{err.getvalue()}"
        if to_file is None:
            return out.getvalue()
        Path(to_file).write_text(out.getvalue(), encoding="utf-8")
        return err.getvalue()

    def _python(self, text: str) -> str:
        parts = []
        for part in doctest.DocTestParser().parse(text):
            if isinstance(part, str):
                parts.append(part)
                continue
            out = io.StringIO()
            with contextlib.redirect_stdout(out):
                exec(compile(part.source, "<page>", "single"), self._names)  # noqa: S102 - as above
            parts.append(_prompted(part.source) + _kept(part.want, out.getvalue()))
        return "".join(parts)


def renewed_page(text: str, folder: Path) -> str:
    """Return a page with the outputs of its sessions as they are now."""
    session, parts, done = Session(folder), [], 0
    for block in blocks(text):
        parts += [text[done : block.start], session.renewed(block)]
        done = block.end
    return "".join([*parts, text[done:]])


def has_session(text: str) -> bool:
    """Tell whether a page holds anything to run."""
    return any(block.language in {"console", "pycon"} for block in blocks(text))


def commands(text: str) -> list[tuple[str, str]]:
    """Return (command, output as told) of a console block."""
    found: list[tuple[str, str]] = []
    for line in text.splitlines(keepends=True):
        if line.startswith("$ "):
            found.append((line[2:].rstrip("\n"), ""))
        else:
            command, told = found[-1]
            found[-1] = (command, told + line)
    return found


def _environment() -> dict[str, str]:
    """Return an environment in which `rasid` is this installation's."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    return os.environ | {"PATH": path, "LC_ALL": "C.UTF-8"}


def _entry(line: str, told: str, now: str) -> str:
    return f"$ {line}\n{_kept(told, now)}"


def _kept(told: str, now: str) -> str:
    """Return the output as it is now, cut as it was told: with "..." only what stands before it stays."""
    lines = [line.rstrip() for line in now.splitlines()]
    while lines and not lines[-1]:
        lines.pop()
    shown = [line.rstrip() for line in told.splitlines()]
    if LEFT_OUT in shown:
        lines = [*lines[: shown.index(LEFT_OUT)], LEFT_OUT]
    after = "\n" * (len(told) - len(told.rstrip("\n")) - 1) if lines else ""
    return "".join(f"{line}\n" for line in lines) + after


def _redirected(line: str) -> tuple[list[str], str | None]:
    """Return the words of a command and the file that its output goes to."""
    words = shlex.split(line)
    if ">" in words:
        at = words.index(">")
        return words[:at], words[at + 1]
    return words, None


def _exit_of(run: Callable[[], None], words: list[str], out: io.StringIO, err: io.StringIO) -> int:
    """Run a command of ours as from a terminal without width; return its exit code."""
    before = sys.argv
    sys.argv = words
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            run()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(bool(end.code))
    finally:
        sys.argv = before
    return 0


def _prompted(source: str) -> str:
    first, *rest = source.splitlines()
    return "".join([f">>> {first}\n", *(f"... {line}".rstrip() + "\n" for line in rest)])
